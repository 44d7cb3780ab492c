# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""likert.py ROUNDS: the peer of the Likert chart: 20 questions of 5 levels with 120 texts, drawn by matplotlib onto
a picture of 1200 × 800. Prints the milliseconds of the median round; start and fonts are not counted."""
import statistics
import sys
import time

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plot  # noqa: E402

QUESTIONS, LEVELS = 20, 5
COLOURS = ["#15509a", "#62a0ea", "#deddda", "#ffa348", "#c64600"]


def draw():
    figure, axes = plot.subplots(figsize=(12, 8), dpi=100)
    names = [f"Câu hỏi số {i + 1} về việc công khai" for i in range(QUESTIONS)]
    left = [0.0] * QUESTIONS
    for level in range(LEVELS):
        shares = [50 / (level + 1) + (i * 7 + level * 3) % 5 for i in range(QUESTIONS)]
        bars = axes.barh(names, shares, left=left, color=COLOURS[level])
        axes.bar_label(bars, [f"{share:.1f}%" for share in shares], label_type="center", fontsize=8)
        left = [a + b for a, b in zip(left, shares)]
    figure.canvas.draw()
    plot.close(figure)


draw()
rounds = []
for _ in range(int(sys.argv[1])):
    start = time.perf_counter()
    draw()
    rounds.append((time.perf_counter() - start) * 1000)
print(f"{statistics.median(rounds):.3f}")
