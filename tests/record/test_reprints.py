"""A report printed again later keeps the days of the first: its "Thursday" is the Thursday of the first."""

from __future__ import annotations

from dateline.record.model import Record
from stories import record_from

FIRST = (
    "Premier Ana Roe attended a rally in Kor on Thursday to demand the return of the ship. The harbour board of Lenz "
    "ordered two ferries to stay in port on Wednesday. Thousands of dockers marched through the old town of Dunn."
)
LATER = f"{FIRST} The rally was the ninth that the government has held since the ship was taken in April."


def days(record: Record, report: str) -> dict[str, str]:
    return {c.claim.title: c.when.edtf for c in record.claims.values() if c.claim.report == report}


def test_a_reprint_keeps_the_days_of_the_first() -> None:
    record = record_from(("2031-05-09", FIRST), ("2031-05-17", LATER))
    told = days(record, "r01")
    assert told["Ana Roe attended rally in Kor to demand return of ship"] == "2031-05-08"
    assert told["Harbour board of Lenz ordered two ferries to stay in port"] == "2031-05-07"
    rallies = [e for e in record.events if any("attended rally" in record.claims[c].claim.title for c in e.claims)]
    assert len(rallies) == 1
    placed = next(c for c in record.claims.values() if c.claim.report == "r01" and "attended" in c.claim.title)
    assert "report r00 said so first" in placed.why_when


def test_the_order_in_which_they_come_does_not_matter() -> None:
    there, back = (
        record_from(("2031-05-09", FIRST), ("2031-05-17", LATER)),
        record_from(("2031-05-17", LATER), ("2031-05-09", FIRST)),
    )
    assert days(there, "r01") == days(back, "r00")


def test_a_single_sentence_repeated_in_another_story_is_counted_from_its_own_day() -> None:
    other = (
        "Premier Ana Roe attended a rally in Kor on Thursday to demand the return of the ship. The bank of Norland put "
        "up its rate to six percent and warned that prices would go on rising through the summer. The minister of "
        "Norland called the step unavoidable and promised to help families with small incomes. Shares in Kor fell."
    )
    record = record_from(("2031-05-09", FIRST), ("2031-05-17", other))
    assert days(record, "r01")["Ana Roe attended rally in Kor to demand return of ship"] == "2031-05-15"


def test_what_a_reprint_adds_is_counted_from_its_own_day() -> None:
    added = f"{FIRST} On Monday the navy of Osland freed the ship and brought it into the harbour of Lenz."
    told = days(record_from(("2031-05-09", FIRST), ("2031-05-17", added)), "r01")
    assert any(day == "2031-05-12" for title, day in told.items() if "ship" in title and "freed" in title), told


def test_reports_without_a_day_of_their_own_lend_none() -> None:
    record = record_from(("", FIRST), ("2031-05-17", LATER))
    assert days(record, "r01")["Ana Roe attended rally in Kor to demand return of ship"] == "2031-05-15"
