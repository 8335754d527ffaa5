#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Imports training records of a large center into a database, and prints seconds and peak memory.

    swift build -c release -Xswiftc -enable-testing
    python3 scripts/measure/training.py [--share 0.1] [--keep FOLDER]

At full size: 5,000 people, 800,000 certificates, 1,000,000 assessments (1 in 100 a correction). The files
are made from a seed, the same each time. Then each command of the list below runs once in a process of
its own; memory is the peak of what lay in it. Nothing else should run meanwhile.
"""

import argparse
import datetime
import os
import random
import resource
import subprocess
import sys
import tempfile
import time

PROGRAM = os.path.abspath(".build/release/shiftwright")
COURSES = 40


def run(folder, arguments):
    """Seconds and peak megabytes of one command."""
    begin = time.monotonic()
    process = subprocess.Popen(
        [PROGRAM] + arguments, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - begin
    if status != 0:
        sys.exit(f"{' '.join(arguments)}\n{output}")
    return seconds, usage.ru_maxrss / 1024


def day(number):
    return (datetime.date(2016, 1, 1) + datetime.timedelta(days=number)).isoformat()


def write_certificates(path, people, count, generator):
    with open(path, "w", encoding="utf-8") as file:
        file.write("employee,course,attained,from,lapses,reference\n")
        for number in range(count):
            begin = number * 3800 // count
            person = people[generator.randrange(len(people))]
            course = generator.randrange(COURSES)
            file.write(f"{person},course_{course},{day(begin)},{day(begin)},{day(begin + 365)},c-{number}\n")


def write_assessments(path, people, count, generator):
    last = {}
    with open(path, "w", encoding="utf-8") as file:
        file.write("employee,course,sat,attempt,score,pass_mark,examiner,evidence,session,source,"
                   "reference,corrects,reason\n")
        for number in range(count):
            begin = number * 3800 // count
            score = generator.randrange(40, 101) / 100
            if number % 100 == 99:
                reference, row = last.popitem()
                file.write(f"{row},{score},0.8,,sheet {number},,lms,{number},{reference},misread\n")
                continue
            person = people[generator.randrange(len(people))]
            # no two tries at one moment
            moment = f"{day(begin)}T{8 + number % 600 // 60:02d}:{number % 60:02d}"
            row = f"{person},course_{generator.randrange(COURSES)},{moment},1"
            file.write(f"{row},{score},0.8,,sheet {number},,lms,{number},,\n")
            last = {number: row}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--keep")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or temporary
        os.makedirs(folder, exist_ok=True)
        heads = max(20, round(5000 * options.share))
        run(folder, ["sample", "--people", str(heads), "--queues", "4", "--weeks", "2", "center"])
        with open(os.path.join(folder, "center/employees.csv"), encoding="utf-8") as file:
            people = [line.split(",")[0] for line in file][1:]
        with open(os.path.join(folder, "center/training.yaml"), "w", encoding="utf-8") as file:
            file.write("courses:\n")
            for number in range(COURSES):
                file.write(f"  - {{name: course_{number}, length_minutes: 60, pass_mark: 0.8, "
                           "validity: {months: 12}}\n")
        generator = random.Random(42)
        write_certificates(os.path.join(folder, "certifications.csv"), people,
                           round(800_000 * options.share), generator)
        write_assessments(os.path.join(folder, "assessments.csv"), people,
                          round(1_000_000 * options.share), generator)
        commands = [
            ["db", "init", "--db", "center.db"],
            ["db", "import", "center", "--db", "center.db"],
            ["training", "import", "certifications.csv", "assessments.csv", "--db", "center.db"],
            ["training", "import", "certifications.csv", "assessments.csv", "--db", "center.db"],
            ["training", "certify", people[0], "course_1", "--attained", "2026-03-02", "--db", "center.db"],
            ["training", "report", "center.db", "--on", "2026-06-01"],
            ["training", "due", "center.db", "--on", "2026-06-01", "--within", "90d"],
            ["training", "record", "center.db", people[0], "--on", "2026-06-01"],
            ["training", "remind", "center.db", "--on", "2026-06-01", "--out", "mail"],
            ["audit", "verify", "--db", "center.db"],
            ["db", "check", "--db", "center.db"],
            ["db", "export", "out", "--db", "center.db"],
        ]
        print(f"{heads} people, share {options.share}")
        print("| Command | Seconds | Peak MB |\n|---|---:|---:|")
        for arguments in commands:
            seconds, megabytes = run(folder, arguments)
            name = " ".join(arguments[:2])
            print(f"| {name} | {seconds:.1f} | {megabytes:.0f} |", flush=True)
        size = os.path.getsize(os.path.join(folder, "center.db")) / 1e6
        print(f"The database has {size:.0f} MB.")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
