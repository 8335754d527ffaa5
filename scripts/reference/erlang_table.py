#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the table of Erlang B, C and A values that the tests of Staffing compare with.

    pip install mpmath
    python3 scripts/reference/erlang_table.py > scripts/reference/erlang_table.csv

Every number is computed with 360 digits from sums over the states of the queue and series
of the incomplete gamma function; where patience is so long that these have millions of terms, with
60 digits from integrals over the wait. Times are in mean handle times: patience and threshold are
multiples of it, and so is the speed of answer. An empty field means that the measure does not
exist. Takes a few minutes.
"""

import sys

from mpmath import mp, mpf

mp.dps = 60


def blocking(n, a):
    """B(n, a) by the recursion."""
    value = mpf(1)
    for k in range(1, n + 1):
        value = a * value / (k + a * value)
    return value


def erlang_b(n, a):
    b = blocking(n, a)
    return {"delay": b, "prompt": 1 - b}


def erlang_c(n, a, threshold):
    if a >= n:
        return {"delay": mpf(1), "service_level": mpf(0), "missed": mpf(1), "occupancy": mpf(1)}
    b = blocking(n, a)
    c = n * b / (n - a * (1 - b))
    missed = c * mp.exp(-(n - a) * threshold)
    return {
        "delay": c,
        "service_level": 1 - missed,
        "missed": missed,
        "speed_of_answer": c / (n - a),
        "occupancy": a / n,
    }


def series(x, z):
    """A(x, z) = 1 + z/(x+1) + z²/((x+1)(x+2)) + …, so gamma(x, z) = z^x e^-z A(x, z) / x."""
    term, total, k = mpf(1), mpf(1), 0
    while term > total * mpf(10) ** (-mp.dps) or z > x + k:
        k += 1
        term *= z / (x + k)
        total += term
    return total


def lower_gamma(x, z):
    return mp.exp(x * mp.log(z) - z) * series(x, z) / x


def served_wait(x, y):
    """The integral of s e^-s exp(psi(s)), psi = y (1 - e^-s) - x s, over s > 0.

    With u = e^-s and F(x) = e^y times the integral of u^x e^(-y u) over (0, 1) it is -F'(x). By
    parts F(x) is the sum over k of y^k / ((x+1) (x+2) ... (x+1+k)); this is derived term by term.
    """
    term = 1 / (x + 1)
    inverse = 1 / (x + 1)
    total, k = term * inverse, 0
    while term * inverse > total * mpf(10) ** (-mp.dps) or y > x + k:
        k += 1
        term *= y / (x + 1 + k)
        inverse += 1 / (x + 1 + k)
        total += term * inverse
    return total


def erlang_a(n, a, patience, threshold):
    y, x = a * patience, n * patience
    # Weight of no wait: 1 / B(n - 1); above, in units of patience, y exp(y (1 - e^-s) - x s).
    prompt = 1 / blocking(n - 1, a)
    scale = mp.exp(y)
    wait = y * series(x, y) / x
    whole = prompt + wait
    stay = y * series(x + 1, y) / (x + 1)
    u = mp.exp(-threshold / patience)
    late = y * scale * mp.exp(-x * mp.log(y)) * lower_gamma(x, y * u)
    stay_late = y * scale * mp.exp(-(x + 1) * mp.log(y)) * lower_gamma(x + 1, y * u)
    in_time = prompt + stay - stay_late
    answered = prompt + stay
    return {
        "delay": wait / whole,
        "service_level": in_time / whole,
        "missed": (whole - in_time) / whole,
        "speed_of_answer": y * served_wait(x, y) / answered * patience,
        "abandonment": (wait - stay) / whole,
        "occupancy": a * answered / whole / n,
    }


def integral(x, y, low, high, factor):
    """The integral of factor(s) exp(psi(s) - psi(peak)), psi = y (1 - e^-s) - x s, from low to high.

    Outward from the largest value, in panels, until the density has fallen by e^-150.
    """
    if high is not None and high <= low:
        return mpf(0)

    def psi(s):
        return -y * mp.expm1(-s) - x * s

    peak = mp.log(y / x) if y > x else mpf(0)
    base = max(peak, low) if high is None else min(max(peak, low), high)
    total = mpf(0)
    for sign, limit in [(1, None if high is None else high - base), (-1, base - low)]:
        if limit == 0:
            continue
        reach = mpf(2) ** -60
        while psi(base) - psi(base + sign * reach) < 150 and (limit is None or reach < limit):
            reach *= 2
        reach = reach if limit is None else min(reach, limit)
        ends = [base + sign * reach * k / 24 for k in range(25)]
        total += sign * mp.quad(lambda s: factor(s) * mp.exp(psi(s) - psi(peak)), ends)
    return total


def patient_erlang_a(n, a, patience, threshold):
    """Erlang A from integrals over the offered wait, for any patience."""
    y, x, limit = a * patience, n * patience, threshold / patience
    top = y - x - x * mp.log(y / x) if y > x else mpf(0)
    prompt = mp.exp(-top) / (y * blocking(n - 1, a))
    stay = lambda s: mp.exp(-s)
    leave = lambda s: -mp.expm1(-s)
    wait = integral(x, y, mpf(0), None, lambda s: mpf(1))
    answered = prompt + integral(x, y, mpf(0), None, stay)
    missed = integral(x, y, mpf(0), limit, leave) + integral(x, y, limit, None, lambda s: mpf(1))
    whole = prompt + wait
    return {
        "delay": wait / whole,
        "service_level": (prompt + integral(x, y, mpf(0), limit, stay)) / whole,
        "missed": missed / whole,
        "speed_of_answer":
            integral(x, y, mpf(0), None, lambda s: s * mp.exp(-s)) / answered * patience,
        "abandonment": integral(x, y, mpf(0), None, leave) / whole,
        "occupancy": a * answered / whole / n,
    }


MEASURES = ["delay", "prompt", "service_level", "missed", "speed_of_answer", "abandonment",
            "occupancy"]


def text(value):
    if value is None:
        return ""
    if value != 0 and abs(value) < mpf("1e-305"):
        return "0"
    return mp.nstr(value, 20, min_fixed=0, max_fixed=0)


def row(model, n, load, patience, threshold, values):
    fields = [model, str(n), repr(load), repr(patience), repr(threshold)]
    print(",".join(fields + [text(values.get(name)) for name in MEASURES]), flush=True)


def points():
    for n, loads in [
        (1, [1e-6, 0.5, 1.0, 2.0, 100.0, 10000.0]), (2, [0.1, 3.0]), (14, [10.0, 40.0]),
        (50, [1.0, 45.5, 400.0]), (100, [95.0, 100.0]), (1000, [500.0, 1000.0, 9000.0]),
        (10000, [5000.0, 8500.0, 9999.0, 10000.0]),
    ]:
        for load in loads:
            yield "B", n, load, 0.0, 0.0
    for n, load in [
        (1, 1e-6), (1, 0.5), (1, 0.999999), (1, 3.0), (2, 1.9), (12, 8.4), (14, 10.0), (14, 13.999),
        (50, 1.0), (50, 45.5), (100, 95.0), (500, 480.0), (1000, 990.0), (1000, 500.0),
        (10000, 9000.0), (10000, 9900.0), (10000, 9999.5), (10000, 10000.0),
    ]:
        for threshold in [0.0, 0.1, 1.5]:
            yield "C", n, load, 0.0, threshold
    for n, loads in [
        (1, [1e-6, 0.5, 1.0, 2.0, 100.0, 10000.0]), (2, [1.0, 1.9, 30.0]), (12, [8.4, 12.0, 14.0]),
        (14, [2.0, 10.0, 13.9]), (100, [60.0, 95.0, 100.0, 130.0, 1000.0]),
        (1000, [900.0, 1000.0, 1100.0, 10000.0]), (10000, [9000.0, 9900.0, 10000.0]),
    ]:
        for load in loads:
            for patience, threshold in [
                (0.001, 0.01), (0.05, 0.0), (0.5, 0.1), (1.0, 5.0), (7.0, 0.02), (200.0, 1.0),
            ]:
                if load * patience > 300000:
                    continue
                yield "A", n, load, patience, threshold
    # One second of patience to two hours of handling, and an hour to five seconds.
    for n, load in [
        (1, 0.5), (1, 3.0), (14, 10.0), (14, 20.0), (100, 60.0), (100, 95.0), (100, 110.0),
        (1000, 990.0), (10000, 9900.0), (10000, 10000.0),
    ]:
        for patience, threshold in [(1 / 7200, 20 / 7200), (1 / 7200, 0.5), (720.0, 4.0)]:
            if load * patience <= 300000:
                yield "A", n, load, patience, threshold
    # Hardly anybody ever leaves.
    for n, load in [
        (1, 0.5), (1, 2.0), (14, 10.0), (14, 13.999), (14, 14.0), (14, 16.0), (100, 60.0),
        (100, 95.0), (100, 100.0), (100, 130.0), (1000, 990.0), (1000, 1100.0), (5000, 10000.0),
        (10000, 5000.0), (10000, 9900.0), (10000, 10000.0),
    ]:
        for patience, threshold in [(20000.0, 0.1), (1e6, 0.0), (1e6, 4000.0), (6.5e9, 0.1)]:
            yield "P", n, load, patience, threshold


def main():
    print(",".join(["model", "agents", "load", "patience", "threshold"] + MEASURES))
    for model, n, load, patience, threshold in points():
        a, p, t = mpf(load), mpf(patience), mpf(threshold)
        # Complements as small as 1e-300 are differences: they need 300 digits more.
        mp.dps = 60 if model == "P" else 360
        values = {"B": lambda: erlang_b(n, a), "C": lambda: erlang_c(n, a, t),
                  "A": lambda: erlang_a(n, a, p, t),
                  "P": lambda: patient_erlang_a(n, a, p, t)}[model]()
        row("A" if model == "P" else model, n, load, patience, threshold, values)


if __name__ == "__main__":
    sys.exit(main())
