#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Places the classes of a week, plans the week with them and with all at one hour, and compares.

    swift build -c release -Xswiftc -enable-testing --product shiftwright
    python3 scripts/measure/placement.py                      # a sample: 60 people, 30 % must renew
    python3 scripts/measure/placement.py SCENARIO 2026-W10    # another scenario

Both plans have the same people, forecast and random streams; only sessions.csv differs. The service
levels come with their 95 % intervals from simulation.csv. The plan by hand may have classes side by
side without a room or a trainer of their own: it is no worse off than it would be.
"""

import argparse
import csv
import os
import shutil
import subprocess
import tempfile

SHIFTWRIGHT = ".build/release/shiftwright"


def call(*arguments, accepted=(0, 2)):
    """Output of a command that must end with one of these codes."""
    result = subprocess.run([SHIFTWRIGHT, *arguments], capture_output=True, text=True)
    if result.returncode not in accepted:
        raise SystemExit(f"{' '.join(arguments)}\n{result.stdout}{result.stderr}")
    return result.stdout


def planned(scenario, sessions, week, folder, name, options):
    """Service levels of a plan with these classes: mean, low, high and arrivals by queue."""
    copy = os.path.join(folder, name)
    shutil.copytree(scenario, copy)
    shutil.copy(sessions, os.path.join(copy, "sessions.csv"))
    out = os.path.join(folder, name + "-run")
    text = call("plan", copy, "--week", week, "--out", out, *options)
    with open(os.path.join(out, "simulation.csv"), encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return text, rows


def total_rows(rows):
    """The rows of the whole week, by queue."""
    return {row["queue"]: row for row in rows if row["scope"] == "week"}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("scenario", nargs="?")
    parser.add_argument("week", nargs="?", default="2026-W10")
    parser.add_argument("--people", default="60")
    parser.add_argument("--replications", default="400")
    parser.add_argument("--effort", default=None)
    parser.add_argument("--by-hand", default=None)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        scenario = given.scenario
        if scenario is None:
            scenario = os.path.join(folder, "sample")
            call("sample", scenario, "--people", given.people, "--queues", "3", "--weeks", "12",
                 "--training", "--lapse", "0.3@2026-03-06")
        classes = os.path.join(folder, "classes")
        hour = ["--by-hand", given.by_hand] if given.by_hand else []
        print(call("training", "place", scenario, "--week", given.week, "--out", classes, *hour))
        options = ["--replications", given.replications, "--cover", "need"]
        options += ["--effort", given.effort] if given.effort else []
        results = {}
        for name in ("sessions", "by_hand_sessions"):
            path = os.path.join(classes, name + ".csv")
            text, rows = planned(scenario, path, given.week, folder, name, options)
            results[name] = total_rows(rows)
            print(text)
        print(f"{'queue':16}{'placed':>26}{'by hand':>26}{'difference':>12}")
        for queue, row in results["sessions"].items():
            other = results["by_hand_sessions"][queue]
            cells = []
            for side in (row, other):
                mean, low, high = (100 * float(side[key]) for key in (
                    "service_level", "service_level_low", "service_level_high"))
                cells.append(f"{mean:6.2f} ({low:6.2f} to {high:6.2f})")
            gain = 100 * (float(row["service_level"]) - float(other["service_level"]))
            print(f"{queue:16}{cells[0]:>26}{cells[1]:>26}{gain:>+12.2f}")


if __name__ == "__main__":
    main()
