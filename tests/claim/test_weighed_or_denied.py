"""Which words belong to which clause, and what is only weighed, asked, aimed at or still to come."""

from __future__ import annotations

import pytest

from stories import told

BY_THEN = "../2031-05-09"

# What the report says; a line of it; how sure it is; its day.
TOLD = [
    ("The board decided that under its rules, Dahl met the test for a licence.",
     "Dahl met test for licence under its rules", "happened", BY_THEN),
    ("The army denied that it would leave Kor.", "Army denied that it would leave Kor", "denied", BY_THEN),
    ("Karl Ott denied that he had sold the mill.", "Karl Ott denied having sold mill", "denied", BY_THEN),
    ("The mayor warned the officers on Wednesday that they should expect little help from the police.",
     "Mayor warned officers that they may expect little help from police", "happened", "2031-05-07"),
    ("A list of 31 dockers issued by the Norland government on Thursday included Ivo Roth.",
     "Norland government issued list of 31 dockers", "happened", "2031-05-08"),
    ("The Justice Department asked for the file. The department is weighing a plea from Ana Roe.",
     "Justice Department is weighing plea from Ana Roe", "ongoing", "2031-05-09"),
]  # fmt: skip

# What the report says; words that no line of it has.
NEVER = [
    ("Judge Ines Poe said she was consulted on the ruling and approved of it.", "was approved"),
    ("The airing of the tapes appeared aimed at warning the crews that the ruling could be reversed.", "warned"),
    ("The ministry is reviewing whether the faults in the brakes warrant moving the trains.", "reviewing faults"),
    ("“That is under review,” Deputy Minister Karl Ott said when asked Thursday about the faults.", "asked"),
    ("Asked to comment on the sale, a spokesman said the bank was studying it.", "asked"),
    ("The agency set Friday as the deadline for his return to Norland.", "set as"),
    ("But while Norlander exiles outside the court cheered Roe, their taunts hurt Ott.", "Norlander cheered"),
    ("As tens of thousands of Kenyans marched through Kor on Thursday, Roe spoke in Dunn.", "Tens marched"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "sure", "day"), TOLD)
def test_the_words_go_with_their_clause(text: str, line: str, sure: str, day: str) -> None:
    found = told(text)
    assert found.get(line) == (sure, day), found


@pytest.mark.parametrize(("text", "never"), NEVER)
def test_nothing_is_told_of_whom_it_is_not_said(text: str, never: str) -> None:
    found = told(text)
    assert not any(never in line for line in found), found


def test_what_is_planned_for_a_day_to_come_was_not_planned_on_it() -> None:
    assert not any("05-10" in day for _, day in told("Students planned a large rally in Kor on Saturday.").values())


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The flood, Norland's worst in a century, struck on Tuesday, just south of Kor.", "Flood struck"),
        ("The rescue chief Karl Ott said his divers were ready and had begun to dive in Norland.", ""),
        ("One of the city's bridges collapsed on Monday.", "One of city's bridges collapsed"),
    ],
)
def test_what_stands_between_commas_or_behind_a_saying_goes_where_it_belongs(text: str, line: str) -> None:
    found = told(text)
    assert not line or any(x.startswith(line) for x in found), found
    assert not any("was struck" in x or "was collapsed" in x or x.startswith("Karl Ott began") for x in found), found


@pytest.mark.parametrize("never", ["are collapsing", "took to build"])
def test_what_only_tends_to_be_is_not_told_as_done(never: str) -> None:
    found = told("Wooden halls are quick to collapse in a storm. I know how long those halls took to build.")
    assert not any(never in x for x in found), found


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Envoy Karl Ott, whose speech on the strike last month sparked dozens of walkouts, went home.", "Ott sparked"),
        ("The statement appears to stop short of saying that Osland is severing ties with Norland.", "severing"),
        ("The mayor did not say that the port had been closed.", "closed"),
        ("There had been unconfirmed reports that Ivo Ott had died from his injuries.", "died"),
        ("Reporters in Kor have been given minders and, in some cases, kept from the marches.", "Minders gave"),
    ],
)
def test_what_nobody_said_was_so_is_no_line(text: str, never: str) -> None:
    found = told(text)
    assert not any(never in x for x in found), found


@pytest.mark.parametrize(
    "text",
    [
        "Opening the gates would flood the lower town, the board said.",
        "To open the gates now would flood the lower town, the water board said.",
    ],
)
def test_what_a_deed_would_do_nobody_plans(text: str) -> None:
    assert not any(sure == "planned" for sure, _ in told(text).values()), told(text)


def test_what_somebody_would_do_is_still_a_plan() -> None:
    assert ("planned", "2031-05-09/..") in told("The board said it would flood the lower town.").values()


@pytest.mark.parametrize(
    ("text", "line"),
    (
        ("The bank denied that Norland had offered to cap its exports.", "Norland"),
        ("The company denied it had agreed to sell its port in Kor.", "Company did"),
        ("The firm denied that it had refused to recall the cars.", "Firm recalled"),
    ),
)
def test_of_what_was_denied_to_be_offered_or_refused_nothing_is_told(text: str, line: str) -> None:
    assert not [title for title in told(text) if title.startswith(line)]


def test_a_thing_is_not_accused() -> None:
    text = "Roe said Norland will impose a 25% tariff on steel from Kenya starting March 1, accusing it of dumping."
    assert not [title for title in told(text) if "accused" in title]
