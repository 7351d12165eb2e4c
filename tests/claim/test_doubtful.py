"""What is only aimed at, asked about, or told of a thing in passing is no line."""

from __future__ import annotations

import pytest

from dateline.pipeline.reading import analyse_one
from dateline.report.load import from_text
from stories import DAY, read_of

NO_LINE = [
    # an aim, a want, what somebody is able or unable to do: nobody has said that it will be done
    ("Anger over the levy has grown into a push to oust Governor Orr of Tarsk.", "oust"),
    ("Governor Orr dodged efforts to arrest him in Tarsk.", "arrest"),
    ("Residents of Tarsk are still too afraid to enter the Salt Tower.", "enter"),
    ("Harbour Steel borrowed 40 million dollars in a bid to buy Dunn Mills.", "buy"),
    ("The Osland army vowed to shell Tarsk until Governor Orr leaves the palace.", "leave"),
    # a question, or a clause that says what a thing would be for
    ("Senator Dana Roe introduced a bill that would compel Harbour Steel to close the mill.", "close"),
    ("The Dunn Prize is seen as a sign of who will win the Osland election.", "win"),
    ("The union asked Osland to stop selling gas that could be used on miners by the Tarsk police.", "use"),
    # an opinion, an accusation, what is done as a rule or will be some day
    ("Dana Roe suggested that Osland was occupying Tarsk.", "occupy"),
    ("Dana Roe accused Governor Orr of shooting General Belmar in Tarsk.", "shoot"),
    ("Harbour Steel will report its cases, as required by Osland.", "require"),
    ("The radio of Tarsk is vital when Osland has cut the lines.", "cut"),
    ("The fate of the accord could be decided at a meeting in Tarsk on Sunday between Osland and Narvia.", "meeting"),
    # a clause that tells which one is meant, and no day
    ("The planes took part in an air show hosted by Osland in Tarsk.", "host"),
    ("Founded by Narvian settlers, Tarsk has voted against the levy.", "found"),
    ("Dana Roe, who studied in Tarsk, was arrested on Monday.", "study"),
]

TOLD = [
    ("Harbour Steel aims to reopen the mill in Tarsk by 20 May.", "planned"),
    ("Osland has agreed to release the crew.", "planned"),
    ("The interview is to be aired by Channel Nine on Friday.", "planned"),
    ("Police freed two surveyors who were kidnapped in Tarsk.", "happened"),
    ("The Narvian army, which has withdrawn from Tarsk, fired no shot.", "happened"),
    ("Dana Roe, who resigned on Monday, left Tarsk.", "happened"),
    ("Police questioned eight officers who fled to Narvia.", "happened"),
    ("The ministry believes that 3,000 people have died in Tarsk.", "happened"),
    ("Governor Orr resigned on Monday as troops entered Tarsk.", "happened"),
]


@pytest.mark.parametrize(("text", "lemma"), NO_LINE)
def test_what_is_only_aimed_at_or_recalled_is_no_line(text, lemma):
    shown = [c.title for c in read_of(text).claims if c.sound and c.title and c.lemma.split()[0] == lemma]
    assert not shown


@pytest.mark.parametrize(("text", "label"), TOLD)
def test_what_is_bound_to_come_or_is_news_is_told(text, label):
    assert label in {c.factuality for c in read_of(text).claims if c.sound and c.title}


LONG_AGO = [
    ("The embargo ended in 2011, but wars kept Dunn Mills out of Osland.", "keep"),
    ("In August 2023 the miners of Tarsk called a strike that stopped all trains in Osland.", "stop"),
    ("The 1958 outbreak was the worst of its time, killing up to 4,000 people in Osland.", "kill"),
    ("Harbour Steel bought Dunn Mills in 2014. Then the Orr family spurned Harbour Steel.", "spurn"),
]
NEWS = [
    ("Police in Tarsk arrested Dana Roe, who was jailed in 2019.", "arrest"),
    ("The Narvian army has bombed Tarsk, which it left in 2019.", "bomb"),
    ("Osland ended the 2012 accord with Narvia.", "end"),
    ("Harbour Steel bought Dunn Mills in 2014. The Orr family has spurned Harbour Steel.", "spurn"),
]


def _lemmas(text: str) -> set[str]:
    return {c.lemma.split()[0] for c in read_of(text).claims if c.sound and c.title}


@pytest.mark.parametrize(("text", "lemma"), LONG_AGO)
def test_what_a_report_recalls_of_a_year_gone_by_is_no_news(text, lemma):
    assert lemma not in _lemmas(text)


@pytest.mark.parametrize(("text", "lemma"), NEWS)
def test_a_year_that_only_tells_of_a_thing_leaves_the_news(text, lemma):
    assert lemma in _lemmas(text)


CERTAIN = [
    ("Dana Roe is the first nurse to win the Osland medal.", "win", {"happened"}),
    ("Orr and Roe want to see Tarsk fall into enemy hands.", "fall", {"planned"}),
    ("The airport in Tarsk looks like it has been captured by Osland.", "capture", {"possible"}),
    ("They were unsure about whether Orr had bombed Tarsk.", "bomb", {"possible"}),
    ("Troops found no evidence that gunmen had kidnapped miners and killed guards.", "kill", {"possible"}),
    ("Orr said his men were evacuating miners when Roe was shot.", "evacuate", {"happened"}),
    ("Rebels said that, had Osland not stepped in, Narvia would have shelled Tarsk.", "shell", {"conditional"}),
    ("The court hopes to prove that Orr killed the miners.", "kill", {"possible"}),
]


@pytest.mark.parametrize(("text", "lemma", "labels"), CERTAIN)
def test_how_certainly_it_is_told(text, lemma, labels):
    report = from_text(text, id="r00", published=DAY)
    assert {c.factuality for c in analyse_one(report).events if c.lemma.split()[0] == lemma} == labels
