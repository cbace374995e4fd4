"""Turns the lines of the measurements into Markdown: report.py LINES. Needs nothing but Python."""

import re
import statistics
import sys

FAMILIES = ("wishart", "factor", "crypto", "multi")


def read(path):
    """The best of the rounds in every cell, then the median over seeds: (code, family, n, tolerance) -> (us, error, count)."""
    cells, notes, halves = {}, [], {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.strip()
            if line.startswith("#"):
                notes.append(line[1:].strip())
                continue
            parts = line.split(",")
            if len(parts) != 8:
                continue
            key = (parts[0], parts[1], int(parts[2]), label(parts[4]), int(parts[3]))
            value = (float(parts[5]), float(parts[6]), int(parts[7]))
            cells[key] = min(cells.get(key, value), value)
    merged = {}
    for key, value in cells.items():
        merged.setdefault(key[:4], []).append(value)
    for key, values in merged.items():
        merged[key] = tuple(statistics.median(v[i] for v in values) for i in range(2)) + (
            statistics.mean(v[2] for v in values),
        )
    return merged, notes


def label(tolerance):
    try:
        return f"{float(tolerance):.0e}"
    except ValueError:
        return tolerance


def us(cell, count=True):
    if cell is None:
        return ""
    digits = 2 if cell[0] < 10 else 1 if cell[0] < 100 else 0
    return f"{cell[0]:.{digits}f}" + (f" ({cell[2]:.0f})" if count and cell[2] else "")


def ratio(peer, ours):
    if peer is None or ours is None:
        return ""
    value = peer[0] / ours[0]
    text = f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
    return f"**{text}**" if value < 1 else text


def table(head, rows):
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print()


def least(*cells):
    return min((cell for cell in cells if cell is not None), default=None)


def without_call(cell, notes):
    """The kernel's own time: less what a call with one asset takes."""
    found = [re.search(r"a call with n = 1 takes ([0-9.]+) us", note) for note in notes]
    calls = [float(match.group(1)) for match in found if match]
    return cell and calls and (max(cell[0] - min(calls), 0.01),) + cell[1:]


def solvers(cells, tolerance, notes):
    print(f"### Microseconds to a relative risk-contribution error of {tolerance} (products or sweeps)\n")
    rows, worst = [], None
    for family in FAMILIES:
        for n in sorted({key[2] for key in cells if key[0] == "engine"}):
            get = lambda code: cells.get((code, family, n, tolerance))  # noqa: E731
            plain, vector = get("engine"), get("engine-vector")
            read_half = cells.get(("read", family, n, "0e+00"))
            limit = f"{read_half[0] * plain[2]:.1f}" if read_half and plain else ""
            c = least(get("c-spinu"), get("c-choi"))
            kernel = without_call(least(get("riskparity.py-spinu"), get("riskparity.py-choi")), notes) or None
            rows.append(
                [family, str(n), us(plain), us(vector), limit, us(get("java-spinu")), us(get("c-spinu")),
                 us(get("c-choi")), us(get("c-best")), us(kernel), ratio(get("java-spinu"), plain), ratio(c, plain),
                 ratio(c, vector), ratio(get("c-best"), least(plain, vector)), ratio(kernel, plain)]
            )  # fmt: skip
    table(
        ["family", "n", "engine", "engine, Vector API", "limit", "Java spinu", "C spinu", "C choi", "C best",
         "riskparity.py, C++ kernel", "Java spinu / engine", "C published / engine", "C published / Vector API",
         "C best / better engine", "C++ kernel / engine"],
        rows,
    )  # fmt: skip


def products(cells):
    print("### One product with the matrix, and the parts of a solve (microseconds, tolerance 1e-10)\n")
    rows = []
    for family in ("factor",):
        for n in sorted({key[2] for key in cells if key[0] == "product-plain"}):
            get = lambda code, tol="0e+00": cells.get((code, family, n, tol))  # noqa: E731
            plain, vector, half = get("product-plain"), get("product-vector"), get("read")
            speed = lambda cell, part: f"{part * 8 * n * n / cell[0] / 1e3:.0f}" if cell else ""  # noqa: E731
            rows.append(
                [str(n), us(plain, False), us(vector, False), us(half, False), ratio(plain, vector), speed(plain, 1),
                 speed(vector, 0.5), speed(half, 0.5), us(get("engine", "1e-10")), us(get("engine-load", "1e-10")),
                 us(get("engine-warm", "1e-10"))]
            )  # fmt: skip
    table(
        ["n", "plain", "Vector API", "reading half of it once, C", "plain / Vector API", "GB/s plain",
         "GB/s Vector API", "GB/s reading", "cold solve", "copy in and cold solve", "warm solve"],
        rows,
    )  # fmt: skip


def structures(cells):
    if not any(key[0] == "implicit" for key in cells):
        return
    print("### Structure: D + BB', and returns of 250 periods never formed to a matrix (microseconds, 1e-10)\n")
    rows = []
    for family in ("factor", "crypto"):
        for n in sorted({key[2] for key in cells if key[0] == "implicit"}):
            get = lambda code: cells.get((code, family, n, "1e-10"))  # noqa: E731
            rows.append(
                [family, str(n), us(get("dense")), us(get("factor")), ratio(get("dense"), get("factor")),
                 us(get("formed")), us(get("implicit")), ratio(get("formed"), get("implicit"))]
            )  # fmt: skip
    table(
        ["family", "n", "dense", "D + BB'", "dense / D + BB'", "X'X formed and solved", "X(X'z) solved",
         "formed / implicit"],
        rows,
    )  # fmt: skip


def packages(cells):
    codes = sorted({key[0] for key in cells if key[0].split("-")[0] in ("skfolio", "riskfolio", "PyPortfolioOpt")})
    if not codes:
        return
    print("### Python packages: milliseconds, relative error reached, and times of the engine at 1e-10\n")
    rows = []
    for code in codes:
        for n in sorted({key[2] for key in cells if key[0] == code}):
            for family in FAMILIES:
                default, tight = (cells.get((code, family, n, t)) for t in ("default", "tightest"))
                engine = cells.get(("engine", family, n, "1e-10"))
                part = lambda c: [f"{c[0] / 1e3:.1f}", f"{c[1]:.0e}", ratio(c, engine)] if c else ["", "", ""]  # noqa: E731
                rows.append([code, str(n), family] + part(default) + part(tight))
    table(
        ["package", "n", "family", "default, ms", "error", "/ engine", "tightest, ms", "error", "/ engine"], rows
    )


def main():
    cells, notes = read(sys.argv[1])
    for tolerance in ("1e-10", "1e-06"):
        solvers(cells, tolerance, notes)
    products(cells)
    structures(cells)
    packages(cells)
    for note in dict.fromkeys(notes):
        print(f"- {note}")


main()
