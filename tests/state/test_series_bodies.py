"""One body of people under two words is one series; another place, a part and another body are not."""

from __future__ import annotations

from dateline.state.disputes_figures import figure_disputes
from dateline.state.series import series
from stories import record_from


def tolls(*pile):
    return {one.title: sorted(p.value[0] for p in one.points) for one in series(record_from(*pile))}


def disputes(*pile):
    found = figure_disputes(series(record_from(*pile)), None, False)
    return [sorted(p["answer"] for p in line["positions"]) for line in found]


def test_passengers_and_people_killed_in_one_crash_are_one_toll():
    told = tolls(
        ("2031-05-06", "At least 12 people were killed when a bus plunged into a ravine near Velsk on Monday."),
        ("2031-05-06", "Eleven passengers died when a coach fell into a gorge near Velsk, the governor said."),
        ("2031-05-07", "The number of people killed in Monday's bus crash near Velsk has risen to 15."),
    )
    assert told == {"people killed near Velsk": [11, 12, 15]}


def test_officers_and_policemen_are_one_body():
    told = tolls(
        ("2031-05-06", "A car bomb outside a police station in Karsun killed four officers on Monday."),
        ("2031-05-07", "The blast at the police station in Karsun killed four policemen."),
    )
    assert list(told.values()) == [[4, 4]]


def test_a_few_of_a_body_and_both_words_in_one_report_stay_apart():
    told = tolls(
        ("2031-05-06", "Floods near Velsk killed 40 people on Monday."),
        ("2031-05-07", "Three tourists were killed in the floods near Velsk on Monday."),
    )
    assert sorted(told.values()) == [[3], [40]]
    told = tolls(("2031-05-06", "The fire in Velsk killed 12 people on Monday. Nine workers were killed in a shed."))
    assert sorted(told.values()) == [[9], [12]]


def test_the_toll_of_a_valley_is_not_that_of_one_of_its_towns():
    told = tolls(
        (
            "2031-05-06",
            "A quake struck the Tarn valley, killing 40 people. In the town of Merrin alone, 22 people died.",
        ),
        ("2031-05-07", "The number of dead in the quake in the Tarn valley has climbed to 63."),
        ("2031-05-08", "The death toll from the quake stands at 68, the government said."),
    )
    assert told == {"people killed in Merrin": [22], "people killed in Tarn valley": [40, 63, 68]}


def test_who_was_shot_dead_was_killed():
    assert list(tolls("Eleven people were shot dead in Oskela on Monday.")) == ["people killed in Oskela"]
    assert list(tolls("Soldiers shot dead three people in Oskela on Monday.")) == ["people killed in Oskela"]
    assert list(tolls("Three people were shot in Oskela on Monday.")) == ["people shot in Oskela"]


def test_who_is_cited_is_not_counted():
    assert tolls("The bank will sell the mill, the paper reported on Monday, citing two officials.") == {}


ARMY = "Two soldiers and five rebels were killed in a clash near Dolna on Monday, the army said."
FRONT = "The Liberation Front said its fighters had killed 11 soldiers in fighting near Dolna."


def test_two_sides_that_give_another_toll_of_one_clash_on_one_day_are_in_dispute():
    assert disputes(("2031-05-06", ARMY), ("2031-05-06", FRONT)) == [["11 soldiers", "Two soldiers"]]


def test_a_toll_told_a_day_later_may_have_grown():
    assert disputes(("2031-05-06", ARMY), ("2031-05-07", FRONT)) == []


def test_a_toll_that_is_revised_disagrees_with_nobody():
    before = (
        "2031-05-07",
        "The number of dead in Monday's quake in the Tarn valley has climbed to 63, officials said.",
    )
    later = "The government {} the toll from the quake in the Tarn valley {} on Thursday."
    assert disputes(before, ("2031-05-08", later.format("revised", "down to 58"))) == []
    assert disputes(before, ("2031-05-08", later.format("put", "at 58"))) == [["58", "63"]]


def test_one_rate_by_several_names_is_one_series():
    told = tolls(
        ("2031-05-06", "Unemployment in Kovria fell to 7.2 percent in April, the statistics office said."),
        ("2031-05-07", "The jobless rate in Kovria dropped to 7.1 percent last month."),
        ("2031-05-08", "Kovria's unemployment rate is 7.3 percent."),
        ("2031-05-08", "Inflation in Kovria was 3 percent in April."),
    )
    assert told == {"unemployment in Kovria, percent": [7.1, 7.2, 7.3], "inflation in Kovria, percent": [3]}
    assert list(tolls("The jobless rate in Kovria dropped to 7.1 percent in April.")) == [
        "jobless rate in Kovria, percent"
    ]


def test_a_number_that_is_denied_is_no_level():
    told = "The rebels said they had lost 15 fighters in the offensive near Dolna and denied the army's figure of 200."
    (one,) = series(record_from(("2031-05-06", told)))
    assert [(p.value[0], p.quantity.quantity.factuality) for p in one.points] == [(15, "happened"), (200, "denied")]
