# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""heat.py ROUNDS: the peer of the colour table: 209 units of 20 questions with 4,389 texts, drawn by matplotlib onto
a picture of 1400 × 4100. Prints the milliseconds of the median round; start and fonts are not counted."""
import statistics
import sys
import time

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plot  # noqa: E402
from matplotlib.colors import BoundaryNorm, ListedColormap  # noqa: E402

ROWS, COLUMNS = 209, 20
STEPS = [0, 75, 80, 85, 90, 95, 101]
COLOURS = ListedColormap(["#b3540f", "#e8954c", "#f6bd80", "#fbdcb8", "#fdf0e0", "#ffffff"])


def draw():
    figure, axes = plot.subplots(figsize=(14, 41), dpi=100)
    shares = [[(6000 + (i * 73 + k * 311) % 4001) / 100 for k in range(COLUMNS)] for i in range(ROWS)]
    axes.imshow(shares, cmap=COLOURS, norm=BoundaryNorm(STEPS, 6), aspect="auto")
    axes.set_yticks(range(ROWS), [f"Xã Mẫu {i + 1}" for i in range(ROWS)], fontsize=8)
    for i, row in enumerate(shares):
        for k, share in enumerate(row):
            axes.text(k, i, f"{share:.0f}", ha="center", va="center", fontsize=8)
    figure.canvas.draw()
    plot.close(figure)


draw()
rounds = []
for _ in range(int(sys.argv[1])):
    start = time.perf_counter()
    draw()
    rounds.append((time.perf_counter() - start) * 1000)
print(f"{statistics.median(rounds):.3f}")
