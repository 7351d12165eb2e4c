"""What stands right behind a word goes with it: which ones, since what, who became the third; and who "he" is then."""

from __future__ import annotations

import pytest

from dateline.state.board import board, states
from stories import FRIDAY, record_from, told


@pytest.mark.parametrize(
    ("text", "line", "never"),
    [
        (
            "Osland executed three men on Sunday convicted of spying for Norland, its news agency reported.",
            "Osland executed three men convicted of spying for Norland",
            "Osland was convicted",
        ),
        (
            "Police in Lund arrested two men on Friday suspected of planning an attack on a chapel.",
            "Police in Lund arrested two men suspected of planning attack on chapel",
            "two men of planning",
        ),
        (
            "Parliament voted 198 to 121 to impeach Deputy President Wanja Mwangi, who denies the charges and has "
            "appealed to the High Court.",
            "Wanja Mwangi appealed to High Court",
            "denied that",
        ),
        (
            "Codelta said it had restarted its Brae mine, shut since a tunnel collapse killed six workers on March 31.",
            "Tunnel collapse killed six workers",
            "Codelta killed",
        ),
        (
            "Thousands of people fled the town of Arlen after shelling that killed 23 civilians, the UN said, revising "
            "an earlier figure of 31.",
            "Shelling killed 23 civilians",
            "revised",
        ),
        (
            "The judge froze the assets of the firm's founder, Ivo Carver, after prosecutors said he had moved $40 "
            "million to Dubai.",
            "Ivo Carver moved $40 million to Dubai",
            "Judge moved",
        ),
        (
            "The World Health Organization declared the outbreak over on Thursday, 42 days after the last case.",
            "World Health Organization declared outbreak over",
            "declared outbreak on",
        ),
    ],
)
def test_what_stands_right_behind_a_word_goes_with_it(text: str, line: str, never: str) -> None:
    found = told(text)
    assert line in found and not any(never in each for each in found), found


@pytest.mark.parametrize(
    "text",
    [
        "Portugal became the third country this year to recognise the breakaway region on Tuesday.",
        "Portugal became the third country in Europe to recognise the breakaway region on Tuesday.",
        "On Tuesday Portugal became the latest country to recognise the breakaway region.",
    ],
)
def test_who_becomes_the_third_to_do_it_does_it_on_that_day(text: str) -> None:
    assert told(text)["Portugal recognised breakaway region"] == ("happened", "2031-05-06")


def test_a_plant_is_called_by_its_name_on_the_board() -> None:
    for text, title in (
        ("Codelta reopened the Falun mine on Thursday.", "The Falun mine"),
        ("Ford restarted its Valencia plant on Thursday.", "Ford's Valencia plant"),
    ):
        assert [row["title"] for row in board(states(record_from(text, published=FRIDAY)))] == [title]


def test_where_it_was_announced_is_no_place_under_emergency() -> None:
    text = "Ecuador extended a state of emergency in seven provinces by 30 days, President Ana Roe announced on X."
    assert [row["title"] for row in board(states(record_from(text, published=FRIDAY)))] == [
        "State of emergency in seven provinces (Ecuador)"
    ]


def test_a_search_that_will_not_be_resumed_is_no_plan_of_those_who_searched() -> None:
    text = "The coast guard suspended its search for four fishermen on Wednesday and will not resume it."
    rows = board(states(record_from(text, published=FRIDAY)))
    assert [(row["title"], row["status"]) for row in rows] == [("Search for four fishermen", "suspended")]


@pytest.mark.parametrize(
    ("text", "line", "never"),
    [
        (
            "The tanker Nordic Star, seized by Osland on April 29, was released on Wednesday.",
            "Nordic Star was released",
            "Tanker was",
        ),
        (
            "President Salem Karu sacked Prime Minister Hedi Joman late on Monday without giving a reason and replaced "
            "him with Finance Minister Leila Hadd.",
            "Salem Karu replaced Hedi Joman with Finance Minister Leila Hadd",
            "Reason replaced",
        ),
        (
            "Norsk Lines said it would resume sailings through the Suez Canal on May 20, having diverted its ships "
            "around Africa since December.",
            "Norsk Lines to resume sailings through Suez Canal on May 20",
            "diverted its ships on",
        ),
        (
            "The Red Cross evacuated 70 civilians from the Arlen steel plant on Saturday, but about 200 remained.",
            "Red Cross evacuated 70 civilians from Arlen steel plant",
            "were evacuated",
        ),
        (
            "Lufthansa cancelled about 800 flights scheduled for Wednesday because of a strike.",
            "Lufthansa cancelled about 800 flights scheduled for Wednesday because of strike",
            "were scheduled",
        ),
        (
            "The agency halved rations for refugees in Chad and will stop them in July.",
            "Agency to stop rations for refugees in July",
            "stop refugees",
        ),
        (
            "Toyota halted production at its plants on Tuesday; it said they would restart on Thursday morning.",
            "Plants to restart on Thursday morning",
            "Toyota to restart",
        ),
    ],
)
def test_what_stands_before_a_comma_or_an_and_is_not_of_what_stands_behind(text: str, line: str, never: str) -> None:
    found = told(text)
    assert line in found and not any(never in each for each in found), found


def test_a_ship_seized_and_released_was_held_for_those_days() -> None:
    text = "The tanker Nordic Star, seized by Osland on April 29, was released on Wednesday."
    (row,) = board(states(record_from(text, published=FRIDAY)))
    assert (row["status"], row["from"]["edtf"], row["to"]["edtf"]) == ("ended", "2031-04-29", "2031-05-07")


def test_whoever_is_put_in_somebodys_place_has_the_post_and_not_the_one_they_had() -> None:
    text = "The president sacked Prime Minister Hedi Joman and replaced him with Finance Minister Leila Hadd on Monday."
    held = {row["title"]: row["status"] for row in board(states(record_from(text, published=FRIDAY)))}
    assert held["Leila Hadd as prime minister"] == "in_force" and held["Hedi Joman as prime minister"] == "ended"


def test_an_appeal_is_not_that_of_the_court_that_rejects_it() -> None:
    text = "The Supreme Court on Thursday rejected an appeal by former treasurer Luis Montero."
    (row,) = board(states(record_from(text, published=FRIDAY)))
    assert not row["title"].startswith("Supreme Court appeal")
