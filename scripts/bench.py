#!/usr/bin/env python3
"""Times Echolot beside Polars and DuckDB, in turn, on the same files, and writes docs/performance.md.

    bench.py ECHOLOT BENCH_MAKER FOLDER [--rows N] [--rounds N] [--only CASE ...] [--scale ROWS ...]

Every run is a process of its own. Of Polars and DuckDB only the query counts, without starting Python and
importing them; of Echolot the whole process counts. Files are read once before, so that all find them in
the page cache.
"""
import argparse, json, os, platform, shutil, statistics, subprocess, sys, time

PEER = """
import json, sys, time
name, path, items = sys.argv[1], sys.argv[2], int(sys.argv[3])
columns = [f"q{i}" for i in range(1, items + 1)]
if name == "Polars":
    import polars
    start = time.perf_counter()
    table = polars.scan_csv(path, separator=";", null_values=["-9", ""], decimal_comma=True,
                            schema_overrides={c: polars.Int8 for c in columns})
    wanted = []
    for c in columns:
        wanted += [(polars.col(c) == v).sum().alias(f"{c}_{v}") for v in range(1, 6)]
        wanted += [polars.col(c).mean().alias(c + "_mean"), polars.col(c).std().alias(c + "_sd")]
    rows = table.group_by("einrichtung").agg(wanted).collect(engine="streaming").height
else:
    import duckdb
    duckdb.sql("SET enable_progress_bar = false")
    start = time.perf_counter()
    wanted = []
    for c in columns:
        wanted += [f"count(*) FILTER ({c} = {v})" for v in range(1, 6)] + [f"avg({c})", f"stddev({c})"]
    types = ", ".join(f"'{c}': 'TINYINT'" for c in columns)
    rows = len(duckdb.sql(
        f"SELECT einrichtung, {', '.join(wanted)} FROM read_csv('{path}', delim=';', header=true, "
        f"quote='\\"', nullstr=['-9', ''], types={{{types}}}) GROUP BY einrichtung").fetchall())
seconds = time.perf_counter() - start
print(json.dumps({"seconds": seconds, "rows": rows}))
"""

BANDWIDTH = """
import numpy, os, threading, time
parts = [numpy.ones(1 << 25, dtype=numpy.uint64) for _ in range(os.cpu_count())]
best = 0.0
for _ in range(5):
    threads = [threading.Thread(target=part.max) for part in parts]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    best = max(best, sum(part.nbytes for part in parts) / 1e9 / (time.perf_counter() - start))
print(best)
"""


class Bench:
    def __init__(self, arguments):
        self.echolot, self.maker, self.folder = arguments.echolot, arguments.maker, arguments.folder
        self.rows, self.rounds = arguments.rows, arguments.rounds
        self.lines = []
        os.makedirs(self.folder, exist_ok=True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, command, **options):
        """Seconds and peak memory in MB of a process."""
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)
        output, errors = process.stdout.read(), process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = 0
        if os.waitstatus_to_exitcode(status) not in (0, 3):
            sys.exit(f"{command} failed:\n{errors.decode()}")
        return seconds, usage.ru_maxrss / 1024, output

    def peer(self, name, file, items):
        _, memory, output = self.run([sys.executable, "-c", PEER, name, self.path(file), str(items)])
        return json.loads(output.splitlines()[-1])["seconds"], memory

    def make(self, case, rows, parts=1):
        name = self.path(f"{case}.csv" if parts == 1 else f"{case}-{parts}.csv")
        stamp = self.path(f"{case}-{parts}.rows")
        if os.path.exists(name) and os.path.exists(stamp) and open(stamp).read() == str(rows):
            return
        self.run([self.maker, case, str(rows), self.folder] + ([str(parts)] if parts > 1 else []))
        open(stamp, "w").write(str(rows))
        for old in (f"{case}.csv.gz", f"{case}-utf16.csv"):
            if parts == 1 and os.path.exists(self.path(old)):
                os.remove(self.path(old))

    def pipeline(self, case, file):
        """The case's pipeline, reading another file."""
        text = open(self.path(f"{case}.yaml")).read().replace(f"[{case}.csv]", f"[{file}]")
        name = file.replace(".", "-") + ".yaml"
        open(self.path(name), "w").write(text)
        return self.path(name)

    def tally(self, pipeline, *options):
        seconds, memory, _ = self.run(
            [self.echolot, "tally", pipeline, "--out", self.path("x.tally"), "-q", *options])
        return seconds, memory

    def whole(self, *command):
        shutil.rmtree(self.path("out"), ignore_errors=True)
        seconds, memory, _ = self.run(
            [self.echolot, *command, "--out", self.path("out"), "-q"])
        return seconds, memory

    def compare(self, title, file, contestants):
        """Runs all in turn and prints a line of medians; the first one is ours."""
        size = os.path.getsize(self.path(file)) / 1e6 if file else 0
        if file:
            with open(self.path(file), "rb") as handle:
                while handle.read(1 << 24):
                    pass
        results = {name: [] for name, _ in contestants}
        memory = {name: 0 for name, _ in contestants}
        for _ in range(self.rounds):
            for name, body in contestants:
                seconds, peak = body()
                results[name].append(seconds)
                memory[name] = max(memory[name], peak)
        medians = {name: statistics.median(values) for name, values in results.items()}
        ours = medians[contestants[0][0]]
        others = "; ".join(
            f"{name} {medians[name]:.2f} s ({medians[name] / ours:.1f} times, {memory[name]:.0f} MB)"
            for name, _ in contestants[1:])
        limit = f"{ours / (size / 1e3 / self.bandwidth):.0f}" if size else "-"
        rate = f"{size / ours:.0f} MB/s" if size else "-"
        line = f"| {title} | {size:.0f} MB | {ours:.2f} s | {rate} | {memory[contestants[0][0]]:.0f} MB | {limit} | {others or '-'} |"
        print(line, flush=True)
        self.lines.append(line)
        return medians

    def measure_bandwidth(self):
        """GB/s at which all processors together read memory; in another process, which gives it back."""
        self.bandwidth = float(self.run([sys.executable, "-c", BANDWIDTH])[2])

    def peers(self, file, items=20, duck=True):
        names = ["Polars"] + (["DuckDB"] if duck else [])
        return [(name, lambda name=name: self.peer(name, file, items)) for name in names]

    def cases(self, only):
        def wanted(name):
            return not only or name in only
        rows = self.rows
        self.make("survey", rows)
        plain = self.path("survey.yaml")
        if wanted("survey"):
            self.compare("survey", "survey.csv", [("Echolot", lambda: self.tally(plain))] + self.peers("survey.csv"))
        if wanted("gzip"):
            packed = self.path("survey.csv.gz")
            if not os.path.exists(packed):
                self.run(["gzip", "-6", "-k", "-f", self.path("survey.csv")])
            yaml = self.pipeline("survey", "survey.csv.gz")
            igzip = ("ISA-L inflating only", lambda: self.run(["sh", "-c", f"igzip -d -c {packed} > /dev/null"])[:2])
            self.compare("survey, gzipped", "survey.csv.gz",
                         [("Echolot", lambda: self.tally(yaml)), igzip] + self.peers("survey.csv.gz"))
        for case, share, items in (("reviews", 4, 1), ("organisations", 1, 20), ("wide", 8, 20), ("quoted", 1, 20)):
            if wanted(case):
                self.make(case, rows // share)
                yaml = self.path(f"{case}.yaml")
                self.compare(case, f"{case}.csv", [("Echolot", lambda: self.tally(yaml))] + self.peers(f"{case}.csv", items))
        if wanted("utf-16"):
            wide = self.path("survey-utf16.csv")
            if not os.path.exists(wide):
                with open(self.path("survey.csv"), encoding="utf-8", newline="") as source, \
                        open(wide, "w", encoding="utf-16", newline="") as target:
                    shutil.copyfileobj(source, target, 1 << 22)
            yaml = self.pipeline("survey", "survey-utf16.csv")
            self.compare("survey in UTF-16 (the others read it in UTF-8)", "survey-utf16.csv",
                         [("Echolot", lambda: self.tally(yaml))] + self.peers("survey.csv"))
        if wanted("job"):
            self.compare("whole job: 1,000 organisation reports, funder report, tables", "survey.csv",
                         [("Echolot", lambda: self.whole("run", plain))] + self.peers("survey.csv", duck=False))
        if wanted("render"):
            self.run([self.echolot, "tally", plain, "--out", self.path("render.tally"), "-q"])
            self.compare("re-render: tally to 1,000 reports and tables", "",
                         [("Echolot", lambda: self.whole("report", self.path("render.tally")))])
        if wanted("night"):
            self.make("survey", rows, parts=30)
            self.night()
        if wanted("workers"):
            self.compare("survey on one worker (the others: two)", "survey.csv",
                         [("1 worker", lambda: self.tally(plain, "--jobs", "1")),
                          ("2 workers", lambda: self.tally(plain, "--jobs", "2"))])

    def night(self):
        """A night with one new file of thirty, against one with thirty new files."""
        pipeline = self.path("survey-parts.yaml")
        cache = self.path("cache")
        last = self.path("survey-30.csv")
        kept = open(last, "rb").read()

        def first():
            shutil.rmtree(cache, ignore_errors=True)
            return self.tally(pipeline, "--cache", cache)

        def next_night():
            # Another file under the same name: its last line is left out.
            lines = open(last, "rb").read().rstrip(b"\r\n").rsplit(b"\r\n", 1)[0]
            open(last, "wb").write(lines + b"\r\n")
            return self.tally(pipeline, "--cache", cache)

        self.compare("night with 1 new file of 30 (the other: all 30 new)", "",
                     [("1 new file", next_night), ("30 new files", first)])
        open(last, "wb").write(kept)

    def scale(self, counts):
        print("\n| rows | file | time | rows/s | peak memory |\n|---|---|---|---|---|")
        self.lines += ["", "| rows | file | time | rows/s | peak memory |", "|---|---|---|---|---|"]
        for rows in counts:
            self.make("survey", rows)
            times = []
            for _ in range(3):
                seconds, memory = self.tally(self.path("survey.yaml"))
                times.append(seconds)
            seconds = statistics.median(times)
            size = os.path.getsize(self.path("survey.csv")) / 1e6
            line = f"| {rows:,} | {size:.0f} MB | {seconds:.2f} s | {rows / seconds:,.0f} | {memory:.0f} MB |"
            print(line, flush=True)
            self.lines.append(line)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("echolot"), parser.add_argument("maker"), parser.add_argument("folder")
    parser.add_argument("--rows", type=int, default=2_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--scale", nargs="*", type=int, default=[])
    parser.add_argument("--into", help="the file to write the results to, between its marks")
    arguments = parser.parse_args()
    bench = Bench(arguments)
    bench.measure_bandwidth()
    from importlib.metadata import version
    model = next((l.split(":")[1].strip() for l in open("/proc/cpuinfo") if l.startswith("model name")), platform.machine())
    head = [
        f"{model}, {os.cpu_count()} processors, {platform.system()} {platform.release().split('-')[0]}; memory read at "
        f"{bench.bandwidth:.1f} GB/s by all together. {arguments.rows:,} rows; medians of {arguments.rounds}, in turn. "
        f"Polars {version('polars')}, DuckDB {version('duckdb')}. Load when it began: {os.getloadavg()[0]:.1f}.", "",
        "| case | file | Echolot | rate | peak memory | times the limit | the others (times ours, peak memory) |",
        "|---|---|---|---|---|---|---|"]
    print("\n".join(head))
    if not arguments.scale or arguments.only:
        bench.cases(arguments.only)
    if arguments.scale:
        bench.scale(arguments.scale)
    if arguments.into:
        text = open(arguments.into).read()
        mark = "scale" if arguments.scale else "bench"
        begin, end = f"<!-- {mark} -->\n", f"<!-- end of {mark} -->"
        before, rest = text.split(begin)
        after = rest.split(end)[1]
        body = "\n".join((bench.lines if arguments.scale else head + bench.lines)) + "\n"
        open(arguments.into, "w").write(before + begin + body + end + after)


main()
