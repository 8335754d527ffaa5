#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans a week, places the classes of 30 % who must renew in that roster, and compares with by hand.

    swift build -c release -Xswiftc -enable-testing --product shiftwright
    python3 scripts/measure/placement.py                      # samples of 60 people
    python3 scripts/measure/placement.py SCENARIO 2026-W10    # another scenario

By hand means everybody at one hour, in classes with the same seats, rooms and trainers. Both sides
have the same roster, the same people in classes and the same contacts; the difference comes with its
95 % interval from service.csv.
"""

import argparse
import csv
import os
import subprocess
import tempfile

SHIFTWRIGHT = ".build/release/shiftwright"
HOURS = [None, "MON 09:00", "MON 10:00", "MON 13:00", "TUE 10:00"]


def call(*arguments, accepted=(0, 2)):
    """Output of a command that must end with one of these codes."""
    result = subprocess.run([SHIFTWRIGHT, *arguments], capture_output=True, text=True)
    if result.returncode not in accepted:
        raise SystemExit(f"{' '.join(arguments)}\n{result.stdout}{result.stderr}")
    return result.stdout


def compared(scenario, week, run, out, hour, replications):
    """People by hand, and per queue the service by hand, placed, and the difference."""
    options = ["--by-hand", hour] if hour else []
    text = call("training", "place", scenario, "--week", week, "--roster", run, "--out", out,
                "--replications", replications, *options)
    line = next(line for line in text.splitlines() if line.startswith("all at "))
    name, people = " ".join(line.split()[:4]), line.split()[4]
    path = os.path.join(out, "service.csv")
    if not os.path.exists(path):
        return name, people, []
    with open(path, encoding="utf-8") as file:
        return name, people, list(csv.DictReader(file))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("scenario", nargs="?")
    parser.add_argument("week", nargs="?", default="2026-W10")
    parser.add_argument("--people", default="60")
    parser.add_argument("--seeds", default="1,2,3")
    parser.add_argument("--replications", default="400")
    given = parser.parse_args()
    print(f"{'sample':8}{'by hand':20}{'seated':>7}  {'queue':15}{'by hand':>9}{'placed':>9}"
          f"  difference")
    with tempfile.TemporaryDirectory() as folder:
        for seed in given.seeds.split(",") if given.scenario is None else ["given"]:
            scenario = given.scenario or os.path.join(folder, "sample-" + seed)
            if given.scenario is None:
                call("sample", scenario, "--people", given.people, "--queues", "3", "--weeks", "12",
                     "--seed", seed, "--training", "--lapse", "0.3@2026-03-06")
            run = os.path.join(folder, "run-" + seed)
            call("plan", scenario, "--week", given.week, "--out", run)
            for hour in HOURS:
                name, people, rows = compared(scenario, given.week, run,
                                              os.path.join(folder, "classes"), hour,
                                              given.replications)
                for row in rows:
                    low, high = (100 * float(row["difference_" + end]) for end in ("low", "high"))
                    print(f"{seed:8}{name:20}{people:>7}  {row['queue']:15}"
                          f"{100 * float(row['by_hand']):9.2f}{100 * float(row['placed']):9.2f}"
                          f"  {100 * float(row['difference']):+.2f} ({low:+.2f} to {high:+.2f})",
                          flush=True)


if __name__ == "__main__":
    main()
