#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans a week by service and by the need of Erlang, and prints the plans beside each other.

    swift build -c release -Xswiftc -enable-testing --product shiftwright
    python3 scripts/measure/targets.py scenarios/harbour-bank 2026-W10 [--flexible] [--effort 10]

All rosters meet the same contacts: the forecast and the random streams of the plan by service, with
the scenario's patience. --flexible takes the contracts' least hours and days away, so that the hours
paid are those that the plan wants. Erlang A and Erlang C are the plans with `--cover need`, with
patience and without. Interval-wise Erlang C is the textbook: each interval by itself, in a steady state.
"""

import argparse
import csv
import datetime
import math
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


def hours_in(roster):
    """Paid hours of a roster.csv whose meals are unpaid and whose breaks are paid."""
    with open(roster, encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["segment_kind"] != "lunch"]
    moment = datetime.datetime.fromisoformat
    spans = [moment(row["segment_end"]) - moment(row["segment_start"]) for row in rows]
    return sum(span.total_seconds() for span in spans) / 3600


def erlang_c(agents, load, handle_time, threshold):
    """Share answered in time by so many agents, in a steady state where everybody waits."""
    if agents <= load:
        return 0.0
    blocked = 1.0
    for count in range(1, agents + 1):
        blocked = load * blocked / (count + load * blocked)
    waits = blocked / (1 - load / agents * (1 - blocked))
    return 1 - waits * math.exp(-(agents - load) * threshold / handle_time)


def value(block, key, default):
    """A number of a queue's block in scenario.yaml."""
    found = re.search(rf"\b{key}: ([\d.]+)", block)
    return float(found[1]) if found else default


def interval_wise(scenario, forecast, folder):
    """Writes the need of each interval by itself."""
    with open(os.path.join(scenario, "scenario.yaml"), encoding="utf-8") as file:
        text = file.read()
    if re.search(r"^proficiency:", text, re.MULTILINE):
        raise SystemExit("The textbook knows no proficiency: take it out of the scenario.")
    shrinkage, minutes = value(text, "shrinkage", 0), value(text, "interval_minutes", 30)
    blocks = {re.match(r"\w+", part)[0]: part for part in text.split("\n  - name: ")[1:]}
    work = {}
    with open(os.path.join(forecast, "forecast.csv"), encoding="utf-8") as file:
        for row in csv.DictReader(file):
            block = blocks[row["queue"]]
            slower = 1 + value(block, "slowdown", 0) * (value(block, "concurrency", 1) - 1)
            handle_time = float(row["aht_seconds"]) * slower
            load = float(row["arrivals"]) * handle_time / (60 * minutes)
            work[row["queue"], row["interval_start"]] = (load, handle_time)
    with open(os.path.join(forecast, "requirement.csv"), encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        block = blocks[row["queue"]]
        load, handle_time = work[row["queue"], row["interval_start"]]
        if load == 0:
            continue
        slots, agents = int(value(block, "concurrency", 1)), 1
        while (
            erlang_c(
                slots * agents,
                load,
                handle_time,
                value(block, "within_seconds", 20),
            )
            < value(block, "service_level", 0.8)
            or load > value(block, "maximum_occupancy", 1) * slots * agents
        ):
            agents += 1
        row["offered_load"] = load
        row["agents"] = agents
        row["rostered"] = math.ceil(agents / (1 - shrinkage) - 1e-9)
        row["occupancy"] = load / (slots * agents)
        row["binding_target"] = "service_level"
    os.makedirs(folder)
    with open(os.path.join(folder, "requirement.csv"), "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def services(text):
    """Queues of a simulation: name, the service level that decides, the promise about it."""
    found = []
    for block in re.split(r"\n\n", text):
        week = re.search(r"^  Week .*?([\d.]+% ± [\d.]+).*?(met|missed|not proved)$", block, re.MULTILINE)
        if not week:
            continue
        promise = re.search(r"The service level:((?:.|\n   ?\S)*)", block)
        said = " ".join(promise[1].split()) if promise else f"promised, {week[1]}: {week[2]}"
        level = re.search(
            r"promised, ([\d.]+)% (?:± ([\d.]+)|\(≥ ([\d.]+)\)).*?: (met|missed|not proved)", said
        )
        low = float(level[3]) if level[3] else float(level[1]) - float(level[2])
        found.append((block.strip().split("\n")[0], f"{week[1]}, at least {low:.1f}%", level[4]))
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
        plans = [
            ("service", own, "service"),
            ("Erlang A", own, "need"),
            ("Erlang C", endless, "need"),
            ("interval-wise Erlang C", own, None),
        ]
        print("| Plan | Paid hours | Service in simulation |")
        print("|---|---|---|")
        for name, scenario, cover in plans:
            run = os.path.join(folder, name)
            if cover:
                build = ["plan", scenario, "--week", chosen.week, "--cover", cover]
            else:
                need = os.path.join(folder, "need")
                interval_wise(scenario, os.path.join(folder, "service"), need)
                build = ["roster", scenario, "--requirement", need]
            call(*build, "--out", run, *effort)
            played = call("simulate", own, run, "--forecast", os.path.join(folder, "service"))
            found = ", ".join(f"{queue} {level} {promise}" for queue, level, promise in services(played))
            hours = hours_in(os.path.join(run, "roster.csv"))
            print(f"| {name} | {hours:,.1f} | {found} |", flush=True)


if __name__ == "__main__":
    main()
