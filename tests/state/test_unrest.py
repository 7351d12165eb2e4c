"""Elections, emergencies, shutdowns and trials: what is ordered, put off, lengthened or only partly lifted."""

from __future__ import annotations

import pytest

from stories import lines, read_of

DECREE = ("05", "The president declared a 30-day state of emergency in the provinces of Guayas and Manabi on Monday.")


def test_an_extension_by_so_many_days_runs_from_the_day_it_was_to_end() -> None:
    longer = ("30", "Parliament on Friday approved a 30-day extension of the state of emergency in Guayas and Manabi.")
    found = lines(DECREE, longer)
    assert {line[0][-6:] for line in found} == {"Guayas", "Manabi"}
    assert {line[1:] for line in found} == {("in_force", "2031-05-05", "2031-07-04")}


def test_a_curfew_in_both_provinces_is_one_in_each_and_begins_by_itself() -> None:
    decree = (DECREE[0], DECREE[1] + " A curfew takes effect in both provinces on Tuesday.")
    lifted = ("08", "The government lifted the curfew in Manabi on Thursday but kept it in Guayas.")
    found = lines(decree, lifted)
    assert ("Curfew in Manabi", "ended", "2031-05-06", "2031-05-08") in found
    assert ("Curfew in Guayas", "in_force", "2031-05-06", None) in found


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("A court extended the detention of Ivo Mann until July 2 on Friday.", "2031-07-02"),
        ("Ivo Mann was remanded in custody until June 4 on Friday.", "2031-06-04"),
        ("Ivo Mann was remanded for 14 days on Friday.", "2031-05-23"),
        ("Ivo Mann was sentenced to two years in prison on Friday.", None),
    ],
)
def test_a_remand_has_its_last_day(text: str, until: str | None) -> None:
    assert [(line[1], line[3]) for line in lines(("09", text))] == [("in_force", until)]


def test_a_remand_that_runs_out_frees_nobody_by_itself() -> None:
    remand = ("06", "Ivo Mann was remanded in custody until Thursday, a judge said on Tuesday.")
    found = lines(remand, ("12", "Shops in Talvik stayed shut on Monday."))
    assert [line[1:] for line in found if "Mann" in line[0]] == [("in_force", "../2031-05-06", None)]


def test_found_guilty_and_sentenced_he_is_in_prison_whatever_else_he_is_cleared_of() -> None:
    text = "A court on Friday acquitted Ivo Mann of treason but found him guilty of theft and jailed him for two years."
    assert ("Detention of Ivo Mann", "in_force", "2031-05-09", None) in lines(("09", text))


def test_a_trial_put_off_before_it_opened_is_one_plan_that_the_verdict_meets() -> None:
    charged = ("05", "Ivo Mann was charged with treason on Monday. His trial will start on May 12, prosecutors said.")
    put_off = ("10", "The treason trial of Ivo Mann has been postponed to May 19.")
    verdict = ("23", "A court acquitted Ivo Mann of treason on Friday.")
    assert [line for line in lines(charged, put_off) if line[1] == "planned"] == [
        ("Ivo Mann's trial to start (by 19 May 2031)", "planned", "2031-05-05", "2031-05-19")
    ]
    assert not [line for line in lines(charged, put_off, verdict) if line[1] == "planned"]


def test_a_network_that_operators_are_ordered_to_cut_is_cut_in_each_place() -> None:
    ordered = ("06", "The regulator on Tuesday ordered operators to shut down internet services in Talvik and Sarn.")
    restored = ("08", "Internet access was restored in Talvik on Thursday but remains blocked in Sarn.")
    found = lines(ordered, restored)
    assert [line[1:] for line in found if "Talvik" in line[0]] == [("ended", "2031-05-06", "2031-05-08")]
    assert [line[1] for line in found if "Sarn" in line[0]] == ["in_force"]


def test_arrests_counted_over_a_time_hold_nobody_now() -> None:
    assert lines(("09", "In all, 4,300 people were arrested under the state of emergency, the ministry said.")) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The junta has postponed the vote from 7 December to 8 February, citing floods.", "2032-02-08"),
        ("The vote set for 7 November has been put back a week to 14 November because of late papers.", "2031-11-14"),
        ("The vote was pushed back from December to February.", "2032-02-29"),
    ],
)
def test_the_day_to_which_a_vote_is_put_off_is_to_come(text: str, line: str) -> None:
    assert line in [until for _, status, _, until in lines(("09", text)) if status == "planned"]


def test_the_day_of_a_postponement_is_not_that_of_the_vote() -> None:
    told = read_of("The junta has postponed the vote from 7 December to 8 February.", "2031-10-17").claims
    assert [c.time for c in told if c.lemma == "postpone"] == [None]
