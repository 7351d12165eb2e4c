"""Two clocks, never mixed; nothing that was known is lost; an old id still leads somewhere."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta

import pytest

import dateline
from dateline.record.events import event_id

PILE = [
    {
        "id": "wire", "published": "2024-05-02", "publisher": "Coast Wire",
        "text": "Soldiers closed the port of Karo on Thursday, the harbour office said. "
        "The army plans to reopen it on Monday.",
    },
    {
        "id": "herald", "published": "2024-05-03", "publisher": "Herald",
        "text": "Soldiers closed the port of Karo on Thursday. "
        "At least 300 people were stranded, the harbour office said.",
    },
    {"id": "radio", "published": "2024-05-06", "text": "The army reopened the port of Karo on Monday, officials said."},
    {"id": "letter", "text": "The army has reopened the port of Karo. Some 250 people had been stranded there."},
]  # fmt: skip


@pytest.fixture(scope="module")
def karo(tmp_path_factory):
    situation = dateline.open(tmp_path_factory.mktemp("karo") / "karo.dateline")
    situation.add(PILE)
    return situation


def claims_of(lines):
    return {e["claim"] for line in lines for e in line.evidence}


def test_a_later_day_of_knowledge_never_loses_a_claim(karo):
    day, known = date(2024, 5, 1), set()
    for _ in range(10):
        now = claims_of(karo.timeline(known_by=day))
        assert known <= now
        known, day = now, day + timedelta(days=1)
    assert known


def test_an_undated_report_counts_from_its_last_possible_day_and_generously_from_its_first(karo):
    letter = {s.id: s.published for s in karo.sources()}["letter"]
    assert letter["latest"] is None or letter["earliest"] != letter["latest"]
    strict = {r for e in karo.timeline(known_by="2024-05-06") for r in e.reports}
    generous = {r for e in karo.timeline(known_by="2024-05-20", generous=True) for r in e.reports}
    assert "letter" not in strict
    assert "letter" in generous or letter["earliest"] is None


def test_what_stands_follows_the_day_asked_about_and_the_day_of_knowledge(karo):
    def status(on, known_by):
        return {s.status for s in karo.inforce(on=on, known_by=known_by) if "port" in s.title.casefold()} - {"planned"}

    assert status("2024-05-04", "2024-05-04") == {"in_force"}
    assert status("2024-05-04", "2024-05-30") == {"in_force"}
    assert "ended" in status("2024-05-07", "2024-05-07")
    assert "ended" not in status("2024-05-07", "2024-05-03")


def test_an_id_that_a_link_absorbed_leads_to_the_line_that_has_it_now(karo):
    event = next(e for e in karo.timeline() if {"wire", "herald"} <= set(e.reports))
    other = next(event_id(e["claim"]) for e in event.evidence if event_id(e["claim"]) != event.id)
    steps = karo.why(other)
    assert steps[0].step == "absorbed" and event.id in steps[0].says
    assert any(s.anchor for s in steps)


def test_the_same_id_with_another_text_is_a_new_version_whichever_came_first(tmp_path):
    early = {"id": "r", "published": "2024-05-02", "text": "Two people died when the ferry sank on Thursday."}
    late = {"id": "r", "published": "2024-05-04", "text": "Five people died when the ferry sank on Thursday."}
    answers = []
    for n, order in enumerate(((early, late), (late, early))):
        situation = dateline.open(tmp_path / f"{n}.dateline")
        first, second = situation.add([order[0]]), situation.add([order[1]])
        assert first.new == ("r",) and second.versions == ("r",)
        answers.append(situation.sources().to_dicts() + situation.figures().to_dicts())
    assert answers[0] == answers[1]
    assert answers[0][0]["published"]["edtf"] == "2024-05-04"


def test_a_file_of_another_format_says_what_to_do(tmp_path):
    path = tmp_path / "s.dateline"
    dateline.open(path).close()
    with sqlite3.connect(path) as db:
        db.execute("update meta set value = '99' where key = 'format'")
    with pytest.raises(dateline.DatelineError, match=r"newer Dateline.*Upgrade"):
        dateline.open(path)


def test_days_outside_the_pile_are_answered_with_what_was_known(karo):
    assert list(karo.timeline(known_by="1999-01-01")) == []
    assert list(karo.inforce(on="1999-01-01", known_by="1999-01-01")) == []
    assert claims_of(karo.timeline(known_by="2050-01-01")) >= claims_of(karo.timeline(known_by="2024-05-06"))
