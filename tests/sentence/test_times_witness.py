"""What the encoder's reading adds: the verb a time belongs to, furniture that is not read, a vote on ties."""

from __future__ import annotations

from dataclasses import replace

import pytest

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


def test_the_encoder_does_not_outvote_a_hyphen() -> None:
    text = "She spoke of the now-shut mine."
    start = text.index("now")
    assert find(text, replace(NOTHING, times=(TimeExtent(start, start + 3, "DATE"),))) == ()


ARRANGED = """
They they PRON 2 nsubj
meet meet VERB 0 root
envoys envoy NOUN 2 obj
Monday Monday PROPN 2 obl
. . PUNCT 2 punct
"""
SET_DOWN = """
They they PRON 2 nsubj
set set VERB 0 root
Monday Monday PROPN 2 obj
as as ADP 6 case
the the DET 6 det
deadline deadline NOUN 2 obl
. . PUNCT 2 punct
"""
HEADLINE = """
Rebels rebel NOUN 2 nsubj
seize seize VERB 0 root
port port NOUN 2 obj
Monday Monday PROPN 2 obl
"""
PLANS = """
On on ADP 2 case
Monday Monday PROPN 5 obl
the the DET 4 det
union union NOUN 5 nsubj
plans plan VERB 0 root
to to PART 7 mark
march march VERB 5 xcomp
. . PUNCT 5 punct
"""


@pytest.mark.parametrize(
    ("text", "parse", "tense"),
    [
        ("They meet envoys Monday.", ARRANGED, "future"),
        ("They set Monday as the deadline.", SET_DOWN, "present"),
        ("Rebels seize port Monday", HEADLINE, "present"),
        ("On Monday the union plans to march.", PLANS, "future"),
    ],
)
def test_what_is_arranged_or_planned_is_told_in_the_present(text: str, parse: str, tense: str) -> None:
    _, reading = report((text, parse))
    (monday,) = find(text, reading)
    assert monday.tense == tense
