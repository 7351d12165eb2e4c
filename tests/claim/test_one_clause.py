"""What opens a clause opens all that is joined in it; what should come with its day is awaited, not asked for."""

from __future__ import annotations

import pytest

from stories import FRIDAY, lines, record_from, told


@pytest.mark.parametrize(
    "text",
    [
        "If the ship is seized, sold and renamed, its crew will be paid.",
        "Unless the law is changed and signed by May, the aid will stop.",
        "The aid will stop if the law is not changed and signed by May.",
        "If the talks fail and the army attacks Kor, the envoys will leave.",
        "The envoys will leave if the talks fail and the army attacks Kor.",
        "Whether the accord was signed and ratified is not known.",
        "The bank will pay once the firm opens its books and the court agrees.",
    ],
)
def test_what_is_joined_under_an_if_has_not_happened(text: str) -> None:
    assert not any(sure == "happened" for sure, _ in told(text).values()), told(text)


def test_what_is_joined_behind_an_after_has() -> None:
    found = told("After the mayor was arrested and the council dissolved, protesters blocked the road.")
    assert {"Mayor was arrested", "Protesters blocked road"} <= set(found)


def test_what_is_waited_for_is_ahead_with_what_waits() -> None:
    assert set(told("The union will strike when the plant is closed and its machines sold.").values()) == {
        ("planned", "2031-05-09/..")
    }
    found = told("The troops will withdraw after the vote is held and a government formed.")
    assert {sure for sure, _ in found.values()} == {"planned"}


@pytest.mark.parametrize(
    ("text", "line", "day"),
    [
        ("The tunnel should open to traffic in 2033.", "Tunnel to open to traffic in 2033", "2033"),
        ("The new law should enter into force on July 1.", "New law to take effect on July 1", "2031-07-01"),
        ("Power should be restored by Monday.", "Power to be restored by Monday", "2031-05-09/2031-05-12"),
        ("The new aircraft should enter service in 2033.", "New aircraft to enter service in 2033", "2033"),
    ],
)
def test_what_should_come_on_its_day_is_awaited(text: str, line: str, day: str) -> None:
    assert told(text)[line] == ("planned", day)


@pytest.mark.parametrize(
    "text",
    ["Osland should open its border by June, the envoys said.", "All prisoners should be released by June."],
)
def test_what_somebody_should_do_is_asked(text: str) -> None:
    assert {sure for sure, _ in told(text).values()} == {"demanded"}


@pytest.mark.parametrize(
    "text",
    [
        "The easiest way is to lift the blockade, because it hurts everybody, he said.",
        "The best answer is to close the port, the mayor said.",
        "The vote has delayed efforts to free the hostages.",
        "The deal does not affect plans to purchase new tanks at a later date, the ministry said.",
    ],
)
def test_what_would_help_or_is_held_up_is_no_plan(text: str) -> None:
    assert not any(sure == "planned" for sure, _ in told(text).values()), told(text)
    assert not any(status == "planned" for _, status, *_ in lines(("09", text)))


def test_an_aim_that_has_its_day_is_a_plan() -> None:
    assert told("The plan is to close the port in June, the mayor said.")["Port to be closed in June"] == (
        "planned",
        "2031-06",
    )


def test_sanctions_on_a_country_are_not_its_own() -> None:
    assert [x[0] for x in lines(("09", "The sanctions on Osland remained in force."))] == ["Sanction on Osland"]
    assert [x[0] for x in lines(("09", "The arms embargo against Osland remains in place."))] == [
        "Arms embargo on Osland"
    ]
    assert [x[0] for x in lines(("09", "US sanctions on Osland remained in force."))] == ["US sanction on Osland"]


def test_what_remained_in_force_is_told_once() -> None:
    assert list(told("The sanctions on Osland remained in force.")) == ["Sanctions on Osland were in force"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Norlink's newest ship, the Orla Sun, made its first voyage on Tuesday.",
         "Norlink's newest ship made its first voyage"),
        ("Officials from the Kingdom of Saudi Arabia agreed to the truce on Monday.",
         "Officials from Kingdom of Saudi Arabia agreed to truce"),
        ("Officials from the People's Republic of China left the talks on Monday.",
         "Officials from People's Republic of China left talks"),
    ],
)  # fmt: skip
def test_whose_first_voyage_and_which_republic(text: str, line: str) -> None:
    assert line in told(text), told(text)


@pytest.mark.parametrize(
    ("text", "line", "sure"),
    [
        ("The council will close the school while moving its pupils to Kor.", "Council to move its pupils to Kor",
         "planned"),
        ("The army left the base while handing its tanks to Velden.", "Army handed its tanks to Velden", "happened"),
        ("The issue is certain to come up when Chancellor Ana Roe visits the palace next week.",
         "Ana Roe to visit palace next week", "planned"),
        ("Ott praised Brask for his bravery in agreeing to meet with the ruler of Osland.",
         "Brask to meet with ruler of Osland", "planned"),
        ("Premier Ana Roe blamed Karl Ott for his handling of the flood.",
         "Ana Roe blamed Karl Ott for his handling of flood", "happened"),
        ("Osland's security chief warned on Tuesday that his country would leave the treaty.",
         "Osland's security chief warned that his country would leave treaty", "happened"),
    ],
)  # fmt: skip
def test_who_is_meant_and_whether_it_is_done(text: str, line: str, sure: str) -> None:
    assert told(text)[line][0] == sure, told(text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Asked what would follow should Osland restart its reactor, Brask said it would not be easy.", "restart"),
        ("The report raised calls to close the mine.", "Report asked"),
        ("A peace treaty would greatly increase pressure to withdraw troops from Kor.", "Peace treaty asked"),
    ],
)
def test_what_nobody_asks_for_or_does(text: str, never: str) -> None:
    assert not any(never in line for line in told(text)), told(text)
    assert not any(never in title for title, *_ in lines(("09", text)))


def test_a_year_in_the_name_of_a_war_is_no_day_to_come() -> None:
    found = told("Osland has long sought a treaty to end the 1950-53 war, and wants to end the 1967-1970 war, too.")
    assert not any(day.startswith(("195", "1970")) for _, day in found.values()), found


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("The row is a case in which the premier's haste has put his administration in a bind.", []),
        ("The airline Ventair was put into receivership on Monday.", ["Insolvency of Ventair"]),
        ("He and his government are under investigation over land sales to political supporters.", []),
        ("The brewer is under investigation over gifts to officials.", ["Investigation of brewer"]),
    ],
)
def test_what_stands_of_whom(text: str, titles: list[str]) -> None:
    assert [title for title, *_ in lines(("09", text))] == titles


@pytest.mark.parametrize(
    "text",
    [
        "Two plainclothes officers shot and killed a 16-year-old Kor resident after he pointed a gun at them",
        "Two army officers shot and killed a teacher in Kor on Saturday.",
        "Two officers shot dead a teacher in Kor.",
        "Two officers shot a teacher on Saturday.",
    ],
)
def test_who_shot_was_not_shot(text: str) -> None:
    found = told(text)
    assert not any("were" in line or line.endswith(("officers killed in Kor", "shot in Kor")) for line in found), found
    told_of = [q.quantity.scope for q in record_from(text, published=FRIDAY).quantities.values() if q.quantity.low == 2]
    assert not any({"killed", "shot"} & set(scope) for scope in told_of), told_of


def test_who_is_shot_in_a_headline_is() -> None:
    assert "Two officers shot in Kor" in told("Two officers shot in Kor.")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "The president offered Karim Laz the post of ambassador to France on Friday.",
            "President offered post of ambassador to France to Karim Laz",
        ),
        ("Norway granted Pavel Orlov asylum on Friday.", "Norway granted asylum to Pavel Orlov"),
        ("Ana Roe, a surgeon, was given a medal by Petra Lund on Friday.", "Petra Lund gave medal to Ana Roe"),
        (
            "Ana Roe, a surgeon and medical correspondent for the paper, was hurt in Kenya on Friday.",
            "Ana Roe was hurt in Kenya",
        ),
        (
            "The leak happened off Sicily on Friday, with the firm directing a tug to head to the region.",
            "Firm directed tug to head to region",
        ),
    ],
)
def test_what_stands_beside_a_name_is_given_or_told_of_that_name(text: str, line: str) -> None:
    assert line in told(text)


def test_an_aside_between_commas_is_not_what_is_given() -> None:
    assert "King gave medal to Peter Moll" in told("The king gave Peter Moll, the former judge, a medal on Friday.")
