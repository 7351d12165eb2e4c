"""Small stories of two or three reports: which figures are one series, and which answers exclude each other."""

from __future__ import annotations

import pytest

from dateline.state.board import states
from dateline.state.disputes import disputes
from dateline.state.disputes_who import doers
from dateline.state.series import series
from stories import record_from

Pile = tuple[tuple[str, str], ...]


def figures(*pile):
    return {one.title: [p.value[1] for p in one.points] for one in series(record_from(*pile))}


def questions(*pile):
    """Kind and answers of each dispute."""
    record = record_from(*pile)
    found = disputes(record, states(record), series(record))
    return [(line["kind"], sorted(p["answer"] for p in line["positions"])) for line in found]


def test_two_happenings_in_one_town_have_a_toll_each():
    bomb = ("2031-05-05", "A car bomb killed seven people outside a police station in Kelim on Monday.")
    bus = (
        "2031-05-08",
        "At least 12 people died when gunmen opened fire on a bus in Kelim on Thursday, officials said.",
    )
    later = ("2031-05-09", "The death toll from Monday's car bombing in Kelim rose to nine, the hospital said.")
    assert figures(bomb, bus, later) == {
        "people killed in Kelim on 5 May": [7, 9],
        "people killed in Kelim on 8 May": [12],
    }


def test_those_killed_in_all_are_of_no_single_happening():
    ambush = ("2031-05-03", "Two soldiers were killed in an ambush near Besk on Friday, the army said.")
    monday = ("2031-05-06", "Rebels killed five soldiers near Besk on Monday.")
    week = ("2031-05-08", "The army said seven soldiers had been killed near Besk in a week.")
    assert figures(ambush, monday, week)["soldiers killed near Besk"] == [7]
    assert questions(ambush, monday, week) == []  # and the seven killed nobody


def test_a_toll_that_rose_on_a_later_day_is_that_of_one_happening():
    told = figures(
        ("2031-05-05", "Floods killed 20 people in Tarnby on Monday, officials said."),
        ("2031-05-08", "The death toll from the floods in Tarnby rose to 31 on Thursday, officials said."),
        ("2031-05-09", "Floods in Tarnby have killed 35 people."),
    )
    assert told == {"people killed in Tarnby": [20, 31, 35]}


@pytest.mark.parametrize(
    "later",
    (
        "The number of flooded homes in Dunmere has climbed to 740 and some 3,000 people are in tents, he said.",
        "Some 740 homes in Dunmere are now flooded, the governor said.",
    ),
)
def test_what_has_been_done_to_more_by_now_is_no_other_answer(later):
    first = ("2031-05-04", "Heavy rain flooded 300 homes in Dunmere, the mayor said on Sunday.")
    assert questions(first, ("2031-05-06", later)) == []


@pytest.mark.parametrize(
    ("pile", "told"),
    (
        (
            (
                "Police arrested 41 people over the weekend riots in Lund.",
                "The number of arrests in Lund has risen to 58, and 11 of those held have been charged.",
            ),
            {"people detained in Lund": [41, 58, 11]},
        ),
        (
            (
                "Velmar Motors recalled 12,000 vans because of faulty brakes.",
                "Velmar Motors on Thursday widened the recall to 31,000 vans.",
            ),
            {"vans recalled": [12000, 31000]},
        ),
        (
            (
                "A pipeline burst near Ovesk on Monday, spilling about 40 tonnes of diesel into the river.",
                "The environment agency put the spill at 65 tonnes of diesel.",
            ),
            {"diesel spilled near Ovesk, tonnes": [40, 65]},
        ),
        (
            (
                "Brenn now hosts 5,200 refugees.",
                "The number of refugees in Brenn was closer to 8,000, a governor said.",
            ),
            {"refugees hosted in Brenn": [5200, 8000]},
        ),
        (
            (
                "Some 3,000 people are now in shelters in Dunmere, the mayor's office said.",
                "About 1,900 people remained in shelters in Dunmere on Thursday, down from 3,400.",
            ),
            {"people in shelters in Dunmere": [1900, 3000, 3400]},
        ),
        (
            ("The UN says 550,000 people need food aid in Mirra, up from 380,000 in March.",),
            {"people needing food aid in Mirra": [380000, 550000]},
        ),
    ),
)
def test_what_a_reader_takes_for_one_question_is_one_series(pile, told):
    found = figures(*((f"2031-05-0{n}", text) for n, text in enumerate(pile, 7)))
    assert {title: sorted(values) for title, values in found.items()} == {t: sorted(v) for t, v in told.items()}


def test_another_ferry_is_not_the_one_told_before():
    first = ("2031-05-02", "A ferry sank off Dray on Thursday, killing 30 people.")
    assert questions(first, ("2031-05-05", "Another ferry sank off Dray on Monday and 12 people drowned.")) == []


@pytest.mark.parametrize("told", ("Seven soldiers had been killed near Besk.", "The firm is being bought out."))
def test_to_whom_it_was_done_did_not_do_it(told):
    assert doers(told) == ()


def test_a_number_set_against_the_official_one_is_another_answer():
    first = ("2031-05-06", "The health ministry of Tavria reported 112 new cholera cases, with 37 deaths so far.")
    new = ("2031-05-07", "Tavria recorded 98 new cholera cases and three deaths on Wednesday.")
    aid = ("2031-05-08", "A charity said at least 70 people had died of cholera in Tavria, twice the official figure.")
    assert [answers for kind, answers in questions(first, new, aid)] == [["37 deaths", "at least 70 people"]]


def test_who_puts_a_number_anew_does_not_contradict_himself():
    leak = "A pipeline burst near Ovesk, spilling about 40 tonnes of diesel, the {} said."
    later = ("2031-05-07", "The environment agency put the spill at 65 tonnes of diesel.")
    assert questions(("2031-05-05", leak.format("environment agency")), later) == []
    assert len(questions(("2031-05-05", leak.format("company")), later)) == 1


def test_a_town_that_is_said_not_to_have_fallen_was_not_captured():
    denied = ("2031-05-06", "The army denied that Sarvet had fallen, saying its troops still held the bridge.")
    for told in ("Rebels captured the town of Sarvet on Monday.", "The town of Sarvet fell to rebels on Monday."):
        assert [kind for kind, _ in questions(("2031-05-05", told), denied)] == ["factuality"]
    for told in ("Rebels seized 20 trucks in Sarvet on Monday.",):
        assert questions(("2031-05-05", told), denied) == []


def test_what_is_denied_may_speak_of_what_could_be():
    told = ("2031-05-05", "Norlink sold data that could identify patients, a newspaper reported.")
    denied = ("2031-05-06", "Norlink denied that it had sold data that could identify patients.")
    assert [kind for kind, _ in questions(told, denied)] == ["factuality"]


def test_another_number_in_contrast_is_no_denial():
    told = ("2031-05-06", "Some 400 workers at the Tamsa plant were told on Tuesday that they would lose their jobs.")
    assert questions(told, ("2031-05-07", "Tamsa said it was cutting 350 jobs at the plant, not 400.")) == []


def test_what_burned_or_flooded_by_later_is_no_other_answer():
    told = ("2031-05-05", "Floodwater covered 12,000 hectares of farmland along the Mure, the ministry said.")
    later = ("2031-05-08", "Floods along the Mure have destroyed crops on 30,000 hectares, according to farmers.")
    assert questions(told, later) == []


def test_some_ninety_may_be_eighty_four():
    told = ("2031-05-05", "Two trains collided outside Merrow on Monday, injuring 84 people.")
    about = "Some {} people were injured when two trains collided at Merrow, the interior minister said."
    assert questions(told, ("2031-05-05", about.format(90))) == []
    assert len(questions(told, ("2031-05-05", about.format(60)))) == 1


def test_members_are_those_of_the_whole_name():
    assert figures(("2031-05-05", "A court in Sarnow freed 11 members of the Green League on bail.")) == {
        "Green League members released in Sarnow": [11]
    }


def test_a_toll_by_now_is_not_of_the_day_of_the_happening():
    told = "Five of those hurt in Monday's earthquake died in hospital, bringing the number of dead in Velt to 61."
    (one,) = series(record_from(("2031-05-08", told)))
    assert [p.when.edtf for p in one.points] == ["2031-05-08"]


def test_what_was_done_and_what_was_undone_are_two_series():
    told = figures(
        ("2031-05-05", "Snow cut power to 86,000 homes in the Aland hills."),
        ("2031-05-06", "Power was restored to 50,000 homes in the Aland hills, leaving 36,000 in the dark."),
        ("2031-05-08", "Some 4,000 homes in the Aland hills remained without power on Thursday."),
    )
    assert told == {"homes back on power in Aland": [50000], "homes without power in Aland": [86000, 36000, 4000]}


def test_two_votes_are_two_series():
    told = figures(
        ("2031-05-05", "The Senate approved the treaty by 61 votes to 38 on Monday."),
        ("2031-05-06", "The lower house rejected the treaty on Tuesday, by 203 to 190."),
    )
    assert told["votes in favour on 5 May"] == [61] and told["votes in favour on 6 May"] == [190]


def test_so_many_freed_by_one_are_not_so_many_freed_by_another():
    first = ("2031-05-06", "The rebels said they had released 14 prisoners on Monday under the deal.")
    assert questions(first, ("2031-05-09", "The army freed 22 rebel prisoners on Friday.")) == []


@pytest.mark.parametrize(
    ("later", "asked"),
    (
        ("Talon rejected the union's version and said 12 drivers had left Osk of their own accord.", ["factuality"]),
        ("A court rejected the union's claim against Talon in Osk.", []),  # it rules on what is asked of it
        ("The bank rejected the union's account of a sale in Belm.", []),
    ),
)
def test_a_rejected_account_is_what_that_somebody_said_in_another_report(later, asked):
    told = ("2031-05-06", "The union said Talon had dismissed 40 drivers in Osk.")
    assert [kind for kind, _ in questions(told, ("2031-05-08", later))] == asked


def test_some_who_are_still_missing_do_not_deny_that_others_were_freed():
    freed = (
        "2031-05-06",
        "The kidnappers of the engineers at the Belen gas plant freed six of the engineers on Monday.",
    )
    still = ("2031-05-08", "Two of the engineers of the Belen gas plant are still missing, the firm said.")
    assert questions(freed, still) == []


def test_so_many_hostages_rescued_are_not_so_many_killed():
    raid = "Troops stormed the Belen gas plant on Monday and rescued 14 hostages, the army said. "
    assert questions(("2031-05-06", raid + "Three hostages were killed in the raid, General Imre Toth said.")) == []


def test_two_numbers_freed_on_one_day_are_a_dispute():
    front = "The Orsa Front released 12 prisoners in Mirren on Monday, the Front's spokesman said."
    army = "The Orsa Front freed nine prisoners in Mirren on Monday, the army said."
    assert [kind for kind, _ in questions(("2031-05-06", front), ("2031-05-06", army))] == ["figure"]


def test_what_one_country_has_not_done_denies_nothing_of_another():
    broke = ("2031-05-06", "Bolivia broke off diplomatic relations with Israel on Tuesday.")
    later = ("2031-05-08", "Chile recalled its ambassador, but said that it was not breaking off relations.")
    assert questions(broke, later) == []
