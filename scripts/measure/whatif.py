#!/usr/bin/env python3
"""Times a grid of 45 points on harbour-bank, killed once and gone on with; with --slurm also through Slurm.

Needs the release build. With --slurm a Slurm must be there (scripts/slurm/start prints the line to use it).
Prints seconds, runs kept and planned, and what a task costs beside its run.
"""

import argparse
import csv
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build" / "release" / "shiftwright"
GRID = ["--grid", "volume=0.9..1.3/0.05", "--grid", "target=80/30,85/20,90/20,80/60,70/30"]


def command(out, effort, replications, engine, threads):
    """The command that asks for all points."""
    work = [] if effort is None else ["--effort", str(effort)]
    return [
        str(PROGRAM), "whatif", str(ROOT / "scenarios" / "harbour-bank"), *GRID, "--out", str(out),
        *work, "--replications", str(replications), "--engine", engine, "--threads", str(threads),
    ]


def records(out):
    """When the record of each run was written."""
    return {path.parent.name: path.stat().st_mtime_ns for path in (out / "runs").glob("[!.]*/run.json")}


def run(arguments):
    """Runs to the end; gives seconds."""
    start = time.monotonic()
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    if done.returncode not in (0,):
        sys.exit(done.stdout + done.stderr)
    return time.monotonic() - start


def killed(arguments, seconds):
    """Starts, kills with SIGKILL after so many seconds."""
    with subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)


def points(out):
    """The distinct points of the table."""
    with open(out / "whatif.csv", newline="", encoding="utf-8") as file:
        return {row["variant"] for row in csv.DictReader(file)}


def main():
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--effort", type=int, help="that of the program when left out")
    parser.add_argument("--replications", type=int, default=200)
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--slurm", action="store_true")
    options = parser.parse_args()
    place = pathlib.Path(tempfile.mkdtemp(prefix="shiftwright-whatif-"))
    try:
        whole = place / "whole"
        seconds = run(command(whole, options.effort, options.replications, "local", options.threads))
        print(f"45 points and the scenario as it is, {options.threads} at once: {seconds:.0f} s")
        cut = place / "cut"
        arguments = command(cut, options.effort, options.replications, "local", options.threads)
        killed(arguments, seconds * random.Random(7).uniform(0.3, 0.7))
        before = records(cut)
        rest = run(arguments)
        after = records(cut)
        kept = sum(after[name] == stamp for name, stamp in before.items())
        print(f"killed with {len(before)} runs there: {kept} kept, {len(after)} in the end, {rest:.0f} s more")
        same = (cut / "whatif.csv").read_bytes() == (whole / "whatif.csv").read_bytes()
        print(f"the same table: {'yes' if same else 'NO'}; {len(points(cut))} rows' variants")
        if options.slurm:
            array = place / "array"
            through = run(command(array, options.effort, options.replications, "slurm", 1))
            same = (array / "whatif.csv").read_bytes() == (whole / "whatif.csv").read_bytes()
            print(
                f"through Slurm: {through:.0f} s, {(through - seconds) / 46:.2f} s more per task; "
                f"the same table: {'yes' if same else 'NO'}"
            )
    finally:
        shutil.rmtree(place)


if __name__ == "__main__":
    main()
