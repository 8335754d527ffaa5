#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs team instances several times and prints the medians as a table.

    swift build -c release -Xswiftc -enable-testing --product shiftwright-bench
    python3 scripts/measure/team.py --instances FOLDER --runs 3 S1:30 S1:60 M1:15 M1:60

Each argument is an instance of the folder and a time limit in seconds. Every roster is judged by
`shiftwright-bench check`, and by a further program when one is named with --referee (it gets the
instance and the roster, and prints JSON with "feasible" and "objective"). The second table says
what GLPK's programs gave: the objective before the sweeps of day programs, and what they and the
final proof took off it. Nothing else should run meanwhile.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile

BENCH = ".build/release/shiftwright-bench"


def judged(command, roster, objective):
    """Whether a program confirms a roster and its objective."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        said = json.loads(done.stdout.splitlines()[-1])
    except (IndexError, ValueError):
        sys.exit(f"{' '.join(command)} gave no JSON: {done.stdout}{done.stderr}")
    feasible = said.get("feasible", said.get("legal"))
    return done.returncode == 0 and feasible and abs(said["objective"] - objective) < 0.01


def run(instance, limit, folder, referee, seed):
    """One run: the printed line, with the cores kept busy and what the referees say."""
    roster = os.path.join(folder, "roster.json")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [BENCH, "team", instance, "--time-limit", limit, "--seed", str(seed), "--out", roster],
        capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(done.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    line = json.loads(done.stdout)
    used = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    line["cores"] = used / line["seconds"]
    line["confirmed"] = judged([BENCH, "check", instance, roster], roster, line["objective"])
    if referee:
        line["confirmed"] &= judged(
            ["python3", referee, instance, roster], roster, line["objective"])
    return line


def shares(line):
    """Objective before GLPK's programs and what was left after them."""
    found = [s for s in line["stages"] if s.get("objective") is not None]
    last = {s["name"]: s["objective"] for s in found}
    return {s["name"]: last[s["name"]] for s in found}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--instances", required=True)
    parser.add_argument("--referee")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("cases", nargs="+")
    given = parser.parse_args()
    print("| Instance | Limit | Seconds | First roster | Objective | Bound | Gap | Worst gap "
          "| Controllable | Memory | Cores | Confirmed |")
    print("|---|---|---|---|---|---|---|---|---|---|---|---|")
    stages = []
    for case in given.cases:
        name, limit = case.split(":")
        path = os.path.join(given.instances, name + ".json")
        with tempfile.TemporaryDirectory() as folder:
            runs = [run(path, limit, folder, given.referee, given.seed) for _ in range(given.runs)]
        middle = {key: statistics.median(r[key] for r in runs) for key in
                  ("seconds", "seconds_to_first_roster", "objective", "bound", "gap",
                   "controllable_gap", "peak_mb", "cores")}
        worst = max(r["gap"] for r in runs)
        print(f"| {name} | {limit} s | {middle['seconds']:.1f} "
              f"| {middle['seconds_to_first_roster']:.2f} s | {middle['objective']:,.1f} "
              f"| {middle['bound']:,.1f} | {100 * middle['gap']:.3f} % | {100 * worst:.3f} % "
              f"| {100 * middle['controllable_gap']:.1f} % | {middle['peak_mb']:.0f} MB "
              f"| {middle['cores']:.2f} | {'yes' if all(r['confirmed'] for r in runs) else 'NO'} |",
              flush=True)
        chosen = min(runs, key=lambda r: abs(r["objective"] - middle["objective"]))
        stages.append((name, limit, shares(chosen)))
    print("\nObjective of the best roster after each stage, median run:\n")
    for name, limit, values in stages:
        words = ", ".join(f"{stage} {value:,.1f}" for stage, value in values.items())
        print(f"- {name}, {limit} s: {words}")


main()
