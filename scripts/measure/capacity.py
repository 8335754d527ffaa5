#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times capacity plans of 24 months and 6 skills, and reads their proved gaps.

    swift build -c release -Xswiftc -enable-testing --product shiftwright
    python3 scripts/measure/capacity.py                       # samples of 240 people
    python3 scripts/measure/capacity.py --people 600 --seeds 1,2,3

Each sample gets assumptions that give the plan something to decide: growth, attrition, positions for
every skill in two contracts, cross-training, a mix of contracts and a budget.
"""

import argparse
import json
import os
import subprocess
import tempfile
import time

SHIFTWRIGHT = ".build/release/shiftwright"


def call(*arguments):
    result = subprocess.run([SHIFTWRIGHT, *arguments], capture_output=True, text=True)
    if result.returncode != 0:
        raise SystemExit(f"{' '.join(arguments)}\n{result.stdout}{result.stderr}")
    return result.stdout


def skills(scenario):
    with open(os.path.join(scenario, "scenario.yaml"), encoding="utf-8") as file:
        return [line.split(":")[1].strip() for line in file if line.startswith("    skill:")]


def write_assumptions(scenario, people):
    names = skills(scenario)
    positions = "".join(
        f"    - {{contract: {contract}, skills: [{skill}]}}\n"
        for skill in names for contract in ("full_time", "part_time"))
    cross = "".join(
        f"  - {{skill: {skill}, from: [{names[0]}], hours: 40, pass_rate: 0.85, seats: 8, "
        f"per_month: 2, cost: 900}}\n" for skill in names[1:])
    text = (
        "demand: {yearly_growth: 0.10, yearly_spread: 0.06}\n"
        "attrition: {monthly: 0.02, newcomers: 0.035}\n"
        "absence: 0.1\n"
        "hiring:\n  lead_months: 2\n  cost: 3200\n  most_per_month: 10\n  positions:\n" + positions
        + "classes: {seats: 12, per_month: 3, cost: 2400}\n"
        "cross_training:\n" + cross
        + "contract_mix:\n  - {contract: part_time, least: 0.10, most: 0.40}\n"
        f"budget: {{total: {people * 24 * 1000}}}\n"
        "missing_month: 9000\n")
    with open(os.path.join(scenario, "capacity.yaml"), "w", encoding="utf-8") as file:
        file.write(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--people", default="240")
    parser.add_argument("--queues", default="6")
    parser.add_argument("--months", default="24")
    parser.add_argument("--seeds", default="1,2")
    given = parser.parse_args()
    print(f"{'seed':>4}{'skills':>8}{'months':>8}{'seconds':>9}{'gap':>9}{'nodes':>8}"
          f"{'hires':>7}{'trained':>9}")
    for seed in given.seeds.split(","):
        with tempfile.TemporaryDirectory() as folder:
            scenario = os.path.join(folder, "bank")
            call("sample", scenario, "--people", given.people, "--queues", given.queues,
                 "--weeks", "26", "--seed", seed)
            write_assumptions(scenario, int(given.people))
            out = os.path.join(folder, "out")
            start = time.monotonic()
            call("capacity", scenario, "--months", given.months, "--out", out)
            seconds = time.monotonic() - start
            with open(os.path.join(out, "capacity.json"), encoding="utf-8") as file:
                plan = json.load(file)
            facts = {fact["name"]: fact["value"] for fact in plan["facts"]}
            people = {kind: sum(int(row["number"]) for row in plan["tables"]["actions"]
                                if row["action"] == kind) for kind in ("hire", "train")}
            print(f"{seed:>4}{len(set(skills(scenario))):>8}{given.months:>8}{seconds:>9.1f}"
                  f"{float(facts['gap']):>9.4%}{facts['nodes']:>8}{people['hire']:>7}"
                  f"{people['train']:>9}")


if __name__ == "__main__":
    main()
