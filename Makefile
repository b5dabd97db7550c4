# Echolot. `make demo` and `make test` are the two commands; `make help` lists the rest.

SHELL := /bin/bash
PACKAGES := libcsv-dev zlib1g-dev libisal-dev libyaml-dev libgsl-dev libsodium-dev libssl-dev libglpk-dev
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
ECHOLOT := .build/release/echolot
OUT ?= reports
# Vectors of 32 bytes where the processor of this machine has them; the results are the same.
VECTORS := $(if $(shell grep -swm1 avx2 /proc/cpuinfo),-Xcc -march=x86-64-v3)

BENCH := .build/bench
BENCH_PYTHON := .venv/bench/bin/python
ROWS ?= 2000000
SCALE ?= 1000000 2000000 5000000 10000000 20000000 50000000
ROUNDS ?= 300000
SEED ?= 1
REPLICATIONS ?= 5000
SURVEYS ?= 500

.PHONY: help demo test coverage null-simulation campaign stats-page fuzz bench bench-scale bench-statistics lint build packages sanitize screenshots readme-screenshots fixtures clean microdata-figures redaction-figures suppression-figures

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 20

demo: build ## build, run the pipelines on real and synthetic data, say where the reports are
	@for pipeline in leadership teaching jugendhilfe; do \
	  echo; echo "== $$pipeline"; \
	  $(ECHOLOT) run pipelines/$$pipeline.yaml --out $(OUT); code=$$?; \
	  if [ $$code -ne 0 ] && [ $$code -ne 3 ]; then exit $$code; fi; \
	done
	@echo; echo "Open in a browser:"
	@for pipeline in leadership teaching jugendhilfe; do \
	  echo "  $$(realpath $(OUT))/$$pipeline/latest/index.html"; done

test: packages ## run all tests
	swift test

fuzz: packages ## read ROUNDS damaged texts (SEED: which), and 100 MB with damaged quotes
	ECHOLOT_FUZZ_ROUNDS=$(ROUNDS) ECHOLOT_FUZZ_SEED=$(SEED) ECHOLOT_DAMAGE_MEGABYTES=100 \
	  swift test -c release --filter 'FuzzTests|TypedFuzzTests|DamageTests'

campaign: packages ## put ROUNDS damaged inputs through every statistical function (SEED: which)
	ECHOLOT_CAMPAIGN_ROUNDS=$(ROUNDS) ECHOLOT_CAMPAIGN_SEED=$(SEED) swift test -c release --filter CampaignTests

stats-page: packages ## write docs/statistics/functions.md from the functions
	ECHOLOT_WRITE_DOCS=1 swift test --filter FunctionPageTests

bench: $(BENCH_PYTHON) build ## time Echolot beside Polars and DuckDB on ROWS rows (needs a quiet machine)
	swift build -c release --product bench-maker
	$(BENCH_PYTHON) scripts/bench.py $(ECHOLOT) .build/release/bench-maker $(BENCH) --rows $(ROWS) --into docs/performance.md

bench-scale: $(BENCH_PYTHON) build ## time Echolot on SCALE rows (the largest of them takes 9 GB of disk)
	swift build -c release --product bench-maker
	$(BENCH_PYTHON) scripts/bench.py $(ECHOLOT) .build/release/bench-maker $(BENCH)-scale --scale $(SCALE) --into docs/performance.md
	rm -rf $(BENCH)-scale

$(BENCH_PYTHON): scripts/bench-requirements.txt
	@$(MAKE) packages PACKAGES="python3-venv isal"
	python3 -m venv .venv/bench
	.venv/bench/bin/pip install --quiet --requirement scripts/bench-requirements.txt
	@touch $@

coverage: packages ## how often the intervals of reports contain the truth (REPLICATIONS), into the docs
	swift run -c release study coverage $(REPLICATIONS) --into docs/statistics/studies.md

null-simulation: packages ## how often reports carry a headline where there is nothing to say (SURVEYS), into the docs
	swift run -c release study null $(SURVEYS) $(SEED) --into docs/statistics/studies.md

bench-statistics: packages ## time REML, the crossed model and the bootstrap (medians of five), into the docs
	swift run -c release study times fixtures/open-data --into docs/statistics/studies.md

microdata-figures: build ## print how releases of microdata compare with reference results, and times
	python3 scripts/microdata-figures.py $(ECHOLOT) fixtures/microdata .build/microdata

redaction-figures: build ## print recall, false alarms and speed of redaction on the texts in fixtures/redaction
	@for texts in pii_de own later unlisted; do \
	  echo "== $$texts"; $(ECHOLOT) redact --evaluate fixtures/redaction/$$texts.jsonl; done

suppression-figures: packages ## print what suppression reaches on all instances, leaks and seconds
	swift run -c release study suppression fixtures/suppression

lint: ## check the formatting and the house rules
	swift format lint --strict -p -r Sources Tests Package.swift
	scripts/house-rules.sh

build: packages ## build the release binary
	swift build -c release $(VECTORS) --product echolot

packages: ## install the Debian packages that are missing
	@missing=(); for package in $(PACKAGES); do \
	  dpkg-query -W -f='$${db:Status-Abbrev}' $$package 2>/dev/null | grep -q '^ii' || missing+=($$package); done; \
	if [ $${#missing[@]} -gt 0 ]; then \
	  echo "Installing Debian packages: $${missing[*]}"; \
	  $(SUDO) apt-get update -qq && \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$${missing[@]}" >/dev/null; fi

sanitize: packages ## run the tests under the thread sanitizer
	swift test --sanitize=thread --scratch-path .build/tsan

fixtures: packages ## make the synthetic fixtures again
	swift run -c release fixture-maker jugendhilfe fixtures/jugendhilfe

screenshots: packages ## photograph the sample pages in headless Chromium (.build/screenshots)
	scripts/screenshots.sh

readme-screenshots: packages ## photograph the two pages that the README shows (docs/screenshots)
	scripts/readme-screenshots.sh

clean: ## remove everything built
	rm -rf .build
