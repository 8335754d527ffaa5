#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans a week by service and by the need of Erlang A and Erlang C, and prints both beside each other.

    swift build -c release -Xswiftc -enable-testing --product shiftwright
    python3 scripts/measure/targets.py scenarios/harbour-bank 2026-W10 [--flexible] [--effort 10]

All rosters meet the same contacts: the forecast and the random streams of the plan by service, with
the scenario's patience. --flexible takes the contracts' least hours and days away, so that the hours
paid are those that the plan wants. Erlang C is the same scenario without patience.
"""

import argparse
import os
import re
import shutil
import subprocess
import tempfile

SHIFTWRIGHT = ".build/release/shiftwright"


def call(*arguments):
    """Output of a command that must succeed."""
    return subprocess.run(
        [SHIFTWRIGHT, *arguments], capture_output=True, text=True, check=True
    ).stdout


def copy(scenario, folder, name, *changes):
    """A copy of a scenario with regular expressions replaced in its settings."""
    target = os.path.join(folder, name)
    shutil.copytree(scenario, target)
    path = os.path.join(target, "scenario.yaml")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    for pattern, replacement in changes:
        text = re.sub(pattern, replacement, text)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return target


def paid_hours(text):
    """Paid hours that a plan's summary names."""
    return float(re.search(r"Paid hours\s+([\d,.]+),", text)[1].replace(",", ""))


def services(text):
    """Queues of a simulation: name, the week's service level, the promise about it."""
    found = []
    for block in re.split(r"\n\n", text):
        week = re.search(r"^  Week .*?([\d.]+% ± [\d.]+).*?(met|missed|not proved)$", block, re.MULTILINE)
        if not week:
            continue
        promise = re.search(r"The service level:((?:.|\n   ?\S)*)", block)
        verdict = " ".join(promise[1].split()).split(": ")[-1] if promise else week[2]
        found.append((block.strip().split("\n")[0], week[1], verdict))
    return found


def main():
    """Runs the three plans."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenario")
    parser.add_argument("week")
    parser.add_argument("--flexible", action="store_true")
    parser.add_argument("--effort")
    chosen = parser.parse_args()
    effort = ["--effort", chosen.effort] if chosen.effort else []
    flexible = [
        (r"(weekly_hours: \{minimum:) [\d.]+", r"\1 0"),
        (r"(days_per_week: \{minimum:) \d+", r"\1 0"),
    ]
    with tempfile.TemporaryDirectory() as folder:
        changes = flexible if chosen.flexible else []
        own = copy(chosen.scenario, folder, "own", *changes)
        endless = copy(own, folder, "endless", (r"\n    patience_seconds: [\d.]+", ""))
        plans = [("service", own, "service"), ("Erlang A", own, "need"), ("Erlang C", endless, "need")]
        print("| Plan | Paid hours | Service in simulation |")
        print("|---|---|---|")
        for name, scenario, cover in plans:
            run = os.path.join(folder, name)
            said = call(
                "plan", scenario, "--week", chosen.week, "--out", run, "--cover", cover, *effort
            )
            played = call("simulate", own, run, "--forecast", os.path.join(folder, "service"))
            found = ", ".join(f"{queue} {level} {promise}" for queue, level, promise in services(played))
            print(f"| {name} | {paid_hours(said):,.1f} | {found} |", flush=True)


if __name__ == "__main__":
    main()
