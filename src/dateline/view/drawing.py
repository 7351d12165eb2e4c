"""Draws a series of figures as SVG: every report a dot, origins by shape, ranges as bars, doubt shown.

In:   a `figures` line, and the origin of each report.
Out:  an SVG element as text that prints and needs no script.
Room: view.
"""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from dateline.terms import When
from dateline.view.words import amount_words, day_words, number_words

Line = Mapping[str, Any]
WIDTH: Final = 680
HEIGHT: Final = 170
LEFT, RIGHT, TOP, BOTTOM = 80, 20, 14, 34
SHAPES: Final = ("circle", "square", "diamond", "triangle", "cross")


@dataclass(frozen=True, slots=True)
class Scale:
    """Maps days and values to places in the picture."""

    first: date
    last: date
    top: float  # the largest value shown; the smallest is 0

    def x(self, day: date) -> float:
        """From the left edge, in pixels."""
        days = max(1, (self.last - self.first).days)
        inside = min(max((day - self.first).days, 0), days)
        return LEFT + (WIDTH - LEFT - RIGHT) * inside / days

    def y(self, value: float) -> float:
        """From the upper edge, in pixels."""
        return TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / self.top)


def draw_series(line: Line, origin_of: Mapping[str, str]) -> str:
    """The picture, or nothing where no two points differ in day and value."""
    placed = [(p, *ends(p)) for p in line["points"] if p.get("low") is not None and ends(p)[0] is not None]
    days = [d for _, low, high in placed for d in (low, high) if d is not None]
    values = [v for p, _, _ in placed for v in (p["low"], p["high"]) if v is not None]
    if len(placed) < 2 or min(days) == max(days) or len(set(values)) < 2:
        return ""
    scale = Scale(min(days), max(days), max([*values, 1]) * 1.1)
    shapes = {
        o: SHAPES[i % len(SHAPES)]
        for i, o in enumerate(sorted({origin_of.get(p["report"], p["report"]) for p, _, _ in placed}))
    }
    marks = [
        mark(p, low, high, shapes[origin_of.get(p["report"], p["report"])], scale)
        for p, low, high in placed
        if low is not None and high is not None
    ]
    name = html.escape(str(line["title"]))
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{name}">'
        f"<title>{name}</title>{axes(scale)}{''.join(marks)}</svg>"
    )


def ends(point: Line) -> tuple[date | None, date | None]:
    """The days a point may hold for; a side that is open takes the day of its report, or the other side."""
    when, published = When.from_dict(point["when"]), When.from_dict(point["published"])
    low = when.earliest or when.latest or published.latest
    high = when.latest or when.earliest or published.latest
    return low, high


def axes(scale: Scale) -> str:
    """The base line with its first and last day, and two values."""
    base = HEIGHT - BOTTOM
    rules = "".join(
        f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{scale.y(v):.1f}" y2="{scale.y(v):.1f}" class="rule"/>'
        f'<text x="{LEFT - 8}" y="{scale.y(v) + 4:.1f}" text-anchor="end">{number_words(v)}</text>'
        for v in (0.0, scale.top / 1.1)
    )
    return (
        f'{rules}<text x="{LEFT}" y="{base + 22}">{day_words(scale.first)}</text>'
        f'<text x="{WIDTH - RIGHT}" y="{base + 22}" text-anchor="end">{day_words(scale.last)}</text>'
    )


def mark(point: Line, low: date, high: date, shape: str, scale: Scale) -> str:
    """A dot for a day, a bar for a stretch of days or of values, and what it says when pointed at."""
    x1, x2 = scale.x(low), scale.x(high)
    y1, y2 = scale.y(point["high"] or point["low"]), scale.y(point["low"])
    x, y = (x1 + x2) / 2, (y1 + y2) / 2
    told = html.escape(f"{amount_words(point)}: {point['words']} ({point['report']})")
    css = "doubt" if point.get("approximate") or point.get("bound") else "sure"
    bars = f'<line x1="{x1:.1f}" x2="{x2:.1f}" y1="{y:.1f}" y2="{y:.1f}" class="bar"/>' if x2 - x1 > 1 else ""
    bars += f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{y1:.1f}" y2="{y2:.1f}" class="bar"/>' if y2 - y1 > 1 else ""
    return f'<g class="{css} {html.escape(str(point["role"]))}"><title>{told}</title>{bars}{dot(shape, x, y)}</g>'


def dot(shape: str, x: float, y: float, r: float = 5) -> str:
    """The sign of an origin."""
    if shape == "circle":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r}"/>'
    corners: Mapping[str, Sequence[tuple[float, float]]] = {
        "square": ((-r, -r), (r, -r), (r, r), (-r, r)),
        "diamond": ((0, -r - 1), (r + 1, 0), (0, r + 1), (-r - 1, 0)),
        "triangle": ((0, -r - 1), (r, r), (-r, r)),
        "cross": (
            (-r, -1),
            (-1, -1),
            (-1, -r),
            (1, -r),
            (1, -1),
            (r, -1),
            (r, 1),
            (1, 1),
            (1, r),
            (-1, r),
            (-1, 1),
            (-r, 1),
        ),
    }
    points = " ".join(f"{x + dx:.1f},{y + dy:.1f}" for dx, dy in corners[shape])
    return f'<polygon points="{points}"/>'
