"""In long reports of many stories a line must say itself whose it is: what leaves that open may be anybody's."""

from __future__ import annotations

import pytest

from dateline.record.model import Record
from dateline.state.board import board, states
from dateline.state.disputes import disputes
from dateline.state.pile import FEW, MUCH, long_reports
from dateline.state.series import series
from stories import record_from

FILLER = " ".join(["The weather in Ostrel stays fine."] * (MUCH // FEW))
PLAIN = "\n\nThe weather stays fine."


def among_others(*told: str, long: bool = True) -> Record:
    """The record of these reports among others."""
    others = [FILLER if long else PLAIN] * (FEW + 1)
    record = record_from(*(("2031-05-09", text) for text in (*(f"{t} {others[0]}" for t in told), *others)))
    assert long_reports(record) is long
    return record


def lines(*told: str, long: bool = True) -> dict[str, str]:
    """The titles of the board, each with how it stands, of these reports among others."""
    return {line["title"]: line["status"] for line in board(states(among_others(*told, long=long), doubted=True))}


def disputed(*told: str, long: bool = True) -> list[str]:
    """What is in dispute in these reports among others."""
    record = among_others(*told, long=long)
    return [line["question"] for line in disputes(record, states(record), series(record))]


def test_a_strike_that_is_over_in_one_long_report_is_not_that_of_another():
    begun = "Dockers at the port of Talvik went on strike on Monday."
    over = "The strike ended on Thursday."
    assert "ended" in lines(begun, over, long=False).values()
    assert set(lines(begun, over).values()) == {"in_force"}


def test_one_name_still_joins_what_two_long_reports_tell():
    begun = "Rebels besieged Talvik on Monday."
    over = "The army lifted the siege of Talvik on Thursday."
    assert lines(begun, over) == {"Siege of Talvik (by rebels)": "ended"}


@pytest.mark.parametrize(
    "told",
    [
        "Six US engineers have taken charge to help manage the planes.",
        "Jared Ost, who is a member of a prominent circle, praised the show.",
        "Her lawyers gave the council until Friday to answer.",
        "A team is to fly out on Sunday.",
    ],
)
def test_what_is_told_of_nobody_or_of_no_post_is_no_line_there(told):
    assert lines(told, long=False)
    assert lines(told) == {}


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("Ana Ruiz became mayor of Talvik on Monday.", "Ana Ruiz became mayor of Talvik"),
        ("A storm is to hit the Talvik coast on Sunday.", "Storm to hit Talvik coast on Sunday"),
    ],
)
def test_what_names_who_or_where_is(told, title):
    assert title in lines(told)


def test_what_befell_people_of_a_country_did_not_befall_their_country():
    assert lines("The first Norwegians have left hospital.", long=False) == {}


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("Harbour patrols off Talvik were stepped up on Monday.", "Harbour patrols off Talvik were stepped up"),
        ("Ostran authorities are investigating the death of Mara Toll.", "Ostran authorities are investigating death"),
        ("Ostra suspended its treaty with Talvik on Monday.", "Ostra suspended its treaty with Talvik"),
    ],
)
def test_a_state_told_once_is_told_in_the_words_of_its_report(told, title):
    assert any(line.startswith(title) for line in lines(told))
    assert not any(line.startswith(title) for line in lines(told, long=False))


@pytest.mark.parametrize(
    "told",
    [
        "Ana Ruiz, who has been in office for ten years, spoke in Talvik.",
        "The Talvik council pledged aid to Ostra on Monday.",
        "Ana Ruiz was due to speak in Talvik next week, her son said after her death.",
        "Police in Talvik freed Pavel Dor on Monday.",
    ],
)
def test_what_is_told_in_passing_or_has_been_done_is_no_line_there(told):
    assert lines(told, long=False)
    assert lines(told) == {}


def test_a_death_in_another_report_frees_nobody_there():
    held = "Police arrested Pavel Dor in Talvik on Monday."
    died = "Pavel Dor was killed in Talvik on Thursday."
    assert "ended" in lines(held, died, long=False).values()
    assert lines(held, died) == {}


SHELLED = "The Ostran Watch said the army had shelled the Talvik market. The army denied this."


def test_what_somebody_says_and_another_denies_at_once_is_a_dispute_there_too():
    assert disputed(SHELLED) == ["Did it happen: Army shelled Talvik market?"]


@pytest.mark.parametrize(
    "told",
    [
        ("Flooding left 1,500 people homeless in Talvik.", "Flooding left 2,000 people homeless in Talvik."),
        ("Ostra closed its border with Amat on Monday.", "Ostra closed its border with Amat on Wednesday."),
        ("Mara Toll won the Talvik election.", "Pavel Dor won the Talvik election."),
    ],
)
def test_numbers_days_and_names_of_two_reports_are_of_two_things_there(told):
    assert disputed(*told, long=False)
    assert disputed(*told) == []


def test_who_says_that_he_believes_it_is_not_denied_to_believe_it():
    told = "Ivo Mann, a lawyer, said he suspected the guards had burned the Talvik mill, but the owner denied that."
    assert all("suspected" not in question for question in disputed(told))


def test_who_will_neither_admit_nor_deny_it_denies_nothing():
    assert disputed("The Ostran Watch said the army had shelled Talvik. The army refused to admit or deny this.") == []
