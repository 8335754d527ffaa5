#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures contacts per second of the simulation beside Ciw, on the same case and one core each.

    swift build -c release -Xswiftc -enable-testing --product shiftwright-bench
    pip install ciw
    python3 scripts/measure/simulation.py --days 5

M/M/100+M: 95 erlangs of 180 s, patience 120 s, 15 hours. Ciw plays so many days; both are run in
turn, three times, and the medians printed, with the mean share of contacts that left: the shares
of the first two rows must agree.
Memory is the most that a run of `shiftwright-bench simulate` held, with few days and with a
hundred times as many. Nothing else should run meanwhile.
"""

import argparse
import json
import statistics
import subprocess
import sys
import time

BENCH = ".build/release/shiftwright-bench"
HOURS = 15


def ciw_run(days, seed):
    """Contacts per second and the share that left."""
    import ciw

    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(1900 / 3600)],
        service_distributions=[ciw.dists.Exponential(1 / 180)],
        reneging_time_distributions=[ciw.dists.Exponential(1 / 120)],
        number_of_servers=[100],
    )
    seconds, contacts, left = 0.0, 0, 0
    for day in range(days):
        ciw.seed(seed * 1000 + day)
        start = time.perf_counter()
        simulation = ciw.Simulation(network)
        simulation.simulate_until_max_time(HOURS * 3600)
        seconds += time.perf_counter() - start
        records = simulation.get_all_records()
        contacts += len(records)
        left += sum(record.record_type == "renege" for record in records)
    return contacts / seconds, left / contacts


def bench_run(replications, *options):
    """What the command printed, and the most memory it held in MB."""
    # time forks from a small process: the memory of this one would count otherwise
    done = subprocess.run(
        ["/usr/bin/time", "-f", "%M", BENCH, "simulate", "--replications", str(replications),
         *options],
        capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(done.stderr)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return lines, int(done.stderr.splitlines()[-1]) / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--days", type=int, default=5, help="days of a run of Ciw")
    parser.add_argument("--runs", type=int, default=3, help="runs of each")
    options = parser.parse_args()
    ciw, ours, skills = [], [], []
    for seed in range(1, options.runs + 1):
        ciw.append(ciw_run(options.days, seed))
        lines, _ = bench_run(60, "--skills", "--seed", str(seed))
        skills.append(lines[0])
        ours.append(lines[-1])
    middle = statistics.median
    print("| What | Contacts per second | Share that left |")
    print("|---|---|---|")
    print(f"| Ciw, M/M/100+M | {middle(rate for rate, _ in ciw):,.0f} "
          f"| {statistics.mean(left for _, left in ciw):.4f} |")
    for name, lines in (("M/M/100+M", ours), ("three queues with skills", skills)):
        rate = middle(line["contacts_per_second"] for line in lines)
        left = statistics.mean(line["share_left"] for line in lines)
        print(f"| {name} | {rate:,.0f} | {left:.4f} |")
    print()
    for replications in (20, 2000):
        lines, memory = bench_run(replications, "--runs", "1")
        print(f"{lines[-1]['played']:,} contacts: {memory:.1f} MB")


if __name__ == "__main__":
    main()
