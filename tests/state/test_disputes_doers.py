"""One deed and two doers: who won, owns, caused or did it, as two reports tell it."""

import pytest

from dateline.state.disputes_denials import matters
from dateline.state.disputes_matters import of_matter
from dateline.state.disputes_who import doers, exclude
from stories import record_from


def disputes_of(*texts, days=("2031-09-17", "2031-09-18", "2031-09-19")):
    record = record_from(*zip(days, texts, strict=False))
    return [line for m in matters(record) for line in of_matter(m, range(len(m.words)))]


@pytest.mark.parametrize(
    ("one", "other", "answers"),
    [
        (
            "Tarn Yards has won the contract to build two trams for Orsk, the firm said.",
            "The city of Orsk has awarded the order for the two trams to Castor Works, its mayor said.",
            {"Tarn Yards", "Castor Works"},
        ),
        (
            "The singer Ada Lund was shot by a police officer at a rally in Orsk, two friends said.",
            "Police in Orsk said that marchers shot the singer Ada Lund.",
            {"a police officer", "marchers"},
        ),
        (
            "The driver of the lorry was to blame for the collision at Sarn Junction, the operator said.",
            "The drivers' union attributes the Sarn collision to the signaller.",
            {"the driver of the lorry", "the signaller"},
        ),
        (
            "The fire at the Orsk mill was started by two boys, police said.",
            "A fire at the mill in Orsk was started by lightning, the insurers said.",
            {"two boys", "lightning"},
        ),
        (
            "Ada Lund was sworn in as mayor of Selm on Wednesday after a recount.",
            "Ivo Mann was sworn in as mayor of Selm on Wednesday by the old council.",
            {"Ada Lund", "Ivo Mann"},
        ),
        (
            "Police blamed the Crescent League for the bombing of the station in Sarn.",
            "The Crescent League denied any role in the bombing of the Sarn station, its office said.",
            {"the Crescent League", "not The Crescent League"},
        ),
        (
            'The ballad "Red Sarn" was written by Ivo Mann, the archive said.',
            'Ada Lund, not Ivo Mann, wrote the ballad "Red Sarn", her school said.',
            {"Ivo Mann", "Ada Lund"},
        ),
        (
            "The author of the Orsk anthem was Ivo Mann, the museum said.",
            "Ada Lund composed the Orsk anthem, according to her diary.",
            {"Ivo Mann", "Ada Lund"},
        ),
        (
            "The pilot of the ferry Lena was at fault for the collision off Sarn, the owners said.",
            "The blame for the collision of the Lena lies squarely with the tanker's captain, the union said.",
            {"the pilot of the ferry Lena", "the tanker's captain"},
        ),
        (
            "The Orsk dam burst because of negligence by its operator, the mayor said.",
            "The operator put the Orsk disaster down to record rain.",
            {"negligence by its operator", "record rain"},
        ),
        (
            "The governor accused the Crescent League on Monday of carrying out the attack on a tram in Sarn.",
            "The Crescent League denied any part in Monday's bombing, its office said.",
            {"the Crescent League", "not The Crescent League"},
        ),
        (
            "The clan ordered and carried out the murder of Judge Ada Lund, the prosecutor said.",
            "Judge Ada Lund was killed not by the clan but by two police officers, its lawyer said.",
            {"the clan", "two police officers"},
        ),
        (
            "A statement of the Selm League named Ada Lund as its leader on Monday.",
            "Ivo Mann remains leader of the Selm League, its office said.",
            {"Ada Lund", "Ivo Mann"},
        ),
    ],
)
def test_two_who_exclude_each_other_are_a_dispute_over_one_deed(one, other, answers):
    (line,) = disputes_of(one, other)
    assert line["kind"] == "role"
    assert {p["answer"] for p in line["positions"]} == answers


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Tarn Yards won the contract to build two trams for Orsk.",
            "Castor Works won the order for 60 buses for Orsk.",
        ),
        ("Soldiers shelled the market in Orsk, the mayor said.", "Rebels attacked a convoy near Orsk, the army said."),
        (
            "Gunmen shot the singer Ada Lund in Orsk, police said.",
            "Rebels shot the singer Ada Lund in Orsk, a witness said.",
        ),
        (
            "The singer Ada Lund was shot by an officer in Orsk.",
            "Police in Orsk shot the singer Ada Lund, a friend said.",
        ),
        ("Ada Lund is the mayor of Selm.", "Ivo Mann was elected mayor of Selm on Thursday."),
        (
            "The rebels might have shelled the Orsk market, the mayor said.",
            "The army shelled the Orsk market, witnesses said.",
        ),
    ],
)
def test_another_deed_an_unknown_doer_and_a_successor_are_no_dispute(one, other):
    assert [line for line in disputes_of(one, other) if line["kind"] == "role"] == []


def test_each_of_two_says_that_the_other_did_it():
    (line,) = disputes_of(
        "Shells hit the market in Sarn. The Velm army said that Orsk artillery had fired on the town. "
        "The minister of Orsk said the shells were fired by Velm guns."
    )
    assert {p["answer"] for p in line["positions"]} == {"Orsk artillery", "Velm guns"}


def test_a_denial_of_another_deed_and_of_a_deed_elsewhere_answer_no_blame():
    blame = "Police blamed the Crescent League for the bombing of the station in Sarn."
    for other in (
        "The Crescent League denied any part in the theft of a painting, its office said.",
        "The Crescent League denied any part in the bombing of the mill in Orsk, its office said.",
    ):
        assert [line for line in disputes_of(blame, other) if line["kind"] == "role"] == []


def test_who_answers_with_a_pronoun_is_the_one_who_speaks():
    (found,) = doers("Ada Lund said on Sunday that she had won the election in Orsk.")
    assert (found.ask, found.who, found.what) == ("win", "Ada Lund", "the election in Orsk")


def test_a_part_of_a_body_does_not_exclude_it():
    assert not exclude("an officer", "the police", "shoot")
    assert exclude("an officer", "protesters", "shoot")
