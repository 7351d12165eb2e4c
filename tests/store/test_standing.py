"""A line that was made ready is the line that the state gives, on every day and as known by every day."""

from __future__ import annotations

import sqlite3
from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dateline
from dateline.pipeline.keeping import are_kept, keep_standings
from dateline.state import stretches as making
from dateline.state.board import board, states
from dateline.state.made import MADE
from dateline.state.series import as_of, by_first_day, series
from dateline.store.file import FORMAT, Store
from dateline.view import ask
from dateline.view.ask import Asked, Worked
from state import made, test_board, test_series

SAID = ("happened", "not_happened", "denied", "planned", "demanded")
DEEDS = (("sign", "signed"), ("end", "ended"), ("suspend", "suspended"), ("resume", "resumed"), ("extend", "extended"))
DAYS = st.dates(date(2024, 1, 1), date(2024, 6, 30))
ASKED = st.one_of(DAYS, st.sampled_from([date.min, date(2023, 3, 1), date(2025, 9, 1), date.max]))


@st.composite
def stretches(draw):
    """A day, a month, a stretch that may be open, or nothing known."""
    day = draw(DAYS)
    return draw(
        st.sampled_from(
            [day.isoformat(), day.isoformat(), f"{day:%Y-%m}", f"../{day.isoformat()}", f"2024-01-15/{day.isoformat()}"]
        )
    )


@st.composite
def tellings(draw, n):
    verb, said = draw(st.sampled_from(DEEDS))
    text = f"Chad {said} its accord with Norway."
    published, when = draw(st.one_of(st.none(), stretches())), draw(st.one_of(st.none(), stretches()))
    return made.told(
        f"r{n}", published, text, verb, said, when=when,
        factuality=draw(st.sampled_from(SAID)), actor="Chad", object="its accord with Norway",
    )  # fmt: skip


@st.composite
def counts(draw, n):
    true = draw(st.one_of(st.none(), DAYS))
    return test_series.told(
        f"r{n}", draw(st.one_of(st.none(), DAYS.map(date.isoformat))), f"{n} soldiers", draw(st.integers(0, 4)),
        "soldier", "France", "Mali", *draw(st.sampled_from([(), ("killed",)])), true=true and true.isoformat(),
        role=draw(st.sampled_from(["level", "level", "change", "previous", "part", "forecast"])),
        real=draw(st.sampled_from(["happened", "happened", "planned", "denied"])),
    )  # fmt: skip


PILES = st.integers(1, 6).flatmap(lambda n: st.tuples(*(tellings(i) for i in range(n))))
COUNTS = st.integers(1, 6).flatmap(lambda n: st.tuples(*(counts(i) for i in range(n))))


class Filed:
    """What `keep_standings` needs of a store, in memory."""

    def __init__(self, record):
        from dateline.store.standing import Standings

        self.standings = Standings(sqlite3.connect(":memory:"))
        self.standings.lay()
        keep_standings(self, record)

    def lay_standings(self, anew):
        pass

    def derived(self, part):
        return MADE

    def lines(self, kind, on, known_by, generous):
        from dateline.pipeline import Held

        return [dict(line) for line in Held(self).ready(kind, on, known_by, generous)]


@pytest.mark.parametrize("work", [making.WORK, 0])  # 0: no line is kept, each is worked out from the slim row
@given(PILES, st.lists(st.tuples(ASKED, st.one_of(st.none(), ASKED), st.booleans()), min_size=8, max_size=8))
@settings(max_examples=40, deadline=None)
def test_a_kept_line_of_a_state_is_the_line_of_that_state(work, pile, asked):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(making, "WORK", work)
        record = made.record_of(*pile)
        filed, found = Filed(record), states(record)
        for on, known_by, generous in asked:
            told = [dict(line) for line in board(found, on, known_by, generous)]
            kept = filed.lines("state", on, known_by, generous)
            assert kept == told
            assert [list(line) for line in kept] == [list(line) for line in told]


@pytest.mark.parametrize("work", [making.WORK, 0])
@given(COUNTS, st.lists(st.tuples(ASKED, st.one_of(st.none(), ASKED), st.booleans()), min_size=8, max_size=8))
@settings(max_examples=40, deadline=None)
def test_a_kept_line_of_a_series_is_the_line_of_that_series(work, pile, asked):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(making, "WORK", work)
        record = test_series.record(*pile)
        filed, found = Filed(record), series(record)
        for on, known_by, generous in asked:
            told = [line for one in found if (line := as_of(one, on, known_by, generous)) is not None]
            told.sort(key=lambda line: (by_first_day(line), line["id"]))
            kept = filed.lines("series", on, known_by, generous)
            assert kept == told
            assert [list(line) for line in kept] == [list(line) for line in told]


@pytest.mark.parametrize("work", [making.WORK, 0])
def test_a_lower_toll_counts_where_the_sentence_says_that_all_are_counted(monkeypatch, work):
    monkeypatch.setattr(making, "WORK", work)
    lower = {"a death toll of 4": 4, "4 soldiers": 9}  # the second is taken for another incident
    for n, (words, stands) in enumerate(lower.items()):
        told = [
            test_series.told("a", "2024-03-01", "9 soldiers", 9, "soldier", "France", "Mali", "killed"),
            test_series.told(f"b{n}", "2024-03-05", words, 4, "soldier", "France", "Mali", "killed"),
        ]
        filed = Filed(test_series.record(*told))
        (line,) = filed.lines("series", date(2024, 3, 5), date(2024, 3, 5), False)
        assert line["latest"]["low"] == stands


@given(st.lists(st.tuples(st.dates(date(2023, 6, 1), date(2025, 2, 1)), ASKED, st.booleans()), min_size=4, max_size=4))
@settings(max_examples=40, deadline=None)
def test_plans_that_slip_and_are_carried_out_are_kept_as_they_are_told(asked):
    filed, found = kept_pile()
    for on, known_by, generous in asked:
        assert filed.lines("state", on, known_by, generous) == list(board(found, on, known_by, generous))


@cache
def kept_pile():
    record = made.record_of(*test_board.PILE)
    return Filed(record), states(record)


ROWS = [
    {
        "id": "a",
        "published": "2024-05-03",
        "text": "The port of Beira was closed on Thursday. 300 people were stranded.",
    },
    {"id": "b", "published": "2024-05-06", "text": "The port of Beira reopened on Sunday, officials said."},
]


def answers(situation):
    days = (None, "2024-05-03", "2024-05-05", "2024-05-06", "2024-06-01")
    lists = [[situation.inforce(on, by), situation.figures(on, by)] for on in days for by in days]
    lists += [
        [situation.timeline(on, by, top), situation.disputes(known_by=by)]
        for on in days
        for by in days
        for top in (1, None)
    ]
    lists += [[situation.changes(day, by), situation.gaps(day, by)] for day in days[1:] for by in days]
    return [[answer.to_dicts() for answer in pair] for pair in lists]


OLDER = {
    "2": ["create table standing as select kind, id, known, generous, body from plain"],
    "3": [
        "create table standing as select kind, id, known, generous, '' mark, 1 ready, null slim, body from plain",
        "create table ready (row integer primary key, body blob not null)",
        "create table spans (kind text, known_from integer, on_from integer, row integer, clock integer, head blob)",
    ],
}  # how a file of an older format keeps states and series


@pytest.mark.parametrize("older", OLDER)
def test_a_file_of_a_format_before_answers_the_same_and_is_brought_up_to_date_when_it_is_added_to(tmp_path, older):
    path = tmp_path / "s.dateline"
    with dateline.open(path) as situation:
        situation.add(ROWS)
        fresh = answers(situation)
    with sqlite3.connect(path) as db:
        db.execute("update meta set value = ? where key = 'format'", (older,))
        db.execute("create table plain as select * from standing where kind in ('state', 'series')")
        for name in ("standing", "spans", "ready", "news"):
            db.execute(f"drop table {name}")
        for statement in (*OLDER[older], "drop table plain"):
            db.execute(statement)
        db.execute("delete from derived where part in ('publishers', 'days')")
        db.execute("update derived set body = 'ready-1' where part = 'ready'")
    db.close()
    with dateline.open(path) as situation:
        assert answers(situation) == fresh
        assert situation.verify() == []
        situation.add(ROWS)
        assert answers(situation) == fresh
        assert situation.verify() == []
    with Store(path) as store:
        assert store.standings.held() and store.derived("ready") == MADE
    with sqlite3.connect(path) as db:
        assert db.execute("select value from meta where key = 'format'").fetchone() == (str(FORMAT),)
    db.close()


def test_one_more_report_leaves_what_it_does_not_touch_and_gives_what_all_at_once_give(tmp_path):
    other = {"id": "c", "published": "2024-05-04", "text": "Police arrested Ada Wells in Orsk on Friday."}
    once = dateline.open(tmp_path / "once.dateline")
    once.add([*ROWS, other])
    grown = dateline.open(tmp_path / "grown.dateline")
    grown.add(ROWS)
    before = grown._store.standings.marks()
    grown.add([other])
    after = grown._store.standings.marks()
    assert before.items() <= after.items() and answers(grown) == answers(once)
    grown.correct("withdraw", ("c",))
    assert grown._store.standings.marks() == before


def test_a_kept_line_that_was_tampered_with_is_found(tmp_path):
    path = tmp_path / "s.dateline"
    with dateline.open(path) as situation:
        situation.add(ROWS)
        assert are_kept(situation._store, situation.asked.record)
        sound = answers(situation)
    with sqlite3.connect(path) as db:
        db.execute("update spans set on_to = on_to - 1")
    db.close()
    with dateline.open(path) as situation:
        assert any("derive it anew" in fault for fault in situation.verify())
        situation.add(ROWS[:1])
        assert situation.verify() == [] and answers(situation) == sound


@pytest.mark.parametrize("work", [making.WORK, 0])
@pytest.mark.parametrize("listed", ["timeline", "inforce", "figures", "disputes"])
def test_an_answer_that_nobody_has_read_outlives_its_file(tmp_path, monkeypatch, listed, work):
    monkeypatch.setattr(making, "WORK", work)  # 0: no line is kept, each is worked out when asked
    with dateline.open(tmp_path / "s.dateline") as situation:
        situation.add(ROWS)
        expected = getattr(situation, listed)().to_dicts()
    with dateline.open(tmp_path / "s.dateline") as situation:
        lines = getattr(situation, listed)()
    assert lines.to_dicts() == expected


def test_lines_can_be_read_in_any_order_and_after_the_file_is_closed(tmp_path):
    with dateline.open(tmp_path / "s.dateline") as situation:
        situation.add(ROWS)
        lines = situation.inforce(on="2024-05-06")
        worked = ask.inforce(Asked(Worked(situation.asked.record), {}), date(2024, 5, 6))
    assert [dict(line) for line in lines] == [dict(line) for line in worked]
    assert lines[-1].id == worked[-1]["id"] and len(lines[:1]) == 1
    with pytest.raises(IndexError):
        lines[len(lines)]


def test_an_answer_stays_as_it_was_when_the_record_changes(tmp_path):
    with dateline.open(tmp_path / "s.dateline") as situation:
        situation.add(ROWS)
        lines, expected = situation.timeline(), situation.timeline().to_dicts()
        situation.correct("withdraw", ("a",))
        situation.correct("undo", ("1",))
        situation.correct("withdraw", ("b",))
        assert lines.to_dicts() == expected != situation.timeline().to_dicts()


def test_an_answer_is_not_read_from_a_file_that_another_program_has_changed(tmp_path):
    path = tmp_path / "s.dateline"
    with dateline.open(path) as situation, dateline.open(path) as other:
        situation.add(ROWS)
        lines = situation.timeline()
        other.correct("withdraw", ("a",))
        with pytest.raises(dateline.DatelineError, match="Ask again"):
            lines.to_dicts()
        assert {r for line in situation.timeline() for r in line.reports} == {"b"}
