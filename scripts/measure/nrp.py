#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs public nurse instances and compares their costs with the best known ones.

    swift build -c release -Xswiftc -enable-testing --product shiftwright-bench
    python3 scripts/measure/nrp.py FOLDER                      # all ten, 300 s each
    python3 scripts/measure/nrp.py FOLDER --instances 1,2,3 --time-limit 60 --seeds 1,2

FOLDER holds Instance1.txt and so on, from schedulingbenchmarks.org. Every roster is read again and
checked by `nrp-check`; a cost that differs from the one printed, or a broken rule, ends the script.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile

BENCH = ".build/release/shiftwright-bench"
BEST = {1: 607, 2: 828, 3: 1001, 5: 1143, 7: 1056, 9: 439, 11: 3443, 13: 1348, 15: 3829, 17: 5746}


def line(arguments, accepted=(0,)):
    result = subprocess.run([BENCH, *arguments], capture_output=True, text=True)
    if result.returncode not in accepted:
        raise SystemExit(f"{' '.join(arguments)}\n{result.stdout}{result.stderr}")
    return json.loads(result.stdout)


def row(number, options, seed, roster):
    path = os.path.join(options.folder, f"Instance{number}.txt")
    arguments = ["nrp", path, "--time-limit", str(options.time_limit), "--threads",
                 str(options.threads), "--seed", str(seed), "--out", roster]
    if options.effort:
        arguments += ["--effort", str(options.effort)]
    run = line(arguments)
    check = line(["nrp-check", path, roster])
    if check["cost"] != run["cost"] or not check["legal"]:
        raise SystemExit(f"instance {number}: the checker says {check}")
    best = BEST.get(number)
    excess = "" if best is None else f"{100 * (run['cost'] - best) / best:.2f} %"
    return [str(number), str(seed), str(run["cost"]), f"{run['bound']:.1f}", f"{run['seconds']:.1f}",
            "" if best is None else str(best), excess], run


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("folder")
    parser.add_argument("--instances", default=",".join(str(number) for number in BEST))
    parser.add_argument("--time-limit", type=float, default=300)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--effort", type=int)
    parser.add_argument("--seeds", default="1")
    parser.add_argument("--stages", action="store_true", help="print what each stage gave")
    options = parser.parse_args()
    print("| Instance | Seed | Cost | Bound | Seconds | Best known | Excess |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for number in (int(text) for text in options.instances.split(",")):
            for seed in (int(text) for text in options.seeds.split(",")):
                cells, run = row(number, options, seed, os.path.join(folder, "roster.txt"))
                print("| " + " | ".join(cells) + " |", flush=True)
                if options.stages:
                    for stage in run["stages"]:
                        print(f"    {stage['name']}: {stage.get('objective')}, bound "
                              f"{stage.get('bound')}; {stage['detail']}", file=sys.stderr)


if __name__ == "__main__":
    main()
