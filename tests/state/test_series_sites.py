"""The place in the title of a series, and tolls of two places kept apart."""

from __future__ import annotations

from dateline.state.series import series
from stories import record_from


def titles(*texts):
    pile = [(f"2031-05-{n:02}", text) for n, text in enumerate(texts, 1)]
    return {one.title: [p.value[0] for p in one.points] for one in series(record_from(*pile))}


def test_a_series_tells_the_place_told_around_its_figures():
    told = titles(
        "A landslide that hit the hill town of Merrano killed 14 people on Monday.",
        "The landslide killed 17 people, the army said.",
    )
    assert told == {"people killed in Merrano": [14, 17]}


def test_two_names_of_one_place_are_one_series():
    told = titles(
        "A fire at Merrano prison killed 14 inmates on Monday.", "The fire in Merrano killed 16 inmates, doctors said."
    )
    assert [sorted(v) for v in told.values()] == [[14, 16]]


def test_tolls_of_two_places_are_two_series():
    told = titles(
        "A landslide that hit the hill town of Merrano killed 14 people on Monday.",
        "A bus plunged off a bridge near Ostrel on Tuesday and 9 people were killed.",
    )
    assert sorted(map(tuple, told.values())) == [(9,), (14,)]
    assert all("Merrano" in title or "Ostrel" in title for title in told)


def test_the_home_of_those_counted_is_not_told_twice():
    assert not any(t.endswith("in Cuba") for t in titles("Cuba, which felt the quake too, has sent 30 doctors."))


def test_what_is_told_of_the_whole_country_is_no_number_of_the_place():
    told = titles(
        "A fire at Merrano prison killed nine. The jail held 420 people. The country's jails hold 9,000 people."
    )
    assert [9000] in told.values() and [420] in told.values()
