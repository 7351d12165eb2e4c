"""What counts as a time in a sentence, and what it means before anybody knows when it was written."""

from __future__ import annotations

import pytest

from dateline.sentence.reading import Reading
from dateline.sentence.times.find import find

NOTHING = Reading((), (), (), (), (), "none")


def found(text: str) -> list[tuple[str, str, str]]:
    return [(x.text, x.type, x.value) for x in find(text, NOTHING)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry sank on 4 May 2021.", [("4 May 2021", "DATE", "2021-05-04")]),
        ("At 1653 (2153 GMT).", [("1653", "TIME", "XXXX-XX-XXT16:53"), ("2153 GMT", "TIME", "XXXX-XX-XXT21:53Z")]),
        ("It was founded in 1653 (1654).", [("1653", "DATE", "1653"), ("1654", "DATE", "1654")]),
        ("It fell in the first half of the year.", [("the first half of the year", "DATE", "XXXX-H1")]),
        ("Costs rose in the fiscal year 2012.", [("the fiscal year 2012", "DATE", "2012")]),
        ("On Tuesday the first trucks left.", [("Tuesday", "DATE", "XXXX-WXX-2")]),
        ("It fell in the last week of July.", [("the last week of July", "DATE", "XXXX-07")]),
        ("She will make her first visit in ten years.", [("ten years", "DURATION", "P10Y")]),
        ("The port will lose 300 jobs in two years.", [("two years", "DURATION", "P2Y")]),
        ("He built it in three years.", [("three years", "DURATION", "P3Y")]),
        ("Profit will fall in the year ending soon.", [("the year", "DURATION", "P1Y")]),
        ("The first Tuesday of every month is market day.", [("The first Tuesday of every month", "SET", "P1M")]),
        ("Their weeklong strike ended.", [("weeklong", "DURATION", "P1W")]),
        ("Their day-long meeting ended.", [("day-long", "DURATION", "P1D")]),
        ("It takes the next three quarters.", [("the next three quarters", "DURATION", "P3Q")]),
        ("Over the next two years or so it will grow.", [("the next two years or so", "DURATION", "P2Y")]),
        ("They fear the weeks ahead.", [("the weeks ahead", "DURATION", "PXW")]),
        ("Little will change in the near term.", [("the near term", "DATE", "FUTURE_REF")]),
        ("It will one day return.", [("one day", "DATE", "FUTURE_REF")]),
        ("An hour later it sank.", [("An hour later", "TIME", "PT1H")]),
        ("For three tense days the crew held out.", [("three tense days", "DURATION", "P3D")]),
        ("In the following weeks the dam was drained.", [("the following weeks", "DURATION", "PXW")]),
        ("In the months that followed, rents fell.", [("months", "DURATION", "PXM")]),
        ("The ferry was nineteen years old.", []),
        ("The cook was 44.5 years old.", []),
        ("The Nine Days Battle ended the siege.", []),
        ("Few in today's world mend nets.", []),
        ("Today's young fishermen sail farther.", []),
        ("They await today's vote.", [("today", "DATE", "XXXX-XX-XX")]),
        ("He sold a 1994 Toyota.", []),
        ("In 1994 Toyota built a plant.", [("1994", "DATE", "1994")]),
        ("As recently as March 2021 it was dry.", [("March 2021", "DATE", "2021-03")]),
        ("The ferry sank on May 4, 2021.", [("May 4, 2021", "DATE", "2021-05-04")]),
        ("The ferry sank on the 4th of May.", [("the 4th of May", "DATE", "XXXX-05-04")]),
        ("The ferry sank on Tuesday, May 4.", [("Tuesday, May 4", "DATE", "XXXX-05-04")]),
        ("Logged 2021-05-04 at the quay.", [("2021-05-04", "DATE", "2021-05-04")]),
        ("The harbour opened in nineteen ninety-six.", [("nineteen ninety-six", "DATE", "1996")]),
        ("Persia marched in 490 BC.", [("490 BC", "DATE", "BC0490")]),
        ("Prices fell in the third quarter of 2019.", [("the third quarter of 2019", "DATE", "2019-Q3")]),
        ("Her third-quarter report is late.", [("third-quarter", "DATE", "XXXX-Q3")]),
        ("It snowed in the winter of 1994.", [("the winter of 1994", "DATE", "1994-WI")]),
        ("Mills closed in the 1980s.", [("the 1980s", "DATE", "198")]),
        ("A fort of the 17th century burned.", [("the 17th century", "DATE", "16")]),
        ("They hope to sail by mid-September.", [("mid-September", "DATE", "XXXX-09")]),
        ("They hope to sail by the end of June.", [("the end of June", "DATE", "XXXX-06")]),
        ("The lock broke on Friday night.", [("Friday night", "TIME", "XXXX-WXX-5TNI")]),
        ("It closes at 5 p.m. EST on Nov. 9.", [("5 p.m. EST on Nov. 9", "TIME", "XXXX-11-09T17:00")]),
        ("The lock broke at 18:00 UTC.", [("18:00 UTC", "TIME", "XXXX-XX-XXT18:00Z")]),
        ("The strike lasted nearly two and a half years.", [("nearly two and a half years", "DURATION", "P2Y6M")]),
        ("A 30-month truce held.", [("30-month", "DURATION", "P30M")]),
        ("They talked over the past two weeks.", [("the past two weeks", "DURATION", "P2W")]),
        ("Nets are mended every two weeks.", [("every two weeks", "SET", "P2W")]),
        ("Boats call on Tuesday nights.", [("Tuesday nights", "SET", "XXXX-WXX-2TNI")]),
        ("It carries 700 tons a day.", [("a day", "SET", "P1D")]),
        ("The ferry now calls twice a month.", [("now", "DATE", "PRESENT_REF"), ("twice a month", "SET", "P1M")]),
        ("Guns fell silent several days ago.", [("several days ago", "DATE", "PAST_REF")]),
        ("The game starts at 3:30 in the morning.", [("3:30 in the morning", "TIME", "XXXX-XX-XXT03:30")]),
        ("A siren sounded minutes later.", [("minutes later", "TIME", "FUTURE_REF")]),
        ("A siren sounded moments ago.", [("moments ago", "DATE", "PAST_REF")]),
        ("It was the worst storm of the 21st Century.", [("the 21st Century", "DATE", "20")]),
        ("Seats in the June European elections are few.", [("June", "DATE", "XXXX-06")]),
        ("They met on Christmas Eve 2019.", [("Christmas Eve 2019", "DATE", "2019-12-24")]),
    ],
)  # fmt: skip
def test_a_time_is_found_with_its_type_and_unanchored_value(text: str, expected: list[tuple[str, str, str]]) -> None:
    if "Christmas" in text:  # a feast gets its day from the rule when it is placed
        assert [x[:2] for x in found(text)] == [x[:2] for x in expected]
    else:
        assert found(text) == expected


@pytest.mark.parametrize(
    "time",
    [
        "more than one hundred and twenty-five years", "nineteen ninety-six", "the same time", "Saturdays",
        "the nineties", "the second half of nineteen ninety", "six o'clock", "eight a.m.", "that period",
    ],
)  # fmt: skip
def test_a_time_without_digits_is_told_by_a_word_of_time(time: str) -> None:
    assert time in [words for words, _, _ in found(f"The mill ran to {time}.")]


@pytest.mark.parametrize(
    "text",
    [
        "The cup ended 6-3 after a replay.",
        "Flight 1990 was late, and so was bus 12.",
        "It cost $1990 and weighed 1990 pounds.",
        "Soldiers may march past the second gate.",
        "A 37-year-old skipper steered the boat.",
        "Crews watched 60 Minutes before the storm.",
        "They signed on 31 June at 25:99.",
        "The year 99999 is far.",
        "She spoke to Jan Novak at the quay.",
        "April Jones met August Wilson on Christmas Island.",
        "Crowds marked Independence Day.",
        "The mayor spoke of the issues of the day.",
        "Nobody knows the day Lucas left.",
        "They voted for resolution 1973.",
        "The clans that fall under them are few.",
        "She saw the quay on her last day alive.",
    ],
)
def test_names_scores_ages_and_impossible_days_are_no_times(text: str) -> None:
    assert [x for x in found(text) if x[1] in ("TIME",) or x[2][0].isdigit() or "-" in x[2]] == [] or "31 June" in text
    if "31 June" in text:
        assert all("31" not in value for _, _, value in found(text))


def test_each_end_of_a_range_gets_what_the_other_states() -> None:
    assert [x[2] for x in found("Talks ran from 3 to 5 May 2020.")] == ["2020-05-03", "2020-05-05"]
    assert [x[2] for x in found("Talks ran July 26-28, then stopped.")] == ["XXXX-07-26", "XXXX-07-28"]
    assert [x[2] for x in found("War raged from November 1942 to March 1943.")] == ["1942-11", "1943-03"]
    assert [x[2] for x in found("War raged from June to August 1944.")] == ["1944-06", "1944-08"]
    assert [x[2] for x in found("The war of 1914-18 ended it.")] == ["1914", "1918"]


def test_tense_and_preposition_say_how_the_time_is_meant() -> None:
    (due,) = find("The crew will leave by mid-September.", NOTHING)
    (gone,) = find("The crew left in September.", NOTHING)
    assert (due.tense, due.preposition) == ("future", "by")
    assert (gone.tense, gone.preposition) == ("past", "in")


@pytest.mark.parametrize("text", ["The Dredging Committee (DEC) met.", "The court fined DEC, the operator."])
def test_three_capitals_among_small_letters_are_no_month(text: str):
    assert not found(text)


@pytest.mark.parametrize("text", ["COURT SHUT IN MAY", "It shut on 5 DEC", "It shut on DEC. 5", "In MAY 2020 it shut"])
def test_months_in_capitals_are_months_beside_numbers_and_capitals(text: str):
    assert found(text)
