"""Times placed in time: which day, settled by what, and said how."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.sentence.reading import Reading
from dateline.sentence.times.find import find
from dateline.sentence.times.model import Resolved
from dateline.sentence.times.resolve import resolve
from dateline.terms import When

NOTHING = Reading((), (), (), (), (), "none")
FRIDAY = When.day(date(2024, 3, 22))


def test_one_of_the_fridays_of_a_month_needs_no_report():
    (found,) = placed("The fair opened on the second Friday of November 2023.", None)
    assert (found.value, found.when.basis) == ("2023-11-10", "stated")
    assert placed("It opens on the fifth Monday in February 2024.", None)[0].when.edtf is None


def test_a_weekday_of_what_has_no_date_is_not_placed():
    for text in ("The first Friday of the fast was calm.", "They vote on the first Monday after the harvest."):
        assert [r.when.edtf for r in placed(text, FRIDAY)] == [None]
    assert placed("He left last Friday after the vote.", FRIDAY)[0].when.edtf == "2024-03-15"


def placed(text: str, published: When | None) -> tuple[Resolved, ...]:
    return resolve(find(text, NOTHING), published, text)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The deal was scrapped on Saturday.", "2024-03-16"),
        ("The mill burned over the Labor Day weekend.", "2023-09-02/2023-09-04"),
        ("The fair will run over Easter weekend.", "2024-03-30/2024-03-31"),
        ("Trains were full in Thanksgiving week.", "2023-11-20/2023-11-26"),
        ("They will vote a week from Tuesday.", "2024-04-02"),
        ("The lock broke on Tuesday the 5th.", "2024-03-05"),
        ("They will sail on Saturday the 6th.", "2024-04-06"),
        ("She was hurt in the Sept. 11 attacks in Benghazi.", "2023-09-11"),
        ("She spoke on Friday.", "2024-03-22"),
        ("The junta took power in July.", "2023-07"),
        ("They will be gone by mid-September.", "2024-09-11/2024-09-20"),
        ("They will vote on Tuesday.", "2024-03-26"),
        ("The council met on Wednesday of last week.", "2024-03-13"),
        ("The crew will sail on Friday next week.", "2024-03-29"),
        ("Last week, on Tuesday, the quay was shut.", "2024-03-12"),
        ("The market burned on the last Sunday of February.", "2024-02-25"),
        ("The fair opens on the first Monday in October.", "2024-10-07"),
        ("They will vote on the first Sunday of next month.", "2024-04-07"),
        ("The week before last, the pumps failed.", "2024-03-04/2024-03-10"),
        ("The night before last the pumps failed.", "2024-03-20"),
        ("The captain left two Fridays ago.", "2024-03-08"),
        ("The bridge fell five years ago on Thursday.", "2019-03-21"),
        ("The truce begins at 8 p.m. local time (1800 GMT) on Thursday.", "2024-03-28"),
        ("The permit will expire in three months.", "2024-06"),
        ("The contract lapses in November.", "2024-11"),
        ("Ten people fell ill in the past 24 hours.", "2024-03-21/2024-03-22"),
        ("The pumps will be mended in the next 36 hours.", "2024-03-22/2024-03-24"),
        ("The crew must leave within 30 days.", "2024-03-22/2024-04-21"),
        ("The theatre reopens on Thursday.", "2024-03-28"),
        ("The council will decide in two weeks.", "2024-04-01/2024-04-07"),
        ("The ferry crew could sail as early as Tuesday.", "2024-03-26"),
        ("The union planned a long march along the quay on Tuesday.", "2024-03-26"),
        ("The captain said the crew would sail Tuesday.", "2024-03-26"),
        ("The permit had been due to expire Tuesday.", "2024-03-19"),
        ("The fair would still be held on April 24.", "2024-04-24"),
        ("In November, as Gov. Hale looked on, the bridge opened.", "2023-11"),
        ("It was found on Christmas Day.", "2023-12-25"),
        ("Sales were three tonnes in last year's quarter.", "2022-10-01/2022-12-31"),
        ("They said they would contest Wednesday's ruling.", "2024-03-20"),
        ("The crew would not say Tuesday whether they will sail.", "2024-03-19"),
        ("The tide was off. The fair set for June 4 will go on.", "2024-06-04"),
        ("The trial will be held Tuesday.", "2024-03-26"),
        ("They argued last week.", "2024-03-11/2024-03-17"),
        ("They argued yesterday.", "2024-03-21"),
        ("Rents rose earlier this month.", "2024-03-01/2024-03-22"),
        ("The mill shut two years ago.", "2022"),
        ("The mill shut three days ago.", "2024-03-19"),
        ("The bridge will open on April 3.", "2024-04-03"),
        ("The bridge opened on Nov. 6.", "2023-11-06"),
        ("The fair ran from 3 to 5 March.", "2024-03-03/2024-03-05"),
        ("Two boats were lost over the weekend.", "2024-03-16/2024-03-17"),
        ("Two boats were lost, she said over the weekend, that sailed late.", "2024-03-16/2024-03-17"),
        ("Boats sailed the day after Christmas.", "2023-12-26"),
        ("They met the day before last Tuesday.", "2024-03-18"),
        ("The mill shut a year ago today.", "2023-03-22"),
        ("Sales rose in the quarter ended Dec. 31.", "2023-10-01/2023-12-31"),
        ("The mill shut a decade ago.", "2011-01-01/2017-12-31"),
        ("Flu will return next winter.", "2024-01-01/2025-03-20"),
        ("Lenders have extended the loan through June.", "2024-06"),
        ("The union told of a plan to sell the old quay and its cranes in June.", "2024-06"),
        ("Exports fell over the past two weeks.", "2024-03-08/2024-03-22"),
    ],
)
def test_a_dated_report_places_its_own_words(text: str, edtf: str) -> None:
    (first, *_) = placed(text, FRIDAY)
    assert first.when.edtf == edtf
    assert first.when.basis == "report-date"
    assert first.when.words


def test_midnight_on_friday_keeps_its_clock_and_zone() -> None:
    (first,) = placed("The span fell at 1:28 a.m. EDT on Tuesday.", FRIDAY)
    assert (first.when.edtf, first.when.at) == ("2024-03-19", "2024-03-19T01:28-04:00")


def test_without_a_date_only_what_is_stated_is_known() -> None:
    saturday, may = placed("They met on Saturday and again on 4 May 2021.", None)
    assert (saturday.value, saturday.when.known) == ("XXXX-WXX-6", False)
    assert (may.when.edtf, may.when.basis) == ("2021-05-04", "stated")


def test_an_undated_text_places_bare_months_by_a_full_date_it_tells() -> None:
    _, july, november = placed(
        "On October 10, 2023, the sanctions began. Talks had failed in July. They resumed in November.", None
    )
    assert (july.when.edtf, july.when.basis) == ("2023-07", "narrative")
    assert not november.when.known  # of that year or the one before: not said


def test_a_history_leans_on_what_it_told_not_on_the_day_it_was_printed() -> None:
    years = " ".join(f"In {y} the river rose." for y in range(1931, 1939))
    *_, december, january = placed(f"{years} Dikes broke on 12 December 1938. In January the city fled.", FRIDAY)
    assert december.when.edtf == "1938-12-12"
    assert (january.when.edtf, january.when.basis) == ("1939-01", "narrative")


def test_a_report_of_an_uncertain_day_settles_what_all_its_days_agree_on() -> None:
    spring = When(date(2024, 4, 2), date(2024, 6, 9))
    march, saturday = placed("The accord ended in March. Envoys left on Saturday.", spring)
    assert march.when.edtf == "2024-03"
    assert (saturday.when.earliest, saturday.when.latest) == (date(2024, 3, 30), date(2024, 6, 8))
    assert saturday.value == "XXXX-WXX-6"


def test_years_before_christ_have_a_value_and_no_days() -> None:
    first, second, third = placed("In 492 BC a fleet sank. In 490 BC they landed. The following year they fled.", None)
    assert (first.value, second.value, third.value) == ("BC0492", "BC0490", "BC0489")
    assert (third.when.earliest, third.when.edtf) == (None, "-0488")


def test_digits_that_read_two_ways_cover_both_days() -> None:
    (either,) = placed("Sealed 3/4/2024 at noon.", None)[:1]
    assert (either.when.earliest, either.when.latest) == (date(2024, 3, 4), date(2024, 4, 3))


def test_that_day_is_the_day_last_told() -> None:
    _, that_day = placed("A barge sank on 4 May 2021. Divers went down later that day.", None)
    assert that_day.when.edtf == "2021-05-04"


def test_the_reason_is_a_clause_a_reader_can_check() -> None:
    (saturday,) = placed("The deal was scrapped on Saturday.", FRIDAY)
    assert saturday.why == "Saturday before the report of 22 March 2024"


def test_a_distance_from_an_event_is_counted_from_the_day_the_text_gives_it() -> None:
    text = "The island voted on 4 May 2021. Three days after the vote, the governor resigned."
    _, later = placed(text, None)
    assert (later.value, later.when.edtf, later.when.basis) == ("P3D", "2021-05-07", "event")
    twice = "The island voted on 4 May 2021. It voted again on 9 May 2021. Three days after the vote, he resigned."
    assert not placed(twice, None)[2].when.known


def test_last_year_in_an_undated_report_leans_on_no_date_it_tells() -> None:
    _, last = placed("The dock burned on 4 May 2018. A grant promised last year is gone.", None)
    assert last.value == "XXXX"
    assert not last.when.known


WINTER = When.day(date(2023, 11, 2))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("After a flat second quarter, sales grew. A year earlier, it lost money.", "2022-Q3"),
        ("The storm may weigh on fourth-quarter results. Sales rose in the quarter.", "2023-Q3"),
        ("Hill Mills lost money in its fourth quarter. A year ago it made $2.", "2022-Q4"),
        ("Its loss for the first quarter ended Sept. 30 grew. It sold more in the quarter.", "2023-Q1"),
    ],
)
def test_a_report_of_results_stays_with_the_quarter_that_is_over_or_its_own_count(text: str, value: str) -> None:
    assert placed(f"Third-quarter profit rose at Bay Foods. {text}", WINTER)[-1].value == value


def test_the_attacks_of_september_are_of_one_year() -> None:
    (day,) = placed("He helped to plan the Sept. 11 attacks.", FRIDAY)
    assert day.when.edtf == "2001-09-11"


def test_a_day_named_in_full_is_the_same_day_again() -> None:
    told = placed("The memo of March 7 2021 was short. On March 7 the mill shut.", FRIDAY)
    assert [x.when.edtf for x in told] == ["2021-03-07", "2021-03-07"]


def test_that_spring_is_of_the_year_just_told() -> None:
    years = " ".join(f"In {y} the river rose." for y in range(1931, 1939))
    assert placed(f"{years} The dike broke in 1941. That same spring the city fled.", FRIDAY)[-1].value == "1941-SP"


IN_ORDER = [
    ("The cabinet backed the budget on Wednesday, then parliament passed it on Monday.", "2024-03-13", "2024-03-18"),
    ("Rebels seized the town on Friday and withdrew on Tuesday.", "2024-03-15", "2024-03-19"),
    ("Police arrested the mayor on Thursday and released him on Friday.", "2024-03-21", "2024-03-22"),
    ("The mayor was charged on Thursday after he was arrested on Monday.", "2024-03-21", "2024-03-18"),
    ("The army fired rockets on Thursday and drones on Monday.", "2024-03-21", "2024-03-18"),
]


@pytest.mark.parametrize(("text", "first", "second"), IN_ORDER)
def test_what_is_told_in_order_happened_in_that_order(text: str, first: str, second: str) -> None:
    assert [x.when.edtf for x in placed(text, FRIDAY)] == [first, second]


def test_a_month_in_which_something_will_be_done_is_to_come_even_right_behind_it() -> None:
    january = When.day(date(2024, 1, 2))
    assert placed("Voters will elect a president in November.", january)[0].value == "2024-11"
    assert placed("The chief will retire in December.", january)[0].value == "2024-12"
    assert placed("The chief retired in December.", january)[0].value == "2023-12"


def test_the_rest_of_the_year_begins_with_the_report() -> None:
    assert placed("The mill will stay shut for the rest of the year.", FRIDAY)[0].when.edtf == "2024-03-22/2024-12-31"
