"""What is worth a line of one report, told once."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

import claim_sentences as said
from dateline.claim.read import analyse, read_report
from handmade import report

NAMES = {"Narvia": "place", "Osland": "place", "Tarsk": "place", "Ana Roe": "person"}


def lines(*stories: tuple[str, str]) -> list[str]:
    return [c.title for c in read_report(*report(*stories, names=NAMES)).claims]  # type: ignore[arg-type]


def test_no_answer_to_a_reporter_is_nothing():
    assert lines(said.NO_COMMENT) == []


def test_the_time_belongs_to_its_own_verb_and_to_those_joined_to_it():
    found = read_report(*report(said.SEIZED_POWER, names=NAMES))  # type: ignore[arg-type]
    assert [found.times[c.time].text if c.time is not None else None for c in found.claims] == ["Monday"] * 3


def test_a_deadline_belongs_to_what_was_promised():
    found = analyse(*report(said.PROMISED, names=NAMES))  # type: ignore[arg-type]
    by_lemma = {c.lemma: c for c in found.events}
    assert by_lemma["promise"].time is None
    assert by_lemma["withdraw"].time_relation == "by"


def test_an_event_told_twice_is_one_claim_with_a_repeat():
    found = read_report(*report(said.WITHDREW_FROM, said.WITHDREW_FROM, names=NAMES))  # type: ignore[arg-type]
    (claim,) = found.claims
    assert len(claim.repeats) == 1


def test_anchors_are_cuts_of_the_text():
    story, reading = report(said.SEIZED_POWER, said.WILL_COMPLETE, said.WOULD_EXPEL, names=NAMES)  # type: ignore[arg-type]
    for claim in analyse(story, reading).events:
        for anchor in (claim.anchor, claim.trigger, *(p.mention.anchor for p in claim.participants)):
            assert story.text[anchor.start : anchor.end] == anchor.text


def test_what_was_announced_for_later_is_planned():
    found = analyse(*report(said.WOULD_EXPEL, names=NAMES))  # type: ignore[arg-type]
    assert {c.lemma: c.factuality for c in found.events} == {"announce": "happened", "expel": "planned"}


def test_a_report_in_another_language_gives_no_claims():
    story, reading = report(said.HELD_TALKS, names=NAMES)  # type: ignore[arg-type]
    assert read_report(replace(story, language="fr"), reading).claims == ()


def test_the_same_report_gives_the_same_claims():
    first = read_report(*report(said.SEIZED_POWER, said.SEVERING, names=NAMES))  # type: ignore[arg-type]
    second = read_report(*report(said.SEIZED_POWER, said.SEVERING, names=NAMES))  # type: ignore[arg-type]
    assert first == second


def test_titles_that_no_line_needs_are_left_out_and_change_no_line():
    sentences = [told for name, told in sorted(vars(said).items()) if name.isupper()]
    untitled = 0
    for told in sentences:
        whole, lines_only = (analyse(*report(told, names=NAMES), lines=only) for only in (False, True))  # type: ignore[arg-type]
        assert [t.worth for t in whole.told] == [t.worth for t in lines_only.told]
        assert [t for t in whole.told if t.worth] == [t for t in lines_only.told if t.worth]
        untitled += sum(not t.claim.title for t in lines_only.told)
    assert untitled


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 16), min_size=15, max_size=15))
def test_any_tree_is_read_without_an_error(heads: list[int]):
    text, parse = said.ASKED_AND_SOUGHT
    rows = [row.split() for row in parse.strip().splitlines()]
    for row, head in zip(rows, heads, strict=False):
        row[3] = str(min(head, len(rows)))
    story, reading = report((text, "\n".join(" ".join(row) for row in rows)), names=NAMES)  # type: ignore[arg-type]
    for claim in analyse(story, reading).events:
        assert story.text[claim.trigger.start : claim.trigger.end] == claim.trigger.text


def test_a_headline_that_is_surer_than_its_body_is_no_line():
    assert lines(said.HEADLINE, said.TALKS_ON, said.HELD_TALKS)[0].startswith("Envoys")
    assert not any("withdrew" in line for line in lines(said.HEADLINE, said.TALKS_ON, said.HELD_TALKS))


def test_a_headline_leaves_out_the_auxiliary_of_its_passive():
    found = analyse(*report(said.FOUND, said.CALLS_OFF, names=NAMES))  # type: ignore[arg-type]
    assert found.events[0].title == "Two bodies were recovered"


def test_a_plain_present_with_a_day_is_a_plan():
    (event,) = analyse(*report(said.DIVERS, names=NAMES)).events  # type: ignore[arg-type]
    assert event.factuality == "planned"


def test_what_is_complete_has_happened():
    (event,) = analyse(*report(said.COMPLETE, names=NAMES)).events  # type: ignore[arg-type]
    assert (event.lemma, event.aspect, event.factuality) == ("withdraw", "complete", "happened")
    assert event.title == "Withdrawal from Osland was completed"


def test_a_withdrawal_that_began_goes_on():
    (event,) = analyse(*report(said.WITHDRAWAL_BEGAN, names=NAMES)).events  # type: ignore[arg-type]
    assert (event.aspect, event.factuality) == ("begin", "ongoing")


def test_what_was_managed_on_tuesday_was_done_on_tuesday():
    found = analyse(*report(said.MANAGED, names=NAMES))  # type: ignore[arg-type]
    assert {c.lemma: c.time is not None for c in found.events} == {"manage": False, "free": True}


def test_an_act_at_a_summit_has_the_day_of_the_summit():
    found = analyse(*report(said.AT_A_SUMMIT, names=NAMES))  # type: ignore[arg-type]
    assert [c.time for c in found.events if c.lemma == "condemn"] == [0]


def test_what_must_come_before_something_has_not_been_told_as_done():
    found = analyse(*report(said.BEFORE_CLOSES, names=NAMES))  # type: ignore[arg-type]
    assert {c.lemma: c.factuality for c in found.events} == {"train": "planned", "close": "planned"}


def test_fire_that_is_opened_is_no_party():
    (event,) = analyse(*report(said.OPENED_FIRE, names=NAMES)).events  # type: ignore[arg-type]
    parts = [(p.role, p.mention.head) for p in event.participants]
    assert parts == [("actor", "rebel"), ("object", "bus"), ("place", "Tarsk")]
    assert event.type == "ASSAULT"
