"""Constructions of long sentences in news: each line says what its sentence says, or is not there."""

from __future__ import annotations

import pytest

from dateline.claim.wording.inflect import ing, participle, past
from stories import read_of

TOLD = [
    (
        "Acute malnutrition in Osland nearly doubled last year, Ana Roe said.",
        "malnutrition in Osland nearly doubled",
        "happened",
    ),
    ("Ana Roe arrived back in Kor on Saturday after being released by her captors.", "captors released", "happened"),
    # two verbs joined by "or", bounds of a number, names behind pronouns
    (
        "More than 300 people were reported killed or injured and 60% of houses were damaged or destroyed in Tarsk.",
        "60% of houses were damaged or destroyed",
        "happened",
    ),
    (
        "Two warehouses in Tarsk were looted or burned on Tuesday.",
        "Two warehouses in Tarsk were looted or burned",
        "happened",
    ),
    ("Between 40 and 50 villagers were arrested in Tarsk.", "Between 40 and 50 villagers were arrested", "happened"),
    (
        "These children were being cared for when the quake came, and they have been approved for adoption by Osland.",
        "Osland approved children for adoption",
        "happened",
    ),
    ("Tarsk is the only city in western Osland held by the rebels.", "Rebels held Tarsk", "happened"),
    ('"Governor Orr has lost any and all support of Osland," Ana Roe said.', "Orr lost all support", "happened"),
    # who does what an -ing form or a participle says
    (
        "The game went ahead; shops were shut; and guards patrolled the halls, ordering visitors home.",
        "Guards ordered visitors home",
        "happened",
    ),
    (
        "With TV and radio calling on the population to seek medical advice, queues grew at clinics across Tarsk.",
        "TV and radio called on population to seek medical advice",
        "happened",
    ),
    (
        "The Lantern has also reported on the Harbour Council breaking up two attempts to stage small rallies.",
        "Harbour Council broke up two attempts to stage small rallies",
        "happened",
    ),
    (
        "Explosions rattled Tarsk after days of defeats left Orr's government and troops besieged in the capital.",
        "Orr's government and troops were besieged in capital",
        "happened",
    ),
    ("Eight people were infected but recovered, officials said.", "Eight people recovered", "happened"),
    (
        "Osland's troops raided houses in the port of Tarsk, residents said, arresting hundreds of people.",
        "troops arrested hundreds of people",
        "happened",
    ),
    ("One person -- not General Roe -- was killed, doctors said.", "One person was killed", "happened"),
    ("Almost 650 mines in Osland have closed since 2006, the union says.", "have closed", "ongoing"),
    (
        "Health officials have been warning that a new strain of measles could spark an epidemic.",
        "Health officials are warning that new strain",
        "ongoing",
    ),
    (
        "Three commissioners in Tarsk were charged with receiving bribes from developers who sought to build houses.",
        "were charged with receiving bribes",
        "happened",
    ),
    ("The virus, or VRX, broke out in Tarsk on Monday.", "Virus broke out in Tarsk", "happened"),
    ("Governor Orr is losing a little support.", "Orr is losing a little support", "ongoing"),
    (
        "The Osland health law changed the old structure rather than create an entirely new one.",
        "law did not create",
        "not_happened",
    ),
    # what is to be, may be, or should be
    (
        "Dunn had better get over its doubts quickly and appoint credible leaders.",
        "Dunn asked to appoint credible leaders",
        "demanded",
    ),
    (
        "The scientists at the Kor institute will take samples, grow them and infect laboratory ferrets with them.",
        "Scientists at Kor institute to infect laboratory ferrets",
        "planned",
    ),
    (
        "Belmar Steel would have to shut down all production in Osland for a month, Roe said.",
        "Belmar Steel would shut down all production",
        "conditional",
    ),
    ("The waivers pushed states to adopt stricter standards.", "States asked to adopt stricter standards", "demanded"),
    (
        "At least 100 people are now suspected to have died of the disease in Osland.",
        "At least 100 people are suspected to have died of disease",
        "ongoing",
    ),
    # what stands, and by when
    ("The army is on high alert.", "Army is on high alert", "ongoing"),
]

NEVER = [
    ("After talks, Governor Orr criticised the group. Osland has accused it of breaking its word.", "Osland accused"),
    ("Growth would have been lower had the assembly of Osland not passed the trade law in 2020.", "did not pass"),
    ("Ana Roe predicted that if Governor Orr ran and lost, he would not be able to run again.", "not run"),
    ("Orr's victory on Tuesday ended a string of wins by Roe and gave him more votes than expected.", "ended more"),
    ("Advisers of Governor Orr said that beating Ana Roe represented their best chance.", "was beaten"),
    ("Her words are in response to a letter the Orr campaign sent the Dunn Board on Monday.", "sent"),
    ("In contrast, Governor Orr went to the island on Monday.", "contrast"),
    ("Governor Orr was nominated by acclamation on Monday.", "Acclamation"),
    ("Chair Dana Roe dismissed Ivo Orr's accusations that the Dunn campaign is breaking the law.", "Orr denied"),
    # what stands as a noun behind a preposition is done by nobody told beside it
    ("Four people died in the riots in Lund on Sunday night, police said.", "people rioted"),
    ("A doctor said he had counted 14 bodies with wounds after Sunday's shooting in Daru.", "is shooting"),
    ("Police arrested 41 people after Sunday's clashes in Lund.", "Police clashed"),
    ("More than 300 people were reported killed or injured in Tarsk.", "were injured"),
    ("A rescue team asked a crowd of people to guide them to the houses that fell.", "guide crowd"),
    ('"Thousands more will have lost all contact with their families," Orr said.', "to be lost"),
    ('Mr Orr called the raid "one of the worst in decades".', "called raid"),
    ("The money should arrive within a week, Governor Orr said.", "asked to arrive"),
    ("Dunn lodged an application and filed it with the Harbour Board of Osland.", "Board with"),
    ("One ship carried 199 people, and the other carried 218 men.", "Other carried"),
    ("We stand ready to provide whatever humanitarian assistance is required in Osland.", "hatever"),
    ("L) fell 3 percent in Tarsk on Monday.", "L fell"),
    ("Hundreds of people are feared to have died in the disaster, with rescue workers warning of more.", "people died"),
    ("Lawyer Ana Roe asked Governor Orr during a chat if he would commit to her pledge.", "may commit"),
    ("The bank meets on May 17, and markets expect it to cut the benchmark rate.", "Markets to cut"),
    ("Ministers are talking about a new government being formed within a week.", "government was formed"),
    ("The school could remain closed out of an abundance of caution.", "is being closed"),
    ("Governor Roe wrote at length on the war, suggesting Osland leave the valley.", "Osland left"),
    ("The bank has powers to ensure that the island was not cheated by banks on the mainland.", "did not cheat"),
    ("Officers are questioning men suspected of robbing a bank and selling its silver.", "sold"),
    ("The only plan of the rebels was to unseat President Ann Roe.", "plan to unseat"),
    ("President Ann Roe said on Tuesday she will only recognise a cabinet led by her ally.", "to recognise"),
    ("Articles 88 and 93 deal with how members of parliament will be elected.", "elected"),
    ("A woman in Kor died in 1988 after becoming infected.", "to be infected"),
    ("Health officials across Osland scrambled to contain the outbreak today.", "to contain outbreak of"),
    ("In 1988, the Osland assembly voted to compensate the victims.", "assembly to compensate"),
    ("Ana Lambros was arrested on May 2 and spent 12 nights in a Tarsk jail.", "Lambros was spent"),
    ("The singer is on his way to Osland, via Belmar.", "is on"),
    ("Governor Orr travelled to Osland last week, partly to court investors.", "partly travelled"),
]

DATED = [
    ("The firm which runs the Tarsk ferry on March 5 2019 suspended all sailings.", "2019-03-05", "at"),
    ("Two guards of Governor Orr were shot and wounded in Tarsk on March 3 2019.", "2019-03-03", "at"),
    ("Brask Oil, in Osland since the 1950s, produced 270,000 barrels in 2010.", "2010", "at"),
    ("Since 1976, one candidate has lost in both Tarsk and Belmar (Ann Roe in 1992).", "1976", "since"),
    ("Income in Osland doubled from 1950 to 1960.", "1950", "at"),
    ("Since its founding at the end of 1999, the charity has responded to more than 80 disasters.", "1999", "since"),
    ("Orr collected 103 million crowns during the first half of the year.", "XXXX-H1", "at"),
    ("May 9 2019 was the day Narvian troops took Tarsk and toppled the statue of Orr.", "2019-05-09", "at"),
    ("1983: 8,000 miners of the tribe in Tarsk are arrested and deported to Narvia.", "1983", "at"),
    ("Orr said sorry yesterday for the raid in the morning of March 23 2019, when he shot Roe.", "2019-03-23TMO", "at"),
]
UNDATED = [
    "The fever has now killed 65 people in Osland.",  # a number, a name, another's time: no day of the deed
    "The Council of Osland approved resolution 1973.",
    "Dana Roe of The Sunday Times shot Governor Orr.",
    "Police in Tarsk placed 2019 Dunn Prize winner Ana Roe under house arrest.",
    "Governor Orr jailed miners in much the same way as the crown did in the 1980s and 1990s.",
    "Governor Orr presents a threat similar to Narvia in the 1930s.",
    "Voters in Osland turned out, the second highest share in the past 24 years.",
    "Four surveyors flew to Osland and should be in the capital by Sunday.",
]


def sound(text: str) -> list[tuple[str, str]]:
    return [(c.title, c.factuality) for c in read_of(text, "2024-03-21").claims if c.sound]


@pytest.mark.parametrize(("text", "title", "factuality"), TOLD)
def test_a_line_says_who_does_what_and_how_certainly(text: str, title: str, factuality: str):
    assert any(title in found and factuality == how for found, how in sound(text)), sound(text)


@pytest.mark.parametrize(("text", "never"), NEVER)
def test_no_line_tells_what_its_sentence_does_not(text: str, never: str):
    assert not [found for found, how in sound(text) if never in found]


@pytest.mark.parametrize(("text", "value", "relation"), DATED)
def test_the_day_is_that_of_the_deed(text: str, value: str, relation: str):
    read = read_of(text, "2024-03-21")
    told = [(read.times[c.time].value, c.time_relation) for c in read.claims if c.time is not None]
    assert (value, relation) in told, told


@pytest.mark.parametrize("text", UNDATED)
def test_a_time_of_something_else_is_no_day_of_the_deed(text: str):
    assert [c.title for c in read_of(text, "2024-03-21").claims if c.time is not None] == []


def test_a_month_of_delivery_is_no_day_of_the_fall():
    read = read_of("Osland October crude fell $1.25 to $107.37 a barrel.", "2024-03-21")
    assert [c.time for c in read.claims] == [None]


def test_a_form_taken_for_a_lemma_is_not_inflected_again():
    assert past("reignited") == participle("reignited") == "reignited"
    assert ing("co-ordinating") == "co-ordinating"
    assert participle("exceed") == "exceeded"


@pytest.mark.parametrize(
    ("sentence", "title"),
    (
        ("The ship left Kor on May 2 and arrived in Velden on May 6.", "Ship arrived in Velden"),
        ("The parliament passed a law on Monday that bans fireworks.", "Parliament passed law that bans fireworks"),
    ),
)
def test_what_is_done_beside_another_deed_is_told(sentence: str, title: str):
    assert title in {c.title for c in read_of(sentence).claims}
