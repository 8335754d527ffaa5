#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans 26 weeks in a row with and without fairness, and compares spreads and costs.

    swift build -c release -Xswiftc -enable-testing --product shiftwright
    python3 scripts/measure/fairness.py                        # harbour-bank, 26 weeks
    python3 scripts/measure/fairness.py --weeks 6 --effort 3   # a quick look

Without: no price of weekends and no fairness. With: costs.fairness. The spread of a burden is the standard
deviation over people of its number for a full-time person, within people of the same site and contract;
the cost is that of all weeks without the parts for fairness and wishes' weights: pay, premiums, rules, cover,
and wishes at the weights that the files say.
"""

import argparse
import csv
import json
import math
import os
import shutil
import subprocess
import tempfile
from collections import defaultdict
from datetime import date, timedelta

SHIFTWRIGHT = os.path.abspath(".build/release/shiftwright")


def next_week(week, count):
    year, number = week.split("-W")
    monday = date.fromisocalendar(int(year), int(number), 1) + timedelta(weeks=count)
    year, number, _ = monday.isocalendar()
    return f"{year}-W{number:02}"


def set_costs(scenario, fairness):
    path = os.path.join(scenario, "scenario.yaml")
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    kept = [line for line in lines if not line.strip().startswith("weekend_fairness:")]
    at = next(i for i, line in enumerate(kept) if line.startswith("costs:")) + 1
    kept.insert(at, f"  fairness: {fairness}" if fairness else "  weekend_fairness: 0")
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(kept))


def plan(scenario, first, weeks, out, arguments):
    """Plans chains of at most 13 weeks, each from the history that the one before left."""
    rows = {"weeks": [], "people": defaultdict(lambda: defaultdict(float))}
    done = 0
    while done < weeks:
        count = min(13, weeks - done)
        folder = os.path.join(out, f"part{done}")
        week = next_week(first, done)
        command = [SHIFTWRIGHT, "plan", scenario, "--week", week, "--out", folder,
                   "--replications", "20", "--effort", str(arguments.effort), "--cover", "need"]
        if count == 1:
            raise SystemExit("Give a number of weeks that leaves none alone after parts of 13.")
        result = subprocess.run(command + ["--weeks", str(count)], capture_output=True, text=True)
        if result.returncode not in (0, 2):
            raise SystemExit(result.stdout + result.stderr)
        with open(os.path.join(folder, "horizon.csv"), encoding="utf-8") as file:
            rows["weeks"] += list(csv.DictReader(file))
        with open(os.path.join(folder, "persons.csv"), encoding="utf-8") as file:
            for row in csv.DictReader(file):
                for name in ("shifts", "weekends", "refused", "paid_hours"):
                    rows["people"][row["employee"]][name] += float(row[name])
        shutil.copy(os.path.join(folder, "history.csv"), os.path.join(scenario, "history.csv"))
        done += count
    return rows


def groups(scenario):
    with open(os.path.join(scenario, "employees.csv"), encoding="utf-8") as file:
        people = list(csv.DictReader(file))
    found = defaultdict(list)
    for person in people:
        share = float(person.get("fte") or 1)
        found[(person["site"], person["contract"])].append((person["employee"], share))
    return found


def spread(rows, scenario, name):
    squares, count = 0.0, 0
    for people in groups(scenario).values():
        values = [rows["people"][person][name] / share for person, share in people
                  if rows["people"][person]["shifts"] > 0]
        if len(values) < 2:
            continue
        mean = sum(values) / len(values)
        squares += sum((value - mean) ** 2 for value in values)
        count += len(values)
    return math.sqrt(squares / max(1, count))


def cost(rows, parts=("pay", "overtime_premium", "rules", "cover")):
    return sum(float(row[part]) for row in rows["weeks"] for part in parts)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--scenario", default="scenarios/harbour-bank")
    parser.add_argument("--week", default="2026-W10")
    parser.add_argument("--weeks", type=int, default=26)
    parser.add_argument("--effort", type=int, default=2)
    parser.add_argument("--fairness", default="{weeks: 26, weekends: 6, refused: 1}")
    arguments = parser.parse_args()
    results = {}
    with tempfile.TemporaryDirectory() as place:
        for name, fairness in (("without", None), ("with", arguments.fairness)):
            scenario = os.path.join(place, name)
            shutil.copytree(arguments.scenario, scenario)
            set_costs(scenario, fairness)
            out = os.path.join(place, name + "-runs")
            results[name] = plan(scenario, arguments.week, arguments.weeks, out, arguments)
            figures = {
                "spread_weekends": round(spread(results[name], scenario, "weekends"), 3),
                "spread_refused": round(spread(results[name], scenario, "refused"), 3),
                "cost": round(cost(results[name]), 2),
                "refused": sum(p["refused"] for p in results[name]["people"].values()),
                "weekends": sum(p["weekends"] for p in results[name]["people"].values()),
            }
            results[name]["figures"] = figures
            print(name, json.dumps(figures))
    with_, without = results["with"]["figures"], results["without"]["figures"]
    for key in ("spread_weekends", "spread_refused"):
        print(f"{key}: {with_[key] / max(1e-9, without[key]):.3f} of that without")
    print(f"cost: {100 * (with_['cost'] / without['cost'] - 1):+.3f} %")


if __name__ == "__main__":
    main()
