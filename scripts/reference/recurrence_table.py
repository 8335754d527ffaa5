#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the table of repeated dates that the tests of iCalendar files compare with.

    pip install python-dateutil
    python3 scripts/reference/recurrence_table.py > scripts/reference/recurrence_table.csv

Each row holds a rule (RFC 5545, 3.3.10), the first date and all dates up to the end of 2032 as
dateutil lists them; the first date is the first one that the rule names from 2024-01-01 on. The
rules are those of holiday calendars, then random ones.
"""

import random
from datetime import datetime

from dateutil.rrule import rrulestr

FIRST, LAST = datetime(2024, 1, 1), datetime(2032, 12, 31)

KNOWN = [
    "FREQ=YEARLY",
    "FREQ=YEARLY;BYMONTH=5;BYDAY=1MO",
    "FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO",
    "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
    "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25,26",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=16,17,18,19,20,21,22;BYDAY=WE",
    "FREQ=YEARLY;BYDAY=20MO",
    "FREQ=YEARLY;BYDAY=-1SU",
    "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=MONTHLY;BYMONTHDAY=31",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=MONTHLY;BYDAY=2TU,-1FR",
    "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15;COUNT=7",
    "FREQ=WEEKLY;BYDAY=SA;UNTIL=20240630",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=9;WKST=MO",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=9;WKST=SU",
    "FREQ=DAILY;INTERVAL=10;COUNT=5",
    "FREQ=DAILY;BYMONTH=1;BYDAY=MO",
]


def some(choices, most, draw):
    return ",".join(map(str, sorted(draw.sample(choices, draw.randint(1, most)))))


def weekdays(draw, ordinal):
    days = draw.sample(["MO", "TU", "WE", "TH", "FR", "SA", "SU"], draw.randint(1, 3))
    marks = ["", "", "1", "2", "-1", "-2"] if ordinal else [""]
    return ",".join(draw.choice(marks) + day for day in days)


def random_rule(draw):
    frequency = draw.choice(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
    parts = ["FREQ=" + frequency]
    chance = draw.random
    if chance() < 0.4:
        parts.append(f"INTERVAL={draw.randint(2, 5)}")
    by = len(parts)
    if chance() < 0.5:
        parts.append("BYMONTH=" + some(list(range(1, 13)), 4, draw))
    days = [1, 2, 5, 13, 15, 28, 29, 30, 31, -1, -2, -30]
    if frequency != "WEEKLY" and chance() < 0.4:
        parts.append("BYMONTHDAY=" + some(days, 4, draw))
    if chance() < 0.6:
        parts.append("BYDAY=" + weekdays(draw, frequency in ["MONTHLY", "YEARLY"]))
    if len(parts) > by and frequency != "DAILY" and chance() < 0.3:
        parts.append("BYSETPOS=" + some([1, 2, -1, -2], 2, draw))
    if chance() < 0.2:
        parts.append("WKST=" + draw.choice(["MO", "SU", "WE"]))
    end = chance()
    if end < 0.25:
        parts.append(f"COUNT={draw.randint(1, 30)}")
    elif end < 0.5:
        parts.append(f"UNTIL=20{draw.randint(25, 32)}0{draw.randint(1, 9)}15")
    return ";".join(parts)


def main():
    draw = random.Random(5545)
    rules = KNOWN + [random_rule(draw) for _ in range(300)]
    print("rule,start,dates")
    for rule in rules:
        bare = ";".join(p for p in rule.split(";") if not p.startswith(("COUNT", "UNTIL")))
        start = rrulestr(bare, dtstart=FIRST).after(FIRST, inc=True)
        # An interval counts from the start, which moves the rule: look again from there.
        dates = rrulestr(rule, dtstart=start).between(FIRST, LAST, inc=True) if start else []
        if not dates or dates[0] != start or len(dates) > 400:
            continue
        text = " ".join(date.strftime("%Y%m%d") for date in dates)
        print(f'"{rule}",{start:%Y%m%d},{text}')


if __name__ == "__main__":
    main()
