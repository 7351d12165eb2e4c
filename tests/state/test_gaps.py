"""What is not told."""

from datetime import date

from dateline.state.board import board, states
from dateline.state.gaps import days_told, gaps
from state.made import record_of, told


def report(n, published):
    return told(
        f"r{n}",
        published,
        "The governor imposed a curfew in Arlen.",
        "impose",
        "imposed",
        when=published,
        actor="The governor",
        object="a curfew",
        place="Arlen",
    )


def test_a_long_silence_between_dated_reports_is_a_gap():
    record = record_of(
        report(1, "2024-01-01"), report(2, "2024-01-03"), report(3, "2024-01-05"), report(4, "2024-03-05")
    )
    (gap,) = gaps(days_told(record), [], [], date(2024, 3, 6))
    assert (gap["kind"], gap["when"]["earliest"], gap["when"]["latest"]) == ("silence", "2024-01-06", "2024-03-04")


def test_no_reports_have_no_gaps():
    assert gaps((), [], [], None) == []


def test_a_plan_past_its_day_with_no_word_is_a_gap():
    plan = told(
        "may",
        "2024-05-20",
        "Norwegian troops will leave Chad by August 15.",
        "leave",
        factuality="planned",
        when="2024-08-15",
        relation="by",
        times=[("August 15", "DATE", "2024-08-15", "by", "2024-08-15")],
        actor="Norwegian troops",
        place="Chad",
    )
    record = record_of(plan)
    day = date(2024, 8, 20)
    found = gaps(days_told(record), [], board(states(record), day, None), day)
    assert "overdue" in {g["kind"] for g in found}


def test_a_strong_line_of_one_origin_is_named():
    line = {
        "id": "v1",
        "title": "Troops left",
        "origins": 1,
        "rank": 0.9,
        "factuality": "happened",
        "when": {"earliest": "2024-01-01", "latest": "2024-01-01"},
        "evidence": [],
        "participants": [],
    }
    assert [g["kind"] for g in gaps((), [line], [], None)] == ["single"]
