"""Quotation marks of every kind, and apostrophes, which are none."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.claim.voice.quotes import quotations


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “it’s over”.", ["“it’s over”"]),
        ('She called it "a start".', ['"a start"']),
        ("Il a dit « non » au plan.", ["« non »"]),
        ("He said: 'we leave now'.", ["'we leave now'"]),
        ("They called it ‘a sham’, he said.", ["‘a sham’"]),
        ("The crews' work and the mayor's plan went on.", []),
        ("Back in the '90s the miners' union struck.", []),
        ("“He said ‘never’ to me,” she said.", ["“He said ‘never’ to me,”"]),
        ("The 6' gate and the 5\" pipe", []),
        ("“We go.\n“We stay not,” he said.", ["“We go.", "“We stay not,”"]),
    ],
)
def test_where_words_are_quoted(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_left_open_runs_on_into_the_next_paragraph() -> None:
    first, second = quotations("“We go tonight.\n\n“We stay not,” he said.")
    assert (first.closed, second.closed, second.runs_on) == (False, True, True)


@given(st.text(alphabet="“”„«»‹›‘’\"' ,.\nabs1", max_size=200))
def test_quotations_never_overlap_and_never_leave_their_line(text: str) -> None:
    found = quotations(text)
    for q in found:
        assert 0 <= q.start < q.end <= len(text)
        assert "\n" not in text[q.start : q.end]
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_a_page_of_quotation_marks_takes_no_longer_than_its_length() -> None:
    began = time.perf_counter()
    quotations("'\"“‘" * 50_000)
    assert time.perf_counter() - began < 5
