"""Lines that a reader of news would act on: whole sentences, read by the shipped reader."""

from __future__ import annotations

import pytest

from stories import read_of

RIGHT = [
    ("A full withdrawal of the force is planned for May.", "Force to be withdrawn in May", "planned"),
    ("The owners let the deadline pass on Friday.", "Deadline passed", "happened"),
    ("Osland withdraws its envoy if the talks fail, the minister said.", "Osland would withdraw", "conditional"),
    (
        "A tanker ran aground in the Tarsk Strait on Tuesday and blocked the channel, the Narvian port authority said.",
        "Tanker ran aground in Tarsk Strait",
        "happened",
    ),
    ("About 300 Osland soldiers are being moved from Verrin to Tarsk.", "are being moved from Verrin", "ongoing"),
    ("The army has sent the ministry the same report.", "Army sent same report to ministry", "happened"),
    ("The tanker was partly refloated on Monday, the agent reported.", "Tanker was partly refloated", "happened"),
    (
        "The agent withdrew its earlier claim that the tanker had been refloated.",
        "tanker was refloated",
        "denied",
    ),
    ("Restoring the railway bridge is expected in May.", "Railway bridge to be restored", "planned"),
    ("The Lantern reported a plan to withdraw all soldiers from Osland.", "soldiers", "planned"),
    ("Narvia and Osland agreed that the troops leave the valley by May.", "Troops to leave valley", "planned"),
    (
        "The council declared their presence in Narvia illegal.",
        "Council declared their presence in Narvia illegal",
        "happened",
    ),
    (
        "The watchdog has fined Skarholm Terminals 45 million crowns.",
        "fined Skarholm Terminals 45 million crowns",
        "happened",
    ),
    ("The deal with Osland brought the dockers' strike to an end on Friday.", "ended dockers' strike", "happened"),
    ("Skarholm Terminals sent 640 dockers home on Friday.", "sent 640 dockers home", "happened"),
    ("Police in Tarsk turned back 300 migrants on Friday.", "turned back 300 migrants", "happened"),
    ("The suspect, who was flown to Osland on May 6, denies all involvement.", "was flown to Osland", "happened"),
    ("Reports that Minister Orr had fled were denied by the palace.", "Orr fled", "denied"),
    (
        "Police arrested two men suspected of taking part in the raid that closed the port of Tarsk.",
        "Raid closed port",
        "happened",
    ),
    (
        "There was no truth, she added, in reports that Belmar Steel had been asked to move.",
        "Belmar Steel was asked",
        "denied",
    ),
    (
        "The union spoke after the Osland League, satisfied with the plan, lifted the embargo.",
        "Osland League lifted",
        "happened",
    ),
    ("Osland is sending up to 3,500 soldiers to the Tarsk valley.", "sending up to 3,500 soldiers to Tarsk", "ongoing"),
    ("More than 250 guests were quarantined in Verrin.", "More than 250 guests were quarantined", "happened"),
    ("Police barred the reporters from leaving the hotel to cover the march.", "from leaving hotel", "happened"),
    ("Talks between Osland and Narvia opened in Verrin on Monday.", "opened talks in Verrin", "happened"),
    ("General Roe led the brigade until he was moved to the capital in May.", "Roe was moved to capital", "happened"),
    ("It is not correct that the ferry had been refused a certificate.", "ferry was refused certificate", "denied"),
    ("Reports that fighters have arrived in Tarsk are devoid of any foundation.", "fighters arrived", "denied"),
    ("The minister said that he would not recognise the junta.", "would not recognise junta", "not_happened"),
    ("Roe said she can not leave the house.", "Roe can not leave house", "not_happened"),
    ("A deadline set by the bloc for the officers ran out overnight.", "Deadline ran out", "happened"),
    (
        "The council named Captain Ana Roe to replace Minister Poe on 3 April.",
        "Ana Roe to replace Minister Poe",
        "planned",
    ),
    ("Osland joined Narvia in mourning the dead.", "Osland joined Narvia in mourning dead", "happened"),
]
WRONG = [
    ("An official insisted there was no question of Belmar Steel entering administration on Monday.", "entered"),
    ("The sum was named by a clerk in Tarsk, who asked not to be named.", "not to name"),
    ("Finance director Henrik Orr takes over for the time being.", "for time"),
    ("If the two firms cannot agree by May the matter goes to court, the minister said.", "Matter went to court"),
    ("If Osland does not withdraw its troops by Friday, Narvia will close the border.", "Osland would"),
    ("The full withdrawal is planned for 15 May.", "was planned"),
    ("The canal was widened by 50 feet in May.", "feet widened"),
    ("Two pilots are believed dead after a tanker without power hit the pier in Tarsk.", "pilots hit"),
    ("Osland is digging a channel on the north side, open only to tugs and barges.", "opened"),
    ("A tanker ran aground and blocked the Tarsk Strait in both directions.", "aground in both"),
    ("Nearly 2,000 were ordered out of Tarsk in April.", "2,000 were"),
    ("The bloc gives the junta.", "gave junta"),
    ("Narvia's generals revoked with immediate effect the accord with Osland.", "generals were revoked"),
    ("Guards towed it to the bay on Monday.", "towed to"),
    ("The general has flown home, leaving about 200 soldiers at Fort Tarsk.", "200 soldiers"),
    ("Six workers are missing after the storm in Tarsk.", "being missed"),
    ("Freeing the tanker could take weeks, the harbour master told the Lantern.", "was freed"),
    ("This move suspends the aid to Narvia.", "Move"),
    ("A tanker ran aground in the strait on Tuesday, the Port Authority of Tarsk said.", "ran Port"),
    ("The Lantern reported a plan to withdraw all soldiers from Osland.", "Lantern to"),
    ("The Narvian navy struck boats chartered by the rebels in the port of Tarsk.", "with"),
    ("Osland sank the ferry on Monday, an act that shook the port.", "ferry and act"),
    ("Osland gave ten tents and Narvia and Verrin are sending water.", "gave Narvia"),
    ("Hundreds of miners are expected to have died in Tuesday's blast.", "to die"),
    ("Two banks cut their rates and four others followed suit on Monday.", "suit"),
    ("The bloc should resolve to send troops to Tarsk.", "Bloc to send"),
    ("It seems unlikely that Osland would attack Narvia.", "Osland"),
    ("Roe tried to visit the camp in May but was turned back.", "may visit"),
    ("Roe sought to clear up the matter on Saturday.", "to clear"),
]

UNTOLD = [
    ("There is much talk of a compromise in Verrin.", "talks"),
    ("Nobody who gave an order has been tried.", "gave"),
    ("Osland will pay 3 million, provided that the firm withdraws its claims.", "withdr"),
    ("The takeover by Corvane Partners has reportedly collapsed.", "collapsed"),
    ("Three men believed to have been killed on Sunday were found in a clinic.", "killed"),
    ("And today my friend was killed.", "killed"),
    ("Ministers accused tensions of rising.", "accused"),
    ("The ship, unmanned aid effort stalls The minister flew to Tarsk on Monday.", "aid effort"),
    ("Osland will not hold talks so long as Narvia keeps shelling the valley.", "shelling"),
]


def lines(text: str) -> list[tuple[str, str]]:
    return [(c.title, c.factuality) for c in read_of(text, "2024-03-21").claims]


@pytest.mark.parametrize(("text", "title", "factuality"), RIGHT)
def test_a_line_says_what_its_sentence_says(text: str, title: str, factuality: str):
    assert any(title in found and factuality == how for found, how in lines(text)), lines(text)


@pytest.mark.parametrize(("text", "never"), WRONG)
def test_no_line_says_what_its_sentence_does_not(text: str, never: str):
    assert not [found for found, _ in lines(text) if never in found]


@pytest.mark.parametrize(("text", "never"), UNTOLD)
def test_what_cannot_be_told_from_the_sentence_stands_on_no_line(text: str, never: str):
    assert not [c.title for c in read_of(text, "2024-03-21").claims if c.sound and never in c.title]


def test_the_year_in_a_name_is_not_the_day_of_the_act():
    read = read_of("Narvia has ended the 2012 accord with Osland.", "2024-03-21")
    assert [(c.lemma, c.time) for c in read.claims] == [("end", None)]


def test_the_day_at_the_end_of_a_clause_that_a_comma_opens_is_that_clauses():
    text = "Belmar Steel was placed under an embargo, a move that would stop the firm from hiring in May."
    assert [(c.lemma, c.time) for c in read_of(text, "2024-03-21").claims if c.lemma == "place"] == [("place", None)]


def test_a_denial_and_what_it_denies_are_one_line():
    told = lines("The port manager denied on Monday that Narvian soldiers had stormed the terminal.")
    assert [how for _, how in told].count("denied") <= 1
    assert len(told) == 1


def test_it_is_what_the_verb_before_acts_on():
    told = lines("Dockers in Tarsk began a strike on Monday and ended it on Thursday.")
    assert any("ended strike" in title for title, _ in told) or not any("ended" in title for title, _ in told)
