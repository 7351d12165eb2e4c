"""Exercises, patrols, alerts, mobilisation, zones, exchanges of prisoners, disarmament and mutinies."""

from __future__ import annotations

import pytest

from dateline.state.board import board, states
from stories import record_from


def told(*sentences):
    pile = [(f"2031-05-{9 + 3 * n:02}", text) for n, text in enumerate(sentences)]
    found = board(states(record_from(*pile)))
    return [(x["slot"], x["status"], (x["from"] or x["to"] or {}).get("edtf")) for x in found]


@pytest.mark.parametrize(
    ("sentence", "line"),
    (
        ("The naval exercise Grey Tern began off Talvik on Monday.", ("exercise", "in_force", "2031-05-05")),
        ("The two coastguards began joint patrols on Lake Orla on Monday.", ("patrol", "in_force", "2031-05-05")),
        ("The navy was put on its highest stage of alert on Monday.", ("alert", "in_force", "2031-05-05")),
        ("The army set up a checkpoint on the Verrin road on Monday.", ("checkpoint", "in_force", "2031-05-05")),
        ("The Harvest Brigade handed in its weapons on Monday.", ("disarmament", "in_force", "2031-05-05")),
        ("A mutiny broke out at the Talvik barracks on Monday.", ("mutiny", "in_force", "2031-05-05")),
        ("The governor placed Talvik under a night curfew on Monday.", ("curfew", "in_force", "2031-05-05")),
        ("Military ties to Osland have been frozen since Monday.", ("accord", "suspended", "2031-05-05")),
    ),
)  # fmt: skip
def test_it_stands_from_its_day(sentence, line):
    assert line in told(sentence)


def test_what_the_sentence_tells_of_one_day_is_of_that_day():
    found = told("Envoys of Osland and Verland shook hands on Monday as peace talks got under way in Sennet.")
    assert ("talks", "in_force", "2031-05-05") in found
    found = told("Soldiers at the Talvik barracks went back on duty on Monday, ending a mutiny over pay.")
    assert ("mutiny", "ended", "2031-05-05") in found


def test_a_truce_that_comes_late_has_no_term():
    found = told("Three days behind schedule, the truce in Talvik took effect on Monday.")
    assert [(slot, status) for slot, status, _ in found] == [("ceasefire", "in_force")]


def test_an_extension_of_untold_length_outlasts_the_first_term():
    found = told("The cabinet declared a state of emergency in Talvik for two days on Monday.",
                 "The cabinet extended the state of emergency in Talvik on Sunday.")  # fmt: skip
    assert [(slot, status) for slot, status, _ in found] == [("emergency", "in_force")]


def test_what_is_only_spoken_of_does_not_stand():
    assert told("The army said on Monday that no decision on holding a drill had been made.") == []


@pytest.mark.parametrize(
    ("sentence", "line"),
    (
        (
            "Osland and Verland signed a truce on Monday that is to take effect at noon on Saturday.",
            ("Truce between Osland and Verland (by 17 May 2031)", "planned"),
        ),
        (
            "The governor imposed a curfew in Talvik on Monday that will start on Friday.",
            ("Curfew in Talvik (by 16 May 2031)", "planned"),
        ),
    ),
)
def test_what_is_laid_down_for_a_later_day_is_planned(sentence, line):
    found = board(states(record_from(("2031-05-14", sentence))))
    assert [(x["title"], x["status"]) for x in found] == [line]


def test_what_a_council_voted_to_prolong_is_prolonged():
    assert ("emergency", "in_force", "../2031-05-05") in told(
        "Deputies voted on Monday to extend martial law in Talvik."
    )
    planned = told("The council plans to extend the curfew in Talvik.")
    assert [(slot, status) for slot, status, _ in planned] == [("curfew", "planned")]


def test_words_of_every_day_make_no_mutiny_without_their_day():
    assert not [
        x for x in told("Osland's president has this uprising wrong, the columnist Ana Roe wrote.") if x[0] == "mutiny"
    ]
