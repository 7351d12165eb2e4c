"""What an analyst would want first: the rank of a line, and its reasons in words."""

from __future__ import annotations

import csv
import json
import math
from importlib.resources import files
from pathlib import Path

from dateline.lexicon.linear import questions
from dateline.pipeline.deriving import linked
from dateline.pipeline.reading import read_one
from dateline.record.lines import account_of, opinions, shown_of, with_columns
from dateline.record.rank import rank, reasons, signs
from dateline.report.load import from_text

WEIGHTS = questions("dateline.record", "weights/rank.json")["signed"]
CARD = json.loads(files("dateline.record").joinpath("weights/card.json").read_text(encoding="utf-8"))
TRAINING = Path(__file__).parents[2] / "training" / "rank"


def shown(*texts, published="2031-05-14"):
    """What the lines of a pile show, by title; a report of the pile is a text, or a text and the day it came out."""
    told = [t if isinstance(t, tuple) else (t, published) for t in texts]
    reports = [from_text(text, id=f"r{n}", published=day) for n, (text, day) in enumerate(told)]
    record = linked({r.id: read_one(r) for r in reports})
    abouts = [with_columns(account_of(event, record), opinions(record)) for event in record.events]
    found = [s for about in abouts if (s := shown_of(about, about.claims)) is not None]
    return {s.best.headline: s for s in found}


def only(*texts):
    (line,) = shown(*texts).values()
    return line


def ranks(*texts):
    """Each text as a pile of its own."""
    return [rank(only(text)) for text in texts]


def test_what_more_reports_tell_comes_first_and_a_copy_counts_once():
    one = "Rebels seized the port of Kelva on Monday."
    other = "On Monday rebel fighters captured Kelva's port, the mayor said."
    assert rank(only(one)) < rank(only(one, other))
    assert rank(only(one, one)) == rank(only(one))


def test_a_fire_with_its_day_its_dead_and_its_place_comes_before_a_vague_remark():
    fire, remark = ranks("A fire killed 14 people in Port Kelva on Tuesday.", "The owner reopened the café.")
    assert fire > 2 * remark


def test_what_is_done_comes_before_what_is_only_planned():
    done, planned = ranks("The army left Kelva on 3 May.", "The army will leave Kelva on 20 May.")
    assert done > planned


def test_what_was_long_past_when_it_was_told_is_background():
    new, old = ranks("Rebels killed nine soldiers in May 2031.", "Rebels killed nine soldiers in May 2009.")
    assert new > old
    assert ("long past when it was told", -0.5) in reasons(only("Rebels killed nine soldiers in May 2009."))


def test_the_reasons_of_a_rank_are_words_and_add_up_to_it():
    line = only(
        "Rebels seized the port of Kelva on Monday.", "On Monday rebel fighters captured Kelva's port, he said."
    )
    told = dict(reasons(line))
    assert told["2 reports"] == 0.75
    assert told["a day of its own"] == 0.8
    assert all(sign == sign.strip() and " " in sign for sign in told)
    assert rank(line) == round(1 / (1 + math.exp(-WEIGHTS["always"] - sum(told.values()))), 4)


def test_the_strongest_reason_comes_first():
    adds = [abs(x) for _, x in reasons(only("A fire killed 14 people in Port Kelva on Tuesday."))]
    assert adds == sorted(adds, reverse=True)


def test_the_rank_does_not_depend_on_the_order_of_the_reports():
    told = [
        ("Rebels seized the port of Kelva on Monday.", "2031-05-13"),
        ("On Monday rebel fighters captured Kelva's port, the mayor said.", "2031-05-14"),
        ("The port of Kelva was seized by rebels on Monday.", "2031-05-16"),
    ]
    assert rank(only(*told)) == rank(only(*reversed(told)))


def test_every_weight_can_be_read_and_is_small():
    assert "always" in WEIGHTS
    assert len(WEIGHTS) == CARD["signs"]
    assert all(abs(weight) < 2 for weight in WEIGHTS.values())
    assert set(signs(only("A fire killed 14 people in Port Kelva on Tuesday."))) & WEIGHTS.keys()


def test_on_other_topics_the_first_third_is_better_than_the_rest():
    folds = CARD["folds_by_topic"]
    assert folds["first_third_signed"] > folds["all_signed"] + 10
    assert folds["first_third_wrong"] <= folds["all_wrong"]
    assert folds["pairs_in_order"] > 60


def test_the_marks_are_of_piles_that_are_named_and_hold_no_text():
    rows = {
        name: list(csv.DictReader((x for x in text.splitlines() if not x.startswith("#")), delimiter="\t"))
        for name in ("marks", "piles")
        for text in [(TRAINING / f"{name}.tsv").read_text(encoding="utf-8")]
    }
    assert {row["pile"] for row in rows["marks"]} == {row["pile"] for row in rows["piles"]}
    assert all(row["mark"] in {"G", "T", "W"} and len(row["line"]) == 10 for row in rows["marks"])
