"""The day that the next words give, and set phrases of what stands."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.state.board import board, states
from stories import record_from

DAY = "2031-04-10"  # a Thursday
TOLD = [
    # the next sentence gives the day, in words of the deed or pointing at it
    ("Norlink has completed its purchase of Telmar. Telmar became a wholly owned subsidiary on Tuesday.",
     "deal", "in_force", "2031-04-08"),
    ("An evacuation order remains in place for Talvik. Sheriff Ida Roe issued the order on Tuesday.",
     "evacuation", "in_force", "2031-04-08"),
    ("Kenya and Chile have restored diplomatic relations. Envoys signed the protocol on Tuesday.",
     "relations", "in_force", "2031-04-08"),
    ("The editor Ida Roe is behind bars. Officers came for her on Tuesday.", "detention", "in_force", "2031-04-08"),
    ("The bakery chain Telmar has collapsed into administration. The court appointed administrators on Tuesday.",
     "insolvency", "in_force", "2031-04-08"),
    ("Dogs in Talvik must be kept on a lead. The order came into force on Tuesday.", "duty", "in_force", "2031-04-08"),
    ("Half of Talvik has been without electricity since a storm tore down lines on Tuesday.",
     "power", "in_force", "2031-04-08"),
    # set phrases
    ("The islanders are back in their homes since Tuesday.", "evacuation", "ended", "2031-04-08"),
    ("Kenya has been a full member of the Southern Union since Tuesday.", "membership", "in_force", "2031-04-08"),
    ("Norlink and Telmar have abandoned plans to join forces. They told the stock exchange on Tuesday.",
     "deal", "ended", "2031-04-08"),
    ("The Talvik tunnel has been open to traffic again since Tuesday.", "road", "ended", "2031-04-08"),
    ("Airline Norlink ceased operations on Tuesday.", "output", "ended", "2031-04-08"),
    ("The regulator stripped Norlink of its licence for the time being on Tuesday.",
     "licence", "suspended", "2031-04-08"),
    ("The warring parties in Talvik have agreed on a truce, due to begin at dawn on Saturday.",
     "ceasefire", "planned", "2031-04-12"),
    ("Not a single train has run on the new Talvik line.", "traffic", "not_begun", None),
    # who did it says so, or it rests since a day
    ("Kenya has lifted its duty on Chilean copper, the trade ministry said on Tuesday.",
     "sanctions", "ended", "2031-04-08"),
    ("The rowing union has banned the sculler Ida Roe for a year, it said on Tuesday.",
     "sanctions", "in_force", "2031-04-08"),
    ("Gas flows through the Talvik pipeline have been at zero since Tuesday.", "output", "suspended", "2031-04-08"),
    ("Talks between Kenya and Chile have been on pause since Tuesday.", "talks", "suspended", "2031-04-08"),
    ("The Harbours (Pilots) Act took effect on Tuesday.", "law", "in_force", "2031-04-08"),
    ("President Ida Roe signed a decree banning the import of old tyres. It takes effect on 1 May.",
     "sanctions", "planned", "2031-05-01"),
    ("The broker Ivo Mann may not leave the country until his trial is over, a court in Talvik ruled on Tuesday.",
     "duty", "in_force", "2031-04-08"),
    ("Kenya put a stop to exports of raw sugar with effect from 1 April.", "sanctions", "in_force", "2031-04-01"),
    ("Talvik's hockey federation halted the league season on Tuesday.", "campaign", "suspended", "2031-04-08"),
    ("Ida Roe is the new coach of Norlink's handball team. The 46-year-old took charge on Tuesday.",
     "office", "in_force", "2031-04-08"),
    ("Nobody is allowed on the streets of Talvik at night. The commander issued the order on Tuesday.",
     "duty", "in_force", "2031-04-08"),
    ("The hostage drama in Talvik is over. Police stormed the bank on Tuesday.", "campaign", "ended", "2031-04-08"),
    ("The press law that parliament adopted in March has yet to enter into force.", "law", "not_begun", None),
]  # fmt: skip
NOT_TOLD = [
    ("The junta imposed martial law on Sunday. Martial law lasted barely a day. It revoked the decree on Tuesday.",
     "emergency", "2031-04-08", "from"),
    ("Planes landed in Talvik on Tuesday after the airport had been shut for five weeks.", "airport", None, "from"),
]  # fmt: skip


def lines(*reports):
    record = record_from(*((published, text) for published, text in reports))
    found = board(states(record), date(2031, 4, 10))
    return [(li["slot"], li["status"], *((li[k] or {}).get("edtf") for k in ("from", "to"))) for li in found]


@pytest.mark.parametrize(("text", "slot", "status", "day"), TOLD)
def test_the_day_is_found_and_the_phrase_is_known(text, slot, status, day):
    found = lines((DAY, text))
    assert any(li[:2] == (slot, status) and (day is None or day in li[2:]) for li in found), found


@pytest.mark.parametrize(("text", "slot", "day", "which"), NOT_TOLD)
def test_what_has_passed_is_not_told_to_have_begun_then(text, slot, day, which):
    found = [li for li in lines((DAY, text)) if li[0] == slot and li[1] == "in_force"]
    assert not found, found


ANY_VERB = [
    ("The night curfew in Talvik was put on hold on Tuesday.", "curfew", "suspended"),
    ("The inquiry into the mayor of Talvik was wound up on Tuesday.", "investigation", "ended"),
    ("The flood warning for Talvik took effect on Tuesday.", "evacuation", "in_force"),
    ("The night train between Talvik and Sund was discontinued on Tuesday.", "traffic", "ended"),
    ("Rice exports from Kenya started on Tuesday.", "output", "in_force"),
]


@pytest.mark.parametrize(("text", "slot", "status"), ANY_VERB)
def test_any_verb_that_begins_or_ends_moves_any_thing_that_stands(text, slot, status):
    assert any(li[:2] == (slot, status) and "2031-04-08" in li[2:] for li in lines((DAY, text)))


def test_a_line_without_a_name_has_those_of_the_lead():
    text = (
        "A judge has barred the watchmaker Norlink from selling its clock. "
        "The preliminary injunction, handed down on Tuesday, stays in place."
    )
    found = board(states(record_from((DAY, text))), date(2031, 4, 10))
    assert any(li["slot"] == "order" and "Norlink" in li["title"] for li in found), [li["title"] for li in found]


def test_a_contract_told_of_nobody_is_that_of_the_lead():
    text = "Norlink will supply lorries for Talvik. The contract was signed on Tuesday."
    found = board(states(record_from((DAY, text))), date(2031, 4, 10))
    assert any(li["slot"] == "deal" and "Norlink" in li["title"] for li in found), [li["title"] for li in found]


def test_who_walks_out_of_a_prison_is_not_on_strike():
    assert not [
        li for li in lines((DAY, "The editor Ida Roe walked out of Talvik prison on Tuesday.")) if li[0] == "strike"
    ]
