"""A participle behind a noun says which one is meant; what stands between commas behind a name is said of that name;
more people cannot be among fewer."""

from __future__ import annotations

import pytest

from dateline.state.disputes_denials import matters
from stories import read_of, record_from, told

# What the report says; a line of it.
TOLD = [
    ("Dana Reyes was the first Western official to arrive in Kor on Saturday.", "Dana Reyes arrived in Kor"),
    ("For the first time since the war began, forces opposed to the president crossed the river on Monday.",
     "Forces"),
    ("Osland will work with the commission set up by the United Nations in May.", "Osland to work with commission"),
    ("Dana Reyes arrived in Kor on Monday, according to United Nations spokeswoman Ida Lind.",
     "Dana Reyes arrived in Kor"),
    ("Karl Ott asked whether the president had other motives when he fired the envoy Ivo Lind.",
     "President fired envoy Ivo Lind"),
    ("Some fear that Osland may seek to block the road to Kor, then lay siege to the port.", "Osland may"),
]  # fmt: skip

# What the report says; words that no line of it has.
NEVER = [
    ("Dana Reyes arrived in Kor on Monday, according to United Nations spokeswoman Ida Lind.", "Kor Ida"),
    ("Osland will work with the commission recently set up by the United Nations, a minister said.", "set up with"),
    ("For the first time since the war began, forces opposed to the president crossed the river.", "Forces opposed"),
    ('"During the past 30 years we have had 30 votes in Kor," he said.', "was had"),
    ("Some fear that Osland may seek to block the road to Kor, then lay siege to the port.", "was laid"),
    ("Dana Reyes, in power since a coup in 1989, lost control of Kor last month.", "in power"),
    ("Rescuers pulled a woman alive from the hotel in Kor. The woman was rescued on Sunday, the mayor said.",
     "Woman alive"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line"), TOLD)
def test_who_is_meant_does_it(text: str, line: str) -> None:
    assert any(x.startswith(line) for x in told(text)), told(text)


@pytest.mark.parametrize(("text", "never"), NEVER)
def test_what_tells_which_one_is_no_deed_of_its_own(text: str, never: str) -> None:
    assert not any(never in x for x in told(text)), told(text)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Norlink sent 40 nurses to Kor. Thousands were buried in the rubble.", ["nurse", "person"]),
        ("The ferry carried 400 passengers. Dozens were rescued.", ["passenger", "passenger"]),
    ],
)
def test_more_people_are_not_among_fewer(text: str, counted: list[str]) -> None:
    assert [q.counted for q in read_of(text).quantities] == counted


def test_a_toll_of_thousands_is_of_no_house() -> None:
    text = "Mark Doyle visited the Grand Hotel in Kor on Monday. The Red Cross put the death toll at 45,000."
    toll = next(q for q in read_of(text).quantities if q.low > 40_000)
    assert "Hotel" not in (toll.site or "")


def test_an_occasion_on_which_it_was_is_not_what_was_denied() -> None:
    denied = "Karl Ott denied that he had bribed officials in Kor during the election."
    assert not matters(record_from(denied, "Officials in Kor counted the votes of the election, the mayor said."))
    assert matters(record_from(denied, "Karl Ott bribed three officials in Kor, a court found."))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Rebels in the hills, the army said, attacked Kor on Monday.", "Rebels attacked Kor"),
        ("Brask Steel, officials said on Monday, closed its mill in Kor.", "Brask Steel closed its mill in Kor"),
        ("The mill in Kor, the firm said, was sold to Brask Steel on Monday.", "Mill in Kor was sold to Brask Steel"),
        ("The envoy of the president in the talks, Ivo Lind, left Kor on Monday.", "Ivo Lind left Kor"),
        ("UN Secretary General Ana Roe, who has arrived in Kor, said so. US Secretary of State Ivo Lind arrived "
         "in Kor on Saturday.", "Ana Roe arrived in Kor"),
    ],
)  # fmt: skip
def test_who_says_so_between_commas_did_not_do_it(text: str, line: str) -> None:
    assert any(x.startswith(line) for x in told(text)), told(text)
