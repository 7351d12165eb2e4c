"""The day of an event that only the clause beside it tells."""

import pytest

from stories import record_from

TOLD = [
    ("Tugs refloated the Orla on Monday, six days after the container ship ran aground.", "aground", "2032-01-27"),
    ("The port reopened on Friday, ten days after a strike closed it.", "closed", "2032-01-20"),
    ("The deal was signed on 12 January, just three days after rebels seized Ombo.", "seized", "2032-01-09"),
    ("Talks resumed on Friday, two weeks after police arrested the envoy.", "arrested", "2032-01-13/2032-01-19"),
    ("The bridge was closed on Thursday, about six days after police arrested the envoy.", "arrested", "../2032-02-03"),
    (
        "Tugs refloated the Orla on Monday. Six days after that the container ship ran aground.",
        "aground",
        "../2032-02-03",
    ),
    ("The port reopened on Friday, 9999999 days after a strike closed it.", "closed", "../2032-02-03"),
]


@pytest.mark.parametrize(("text", "word", "day"), TOLD)
def test_a_day_is_counted_from_the_day_beside_it_and_from_no_other(text, word, day):
    record = record_from(text)
    [found] = [c for c in record.claims.values() if word in c.claim.trigger.text or c.claim.trigger.text.endswith(word)]
    assert found.when.edtf == day
