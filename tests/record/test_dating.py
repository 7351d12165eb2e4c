"""Undated reports get an interval and the words for each bound, never an exact day."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.claim.model import Claim, ReadReport, claim_id
from dateline.record.dating import date_reports
from dateline.record.model import Dated
from dateline.report.model import Report, Witness
from dateline.sentence.reading import Reading
from dateline.sentence.times.find import find
from dateline.terms import Anchor, When

NOTHING = Reading((), (), (), (), (), "none")


def told(
    name: str,
    text: str,
    published: str | None = None,
    claims: Sequence[tuple[str, str, str]] = (),
    witnesses: tuple[Witness, ...] = (),
) -> ReadReport:
    """A report read by hand; a claim is (trigger, lemma, factuality) and takes the time of its sentence."""
    sha = hashlib.sha256(text.encode()).hexdigest()
    when = When.day(date.fromisoformat(published)) if published else When()
    times = find(text, NOTHING)
    spans = [m.span() for m in re.finditer(r"[^.\n]+\.?", text)]
    made = [_claim(name, sha, text, spans, times, *c) for c in claims]
    report = Report(name, sha, text, published=when, witnesses=witnesses)
    return ReadReport(report, tuple(made), (), times, (), tuple(spans), "by hand")


def _claim(name: str, sha: str, text: str, spans: Any, times: Any, trigger: str, lemma: str, factuality: Any) -> Claim:
    at = text.index(trigger)
    start, end = next(s for s in spans if s[0] <= at < s[1])
    time = next((n for n, x in enumerate(times) if start <= x.start < end), None)
    return Claim(
        id=claim_id("c", name, sha, at, at + len(trigger), lemma), report=name, title=text[start:end],
        anchor=Anchor.cut(name, text, start, end), trigger=Anchor.cut(name, text, at, at + len(trigger)), lemma=lemma,
        type=None, factuality=factuality, factuality_cue=None, reported_as=factuality, voice=(), participants=(),
        time=time, time_relation="at", tense=None, context="body",
    )  # fmt: skip


def dates(*reads: ReadReport) -> dict[str, Dated]:
    return date_reports({r.report.id: r for r in reads})


COUP = told(
    "herald",
    "On 30 June 2021, ministers designated the takeover in Arden a coup. "
    "Officers ousted President Vale of Arden on 3 May 2021.",
    claims=[("designated", "designate", "happened"), ("ousted", "oust", "happened")],
)


def test_a_stated_date_stands() -> None:
    found = dates(told("post", "The mill burned on Friday.", "2021-05-09"))["post"]
    assert (found.published.edtf, found.stated) == ("2021-05-09", True)


def test_who_tells_a_day_as_past_writes_after_it() -> None:
    found = dates(COUP)["herald"]
    assert found.published.earliest == date(2021, 6, 30)
    assert found.published.latest is None
    assert found.reasons[0].anchor is not None and found.reasons[0].anchor.text == "30 June 2021"


def test_who_says_not_yet_writes_before_it_happened_and_a_weekday_says_how_long_before() -> None:
    early = told(
        "courier",
        "Officers ousted President Vale of Arden on Monday. "
        "Ministers have not yet designated the takeover in Arden a coup.",
        claims=[("ousted", "oust", "happened"), ("designated", "designate", "not_happened")],
    )
    found = dates(COUP, early)["courier"]
    assert found.published.earliest == date(2021, 5, 3)  # a Monday
    assert found.published.latest == date(2021, 5, 10)
    assert any("Monday" in r.why for r in found.reasons)


def test_a_bare_month_is_the_last_of_that_name() -> None:
    later = told(
        "gazette",
        "Officers who ousted President Vale of Arden in May have closed the port.",
        claims=[("ousted", "oust", "happened")],
    )
    found = dates(COUP, later)["gazette"]
    assert found.published.earliest == date(2021, 5, 3)
    assert found.published.latest is not None and date(2022, 3, 1) < found.published.latest < date(2022, 5, 1)


def test_a_deadline_still_to_come_bounds_from_above() -> None:
    found = dates(told("crier", "The crew will leave Arden by 15 June 2021."))["crier"]
    assert (found.published.earliest, found.published.latest) == (None, date(2021, 6, 15))


def test_bounds_that_contradict_each_other_leave_the_date_open_and_are_shown() -> None:
    torn = told("torn", "The mill burned on 4 May 2021. The mill will open by 1 May 2020.")
    found = dates(torn)["torn"]
    assert not found.published.known and found.published.earliest is None
    assert "contradicts" in found.reasons[0].why
    assert len(found.reasons) == 3


def test_a_dateline_without_a_year_takes_the_year_that_fits() -> None:
    seen = Witness("dateline", When(edtf="XXXX-05-04", words="May 4"), 'the dateline gives "May 4"')
    undated = told("wire", "Fires burned in Arden.", witnesses=(seen,))
    others = [told(f"post{n}", "Grain prices rose in Brookham.", f"2021-{n:02d}-11") for n in (3, 6)]
    found = dates(undated, *others)["wire"]
    assert (found.published.earliest, found.published.latest) == (date(2021, 5, 3), date(2021, 5, 11))


def test_no_undated_report_ever_gets_an_exact_day() -> None:
    note = told("note", "Officers ousted President Vale of Arden yesterday.", claims=[("ousted", "oust", "happened")])
    found = dates(COUP, note)["note"]
    assert found.published.known and not found.published.exact


TEXTS = st.sampled_from(
    [
        "Officers ousted President Vale of Arden on Monday.",
        "The crew will leave Arden by 15 June 2021.",
        "Ministers have not yet designated the takeover in Arden a coup.",
        "On 10 May 2021, ministers designated the takeover in Arden a coup.",
        "The mill burned on 4 May 2030.",
        "",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TEXTS, st.none() | st.dates(date(2020, 1, 1), date(2022, 1, 1))), max_size=6), st.randoms())
def test_it_ends_and_the_order_of_reports_does_not_matter(pile: list[tuple[str, date | None]], shuffle: Any) -> None:
    reads = [told(f"r{n}", text, str(day) if day else None) for n, (text, day) in enumerate(pile)]
    first = dates(*reads)
    shuffle.shuffle(reads)
    assert dates(*reads) == first
    assert date_reports({r.report.id: r for r in reads}, first) == first
    for found in first.values():
        assert found.stated or not found.published.exact


def test_another_country_s_coup_dates_nothing() -> None:
    mali = told(
        "mali",
        "Officers ousted the elected president of Mali on 18 August 2020.",
        claims=[("ousted", "oust", "happened")],
    )
    niger = told(
        "niger",
        "Officers ousted the elected president of Niger on Tuesday.",
        claims=[("ousted", "oust", "happened")],
    )
    found = dates(mali, niger)["niger"]
    assert (found.published.earliest, found.published.latest) == (None, None)


def _flood_reports() -> list[ReadReport]:
    return [told(f"day{n}", f"Water rose in ward {n} of Tarsk.", f"2021-06-{n:02d}") for n in range(1, 10)]


def test_one_full_date_far_from_the_whole_pile_widens_an_interval_and_does_not_move_it() -> None:
    far = told("far", "The wall fell in 2023.", claims=[("fell", "fall", "happened")])
    found = dates(*_flood_reports(), far)["far"]
    low, high = found.published.earliest, found.published.latest
    assert low is not None and low < date(2021, 6, 1)
    assert high is not None and high >= date(2023, 1, 1)
    assert any("nothing else puts it there" in r.why for r in found.reasons)


def test_two_full_dates_far_from_the_pile_move_the_interval() -> None:
    text = "The wall fell in 2023. The dyke fell on 4 May 2023."
    far = told("far", text, claims=[("fell", "fall", "happened"), ("dyke fell", "fall", "happened")])
    low = dates(*_flood_reports(), far)["far"].published.earliest
    assert low is not None and low >= date(2023, 5, 4)


def test_a_short_pile_allows_a_week_on_either_side() -> None:
    found = dates(*_flood_reports(), told("near", "Water rose again."))["near"].published
    assert (found.earliest, found.latest) == (date(2021, 5, 25), date(2021, 6, 16))


def test_an_old_photo_says_nothing_of_what_a_report_calls_tuesday():
    page = "FILE - A ferry leaves, 16 April 2011. (Agency photo)\nMinisters met in Arden on Tuesday."
    taken = Anchor.cut("leaf", page, 23, 36)
    photo = Witness("photo", When.day(date(2011, 4, 16)), "a photo was taken then", taken, "not_before")
    leaf = told("leaf", page, claims=[("met", "meet", "happened")], witnesses=(photo,))
    news = ("Wheat rose", "Miners struck", "Voters queued", "Snow fell", "Banks shut", "Ministers met")
    pile = [told(f"n{m}", f"{what} in Arden, the herald said.", f"2021-0{m}-14") for m, what in enumerate(news, 1)]
    pile += [told(f"m{m}", "Nothing else was told.", f"2021-0{m}-20") for m in (2, 4, 6)]
    dated = dates(leaf, *pile)["leaf"]
    assert dated.published.earliest is not None and dated.published.earliest.year == 2021
    assert dated.leaning == When()


def test_an_undated_report_may_be_from_the_day_the_story_began():
    """The dated reports start in spring; one of them tells that ministers fell in February."""
    page = "On 10 February 2021, soldiers ousted the ministers of Arden."
    pile = [told(f"n{d}", "Nothing else was told.", f"2021-04-{d}") for d in range(11, 20)]
    fell = told("fell", page, "2021-04-10", claims=[("ousted", "oust", "happened")])
    leaf = told("leaf", "Wheat rose.")
    assert dates(leaf, *pile)["leaf"].published.earliest == date(2021, 4, 4)
    assert dates(leaf, fell, *pile)["leaf"].published.earliest == date(2021, 2, 10)


def test_a_bare_month_is_no_month_of_a_year_that_is_only_named() -> None:
    """What happened "in 2016" may be told years later: "early June" is then a June of any year."""
    told_of = "The two sides fell out in 2016, officials said. Envoys plan to meet in early June."
    claims = (("fell out", "fall out", "happened"), ("meet", "meet", "planned"))
    found = dates(told("gazette", told_of, claims=claims))["gazette"].published
    assert found.earliest == date(2016, 1, 1)
    assert found.latest is None


def test_a_bare_month_is_near_a_month_that_is_told_with_its_year() -> None:
    told_of = "The two sides fell out in March 2016, officials said. Envoys plan to meet in early June."
    claims = (("fell out", "fall out", "happened"), ("meet", "meet", "planned"))
    found = dates(told("gazette", told_of, claims=claims))["gazette"].published
    assert (found.earliest, found.latest) == (date(2016, 3, 1), date(2016, 6, 28))


def test_in_a_pile_of_years_that_use_the_same_words_an_undated_report_is_of_no_one_month():
    deeds = ("grounded", "cleared", "banned", "checked", "praised", "sold", "built", "tested", "named")
    pile = [told(f"n{n}", f"The agency {deed} the Corvo jet.", f"20{20 + n}-03-14") for n, deed in enumerate(deeds)]
    dated = dates(told("leaf", "Pilots in Osk told the agency that they were grounded."), *pile)["leaf"].published
    assert dated.earliest is None or dated.latest is None or (dated.latest - dated.earliest).days > 365
