"""Whatever the text, times are found inside it, in order, and nothing raises or invents."""

from __future__ import annotations

import re
import time
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.sentence.reading import Reading
from dateline.sentence.times.find import find
from dateline.sentence.times.resolve import resolve
from dateline.terms import When

NOTHING = Reading((), (), (), (), (), "none")
ODD = [
    "31", "June", "25:99", "0", "99999", "May", "march", "second", "the", "last", "next", "of", "early", "mid", "-",
    "/", ":", ".", ",", "'s", "BC", "AD", "1990", "1990s", "'80s", "12th", "fall", "years", "ago", "two", "a",
    "few", "to", "until", "Friday", "night", "noon", "5", "p.m.", "GMT", "(GMT", "+8)", "every", "other", "day",
    "week", "quarter", "fiscal", "year-end", "2023/24", "26-28", "3/4/2024", "2024-02-30", "Easter", "half-century",
    "millennia", "9999", "10000", "½", "yesterday", "that", "same", "following", "before", "after", "from", "now",
    "١٢", "²", "Ⅳ", "10^9", "1e9", "\n",
]  # fmt: skip
WORDS = st.sampled_from(ODD)
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(WORDS, st.text(max_size=8)), max_size=40).map(" ".join), st.none() | DAYS, st.none() | DAYS)
def test_any_text_under_any_date_is_read_without_a_crash(text: str, low: date | None, high: date | None) -> None:
    published = When(low, high) if low is None or high is None or low <= high else When(high, low)
    times = find(text, NOTHING)
    placed = resolve(times, published, text)
    assert len(placed) == len(times)
    at = 0
    for x, r in zip(times, placed, strict=True):
        assert at <= x.start < x.end <= len(text) and text[x.start : x.end] == x.text
        at = x.end
        assert r.value and (r.when.earliest is None or r.when.latest is None or r.when.earliest <= r.when.latest)
        day = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", r.value)
        if day:
            date.fromisoformat(r.value)


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_without_a_date_no_year_appears_that_is_not_in_the_text(text: str) -> None:
    for x, r in zip(times := find(text, NOTHING), resolve(times, None, text), strict=True):
        assert r.when.basis != "report-date"
        if r.when.known and not any(c.isdigit() for y in times for c in y.text):
            assert x.meaning.get("year") is not None


def test_a_long_text_is_read_in_linear_time() -> None:
    text = "the last first second third of the early mid late 1 2 3 may - to and of " * 2000
    began = time.perf_counter()
    find(text, NOTHING)
    once = time.perf_counter() - began
    began = time.perf_counter()
    find(text * 3, NOTHING)
    assert time.perf_counter() - began < 12 * max(once, 0.05)
