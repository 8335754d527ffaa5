#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the synthetic figures of scenarios/harbour-bank/scorecard.

    python3 scripts/reference/scorecard_sample.py scenarios/harbour-bank/scorecard

Nothing in them is real. Two teams fall behind in satisfaction: team 2 from 2025-W47 to W50, team 4 from
2026-W06 on. The same files come out every time.
"""

import datetime
import math
import pathlib
import random
import sys

folder = pathlib.Path(sys.argv[1])
draw = random.Random(42)
monday = datetime.date(2025, 9, 1)
weeks = [monday + datetime.timedelta(days=7 * n) for n in range(26)]


def name(day):
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def hits(cases, share):
    return sum(draw.random() < share for _ in range(cases))


def odds(start, end, n):
    """A share on its way from one value to another, straight in its log odds."""
    low, high = (math.log(p / (1 - p)) for p in (start, end))
    return 1 / (1 + math.exp(-(low + (high - low) * n / 25 + 0.04 * draw.gauss(0, 1))))


rows = ["week,measure,group_kind,group,numerator,denominator,value,count,sd"]
for n, day in enumerate(weeks):
    week = name(day)
    seconds = 64 * math.exp(-0.026 * n + 0.04 * draw.gauss(0, 1))
    rows.append(f"{week},response_seconds,center,,,,{seconds:.1f},{8600 + draw.randrange(900)},{seconds * 1.1:.1f}")
    for team in range(1, 7):
        share = odds(0.79, 0.835, n) - (0.01 if team == 5 else 0)
        if (team == 2 and 11 <= n <= 14) or (team == 4 and n >= 22):
            share -= 0.17
        cases = 150 + draw.randrange(60)
        rows.append(f"{week},satisfaction,team,team {team},{hits(cases, share)},{cases},,,")
    sat = 10 + draw.randrange(8)
    rows.append(f"{week},pass_rate,center,,{hits(sat, 0.9)},{sat},,,")
    rows.append(f"{week},churn,center,,{hits(60000, 0.003 * math.exp(-0.012 * n))},60000,,,")
    cases = 16000 + draw.randrange(2000)
    rows.append(f"{week},self_service,center,,{hits(cases, odds(0.48, 0.6, n))},{cases},,,")
    for queue, share in (("phone_general", 0.78), ("phone_cards", 0.74), ("chat", 0.7)):
        cases = 350 + draw.randrange(100)
        rows.append(f"{week},first_contact_resolution,queue,{queue},{hits(cases, share)},{cases},,,")

complaints = ["complaint,received,first_contact,supervisor,head_of_unit,closed"]
for day in weeks:
    for _ in range(6 + draw.randrange(5)):
        begin = datetime.datetime.combine(day, datetime.time(9)) + datetime.timedelta(
            days=draw.randrange(5), minutes=draw.randrange(480)
        )

        def later(mean, begin=begin):
            moment = begin + datetime.timedelta(minutes=max(1, round(draw.expovariate(1 / mean))))
            return moment.strftime("%Y-%m-%dT%H:%M")

        closed = later(1200)
        steps = [later(28), later(110), later(620)]
        steps = [step if step <= closed else "" for step in steps]
        number = len(complaints)
        complaints.append(f"c{number:04},{begin.strftime('%Y-%m-%dT%H:%M')},{','.join(steps)},{closed}")

folder.mkdir(exist_ok=True)
(folder / "figures.csv").write_text("\n".join(rows) + "\n")
(folder / "complaints.csv").write_text("\n".join(complaints) + "\n")
(folder / "goals.yaml").write_text(
    """# Goals of a scorecard; docs/reference/scorecard-format.md explains every key.
# Synthetic, as are the figures beside it: scripts/reference/scorecard_sample.py made them.
title: Harbour Bank
time_zone: Europe/London  # of the complaints' local times
baseline: {from: 2025-W36, to: 2025-W43}
start: 2025-10-27  # months are counted from this day
owners: {site: site lead, queue: queue owner, team: team lead}
due_weeks: 8  # from a ticket's opening
goals:
  - {name: response, title: Response within 30 s and 50% faster, measure: response_seconds, bound: 30, change: -0.5, month: 6}
  - {name: satisfaction, title: Satisfaction of 85%, measure: satisfaction, bound: 0.85, month: 6}
  - {name: pass_rate, title: Pass rate of 90%, measure: pass_rate, bound: 0.9, month: 12}
  - {name: churn, title: A fifth fewer customers leave, measure: churn, change: -0.2, month: 12}
  - {name: self_service, title: Self-service use of 70%, measure: self_service, bound: 0.7, month: 12}
"""
)
