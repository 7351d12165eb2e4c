"""Claims and their people, placed: by their own words, else only as closely as the report's date allows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dateline.claim.model import Claim
from dateline.record.place import ahead_of, bounded, claims, related, where
from dateline.sentence.times.model import Meaning, Resolved, TimeExpression
from dateline.terms import When
from record.piles import Pile, day


def placed(pile: Pile, *times: tuple[str, When]):
    """The report's claims, with its times given by their words and what they resolve to."""
    read = pile.read
    found = []
    for words, _ in times:
        start = read.report.text.index(words)
        found.append(TimeExpression(start, start + len(words), words, "DATE", "", Meaning("calendar")))
    read = replace(read, times=tuple(found))
    resolved = [Resolved("", when, "as written") for _, when in times]
    return list(claims(where(read, pile.published, resolved, {})))


def test_a_when_clause_dates_what_it_tells():
    pile = Pile("a", "The crisis began on July 26, when officers seized power. They formed a council.")
    pile.claim("seized", "seize power")
    pile.claim("formed", "form")
    seized, formed = placed(pile, ("July 26", day("2023-07-26")))
    assert seized.when.edtf == "2023-07-26"
    assert formed.when == When()


@pytest.mark.parametrize(
    ("relation", "factuality", "said", "edtf"),
    [
        ("at", "happened", When.month(2024, 3), "2024-03"),
        ("by", "planned", day("2024-09-15"), "2024-05-19/2024-09-15"),
        ("by", "happened", day("2024-05-10"), "../2024-05-10"),
        ("since", "ongoing", day("2024-05-01"), "2024-05-01/2024-05-19"),
        ("until", "planned", day("2024-06-01"), "2024-05-19/2024-06-01"),
        ("before", "happened", day("2024-05-10"), "../2024-05-09"),
        ("after", "happened", day("2024-05-10"), "2024-05-10/2024-05-19"),
        ("after", "planned", day("2024-06-10"), "2024-06-10/.."),
    ],
)
def test_a_time_word_bounds_its_event(relation, factuality, said, edtf):
    assert related(said, relation, factuality, day("2024-05-19")).edtf == edtf


def test_what_is_told_without_a_time_is_bounded_by_the_day_it_was_told():
    told = day("2024-03-22")
    assert bounded("happened", "past", told)[0].edtf == "../2024-03-22"
    assert bounded("planned", "future", told)[0].edtf == "2024-03-22/.."
    assert bounded("ongoing", "present", told)[0].edtf == "2024-03-22"
    assert bounded("happened", "past", When())[0] == When()


def test_what_an_undated_report_says_goes_on_is_as_wide_as_its_date():
    told = When.between(date(2024, 3, 16), date(2024, 3, 30))
    assert bounded("ongoing", "present", told)[0].width == 15


def test_past_news_of_this_month_ends_on_the_day_it_is_told():
    pile = Pile("a", "Rebels took the town this month.", "2024-03-12")
    made = pile.claim("took", "take")
    pile.claims[:] = [replace(made, time=0)]
    assert isinstance(pile.claims[0], Claim)
    (took,) = placed(pile, ("this month", When.month(2024, 3, basis="report-date")))
    assert took.when.edtf == "2024-03-01/2024-03-12"


def test_words_that_cannot_be_placed_are_kept():
    pile = Pile("a", "Rebels took the town in October.")
    made = pile.claim("took", "take")
    pile.claims[:] = [replace(made, time=0)]
    (took,) = placed(pile, ("October", When()))
    assert took.when.words == "October"
    assert not took.when.known
    assert "cannot be placed" in took.why_when


def test_a_verb_joined_to_a_dated_one_shares_its_day():
    pile = Pile("a", "The ship ran aground on Tuesday and blocked the canal. Tugs came.", "2021-03-23")
    pile.claim("ran aground", "run aground")
    pile.claims[0] = replace(pile.claims[0], time=0)
    pile.claim("blocked", "block")
    pile.claim("came", "come")
    aground, blocked, came = placed(pile, ("Tuesday", day("2021-03-23")))
    assert aground.when.edtf == blocked.when.edtf == "2021-03-23"
    assert came.when.edtf == "../2021-03-23"


def test_a_month_before_its_when_clause_is_the_month_of_what_it_tells():
    pile = Pile("a", "They work as they did from July, when the coup happened.", "2024-03-22")
    pile.claim("coup", "stage coup")
    pile.claims[0] = replace(pile.claims[0], time=0, time_relation="since")
    (coup,) = placed(pile, ("July", When.month(2023, 7)))
    assert coup.when.edtf == "2023-07"


@pytest.mark.parametrize(
    ("value", "low", "high", "told", "edtf"),
    [
        ("XXXX-09", "2030-09-01", "2030-09-30", "2031-03-18", "2031-09"),  # read in March
        ("XXXX-09", "2030-09-01", "2030-09-30", "2030-11-18", "2030-09"),  # read in November
        ("XXXX-WXX-5", "2031-05-16", "2031-05-16", "2031-05-19", "2031-05-23"),
        ("2030-09", "2030-09-01", "2030-09-30", "2031-03-18", "2030-09"),  # with its year
    ],
)
def test_a_plan_lies_ahead_of_the_report_that_tells_it(value, low, high, told, edtf):
    when = When.between(date.fromisoformat(low), date.fromisoformat(high), "then", "report-date")
    assert ahead_of(when, value, day(told)).edtf == edtf
