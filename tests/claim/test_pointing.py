"""What "it" means where the verb settles it."""

from __future__ import annotations

import pytest

from dateline.claim.read import analyse
from dateline.report.load import from_text
from dateline.sentence import parse


def meant(text: str, verb: str) -> list[str]:
    report = from_text(text, id="r", published="2031-05-09")
    claims = [c for c in analyse(report, parse.read(report.text)).events if c.trigger.text == verb]
    spans = [p.mention.refers for c in claims for p in c.participants if p.mention.anchor.text in ("it", "them")]
    return [report.text[span[0] : span[1]] for span in spans if span]


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    (
        ("The islands revived their water pact on Monday, years after Osland had frozen it.", "frozen", "water pact"),
        ("The army won back the refinery on Monday and lost it again on Tuesday.", "lost", "refinery"),
    ),
)
def test_it_is_the_nearest_thing_that_the_verb_can_move(text, verb, thing):
    assert any(thing in words for words in meant(text, verb))


def test_what_the_verb_cannot_move_is_not_meant():
    assert not any("cake" in words for words in meant("The baker cut the cake and the army lost it.", "lost"))
