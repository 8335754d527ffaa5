#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How far the worth of things by duals is from that by planning again, on a scenario's week.

    swift build -c release -Xswiftc -enable-testing --product shiftwright
    python3 scripts/measure/worth.py scenarios/harbour-bank 2026-W10 [--confirm 120] [--effort N]

Plans the week, runs `shiftwright worth`, and prints per kind the quartiles of the absolute difference,
of the difference as a share of the larger figure, and how many differences are smaller than the gap.
With --list every pair is printed too.
"""

import argparse
import csv
import os
import re
import subprocess
import tempfile

SHIFTWRIGHT = ".build/release/shiftwright"


def call(*arguments):
    """Output of a command that must succeed."""
    return subprocess.run(
        [SHIFTWRIGHT, *arguments], capture_output=True, text=True, check=True
    ).stdout


def quartiles(values):
    """Quartiles by linear interpolation between order statistics."""
    ranked = sorted(values)
    found = []
    for share in (0.25, 0.5, 0.75):
        place = share * (len(ranked) - 1)
        low = int(place)
        high = min(low + 1, len(ranked) - 1)
        found.append(ranked[low] + (place - low) * (ranked[high] - ranked[low]))
    return found


def line(name, rows):
    """One row of the table."""
    pairs = [(float(row["dual"]), float(row["resolve"])) for row in rows]
    apart = [abs(dual - resolve) for dual, resolve in pairs]
    larger = [max(abs(dual), abs(resolve)) for dual, resolve in pairs]
    shares = [100 * a / b if b > 1e-9 else 0 for a, b in zip(apart, larger)]
    inside = sum(row["inside_gap"] == "yes" for row in rows)
    nothing = sum(abs(resolve) < 0.005 for _, resolve in pairs)
    texts = [
        name,
        str(len(rows)),
        " · ".join(f"{value:.1f}" for value in quartiles([dual for dual, _ in pairs])),
        " · ".join(f"{value:.1f}" for value in quartiles([resolve for _, resolve in pairs])),
        " · ".join(f"{value:.1f}" for value in quartiles(apart)),
        " · ".join(f"{value:.0f} %" for value in quartiles(shares)),
        f"{inside}",
        f"{nothing}",
    ]
    return "| " + " | ".join(texts) + " |"


def main():
    """Plans, asks, and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenario")
    parser.add_argument("week")
    parser.add_argument("--confirm", default="120")
    parser.add_argument("--effort")
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        run, out = os.path.join(folder, "run"), os.path.join(folder, "worth")
        call("plan", options.scenario, "--week", options.week, "--out", run)
        effort = ["--effort", options.effort] if options.effort else []
        text = call("worth", run, "--out", out, "--confirm", options.confirm, *effort)
        with open(os.path.join(out, "worth.csv"), encoding="utf-8", newline="") as file:
            rows = [row for row in csv.DictReader(file) if row["resolve"]]
    print(re.sub(r"\s*\n(?=\S)", " ", text.split("\n\n")[1]).strip())
    print()
    print("| Kind | Cases | Duals | New search | Apart | Share | Inside the gap | Nothing found |")
    print("|---|---|---|---|---|---|---|---|")
    for kind in ("hour", "shift", "rule", "certificate"):
        own = [row for row in rows if row["kind"] == kind]
        if own:
            print(line(kind, own))
    print(line("all", rows))
    if options.list:
        print()
        for row in rows:
            print(row["kind"], row["what"], row["from"], row["dual"], row["resolve"])


if __name__ == "__main__":
    main()
