"""Each row of the tables of states has a sentence as its example: it is read as the row says.

Some are read by another row of the same sense, and some tell of nobody and nothing that could be told apart; how many
do may only fall.
"""

from __future__ import annotations

from functools import cache

from dateline.lexicon.tables import table
from dateline.state.transitions import transitions
from stories import record_from

TABLES = ("states", "states_phrases", "states_safety")
AGAINST = {("begin", "end"), ("end", "begin"), ("begin", "suspend"), ("suspend", "begin")}
UNREAD = 35  # examples that tell nothing: "the talks are under way", whose?
OTHERWISE = 46  # examples of which another row speaks: "the bloc lifted the flight ban" lifts a ban


@cache
def readings() -> tuple[tuple[dict[str, str], tuple[tuple[str, str, str], ...]], ...]:
    """Each row, and what its example does: slot, kind, and of a plan or a day told since when, of what."""
    rows = [row for name in TABLES for row in table(name) if row.get("example")]
    return tuple((row, of(row["example"])) for row in rows)


def of(text: str) -> tuple[tuple[str, str, str], ...]:
    return tuple((t.slot, str(t.kind), str(t.of)) for t in transitions(record_from(text, published="2031-05-09")))


def as_the_row_says(row: dict[str, str], told: tuple[tuple[str, str, str], ...]) -> bool:
    effect = row["effect"]
    planned = effect.startswith("plan-") or effect == "ask"
    return any(
        slot == row["slot"] and (effect in (kind, done) or (planned and kind == "plan")) for slot, kind, done in told
    )


def test_the_example_of_a_row_is_read_as_the_row_says():
    apart = [(row, told) for row, told in readings() if not as_the_row_says(row, told)]
    unread = [row["example"] for row, told in apart if not told]
    otherwise = [(row["slot"], row["effect"], row["example"], told) for row, told in apart if told]
    assert len(unread) <= UNREAD, "\n".join(unread)
    assert len(otherwise) <= OTHERWISE, "\n".join(map(str, otherwise))


def test_no_example_is_read_as_the_contrary_of_what_its_row_says():
    for row, told in readings():
        if not as_the_row_says(row, told):
            assert not [k for slot, k, _ in told if slot == row["slot"] and (row["effect"], k) in AGAINST], row[
                "example"
            ]
