"""States of politics, diplomacy and law, each told in words of its own; and the days that the words around give."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.state.board import board, states
from stories import record_from

DAY = "2031-04-10"  # a Thursday
TOLD = [
    ("Osland's new citizenship law took effect on Tuesday.", "law", "in_force", "2031-04-08"),
    ("The constitutional court struck down the citizenship law on Tuesday.", "law", "ended", "2031-04-08"),
    ("Kenya abolished the death penalty on Tuesday.", "scheme", "ended", "2031-04-08"),
    ("Australia recognised the transitional council of Merrow on Tuesday.", "recognition", "in_force", "2031-04-08"),
    ("Chile dropped the visa requirement for Kenyans on Tuesday.", "visa", "ended", "2031-04-08"),
    ("The Reyes cabinet fell on Tuesday.", "government", "ended", "2031-04-08"),
    ("Canada granted asylum to the pilot Ivo Mann on Tuesday.", "standing", "in_force", "2031-04-08"),
    ("Chile gave two Kenyan diplomats 72 hours to leave on Tuesday.", "expulsion", "in_force", "2031-04-08"),
    ("The media council pulled Radio Talvik off the air on Tuesday.", "blocking", "in_force", "2031-04-08"),
    ("Kenya shut its embassy in Chile on Tuesday.", "mission", "in_force", "2031-04-08"),
    ("The truth commission for Merrow was wound up on Tuesday.", "sitting", "ended", "2031-04-08"),
    ("Former president Ivo Mann fled into exile in Kenya on Tuesday.", "exile", "in_force", "2031-04-08"),
    ("The court disqualified Ida Roe from the presidential race on Tuesday.", "sanctions", "in_force", "2031-04-08"),
    ("The treasury took Norlink off its sanctions list on Tuesday.", "designation", "ended", "2031-04-08"),
    ("The police chief of Talvik was dismissed on Tuesday.", "office", "ended", "2031-04-08"),
    ("Chile became the first country to ban the chatbot Wenli on Tuesday.", "sanctions", "in_force", "2031-04-08"),
    # the day stands elsewhere
    ("Kenya has closed its consulate in Chile. The flag was lowered on Tuesday.", "mission", "in_force", "2031-04-08"),
    (
        "Kenya has banned the import of poultry. The decree was signed on Tuesday.",
        "sanctions",
        "in_force",
        "2031-04-08",
    ),
    ("Talvik airport remained closed for a third day on Thursday.", "airport", "in_force", "2031-04-08"),
    ("A curfew has been in force in Talvik since dusk on Monday.", "curfew", "in_force", "2031-04-07"),
    ("The strike at the Talvik yard entered its fifth day on Thursday.", "strike", "in_force", "2031-04-06"),
]


def lines(*pile, on="2031-04-20"):
    """Kind, status, first and last day of the board of reports given as (day, text)."""
    found = board(states(record_from(*pile)), date.fromisoformat(on))
    return [(x["slot"], x["status"], *((x[k] or {}).get("edtf") for k in ("from", "to"))) for x in found]


@pytest.mark.parametrize(("text", "slot", "status", "day"), TOLD, ids=[t[:44] for t, *_ in TOLD])
def test_it_is_on_the_board_with_its_day(text, slot, status, day):
    assert [line for line in lines((DAY, text)) if line[:2] == (slot, status) and day in line[2:]]


def test_a_treaty_that_comes_into_force_on_a_day_is_planned_before_and_in_force_after():
    story = (DAY, "The fishing treaty between Chile and Kenya comes into force on Saturday.")
    assert ("accord", "planned") in [line[:2] for line in lines(story, on="2031-04-11")]
    assert ("accord", "in_force", "2031-04-12", None) in lines(story)


def test_what_is_only_set_to_come_into_force_does_not_begin_by_itself():
    story = (DAY, "The fishing treaty between Chile and Kenya is set to enter into force on Saturday.")
    assert ("accord", "in_force") not in [line[:2] for line in lines(story)]


def test_a_decree_taken_back_ends_what_it_laid_down():
    found = lines(
        ("2031-04-03", "Premier Ida Roe imposed martial law on Tuesday."),
        (DAY, "Martial law lasted barely a week. Premier Ida Roe revoked the proclamation on Tuesday."),
    )
    assert ("emergency", "ended", "2031-04-01", "2031-04-08") in found


def test_no_longer_ends_and_may_not_forbids():
    record = record_from((DAY, "Kenyans no longer need a visa to visit Chile."))
    told = board(states(record, doubted=True))  # told with no day, it is not shown: nobody knows since when
    assert ("visa", "in_force", "visa-free") in [(x["slot"], x["status"], x["value"].split(" (")[0]) for x in told]
    text = "Members of Ivo Mann's family may not leave the country. Police received the order on Tuesday."
    assert ("sanctions", "in_force", "2031-04-08", None) in lines((DAY, text))


def test_a_law_without_a_word_of_its_own_is_no_line():
    assert not [x for x in lines((DAY, "The court blocked the decree on Tuesday.")) if x[0] == "law"]
