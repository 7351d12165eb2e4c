"""One report that cannot be read stops none of the others, and nothing that was kept is lost."""

from __future__ import annotations

from datetime import date

import pytest

import dateline
from dateline.claim import read
from dateline.pipeline import linked, reading, split
from dateline.pipeline.split import split_off
from dateline.report.load import from_text
from dateline.terms import Refusal

ROWS = [
    {"id": "a", "published": "2024-05-03", "text": "The port of Beira reopened on Thursday, officials said."},
    {"id": "b", "published": "2024-05-04", "text": "The port of Beira was closed again on Friday."},
]


def fails_on_a(report):
    if report.id == "a":
        raise IndexError("tuple index out of range")
    return report.id


def id_of(report):
    return report.id


def test_a_defect_that_one_report_meets_is_named_and_the_next_report_is_read():
    refusal, told = reading.spread(fails_on_a, [from_text(row["text"], id=row["id"]) for row in ROWS], 1)
    assert told == "b"
    assert isinstance(refusal, Refusal)
    assert "report a is kept but could not be read" in str(refusal)
    assert "IndexError in test_pipeline.py" in str(refusal)


def test_a_report_that_could_not_be_read_stands_in_the_sources_and_the_others_in_the_timeline(tmp_path, monkeypatch):
    plain = reading.read_one
    monkeypatch.setattr(reading, "read_one", lambda r: fails_on_a(r) if r.id == "a" else plain(r))
    situation = dateline.open(tmp_path / "x.dateline")
    added = situation.add(ROWS)
    assert [r.source for r in added.refused] == ["a"]
    assert [s["id"] for s in situation.sources()] == ["a", "b"]
    assert {r for line in situation.timeline() for r in line["reports"]} == {"b"}
    assert situation.verify() == []


def test_a_report_given_twice_in_one_pile_is_one_and_another_text_of_it_a_version(tmp_path):
    with dateline.open(tmp_path / "x.dateline") as situation:
        again = {**ROWS[0], "text": "The port of Beira reopened on Friday, officials said."}
        added = situation.add([ROWS[0], ROWS[1], ROWS[0], again])
        assert (added.new, added.versions, added.same) == (("a", "b"), (), ("a",))
        assert len(situation.sources()[0]["versions"]) == 1
        assert situation.add([again]).same == ("a",)


def test_two_processes_keep_what_one_keeps(tmp_path):
    kept = []
    for workers in (1, 2):
        with dateline.open(tmp_path / f"{workers}.dateline") as situation:
            situation.add(ROWS, workers=workers)
            tables = ("standing", "ready", "spans", "news", "acts", "told")
            kept.append([situation._store._db.execute(f"select * from {t} order by 1, 2").fetchall() for t in tables])
    assert kept[0] == kept[1] != [[]] * 6


def test_a_second_process_that_ends_before_it_has_answered_is_noticed():
    with pytest.raises(EOFError), split_off(lambda line: None) as line:
        line.recv()


def test_a_pile_is_read_while_it_is_gathered_and_comes_in_order():
    pile = [from_text("Rain fell.", id=f"r{n:02d}") for n in range(reading.ALONE + 3)]
    assert [*reading.spread(id_of, iter(pile), 2)] == [report.id for report in pile]


def test_what_was_kept_opens_as_it_was_derived(tmp_path):
    path = tmp_path / "x.dateline"
    with dateline.open(path) as situation:
        situation.add(ROWS)
        fresh = [getattr(situation, name)().to_dicts() for name in ("timeline", "inforce", "figures", "entities")]
    with dateline.open(path) as again:
        assert [getattr(again, name)().to_dicts() for name in ("timeline", "inforce", "figures", "entities")] == fresh


def test_a_question_with_a_day_sees_only_what_was_told_by_then(tmp_path):
    with dateline.open(tmp_path / "x.dateline") as situation:
        situation.add(ROWS)
        held = situation.asked.held
        assert held.states(date(2024, 5, 2)) == ()
        assert len(held.states()) == 1
        assert situation.inforce(on="2024-05-02", known_by="2024-05-02").to_dicts() == []


def test_what_many_send_in_one_pile_is_many_deeds():
    senders = ("Norway", "Ghana", "Peru", "Chile", "Japan", "Kenya", "Malta", "Nepal", "Oman")
    texts = {who: f"{who} sent a field hospital to Osland." for who in senders} | {"Nobody": "Aid was sent to Osland."}
    reports = [from_text(text, id=who, published="2031-05-09") for who, text in texts.items()]
    record = linked({report.id: reading.read_one(report) for report in reports})
    told = [{record.claims[c].claim.report for c in event.claims} for event in record.events]
    assert sorted(sorted(one)[0] for one in told if len(one) == 1) == sorted(texts)


def test_newer_rules_read_a_kept_pile_anew_when_a_report_is_added_and_verify_reads_nothing(tmp_path, monkeypatch):
    path = tmp_path / "x.dateline"
    with dateline.open(path) as situation:
        situation.add(ROWS)
        told = situation.timeline().to_dicts()
    monkeypatch.setattr(reading, "RULES", "newer")
    monkeypatch.setattr(read, "RULES", "newer")
    with dateline.open(path) as again:
        before = dict(again.asked.held.record.reports)
        assert again.verify() == []
        assert again.timeline().to_dicts() == told
    with dateline.open(path) as again:
        assert dict(again.asked.held.record.reports) == before
        added = again.add(ROWS[:1])
        assert (added.new, added.same) == ((), ("a",))
        assert again.verify() == []
        assert all(r.reader.endswith("newer") for r in again.asked.held.record.reports.values())
        assert again.timeline().to_dicts() == told


def test_where_no_more_processes_may_be_made_this_one_does_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(work: object) -> None:
        raise BlockingIOError

    monkeypatch.setattr(split, "can_split", lambda: True)
    monkeypatch.setattr(split, "_second", refused)
    assert split.begun(lambda: 3)() == 3


def test_what_a_second_process_meets_is_met_again_here_and_named(capfd: pytest.CaptureFixture[str]) -> None:
    def work() -> int:
        raise ValueError

    with pytest.raises(ValueError):
        split.begun(work)()
    assert capfd.readouterr().err == ""
