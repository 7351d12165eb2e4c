"""The same set of reports gives the same record, byte for byte, in whatever order and with however many workers."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import dateline
from dateline import pipeline
from dateline.report.model import Report
from dateline.store.codec import dumps
from dateline.store.kept import packed

SUEZ = Path(__file__).resolve().parent.parent / "examples" / "suez"
LISTS = ("sources", "timeline", "figures", "inforce", "disputes", "entities")


@cache
def reads():
    reports = [r for r in pipeline.gather([SUEZ]) if isinstance(r, Report)]
    return {r.id: pipeline.read_one(r) for r in reports}


@cache
def record() -> str:
    return kept(reads())


def kept(found) -> str:
    return dumps(packed(pipeline.linked(found), {}))


@settings(deadline=None, max_examples=8)
@given(st.permutations(range(19)))
def test_the_record_does_not_depend_on_the_order_in_which_reports_arrive(order):
    names = sorted(reads())
    assert len(names) == 19
    assert kept({names[n]: reads()[names[n]] for n in order}) == record()


@settings(deadline=None, max_examples=6)
@given(st.sets(st.integers(0, 18), min_size=1, max_size=18))
def test_adding_what_is_there_already_changes_nothing(some):
    names = sorted(reads())
    twice = {**{names[n]: reads()[names[n]] for n in some}, **reads()}
    assert kept(twice) == record()


def test_workers_and_batches_change_nothing(tmp_path):
    def answers(situation):
        return json.dumps([getattr(situation, name)().to_dicts() for name in LISTS])

    alone = dateline.open(tmp_path / "alone.dateline")
    alone.add([SUEZ], workers=1)
    many = dateline.open(tmp_path / "many.dateline")
    many.add([SUEZ], workers=2)
    files = sorted(SUEZ.iterdir(), reverse=True)
    parts = dateline.open(tmp_path / "parts.dateline")
    parts.add(files[:9])
    parts.add(files[9:])
    assert answers(alone) == answers(many) == answers(parts)
