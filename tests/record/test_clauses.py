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


ON_FRIDAY = [
    ("As of Thursday, 45 people had been arrested.", "arrest", "../2031-05-08"),
    ("A week later, on May 5, the general surrendered.", "surrender", "2031-05-05"),
    ("Since April 28, when the dam burst, 200 people have died.", "die", "2031-04-28/2031-05-09"),
    ("The evacuation order was extended on Thursday until May 15.", "extend", "2031-05-08"),
    ("The strike, now in its tenth day, has closed 14 ports.", "close", "../2031-05-09"),
    ("The ministry announced a curfew from Sunday.", "announce", "../2031-05-09"),
]


@pytest.mark.parametrize(("text", "lemma", "days"), ON_FRIDAY)
def test_a_time_beside_a_deed_bounds_it_as_its_words_have_it(text, lemma, days):
    record = record_from(text, published="2031-05-09")
    assert [c.when.edtf for c in record.claims.values() if c.claim.lemma == lemma] == [days]
