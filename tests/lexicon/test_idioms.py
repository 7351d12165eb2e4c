"""The table of set phrases: what each says, and that none stands there twice."""

from __future__ import annotations

from collections import Counter

import pytest

from dateline.claim.wording.inflect import participle, past
from dateline.lexicon.idioms import plain_verb
from dateline.lexicon.tables import table

ARTICLES = {"the", "a", "an"}
ROWS = table("idioms")


def test_no_phrase_stands_there_twice():
    said = Counter(
        (verb, " ".join(w for w in words.split() if w not in ARTICLES), row["thing"] and "thing")
        for row in ROWS
        for verb in row["verb"].split("|")
        for words in row["words"].split("|")
    )
    assert [phrase for phrase, times in said.items() if times > 1] == []


@pytest.mark.parametrize("row", [r for r in ROWS if r["state"] != "-"], ids=lambda r: r["example"][:40])
def test_the_words_of_the_example_show_the_verb_that_is_meant(row):
    words = row["example"].rstrip(".").split()
    told = [(verb, form) for verb in row["verb"].split("|") for form in {past(verb), participle(verb)} & set(words)]
    assert row["means"] in {plain_verb(verb, row["example"].split(f" {form}", 1)[1]) for verb, form in told}
