"""What a reader must learn between two days."""

from datetime import date

import pytest

from dateline.state.board import board, states
from dateline.state.changes import changes, core, replay
from dateline.state.series import as_of, series
from state.made import counted, record_of, told

ENDED = told(
    "a",
    "2024-03-17",
    "Chad ended its accord with Norway.",
    "end",
    "ended",
    when="2024-03-16",
    actor="Chad",
    object="its accord with Norway",
)
AGAIN = told(
    "b",
    "2024-03-20",
    "Chad ended its accord with Norway.",
    "end",
    "ended",
    when="2024-03-16",
    actor="Chad",
    object="its accord with Norway",
)
SIGNED = told(
    "s",
    "2023-01-06",
    "Chad signed an accord with Norway.",
    "sign",
    "signed",
    when="2023-01-05",
    actor="Chad",
    object="an accord with Norway",
)


def view(pile, day):
    return {"inforce": board(states(record_of(*pile)), day, day)}


def kinds(pile, a, b):
    found = changes(view(pile, date.fromisoformat(a)), view(pile, date.fromisoformat(b)))
    return [(c["kind"], c["list"]) for c in found]


def test_what_ended_is_learnt_with_its_evidence_and_a_second_origin_confirms_it():
    pile = [SIGNED, ENDED, AGAIN]
    assert kinds(pile, "2024-01-01", "2024-03-18") == [("ended", "inforce")]
    assert kinds(pile, "2024-03-18", "2024-03-18") == []
    (change,) = changes(view(pile, date(2024, 1, 1)), view(pile, date(2024, 3, 18)))
    assert [e["anchor"]["report"] for e in change["evidence"]] == ["a"]
    assert change["before"].startswith("in force")


def test_what_was_not_known_at_all_is_new():
    assert kinds([ENDED], "2024-01-01", "2024-03-18") == [("new", "inforce")]
    assert kinds([ENDED, AGAIN], "2024-03-18", "2024-03-21") == [("confirmed", "inforce")]


def leaving(report, published, day):
    return told(
        report,
        published,
        f"Norwegian troops will leave Chad by {day}.",
        "leave",
        factuality="planned",
        when=day,
        relation="by",
        times=[(day, "DATE", day, "by", day)],
        actor="Norwegian troops",
        place="Chad",
    )


def test_a_plan_that_is_put_off_has_slipped_and_shows_both_days():
    pile = [leaving("may", "2024-05-20", "2024-08-15"), leaving("july", "2024-07-20", "2024-09-15")]
    (change,) = changes(view(pile, date(2024, 6, 1)), view(pile, date(2024, 8, 1)))
    assert (change["kind"], change["before"], change["after"]) == ("slipped", "2024-08-15", "2024-09-15")


def test_a_line_that_is_gone_was_retracted():
    before, after = view([ENDED], date(2024, 4, 1)), {"inforce": ()}
    assert [c["kind"] for c in changes(before, after)] == ["retracted"]


PILE = [SIGNED, ENDED, AGAIN, leaving("may", "2024-05-20", "2024-08-15"), leaving("july", "2024-07-20", "2024-09-15")]
DAYS = [date(2022, 1, 1), date(2023, 2, 1), date(2024, 3, 18), date(2024, 6, 1), date(2024, 8, 1), date(2025, 1, 1)]


@pytest.mark.parametrize("a", DAYS)
@pytest.mark.parametrize("b", DAYS)
def test_the_changes_applied_to_the_record_at_one_day_give_the_record_at_the_other(a, b):
    old, new = view(PILE, a), view(PILE, b)
    reached = replay(old, changes(old, new))["inforce"]
    assert reached == sorted((core("inforce", line) for line in new["inforce"]), key=repr)


DEAD = [
    counted("a", "2031-05-02", "Nine miners died at Orsk.", "Nine", 9, "miner", scope=("killed",)),
    counted("b", "2031-05-03", "Nine miners died at Orsk.", "Nine", 9, "miner", scope=("killed",), origin="a"),
    counted("c", "2031-05-04", "Nine miners died, a doctor said.", "Nine", 9, "miner", scope=("killed",)),
]


def figures_on(day):
    known = date(2031, 5, day)
    return {"figures": [as_of(one, known, known) for one in series(record_of(quantities=DEAD))]}


def test_a_copy_confirms_no_figure_and_a_second_origin_does():
    assert changes(figures_on(2), figures_on(3)) == []
    [change] = changes(figures_on(3), figures_on(4))
    assert (change["kind"], change["before"], change["after"]) == ("confirmed", "1 origin", "2 origins")


def test_the_evidence_of_a_figure_has_the_fields_of_all_evidence():
    [new] = changes({"figures": ()}, figures_on(2))
    [one] = new["evidence"]
    assert (one["anchor"]["text"], one["trigger"]["text"]) == ("Nine miners died at Orsk.", "Nine")
    assert set(one) == set(board(states(record_of(ENDED)))[0]["evidence"][0])


def test_a_plan_whose_day_is_long_over_is_not_retracted():
    sources = [{"id": "a", "sha256": "1", "title": "", "text": ""}]
    before = view([ENDED], date(2024, 4, 1)) | {"sources": sources}
    (change,) = changes(before, {"inforce": (), "sources": sources})
    assert (change["kind"], change["after"]) == ("ended", "its day is long over")


def test_other_words_for_one_number_revise_nothing_and_another_number_confirms_none():
    def told_of(report, value, words, day):
        return counted(report, day, f"{words} were killed in Gao.", words, value, "people", scope=("killed",))

    first = told_of("a", 2, "two people", "2024-03-17")
    same = told_of("b", 2, "two civilians", "2024-03-18")
    none = told_of("c", 0, "no people", "2024-03-18")

    def found(*pile):
        views = [
            {"figures": [line for s in series(record_of(quantities=list(pile))) if (line := as_of(s, day, day))]}
            for day in (date(2024, 3, 17), date(2024, 3, 19))
        ]
        return [c["kind"] for c in changes(*views)]

    assert found(first, same) == ["confirmed"]
    assert "confirmed" not in found(first, none)
