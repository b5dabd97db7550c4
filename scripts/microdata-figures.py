#!/usr/bin/env python3
"""Prints how releases of microdata compare with reference results, and how long they take.

Usage: microdata-figures.py ECHOLOT [FIXTURES [WORK]]. Standard library only.

All optima of the reference results are searched for; then times on Adult and on survey data of
10,000, 100,000 and 1,000,000 records. The survey data are drawn from the shipped 10,000 records:
their columns are independent of each other within sampling error (G tests of all pairs), so each
column is drawn on its own with its observed shares; only postcodes, of which 10,000 records do not
show all, get shares that fall with the rank to the power of -0.7, which is how the observed ones
fall. The draws are those of Python's generator with a fixed seed, so the files are always the same.
"""

import collections
import csv
import gzip
import json
import os
import random
import subprocess
import sys

LOSSES = {"dm": "dm", "aecs": "aecs", "loss_mean": "mean", "loss_geo": "geometric", "loss_max": "max"}


def read(path):
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return file.read()


def run(echolot, *words):
    done = subprocess.run([echolot, *words, "--json"], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(words)}: ended with {done.returncode}\n{done.stderr}")
    return json.loads(done.stdout)


def cases(fixtures):
    """Every case of the two files: options, expected result, name."""
    for case in json.loads(read(f"{fixtures}/oracles/oracle_adult_kanon.json.gz"))["results"]:
        yield [], case, "k-anonymity"
    other = json.loads(read(f"{fixtures}/oracles/oracle_adult_ldiv_tclose.json.gz"))
    for group in other["cases"]:
        words = ["--quasi", ",".join(other["qis"])]
        criterion = group["criterion"]
        if criterion is None:
            name = "k-anonymity, 8 quasi-identifiers"
        else:
            kind = criterion[0]
            name = " ".join(map(str, criterion))
            words += ["--sensitive", "occupation"]
            words += ["--t" if kind == "equalt" else "--l", str(criterion[1])]
            if kind == "entropyl":
                words += ["--diversity", "entropy"]
            if kind == "recursivel":
                words += ["--diversity", "recursive", "--c", str(criterion[2])]
        for case in group["results"]:
            yield words, case, name


def compare(echolot, fixtures):
    equal, total, counts = 0, 0, collections.Counter()
    for words, case, name in cases(fixtures):
        for loss, option in LOSSES.items():
            found = run(
                echolot, "microdata", f"{fixtures}/adult/adult.csv.gz", "--hierarchies",
                f"{fixtures}/adult", "--k", str(case["k"]), "--suppression",
                str(case["suppression_limit"]), "--loss", option, *words)
            want = case[loss]
            fits = abs(found["optimum"] - want["optimum"]) <= 1e-12 * max(1, want["optimum"])
            if want["n_tied"] <= len(want["nodes"]):
                fits = fits and found["node"] in want["nodes"]
            if want["n_tied"] == 1:
                fits = fits and [found["suppressed"]] == want["suppressed"]
            fits = fits and found["proved"] and found["gap"] == 0
            total += 1
            equal += fits
            counts[name, fits] += 1
            if not fits:
                print("differs:", name, case["k"], case["suppression_limit"], loss)
    for name in dict.fromkeys(name for name, _ in counts):
        right, wrong = counts[name, True], counts[name, False]
        print(f"  {name}: {right} of {right + wrong} equal")
    print(f"  all: {equal} of {total} equal")
    return equal == total


def line(label, found):
    print(
        f"  {label:24} node {found['node']} {found['loss']} {found['optimum']:.10f} "
        f"suppressed {found['suppressed']} counted {found['nodes_grouped']} of {found['nodes']} "
        f"| load {found['seconds_loading']:.3f} s, search {found['seconds_searching']:.3f} s, "
        f"all {found['seconds']:.3f} s, processor {found['cpu_seconds']:.3f} s, "
        f"{found['peak_memory_bytes'] / 2**20:.0f} MiB")


def survey(fixtures, records, path):
    rows = list(csv.reader(read(f"{fixtures}/survey/survey_10k.csv.gz").splitlines(), delimiter=";"))
    heading, rows = rows[0], rows[1:]
    with open(f"{fixtures}/survey/survey_hierarchy_plz.csv", encoding="utf-8") as file:
        codes = [row.split(";")[0] for row in file.read().splitlines()]
    draws = random.Random(20240601)
    columns = []
    for index, name in enumerate(heading):
        seen = collections.Counter(row[index] for row in rows)
        if name == "plz":
            values = sorted(codes, key=lambda code: (-seen[code], code))
            weights = [(rank + 1) ** -0.7 for rank in range(len(values))]
        else:
            values = sorted(seen)
            weights = [seen[value] for value in values]
        columns.append(draws.choices(values, weights, k=records))
    with open(path, "w", encoding="utf-8") as file:
        file.write(";".join(heading) + "\n")
        for record in zip(*columns):
            file.write(";".join(record) + "\n")


def main():
    echolot = sys.argv[1]
    fixtures = sys.argv[2] if len(sys.argv) > 2 else "fixtures/microdata"
    work = sys.argv[3] if len(sys.argv) > 3 else ".build/microdata"
    os.makedirs(work, exist_ok=True)
    print("Times; wall clock depends on what else the machine does, processor time hardly")
    adult = ["microdata", f"{fixtures}/adult/adult.csv.gz", "--hierarchies", f"{fixtures}/adult"]
    for limit in ("0", "0.04", "0.1", "1"):
        line(f"Adult k=5 {limit}", run(echolot, *adult, "--k", "5", "--suppression", limit))
    for records in (100_000, 1_000_000):
        path = f"{work}/survey_{records}.csv"
        if not os.path.exists(path):
            survey(fixtures, records, path)
        for limit in ("0", "0.05"):
            line(f"survey {records} k=5 {limit}", run(
                echolot, "microdata", path, "--hierarchies", f"{fixtures}/survey", "--k", "5",
                "--suppression", limit))
    released = run(
        echolot, *adult, "--k", "5", "--suppression", "0.04", "--out", f"{work}/adult.csv", "--verify")
    print("  written and checked again:", released["verified"])
    local = run(echolot, *adult, "--k", "5", "--local", "recode", "--verify")
    print(
        f"  Adult k=5 recoded locally: loss {local['losses']['loss_mean']:.6f}, suppressed "
        f"{local['suppressed']}, smallest class {local['utility']['class_size_least']}, checked")
    print("Optima by exhaustive search (Adult)")
    equal = compare(echolot, fixtures)
    print("Risks of sdcMicro 5.8.1")
    oracle = json.loads(read(f"{fixtures}/oracles/sdcmicro_oracle.json.gz"))["testdata"]
    risk = run(
        echolot, "risk", f"{fixtures}/oracles/sdcmicro_testdata_risk.csv.gz", "--quasi",
        ",".join(oracle["keys"]), "--weights", "w", "--out", f"{work}/risk.csv")
    with open(f"{work}/risk.csv", encoding="utf-8") as file:
        ours = list(csv.DictReader(file))
    theirs = list(csv.DictReader(read(f"{fixtures}/oracles/sdcmicro_testdata_risk.csv.gz").splitlines()))
    worst = max(abs(float(a["risk"]) / float(b["risk"]) - 1) for a, b in zip(ours, theirs))
    print(f"  largest relative deviation over {len(ours)} records: {worst:.1e}")
    print(f"  expected re-identifications: {risk['risk_ER']!r}, sdcMicro {oracle['risk_ER']!r}")
    sys.exit(0 if equal and worst < 1e-9 else 1)


main()
