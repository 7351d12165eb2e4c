"""A small model beside the rules decides which lines are told; its weights can be read, and so can what it was told."""

from __future__ import annotations

import csv
import json
from importlib.resources import files
from pathlib import Path

from dateline.claim.event.weigh import BY_RULE, weighed
from dateline.claim.read import analyse
from dateline.lexicon.linear import questions
from dateline.report.load import from_text
from dateline.sentence.parse import read

WEIGHTS = questions("dateline.claim.event", "weights/lines.json")["told"]
CARD = json.loads(files("dateline.claim.event").joinpath("weights/card.json").read_text(encoding="utf-8"))
MARKS = Path(__file__).parents[2] / "training" / "lines" / "marks.tsv"


def events(text):
    report = from_text(text, id="r", published="2031-05-14")
    return {t.claim.trigger.text: t for t in analyse(report, read(report.text)).told}


def test_every_weight_is_a_number_and_has_a_bias() -> None:
    assert "always" in WEIGHTS
    assert len(WEIGHTS) == CARD["signs"]
    assert all(abs(w) < 10 for w in WEIGHTS.values())


def test_every_sign_with_a_weight_is_a_sign_that_events_have() -> None:
    """Signs are found by name: one that was renamed would lose its weight without a word."""
    told = events(
        "The council said on Monday that rebels had seized the airport at Kor and that nobody was hurt. "
        "The mayor, who had left the town, was not reached. Two bridges were closed."
    )
    found = {s for t in told.values() for s in t.signs}
    assert len(found & set(WEIGHTS)) > 0.8 * len(found)


def test_signs_that_spoke_for_right_lines_tell_one_that_the_rules_leave_out() -> None:
    good = [s for s, w in WEIGHTS.items() if w > 0]
    assert weighed(False, ["weak"], good, alone=True)[:2] == (True, True)
    assert weighed(False, ["weak"], good, alone=False)[0] is False  # a noun that points back is told elsewhere
    assert weighed(False, ["weak", "nobody"], good, alone=True)[0] is False  # whatever the signs, nobody is named


def test_signs_that_spoke_for_wrong_lines_hide_the_line_and_keep_the_claim() -> None:
    bad = [s for s, w in WEIGHTS.items() if w < 0 and s != "always"]
    assert weighed(True, [], [BY_RULE, *bad], alone=True)[:2] == (True, False)


def test_an_event_with_nothing_against_it_is_told() -> None:
    told = events("Soldiers closed the border crossing at Kor on Monday.")["closed"]
    assert told.worth and told.claim.sound
    assert BY_RULE in told.signs


def test_the_marks_hold_no_text() -> None:
    lines = [x for x in MARKS.read_text(encoding="utf-8").splitlines() if not x.startswith("#")]
    rows = list(csv.DictReader(lines, delimiter="\t"))
    assert len(rows) == CARD["ten_folds_by_document"]["rows"] + CARD["marks_that_no_event_answers_to"]
    assert {r["mark"] for r in rows} == {"G", "T", "W"}
    assert all(len(r["line"]) == 10 and int(r["line"], 16) >= 0 for r in rows)
