"""Short cases of standing states, figures, timelines and disputes: each field keeps the number that it once reached."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from cases import met as short
from dateline.claim.model import QuantityRole

HERE = Path(__file__).parent
FLOORS: dict[str, int] = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
ROLES = set(get_args(QuantityRole))
KINDS = {"figure", "date", "factuality", "state", "role", "none"}
STATUSES = {"in_force", "ended", "suspended", "planned", "not_begun", "none"}


@pytest.mark.parametrize("field", sorted(FLOORS))
def test_a_field_stays_above_its_floor(field: str) -> None:
    missed = [case["id"] for case in short.cases(field) if not short.is_met(case, short.shown(case))]
    met = sum(1 for _ in short.cases(field)) - len(missed)
    assert met >= FLOORS[field], f"{met} met; missed: {' '.join(missed)}"


@pytest.mark.parametrize("field", sorted(FLOORS))
def test_cases_are_in_good_form(field: str) -> None:
    seen = set()
    for case in short.cases(field):
        assert case["id"] not in seen
        seen.add(case["id"])
        assert case["reports"]
        if "lines" in case:
            assert case["lines"] or case["not"]
            assert all(x["words"].strip() and x["factuality"] for x in (*case["lines"], *case["not"]))
            continue
        if "answers" in case:
            assert case["kind"] in KINDS
            assert (len(case["answers"]) > 1) == (case["kind"] != "none")
            continue
        if "ask" in case:
            assert {a["role"] for a in case["ask"]} <= ROLES
            assert all(a["low"] <= a["high"] and a["words"].strip() for a in case["ask"])
            continue
        assert set(case["status"].split("/")) <= STATUSES
        date.fromisoformat(case["on"])
        assert case["words"].strip()
