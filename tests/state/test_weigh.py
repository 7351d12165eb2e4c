"""A small model beside the rules leaves out the states that readers of real news seldom signed."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from dateline.lexicon.linear import questions
from dateline.state.board import states
from dateline.state.signs import signs
from dateline.state.weigh import DROPPED, doubtful
from stories import record_from

WEIGHTS = questions("dateline.state", "weights/board.json")["shown"]
CARD = json.loads(files("dateline.state").joinpath("weights/card.json").read_text(encoding="utf-8"))
TRAINING = Path(__file__).parents[2] / "training" / "board"
PLAIN = "The government closed the border crossing at Kor on Monday after a shooting."


def only(*sentences):
    (state,) = states(record_from(*sentences, published="2031-05-14"), doubted=True)
    return state


def lean(state):
    return sum(WEIGHTS.get(s, 0.0) for s in signs(state))


def test_every_weight_is_a_number_and_has_a_bias():
    assert "always" in WEIGHTS
    assert len(WEIGHTS) == CARD["signs"]
    assert all(abs(w) < 10 for w in WEIGHTS.values())


def test_every_sign_with_a_weight_is_a_sign_that_states_have():
    """Signs are found by name: one that was renamed would lose its weight without a word."""
    found = set(signs(only(PLAIN)))
    assert len(found & set(WEIGHTS)) > 0.7 * len(found)


def test_a_plain_sentence_of_a_day_is_shown():
    assert not doubtful(only(PLAIN))


def test_what_somebody_says_of_himself_in_passing_is_not():
    told = only('"Before they closed the border we had hoped to get home and see the children," he said.')
    assert doubtful(told)
    assert states(record_from('"Before they closed the border we had hoped to get home," he said.')) == ()


def test_a_name_speaks_for_a_line():
    named = only("Police arrested the editor Ana Ruiz in Talvik on Monday.")
    words = replace(named.object, name="the editor", keys=frozenset({"words:editor"}), entity=None)
    nameless = replace(named, subject=words, object=words)
    assert lean(named) > lean(nameless)


def test_the_marks_hold_no_text():
    with (TRAINING / "marks.tsv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader((x for x in lines if not x.startswith("#")), delimiter="\t"))
    assert len(rows) == 1672
    assert all(" " not in cell for row in rows for cell in row.values())
    assert {row["mark"] for row in rows} == {"G", "T", "W"}


def test_the_card_says_how_often_it_is_right_on_reports_it_was_not_fitted_to():
    folds = CARD["ten_folds_by_document"]
    assert folds["with_the_model_signed"] > folds["rules_alone_signed"] + 5
    assert folds["good_lines_kept"] > 80
    assert folds["good_lines_of_cases_kept"] > 97
    assert DROPPED < 0
