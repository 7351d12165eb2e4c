"""What goes on and what is done as a rule, told apart from what is done."""

import pytest

from dateline.claim.read import analyse
from dateline.report.load import from_text
from dateline.sentence import parse


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The ferry carries mail to the islands. It sells tickets on board.", "sells", "habitual"),
        ("The mill employs 300 people. The council opposes the sale.", "opposes", "ongoing"),
        ("Residents said the shells were falling on the market.", "falling", "ongoing"),
        ("The mayor accuses the firm of fraud.", "accuses", "happened"),
        ("The minister will speak when the envoy arrives.", "arrives", "planned"),
        ("The bridge must not be closed, the mayor said.", "closed", "demanded"),
        ("The union disputed the finding that pumps had been switched off.", "switched", "denied"),
    ],
)
def test_how_a_form_stands(text: str, word: str, expected: str):
    report = from_text(text, id="1", published="2031-05-05")
    found = analyse(report, parse.read(report.text, ()))
    start = text.index(word)
    assert [c.factuality for c in found.events if c.trigger.start == start] == [expected]
