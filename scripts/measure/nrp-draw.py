#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws nurse instances of given sizes, in the public format, to try sizes that nobody published.

    python3 scripts/measure/nrp-draw.py --people 150 --weeks 52 --kinds 32 --seed 1 > Drawn.txt

People know most kinds of shift, long kinds may be worked less often, requests come in runs of a
few days, and the need is what so many people can just give. Best costs are not known: bounds are
what a run can be compared with.
"""

import argparse
import random

PARTS = ("a", "d", "p", "n")


def drawn_kinds(count, random_):
    """Kinds of early, day, late and night shifts with their minutes, and what may not follow."""
    kinds = []
    for position in range(count):
        part = position * len(PARTS) // count if count >= len(PARTS) else position
        nth = sum(1 for kind in kinds if kind[1] == part) + 1
        minutes = (480, 480, 480, 600, 720)[(nth - 1) % 5]
        kinds.append((f"{PARTS[part]}{nth}", part, minutes))
    # nobody goes to an earlier part of the day, nor from a long shift to one of the same part
    follow = {}
    for name, part, minutes in kinds:
        follow[name] = [other for other, later, length in kinds
                        if later < part or (later == part and minutes == 720 and length != 480)]
    return kinds, follow


def drawn_people(options, kinds, random_):
    lines = []
    # sixteen shifts in four weeks, with room for one shift more or less
    most = options.weeks * 4.5 * 480
    for person in range(options.people):
        known = []
        for _, part, minutes in kinds:
            limit = options.weeks * 7
            if minutes == 600:
                limit = options.weeks * 2 + 3
            elif minutes == 720:
                limit = options.weeks + 3
            if part == 3:
                limit = max(2, options.weeks)
            known.append(0 if random_.random() < 0.25 else limit)
        # everybody needs kinds to fill the time with
        known[0] = options.weeks * 7
        shifts = "|".join(f"{kind[0]}={limit}" for kind, limit in zip(kinds, known))
        lines.append(f"P{person},{shifts},{int(most)},{int(most - 2 * 480)},5,2,2,{(options.weeks + 1) // 2}")
    return lines


def drawn_runs(options, kinds, share, random_):
    """Requests for a kind on a few dates in a row."""
    days = options.weeks * 7
    lines = []
    for person in range(options.people):
        left = int(share * days + random_.random())
        taken = set()
        while left > 0:
            first, kind, weight = random_.randrange(days), random_.choice(kinds)[0], random_.randint(1, 3)
            for day in range(first, min(days, first + random_.randint(1, 4))):
                if day in taken or left == 0:
                    break
                taken.add(day)
                left -= 1
                lines.append(f"P{person},{day},{kind},{weight}")
    return lines


def drawn_need(options, kinds, random_):
    days = options.weeks * 7
    perday = options.load * options.people * 4.2 / 7
    weights = [random_.uniform(0.6, 1.4) * {480: 1, 600: 0.7, 720: 0.5}[kind[2]]
               * (0.5 if kind[1] == 3 else 1) for kind in kinds]
    total = sum(weights)
    lines = []
    for day in range(days):
        level = perday * (0.85 if day % 7 > 4 else 1.06)
        for kind, weight in zip(kinds, weights):
            need = level * weight / total * random_.uniform(0.8, 1.2)
            people = int(need) + (random_.random() < need % 1)
            lines.append(f"{day},{kind[0]},{people},100,1")
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    for name, standard in (("people", 30), ("weeks", 4), ("kinds", 4), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=standard)
    parser.add_argument("--load", type=float, default=0.97,
                        help="need as a share of what people can give")
    options = parser.parse_args()
    random_ = random.Random(options.seed)
    kinds, follow = drawn_kinds(options.kinds, random_)
    days = options.weeks * 7
    print("SECTION_HORIZON", days, "", sep="\n")
    print("SECTION_SHIFTS")
    for name, _, minutes in kinds:
        print(f"{name},{minutes},{'|'.join(follow[name])}")
    print("", "SECTION_STAFF", *drawn_people(options, kinds, random_), sep="\n")
    print("", "SECTION_DAYS_OFF", sep="\n")
    for person in range(options.people):
        print(f"P{person}", *sorted(random_.sample(range(days), max(1, options.weeks // 4))), sep=",")
    print("", "SECTION_SHIFT_ON_REQUESTS", *drawn_runs(options, kinds, 0.18, random_), sep="\n")
    print("", "SECTION_SHIFT_OFF_REQUESTS", *drawn_runs(options, kinds, 0.08, random_), sep="\n")
    print("", "SECTION_COVER", *drawn_need(options, kinds, random_), sep="\n")


if __name__ == "__main__":
    main()
