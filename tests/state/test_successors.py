"""Who leaves an office and who has it next, by the words around the change."""

from __future__ import annotations

import pytest

from stories import lines

FRIDAY = "09"
TUESDAY = "2031-05-06"
CHANGED = [
    (
        "Congress impeached President Ivo Mann on Tuesday, removing him from office. Vice President Ida Roe was sworn "
        "in as his successor.",
        {("Ivo Mann as president", "ended"), ("Ida Roe as president", "in_force")},
    ),
    (
        "Economist Ida Roe replaced Ivo Mann at the finance ministry on Tuesday.",
        {("Ivo Mann as finance minister", "ended"), ("Ida Roe as finance minister", "in_force")},
    ),
    (
        "Finance Minister Ivo Mann resigned on Tuesday and was replaced by his deputy, Ida Roe.",
        {("Ivo Mann as finance minister", "ended"), ("Ida Roe as finance minister", "in_force")},
    ),
    (
        "Ida Roe took over as justice minister from Ivo Mann on Tuesday.",
        {("Ivo Mann as justice minister", "ended"), ("Ida Roe as justice minister", "in_force")},
    ),
    (
        "Ida Roe was named prime minister on Tuesday in place of Ivo Mann.",
        {("Ivo Mann as prime minister", "ended"), ("Ida Roe as prime minister", "in_force")},
    ),
    (
        "Ida Roe was sworn in as Zambia's president on Tuesday, succeeding Ivo Mann.",
        {("Ivo Mann as president of Zambia", "ended"), ("Ida Roe as president of Zambia", "in_force")},
    ),
    (
        "The premier sacked Finance Minister Ivo Mann on Tuesday and named Ida Roe to replace him.",
        {("Ivo Mann as finance minister", "ended"), ("Ida Roe as finance minister", "in_force")},
    ),
    (
        "Prime Minister Ivo Mann was ousted on Tuesday. Opposition leader Ida Roe was elected to replace him.",
        {("Ivo Mann as prime minister", "ended"), ("Ida Roe as prime minister", "in_force")},
    ),
    (
        "President Ivo Mann resigned on Tuesday and handed power to Vice President Ida Roe.",
        {("Ivo Mann as president", "ended"), ("Ida Roe as president", "in_force")},
    ),
    (
        "General Ida Roe was sworn in as Zambia's transitional president on Tuesday.",
        {("Ida Roe as transitional president of Zambia", "in_force")},
    ),
    ("Zambia's President Ivo Mann died in hospital on Tuesday.", {("Ivo Mann as president", "ended")}),
    ("She named Ida Roe as vice-president on Tuesday.", {("Ida Roe as vice-president", "in_force")}),
]


@pytest.mark.parametrize(("text", "board"), CHANGED, ids=[text[:48] for text, _ in CHANGED])
def test_the_one_who_leaves_and_the_one_who_follows_have_the_same_post(text: str, board: set[tuple[str, str]]) -> None:
    assert {line[:2] for line in lines((FRIDAY, text)) if " as " in line[0]} == board


def test_the_post_is_that_of_another_report_where_only_one_is_told() -> None:
    found = lines(
        ("06", "Ida Roe was elected on Tuesday after Ivo Mann lost a confidence vote."),
        ("09", "Ivo Mann, who was prime minister until Tuesday, flew home on Friday."),
    )
    assert ("Ivo Mann as prime minister", "ended") in [line[:2] for line in found]


def test_a_person_told_with_two_posts_keeps_none_that_the_claim_does_not_name() -> None:
    found = lines(
        ("05", "Finance Minister Ivo Mann spoke on Monday. Party chairman Ivo Mann opened a school."),
        ("06", "Ivo Mann was removed from office on Tuesday."),
    )
    assert [line[0] for line in found if line[1] == "ended"] == ["Ivo Mann in office"]


def test_who_is_named_from_a_day_on_has_the_post_from_that_day() -> None:
    text = "The president has named Ida Roe governor of the central bank from August 1. She takes over from Ivo Mann."
    found = lines((FRIDAY, text))
    assert ("Ida Roe as governor of central bank", "not_begun", "2031-08-01", None) in found
    assert not any("Ivo Mann" in line[0] and line[1] == "ended" for line in found)


def test_who_gives_the_post_is_not_who_takes_it() -> None:
    text = "The premier replaced Finance Minister Ivo Mann with banker Ida Roe on Tuesday."
    assert {line[0] for line in lines((FRIDAY, text))} == {
        "Ivo Mann as finance minister",
        "Ida Roe as finance minister",
    }
