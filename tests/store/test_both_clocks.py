"""Every list that is kept ready is, word for word, the list worked out from the record, whatever the two days."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.pipeline import Held, linked, read_one
from dateline.report.load import from_text
from dateline.state import stretches as making
from dateline.terms import Anchor, Voice
from dateline.view import ask
from dateline.view.ask import Asked, Worked
from state import made
from store.test_standing import ASKED, COUNTS, DAYS, PILES, Filed

PAIRS = st.lists(st.tuples(ASKED, st.one_of(st.none(), ASKED), st.booleans()), min_size=4, max_size=4)
WORK = pytest.mark.parametrize("work", [making.WORK, 0])  # 0: no line is kept, each is worked out from what was


@st.composite
def deeds(draw, n):
    """One telling of one of two events, with or without a day of its own."""
    told = draw(st.sampled_from(["signed", "denied signing", "plans to sign"]))
    who = draw(st.sampled_from(["Ada Wells", "Tom Bray"]))
    when = draw(st.one_of(st.none(), DAYS.map(date.isoformat), DAYS.map(lambda d: f"{d:%Y-%m}")))
    published = draw(st.one_of(st.none(), DAYS.map(date.isoformat), DAYS.map(lambda d: f"2024-01-01/{d}")))
    claim, *rest = made.told(
        f"r{n}", published, f"{who} {told} the accord.", "sign", "sign", when=when,
        event=draw(st.sampled_from(["e1", "e2"])), actor=who, object="the accord", kinds={who: "person"},
        factuality=draw(st.sampled_from(["happened", "happened", "denied", "not_happened", "planned"])),
        origin=draw(st.sampled_from([None, "r0"])), voice=draw(st.sampled_from([None, "a clerk"])),
    )  # fmt: skip
    known = tuple(
        (r, "e-" + m.anchor.text.casefold().replace(" ", "-") if m.named else None, m) for r, _, m in claim.entities
    )
    return (replace(claim, entities=known), *rest)


DEEDS = st.integers(1, 7).flatmap(lambda n: st.tuples(*(deeds(i) for i in range(n))))


def situations(record, grades=()):
    """The record as it is asked when it is kept, and when it is worked out."""
    worked = Worked(record)
    held = Held(Filed(record))
    for name in ("record", "last_day", "publishers", "days_told"):
        held.__dict__[name] = getattr(worked, name)
    return Asked(held, dict(grades)), Asked(worked, dict(grades))


def written(lines):
    return [json.dumps(dict(line)) for line in lines]


def same_on_all_days(work, record, asked):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(making, "WORK", work)
        kept, plain = situations(record, {"r1": "B"})
        for on, known_by, generous in asked:
            for question in (
                lambda a: ask.timeline(a, on, known_by, None, generous),  # noqa: B023 - asked at once
                lambda a: ask.timeline(a, None, known_by, 2, generous),  # noqa: B023
                lambda a: ask.disputes_of(a, None, known_by, generous),  # noqa: B023
                lambda a: ask.changes_of(a, on, known_by, generous),  # noqa: B023
                lambda a: ask.gaps_of(a, on, known_by),  # noqa: B023
            ):
                assert written(question(kept)) == written(question(plain))


@WORK
@given(DEEDS, PAIRS)
@settings(max_examples=40, deadline=None)
def test_events_and_the_disputes_over_them(work, pile, asked):
    people = {e.id: e for e in (made.entity("Ada Wells"), made.entity("Tom Bray"))}
    same_on_all_days(work, replace(made.record_of(*pile), entities=people), asked)


@WORK
@given(PILES, PAIRS)
@settings(max_examples=30, deadline=None)
def test_states_and_the_disputes_over_them(work, pile, asked):
    same_on_all_days(work, made.record_of(*pile), asked)


@WORK
@given(COUNTS, PAIRS)
@settings(max_examples=30, deadline=None)
def test_figures_and_the_disputes_over_them(work, counts, asked):
    same_on_all_days(work, made.record_of(quantities=[(q, None) for q in counts]), asked)


def holder(report, person, published, begun):
    text = f"The board of Norway appointed {person} president of Chad."
    return made.told(
        report, published, text, "appoint", "appointed", when=begun,
        actor="The board of Norway", object=[person, "president of Chad"],
        kinds={person: "person", "president of Chad": "office"},
    )  # fmt: skip


@WORK
def test_two_holders_of_one_office(work):
    pile = [
        holder("a", "Ada Wells", "2024-03-02", "2024-03-01"),
        holder("b", "Tom Bray", "2024-03-06", "2024-03-04"),
        holder("c", "Sue Kant", None, "2024-03-05"),
    ]
    record = made.record_of(*pile)
    _, plain = situations(record)
    assert [d["question"] for d in ask.disputes_of(plain, None, date(2024, 3, 6))] == ["Who is president?"]
    days = [date(2024, 3, n) for n in range(1, 8)]
    same_on_all_days(work, record, [(d, k, g) for d in days[::3] for k in (None, *days) for g in (False, True)])


def troops(report, published, amount, value, side=None, scope=()):
    text = f"There are {amount} in Chad." if not scope else f"{amount} left Chad."
    placed, origin = made.counted(
        report, published, text, amount, value, "troop", of="Norway", where="Chad", scope=scope
    )
    voice = (Voice(side, "organisation", "said", Anchor.cut(report, text, 0, 1)),) if side else ()
    return replace(placed, quantity=replace(placed.quantity, voice=voice), voice=voice), origin


@WORK
def test_a_body_is_on_the_move_from_the_day_on_which_that_is_told(work):
    told = [
        troops("a", "2024-03-01", "2,000 troops", 2000, "the army"),
        troops("b", "2024-03-04", "2,600 troops", 2600, "the rebels"),
        troops("c", "2024-03-09", "300 troops", 300, scope=("departed",)),
    ]
    record = made.record_of(quantities=told)
    _, plain = situations(record)
    days = [date(2024, 3, n) for n in (3, 4, 8, 9)]
    assert [len(ask.disputes_of(plain, None, day)) for day in days] == [0, 1, 1, 0]
    same_on_all_days(work, record, [(d, k, g) for d in days[:1] for k in (None, *days) for g in (False, True)])


def bought(report, published, noun, number):
    text = f"Halden recalled {number:,} {noun}s with loose rails."
    return made.counted(report, published, text, f"{number:,} {noun}s", number, noun, unit=noun)


@WORK
def test_a_nought_that_slipped(work):
    told = [bought("a", "2031-03-04", "cot", 84_000), bought("b", "2031-03-06", "bed", 840_000)]
    record = made.record_of(quantities=[*told, bought("c", None, "bed", 840_000)])
    _, plain = situations(record)
    assert (
        len(ask.disputes_of(plain, None, date(2031, 3, 6))) == 1 > len(ask.disputes_of(plain, None, date(2031, 3, 5)))
    )
    days = [date(2031, 3, n) for n in range(3, 8)]
    same_on_all_days(work, record, [(d, k, g) for d in days[::2] for k in (None, *days) for g in (False, True)])


DENIED = {
    "a": ("2031-09-17", "Gunmen attacked the Orsk barracks on Monday night, two officers said."),
    "b": ("2031-09-18", "The defence ministry denied on Wednesday that the Orsk barracks had been attacked."),
    "c": (None, "Gunmen have attacked the Orsk barracks, a third officer said."),
    "d": ("2031-09-20", "A spokesman for the army rejected as false reports that the Orsk barracks had been attacked."),
}  # fmt: skip
TWICE = {
    "a": ("2031-09-17", "The tanker Sea Lark struck the Orsk bridge on 15 September 2031."),
    "b": ("2031-09-18", "The tanker Sea Lark struck the Orsk bridge on 16 September 2031."),
}


@WORK
@pytest.mark.parametrize("texts", [DENIED, TWICE])
def test_what_some_deny_and_what_is_told_of_two_days(work, texts):
    record = linked({n: read_one(from_text(text, id=n, published=day)) for n, (day, text) in texts.items()})
    _, plain = situations(record)
    days = [date(2031, 9, n) for n in range(16, 22)]
    assert [len(ask.disputes_of(plain, None, day)) for day in days] == [0, 0, 1, 1, 1, 1]
    same_on_all_days(work, record, [(d, k, g) for d in days[::3] for k in (None, *days) for g in (False, True)])
