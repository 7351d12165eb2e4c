"""The Python face: what it takes, what it refuses, what it keeps of what people decide."""

from __future__ import annotations

import sqlite3
from datetime import datetime

import pytest

import dateline

ROW = {"id": "wire", "publisher": "Coast Wire", "published": "2031-05-02", "text": "The port of Karo closed on Friday."}
PILE = [
    ROW,
    {"id": "post", "published": "2031-05-03", "text": "Karo's port reopened on Saturday, officials said. Nine died."},
    {"id": "sun", "published": "2031-05-04", "text": "Seven people died at the port of Karo, the mayor said."},
    {"id": "bay", "published": "2031-07-01", "text": "Norland's troops will leave Karo by July 20, its envoy said."},
    {"id": "ink", "published": "2031-09-01", "text": "The mayor of Karo, Ida Roe, resigned on Monday."},
]


@pytest.fixture
def karo(tmp_path):
    with dateline.open(tmp_path / "karo.dateline") as situation:
        situation.add(ROW)
        yield situation


def test_one_row_is_one_report_and_no_list_of_its_columns(karo):
    assert [line.id for line in karo.sources()] == ["wire"]


def test_rows_without_an_id_are_the_same_reports_in_any_order(karo):
    rows = [{"text": "The mayor of Karo resigned on Monday."}, {"text": "Divers found the wreck off Karo."}]
    added = karo.add(rows)
    assert len(added.new) == 2 and set(karo.add(rows[::-1]).same) == set(added.new)


def test_a_row_that_cannot_be_read_is_named_by_its_place(karo):
    added = karo.add([{"id": "a", "text": "The port of Karo reopened."}, {"id": "b"}])
    assert added.new == ("a",) and [r.source for r in added.refused] == ["row:2"]


def test_a_moment_stands_for_its_day(karo):
    assert len(karo.sources(known_by=datetime(2031, 5, 2, 9, 30))) == 1
    assert len(karo.sources(known_by=datetime(2031, 5, 1, 23, 59))) == 0


@pytest.mark.parametrize(
    ("kind", "about", "value", "says"),
    [
        ("colour", "wire", "red", "'colour' is nothing that can be decided"),
        ("published", "wires", "2031-05-03", "No report has the id wires"),
        ("published", "wire", "31", "'31' is no date"),
        ("grade", "Coast Wires", "A", "Publishers: Coast Wire"),
        ("grade", "Coast Wire", "AB", "'AB' is no grade"),
        ("date", ("c1", "c2"), "2031", "No claim or event of .* has the id c1, c2"),
        ("undo", "one", "", "The log has no line one"),
    ],
)
def test_a_decision_that_would_change_nothing_is_refused_with_what_to_do(karo, kind, about, value, says):
    with pytest.raises(dateline.DatelineError, match=says):
        karo.correct(kind, about, value)
    assert karo.review() == []


def test_a_decision_taken_back_and_made_again_stands_once(karo):
    for _ in range(2):
        karo.correct("published", "wire", "2031-05-03")
    karo.correct("undo", "1")
    assert [line["stands"] for line in karo.review()] == [False, True, True]


def test_a_copy_is_never_written_over_another_file(karo, tmp_path):
    karo.backup(tmp_path / "copy.dateline")
    with pytest.raises(dateline.DatelineError, match="there already"):
        karo.backup(tmp_path / "copy.dateline")
    with pytest.raises(dateline.DatelineError, match="There is no folder"):
        karo.backup(tmp_path / "attic" / "copy.dateline")


def test_a_damaged_file_is_called_damaged_and_asked_no_further(tmp_path):
    path = tmp_path / "karo.dateline"
    with dateline.open(path) as situation:
        situation.add(ROW)
    held = bytearray(path.read_bytes())
    held[20_000:] = b"\xaa" * len(held[20_000:])
    path.write_bytes(held)
    with dateline.open(path, create=False) as situation:
        [fault] = situation.verify()
    assert "is damaged" in fault and "backup" in fault and "\n" not in fault


def test_a_file_that_another_program_is_writing_is_not_called_no_record(karo, tmp_path, monkeypatch):
    plain = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path: plain(path, timeout=0))
    other = plain(tmp_path / "karo.dateline", isolation_level=None)
    other.execute("begin exclusive")
    with pytest.raises(dateline.DatelineError, match="Another program is writing"):
        dateline.open(tmp_path / "karo.dateline")
    other.close()


def test_every_id_of_every_list_has_a_trail(tmp_path):
    with dateline.open(tmp_path / "karo.dateline") as situation:
        situation.add(PILE)
        gaps = situation.gaps()
        told = [situation.changes("2031-05-02"), situation.timeline(), situation.figures(), situation.inforce()]
        lists = [*told, situation.disputes(), situation.entities(), situation.sources(), gaps]
        assert all(lists[:4]) and gaps
        names = {line.get("what") or line["id"] for lines in lists for line in lines}
        names |= {about for gap in gaps for about in gap.about}
        for name in sorted(names):
            assert situation.why(name)[0].says, name


def test_a_trail_can_be_looked_at_in_a_notebook(karo):
    trail = karo.why("wire")
    assert "wire: 2 May 2031" in repr(trail) and "<td>wire: 2 May 2031</td>" in trail._repr_html_()


def test_words_of_a_report_are_shown_in_a_notebook_and_never_run(karo):
    karo.add({"id": "bad", "text": "Two <script>alert(1)</script> boats & a ship sank at Karo on Monday."})
    shown = karo.search("boats")._repr_html_()
    assert "&lt;script&gt;" in shown and "<script>" not in shown


@pytest.mark.parametrize(
    "ask",
    [
        lambda s: s.timeline(top=0),
        lambda s: s.search("port", limit=-1),
        lambda s: s.brief(form="pdf"),
        lambda s: s.timeline(on="24"),
        lambda s: s.why("nobody"),
    ],
)
def test_a_question_that_makes_no_sense_is_refused(karo, ask):
    with pytest.raises(dateline.DatelineError):
        ask(karo)


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("", "no row"),
        ("verb\tslot\teffect\n", "no row"),
        ("verb\tslot\nmothball\tclosure\n", "no column effect"),
        ("verb,slot,effect\nmothball,closure,begin\n", "no column verb, slot, effect"),
        ("verb\tslot\teffect\nmothball\tclosure\tbegin\tmore\n", "line 2: 4 cells"),
        ("\xff\xfe", "not UTF-8"),
        (None, "No such file"),
    ],
)
def test_a_table_of_states_that_cannot_be_used_is_named_with_what_it_lacks(tmp_path, table, says):
    path = tmp_path / "mine.tsv"
    if table is not None:
        path.write_bytes(table.encode("latin-1"))
    with pytest.raises(dateline.DatelineError, match=f"mine.tsv.*{says}"):
        dateline.open(tmp_path / "karo.dateline", lexicon=path)
