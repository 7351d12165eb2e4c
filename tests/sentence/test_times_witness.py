"""What the encoder's reading adds: the verb a time belongs to, furniture that is not read, a vote on ties."""

from __future__ import annotations

from dataclasses import replace

from dateline.sentence.reading import Reading, TimeExtent
from dateline.sentence.times.find import find
from handmade import report

NOTHING = Reading((), (), (), (), (), "none")
PARSE = """
They they PRON 2 nsubj
agreed agree VERB 0 root
that that SCONJ 6 mark
troops troop NOUN 6 nsubj
will will AUX 6 aux
leave leave VERB 2 ccomp
on on ADP 8 case
Friday Friday PROPN 6 obl
. . PUNCT 2 punct
"""


def test_the_verb_that_governs_a_time_gives_its_tense() -> None:
    _, reading = report(("They agreed that troops will leave on Friday.", PARSE))
    (friday,) = find("They agreed that troops will leave on Friday.", reading)
    assert friday.tense == "future"


def test_words_outside_every_sentence_are_furniture() -> None:
    page = "They agreed that troops will leave on Friday.\nPhoto: Monday, April 16, 2018"
    _, reading = report(("They agreed that troops will leave on Friday.", PARSE))
    assert [x.text for x in find(page, reading)] == ["Friday"]


def test_the_encoder_outvotes_a_tie_and_nothing_else() -> None:
    text = "The former mayor spoke."
    assert find(text, NOTHING) == ()
    former = text.index("former")
    voted = replace(NOTHING, times=(TimeExtent(former, former + 6, "DATE"),))
    assert [x.text for x in find(text, voted)] == ["former"]
    mayor = replace(NOTHING, times=(TimeExtent(former + 7, former + 12, "DATE"),))
    assert find(text, mayor) == ()
