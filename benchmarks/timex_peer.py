"""A peer that one can run: `dateparser.search`, which comes with htmldate, read as TIMEX3 dates.

In:   a text and the day it was written.
Out:  per find its characters and a value as fine as dateparser says it is (day, week, month or year); all are dates.

It has no durations, sets or references, and takes single words ("we", "a three") for days; it is the ground that a
tagger should clear, not a rival. HeidelTime needs Java and a tagger that no package index carries; its own figures on
the same files are in PUBLISHED.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from scorers.timex import Timex

# Per set: strict, relaxed, type and value F1 that HeidelTime's authors give for the TempEval-3 training files,
# project wiki of github.com/HeidelTime/heideltime, "Evaluation Results".
PUBLISHED = {"aquaint": (80.99, 91.78, 83.39, 72.95)}


def found(text: str, told: date) -> list[Timex]:
    """What dateparser finds, in the order of the text."""
    from dateparser.date import DateDataParser  # noqa: PLC0415
    from dateparser.search import search_dates  # noqa: PLC0415

    settings: Any = {"RELATIVE_BASE": datetime(told.year, told.month, told.day), "PREFER_DATES_FROM": "past"}
    parser = DateDataParser(languages=["en"], settings=settings)
    out: list[Timex] = []
    place = 0
    for words, when in search_dates(text, languages=["en"], settings=settings) or ():
        start = text.find(words, place)
        if start < 0:
            continue
        place = start + len(words)
        period = getattr(parser.get_date_data(words), "period", None)
        out.append((start, place, "DATE", _value(when, period or "day")))
    return out


def _value(when: datetime, period: str) -> str:
    if period == "year":
        return f"{when.year:04d}"
    if period == "month":
        return f"{when.year:04d}-{when.month:02d}"
    if period == "week":
        year, week, _ = when.isocalendar()
        return f"{year:04d}-W{week:02d}"
    return when.date().isoformat()
