"""A day goes to what it is the day of: not to the verb that calls it off, denies it or sets it, nor past a comma."""

from __future__ import annotations

import pytest

from stories import record_from

DAY = "2031-05-09"  # a Friday
TOLD_BY_THEN = "../2031-05-09"

# What the report says; a part of the line; its day.
DAYS = [
    ("The union called off a strike that was to begin on Monday.", "called off", TOLD_BY_THEN),
    ("The rally on Sunday was cancelled.", "was cancelled", TOLD_BY_THEN),
    ("A ruling on Monday banned the party.", "banned party", "2031-05-05"),
    ("The attack on Tuesday delayed the election.", "delayed election", "2031-05-06"),
    ("The party was in 2021 banned by the court.", "banned party", "2021"),
    ("Osland on Sunday cancelled a visit to Kor.", "cancelled visit", "2031-05-04"),
    ("The opening of the bridge, set for Monday, was pushed back to May 20.", "pushed back", TOLD_BY_THEN),
    ("The army denied a report that it had left the town on Sunday.", "denied report", TOLD_BY_THEN),
    ("The army denied that it had left the town on Sunday.", "Army denied having left town", "2031-05-04"),
    ("The governor declared a curfew starting on Saturday.", "declared curfew", TOLD_BY_THEN),
    ("Osland lifted its ban on Narvian fish, in place since 2027.", "lifted its ban", TOLD_BY_THEN),
    ("Three climbers missing on Mount Orla since Sunday have been found alive.", "were found alive", TOLD_BY_THEN),
    ("Schools will be closed starting Monday.", "to be closed", "2031-05-12"),
    ("The bridge, closed since 3 May, will reopen on Monday, the minister said.", "to reopen on Monday", "2031-05-12"),
    ("Osland's bank raised its rate to 6.5 percent, its third rise this year.", "raised its rate", TOLD_BY_THEN),
    ("The trial of a guard who shot two men two years ago starts on Monday.", "Trial of guard", "2031-05-12"),
    ("The trial of a guard who shot two men two years ago starts on Monday.", "Guard shot two men", "2029"),
    ("Ann Roe is charged with murder for the deaths of two men in 2029.", "was charged", TOLD_BY_THEN),
    ("Ann Roe was found guilty of the killing of a guard in 2029.", "was found guilty", TOLD_BY_THEN),
    ("Ann Roe was convicted of murder in 2029.", "was convicted", "2029"),
    ("Ann Roe died while swimming off Kor on Monday.", "died", "2031-05-05"),
    ("On Monday Ann Roe fell from a ridge while climbing to a hut.", "climbed to hut", "2031-05-05"),
    ("They agreed to resume talks on June 2, a week after negotiations broke down.", "broke down", TOLD_BY_THEN),
]


@pytest.mark.parametrize(("text", "part", "day"), DAYS)
def test_the_day_is_that_of_the_deed(text: str, part: str, day: str) -> None:
    record = record_from(text, published=DAY)
    told = {c.claim.title: c.when.edtf for c in record.claims.values()}
    assert [when for title, when in told.items() if part in title] == [day], told


def test_what_comes_with_a_plan_is_planned_with_it() -> None:
    record = record_from("Poe is expected to be named finance minister on Monday, replacing Kerr.", published=DAY)
    assert {c.claim.factuality for c in record.claims.values() if c.claim.lemma == "replace"} == {"planned"}


def test_they_are_those_who_were_named_last() -> None:
    record = record_from("The army said it had killed 30 rebels; the rebels said they had lost four fighters.")
    titles = [c.claim.title for c in record.claims.values()]
    assert "Rebels lost four fighters" in titles and not any(t.startswith("30 rebels") for t in titles), titles


def test_what_stays_shut_is_not_being_shut() -> None:
    record = record_from("Two bridges remain closed after the flood.", published=DAY)
    assert "Two bridges are closed after flood" in [c.claim.title for c in record.claims.values()]


# What the report says; a line of it; its day.
CLAUSES = [
    ("A bus plunged into a ravine on Monday; nine children died.", "Nine children died", "2031-05-05"),
    ("A ferry carrying 120 people capsized off Kor on Saturday.", "Ferry capsized off Kor", "2031-05-03"),
    ("Negotiators failed to agree and will meet again on Sunday.", "Negotiators to meet again on Sunday", "2031-05-11"),
    (
        "Heavy rain flooded Kor and forced 900 people from their homes.",
        "Heavy rain forced 900 people from their homes",
        TOLD_BY_THEN,
    ),
    (
        "The mayor was shot dead outside his home on Sunday by two men.",
        "Mayor was shot dead outside his home by two men",
        "2031-05-04",
    ),
    (
        "The army, which seized power in 2029, has promised elections by March.",
        "Army promised elections by March",
        TOLD_BY_THEN,
    ),
]


@pytest.mark.parametrize(("text", "title", "day"), CLAUSES)
def test_a_clause_is_told_with_its_own_subject_and_day(text: str, title: str, day: str) -> None:
    told = {c.claim.title: c.when.edtf for c in record_from(text, published=DAY).claims.values() if c.claim.sound}
    assert told.get(title) == day, told


def test_what_they_have_time_for_is_asked_of_them() -> None:
    record = record_from(
        "The rebels have until midnight on Friday to lay down their arms, the army said.", published=DAY
    )
    told = {c.claim.lemma: c.claim.factuality for c in record.claims.values()}
    assert told["lay down arms"] == "demanded", told


def test_step_by_step_is_nobody() -> None:
    record = record_from("Sanctions would be lifted step by step, Poe said.", published=DAY)
    assert [c.claim.title for c in record.claims.values()] == ["Sanctions to be lifted step by step"]


def test_a_length_keeps_its_hyphen() -> None:
    record = record_from("Doctors ended a six-day strike.", published=DAY)
    assert "Doctors ended six-day strike" in [c.claim.title for c in record.claims.values()]


def test_behind_a_semicolon_somebody_else_speaks() -> None:
    record = record_from("Jon Brask was killed in an air strike, the army said; the rebels denied it.", published=DAY)
    assert [[v.name for v in c.claim.voice] for c in record.claims.values()] == [["the army"]]


def test_who_is_only_counted_is_not_told_of() -> None:
    record = record_from("The company recalled 50,000 heaters after three caught fire.", published=DAY)
    assert not any(c.claim.title == "Three caught fire" and c.claim.sound for c in record.claims.values())
