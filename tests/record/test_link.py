"""The whole record of a small pile: dates place claims, claims make events, and nothing depends on the order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.record.lines import event_line
from dateline.record.link import link
from dateline.terms import When
from record.piles import Pile, day, reads


def telling(name, text, lemma, published=None, **more):
    pile = Pile(name, text, published)
    actor = pile.mention(text.split()[0], "place")
    pile.claim(text.split()[1], lemma, None, [("actor", actor)], terms="accord military", **more)
    return pile


PILE = [
    telling("a", "Niger scrapped the military accord.", "scrap", "2024-03-17"),
    telling("b", "Niger ended the military accord.", "end", "2024-03-20"),
    telling("c", "Niger keeps the military accord.", "keep", "2024-01-05", factuality="ongoing", tense="present"),
    telling("d", "Mali ended the military accord.", "end", "2024-03-18"),
]


def decided(pile, text):
    return {pile.claims[0].id: day(text)}


def test_what_is_told_without_a_time_happened_by_the_day_it_was_told():
    record = link(reads(*PILE))
    line = next(x for e in record.events if (x := event_line(e, record)) and "a" in x["reports"])
    assert line["reports"] == ["a", "b"]
    assert line["when"]["edtf"] == "../2024-03-17"  # told by then, so it had happened by then
    assert line["reported"] == {"first": "2024-03-17", "last": "2024-03-20"}


def test_what_goes_on_goes_on_when_it_is_told():
    record = link(reads(*PILE))
    (kept,) = [c for c in record.claims.values() if c.claim.report == "c"]
    assert (kept.when.edtf, kept.when.basis) == ("2024-01-05", "report-date")


def test_one_dated_telling_dates_the_event_and_a_line_knows_only_what_was_told_by_the_day():
    record = link(reads(*PILE), decided=decided(PILE[1], "2024-03-16"))
    (event,) = [e for e in record.events if len(e.claims) == 2]
    whole = event_line(event, record)
    assert whole is not None and whole["when"]["edtf"] == "2024-03-16"
    early = event_line(event, record, day("2024-03-18").latest)
    assert early is not None
    assert early["reports"] == ["a"]
    assert early["when"]["edtf"] == "../2024-03-17"
    assert early["rank"] < whole["rank"]
    assert event_line(event, record, day("2024-03-01").latest) is None


def test_an_undated_report_counts_from_its_last_possible_day():
    told = When.month(2024, 3)
    assert not told.known_by(day("2024-03-20").latest)
    assert told.known_by(day("2024-03-20").latest, generous=True)
    assert not When().known_by(day("2024-03-20").latest)
    assert When().known_by(None)


def test_evidence_holds_the_exact_words():
    record = link(reads(*PILE))
    for event in record.events:
        line = event_line(event, record)
        assert line is not None
        assert 0 <= line["rank"] <= 1
        for one in line["evidence"]:
            anchor = one["anchor"]
            assert record.reports[anchor["report"]].report.text[anchor["start"] : anchor["end"]] == anchor["text"]


@settings(deadline=None, max_examples=10)
@given(st.permutations(PILE))
def test_the_record_does_not_depend_on_the_order_in_which_reports_arrive(pile):
    assert link(reads(*pile)) == link(reads(*PILE))


def test_an_empty_pile_is_an_empty_record():
    record = link({})
    assert record.events == ()
    assert record.claims == {}


@pytest.mark.parametrize("text", ["", "\x00", "’", "a" * 5000])
def test_a_report_that_says_nothing_harms_nothing(text):
    assert link(reads(Pile("x", text))).events == ()
