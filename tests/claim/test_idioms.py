"""Set phrases are read as the verb that they stand for, with its object."""

from __future__ import annotations

import pytest

from dateline.pipeline import read_one
from dateline.report.load import from_text

SAID = (
    ("Norlink put construction of its smelter on ice on Monday.", "suspend", "construction"),
    ("The union put its strike on pause on Friday.", "suspend", "strike"),
    ("The island put an end to the practice on Monday.", "end", "practice"),
    ("Osland called time on its boycott of the games.", "end", "boycott"),
    ("The regulator gave its blessing to the merger of Norlink and Ventair.", "approve", "merger"),
    ("Norlink and the city put pen to paper on a contract for trams.", "sign", "contract"),
    ("Customs staff brought their go-slow to a close on Monday.", "end", "slow"),
    ("The import ban came into operation on Thursday.", "take effect", "ban"),
    ("The hosepipe ban kicked in across Talvik on Monday.", "take effect", "ban"),
)


@pytest.mark.parametrize(("sentence", "lemma", "thing"), SAID, ids=[s[:40] for s, _, _ in SAID])
def test_a_set_phrase_is_its_verb(sentence, lemma, thing):
    read = read_one(from_text(sentence + "\n", id="r", published="2032-02-03"))
    heads = {c.lemma: {p.mention.head for p in c.participants} for c in read.claims}
    assert thing in heads.get(lemma, set())


@pytest.mark.parametrize(
    ("sentence", "lemma"),
    (
        ("The ruling set off riots in Verrin on Monday.", "take effect"),
        ("Police in Tarsk turned back 300 migrants on Friday.", "abandon"),
        ("The minister put the papers on the table.", "suspend"),
    ),
)
def test_it_only_looks_like_one(sentence, lemma):
    read = read_one(from_text(sentence + "\n", id="r", published="2032-02-03"))
    assert lemma not in {c.lemma for c in read.claims}
