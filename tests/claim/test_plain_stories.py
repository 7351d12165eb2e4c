"""Plain sentences of the news, each read alone: what becomes a line of them, its day and how sure it is."""

from __future__ import annotations

import pytest

from dateline.record.lines import event_line
from stories import record_from

DAY = "2031-05-09"  # a Friday
BY_THEN = "../2031-05-09"

# What the report says; a line of it; how sure it is; its day.
LINES = [
    ("A Tarnovian general accused of ordering the shelling of Greva in 2030 went on trial in Lenz on Tuesday.",
     "Tarnovian general went on trial in Lenz", "happened", "2031-05-06"),
    ("The envoy urged both sides to keep the truce they signed in March and warned that aid could be cut.",
     "Envoy warned that aid may be cut", "happened", BY_THEN),
    ("The plane had been grounded since April 30.", "Plane was grounded", "ongoing", "2031-04-30/2031-05-09"),
    ("A blast flattened a block in Kor early on Thursday, killing nine people and trapping several others.",
     "Blast killed nine people", "happened", "2031-05-08"),
    ("Belmar expects the field to produce 80,000 barrels a day by 2035.",
     "Field to produce 80,000 barrels a day by 2035", "planned", "2031-05-09/2035-12-31"),
    ("Osland suspended a fishing accord that was signed in 2026.", "Fishing accord was signed", "happened", "2026"),
    ("Neighbouring states called for an immediate ceasefire and offered to host talks.",
     "Neighbouring states offered to host talks", "happened", BY_THEN),
    ("The minister Karl Ott resigned. Premier Ana Roe named his deputy, Ines Poe, to succeed him.",
     "Ana Roe named Ines Poe to succeed Karl Ott", "happened", BY_THEN),
    ("Thousands attended the funeral of the poet Dario Roe, who was killed by a car bomb on Saturday.",
     "Car bomb killed Dario Roe", "happened", "2031-05-03"),
    ("Brask, once the biggest maker of bells, was declared bankrupt on Monday by a court.",
     "Court declared Brask bankrupt", "happened", "2031-05-05"),
    ("The two airlines abandoned their planned merger on Thursday.", "Two airlines abandoned their planned merger",
     "happened", "2031-05-08"),
    ("The suspect died in hospital two days later.", "Suspect died in hospital", "happened", BY_THEN),
    ("The court is expected to decide by the end of the month whether the vote was valid.",
     "Court to decide whether vote was valid by the end of the month", "planned", "2031-05-09/2031-05-31"),
    ("The premier stated his support for the strikers on Tuesday.", "Premier stated his support for strikers",
     "happened", "2031-05-06"),
    ("The king underwent surgery on May 2.", "King underwent surgery", "happened", "2031-05-02"),
    ("The army said three of its men were killed on Monday.", "Three men were killed", "happened",
     "2031-05-05"),
    ("The company said it fired ten workers on Monday.", "Company fired ten workers", "happened", "2031-05-05"),
    ("The mayor said the road was closed at a news conference on Sunday.", "Road was closed", "happened", BY_THEN),
    ("The strike entered its second week on Monday.", "Strike entered its second week", "happened", "2031-05-05"),
    ("Gunmen attacked Orsk on Saturday and again on Tuesday, residents said.", "Gunmen attacked Orsk", "happened",
     "2031-05-03"),
    ("The state imposed a curfew from Monday in three towns.", "State imposed curfew in three towns", "happened",
     BY_THEN),
    ("The state gave striking doctors until May 8 to return to work.",
     "State gave striking doctors until May 8 to return to work", "happened", "../2031-05-08"),
    ("Police have arrested a man suspected of setting fire to a hostel on Sunday.",
     "Police arrested man suspected of setting fire to hostel on Sunday", "happened", BY_THEN),
    ("The bank cut its rate to 3 percent from 4 percent on Thursday.", "Bank cut its rate to 3 percent from 4 percent",
     "happened", "2031-05-08"),
    ("The bank lowered its forecast for growth this year to 1 percent from 2 percent.",
     "Bank lowered its forecast for growth to 1 percent from 2 percent", "happened", BY_THEN),
    ("The union called a one-day strike for May 20.", "Union called one-day strike for May 20", "happened", BY_THEN),
    ("The parliament voted 61-57 on Thursday to ban hunting.", "Parliament voted 61-57 to ban hunting", "happened",
     "2031-05-08"),
    ("The army recaptured the town of Greva on Monday, two weeks after it fell to rebels.", "Greva fell to rebels",
     "happened", "2031-04-18/2031-04-24"),
    ("The author Ana Reyes, who won the Kor Prize in 2021, died at her home on Wednesday.",
     "Ana Reyes died at her home", "happened", "2031-05-07"),
    ("Lawmakers who fled the country in January have been stripped of their seats, the speaker said.",
     "Lawmakers were stripped of their seats", "happened", BY_THEN),
    ("Lawmakers who fled the country in January have been stripped of their seats, the speaker said.",
     "Lawmakers fled country", "happened", "2031-01"),
    ("Airlines cancelled more than 900 flights on Monday as pilots began a strike.",
     "Airlines cancelled more than 900 flights", "happened", "2031-05-05"),
    ("Brask shareholders voted on Wednesday to remove chief executive Ana Reyes.",
     "Brask shareholders voted to remove chief executive Ana Reyes", "happened", "2031-05-07"),
    ("Witnesses confirmed reports that the bridge had been blown up.", "Bridge was blown up", "happened", BY_THEN),
    ("The cabinet declared an emergency on Monday after gunmen stormed a camp and killed nine guards.",
     "Gunmen killed nine guards", "happened", BY_THEN),
    ("The army sealed off Kor after rebels attacked a post and burned three lorries.",
     "Rebels burned three lorries", "happened", BY_THEN),
    ("The firm fired its chief after an audit found errors and named Ann Roe as his successor.",
     "Firm named Ann Roe as his successor", "happened", BY_THEN),
    ("Police arrested two men on Wednesday, a day after the raid, and seized a lorry near Kor.",
     "Police seized lorry near Kor", "happened", BY_THEN),
    ("The truce has all but collapsed since Monday.", "Truce all but collapsed", "happened", "2031-05-05/2031-05-09"),
    ("The bank nearly collapsed in March.", "Bank nearly collapsed", "not_happened", "2031-03"),
    ("The storm has virtually shut down the port.", "Storm virtually shut down port", "happened", BY_THEN),
    ("Ana Reyes served as mayor from 2018 until 2024.", "Ana Reyes served as mayor", "happened",
     "2018-01-01/2024-12-31"),
    ("All ferries will be inspected before the end of the month.",
     "All ferries to be inspected before the end of the month", "planned", "2031-05-09/2031-05-31"),
    ("The decree, which takes effect on Saturday, bans rallies.", "Decree to take effect on Saturday", "planned",
     "2031-05-10"),
    ("The union threatened to shut the port from Monday.", "Union would shut port", "conditional", "2031-05-12/.."),
    ("The interior minister, Ann Roe, and the army chief, General Karl Ott, were dismissed on Friday.",
     "Ann Roe and Karl Ott were dismissed", "happened", DAY),
    ("The general said the offensive, launched at dawn on Tuesday, had cut the road to the capital.",
     "Offensive cut road to capital", "happened", BY_THEN),
    ("Rebels named Karl Ott as their leader on Monday.", "Rebels named Karl Ott as their leader", "happened",
     "2031-05-05"),
    ("The minister resigned on Thursday after he was named in the inquiry.", "Minister resigned", "happened",
     "2031-05-08"),
    ("The president of Osland and his Belmar counterpart, Ana Reyes, signed the accord on Friday in Lagos.",
     "President of Osland and Ana Reyes signed accord in Lagos", "happened", DAY),
    ("Karl Ott was acquitted on Monday of ordering a murder.", "Karl Ott was acquitted of ordering murder", "happened",
     "2031-05-05"),
    ("Osland will send troops to Belmar on May 12 to guard the dam.",
     "Osland to send troops to Belmar on May 12 to guard dam", "planned", "2031-05-12"),
    ("Deputy Secretary of State Ana M. Reyes is expected to travel to Lagos in the coming months to discuss trade.",
     "Ana M. Reyes to travel to Lagos in the coming months to discuss trade", "planned", "2031-05-09/.."),
    ("Talks are expected to resume next month about revising an accord that lets Belmar base troops in Osland.",
     "Talks to resume about revising accord next month", "planned", "2031-06"),
    ("The two states agreed last week to reopen the port.", "Two states agreed to reopen port", "happened",
     "2031-04-28/2031-05-04"),
    ("Roe was seized near the Orsk border on Sunday and flown to Kor.", "Roe was seized near Orsk border", "happened",
     "2031-05-04"),
    ("Two guards were killed and nine wounded when a truck hit a wall on Monday.", "Two guards were killed",
     "happened", "2031-05-05"),
    ("The mine, shut since Monday, was reopened.", "Mine was shut", "happened", "2031-05-05/2031-05-09"),
    ("The mine, shut since Monday, was shelled.", "Mine is shut", "ongoing", "2031-05-05/2031-05-09"),
    ("A bomb went off outside the court on Monday, killing two guards and wounding nine people.",
     "Bomb wounded nine people", "happened", "2031-05-05"),
    ("Parliament failed for the third time on Thursday to elect a speaker.", "Parliament did not elect speaker",
     "not_happened", "2031-05-08"),
    ("Nine people were allowed to return home on Friday.", "Nine people were allowed to return home",
     "happened", DAY),
    ("Mount Orla erupted on May 2 for the first time since 1986.", "Mount Orla erupted for first time since 1986",
     "happened", "2031-05-02"),
    ("Unless the rebels withdraw, the army will shell the port.", "Army would shell port unless rebels withdraw",
     "conditional", "2031-05-09/.."),
    ("The envoy warned that the truce could collapse if the convoys were stopped.",
     "Envoy warned that truce could collapse if convoys were stopped", "happened", BY_THEN),
    ("The militia promised to free the rest once its men were returned.",
     "Militia to free rest once its men were returned", "planned", "2031-05-09/.."),
    ("The court is to rule on May 20 on whether Roe may run for a third term.",
     "Court to rule on whether Roe may run for third term on May 20", "planned", "2031-05-20"),
    ("A court-martial sentenced Captain Roe to 12 years in prison on Friday.",
     "Court-martial sentenced Captain Roe to 12 years in prison",
     "happened", DAY),
    ("Five sailors were rescued by helicopter on Thursday.", "Five sailors were rescued by helicopter", "happened",
     "2031-05-08"),
    ("Schools in Kor will remain closed until Monday.", "Schools in Kor to remain closed until Monday", "planned",
     "2031-05-09/2031-05-12"),
    ("Belmar cut gas supplies to Kor after talks on the price broke down.", "Talks on price broke down", "happened",
     BY_THEN),
    ("Prosecutors appealed and a retrial began on Thursday.", "Retrial began", "happened", "2031-05-08"),
    ("A freight train carrying ammonia derailed on Tuesday, forcing the closure of the line.", "Freight train derailed",
     "happened", "2031-05-06"),
    ("A bus plunged off a road on Saturday, killing 19 of the 32 people on board.",
     "Bus killed 19 of 32 people on board", "happened", "2031-05-03"),
    ("Police held a man on suspicion of setting fire to the hall, which burned down on Sunday.", "Hall burned down",
     "happened", "2031-05-04"),
    ("The plant at Orla will not be restarted before October.", "Plant at Orla will not be restarted before October",
     "not_happened", "../2031-09-30"),
    ("Trains between Kor and Dunn are not expected to resume before Sunday.",
     "Trains between Kor and Dunn not to resume before Sunday", "not_happened", "../2031-05-10"),
    ("The court gave the cabinet until June 30 to amend the law.", "Court gave cabinet until June 30 to amend law",
     "happened", BY_THEN),
    ("Belmar agreed to pay the families of those killed in the 2029 crash.",
     "Belmar agreed to pay families of those killed in 2029 crash", "happened", BY_THEN),
    ("The road will be reopened as soon as engineers have declared it safe.",
     "Road to be reopened as soon as engineers have declared it safe", "planned", "2031-05-09/.."),
    ("Narvia will not recognise the vote, its minister said, calling it a farce.", "Narvia will not recognise vote",
     "not_happened", BY_THEN),
    ("Roe announced that he would not run for re-election.", "Roe announced that he would not run for re-election",
     "happened", BY_THEN),
    ("Belmar Steel said it would cut 900 jobs.", "Belmar Steel to cut 900 jobs", "planned", "2031-05-09/.."),
    ("Workers at the Orla yard ended a strike on Friday.", "Workers at Orla yard ended strike", "happened", DAY),
    ("The council approved the sale on condition that no jobs are cut.",
     "Council approved sale on condition that no jobs are cut", "happened", BY_THEN),
    ("The bank denied reports that it was in talks to sell its branches to Narvian investors.",
     "Bank denied reports that it was in talks to sell its branches to Narvian investors", "happened", BY_THEN),
    ("Inflation fell to 3.1 percent in April from 3.6 percent in March.",
     "Inflation fell to 3.1 percent from 3.6 percent", "happened", "2031-04"),
    ("Rents will be raised, but not until 2035.", "Rents to be raised not before 2035", "planned", "2035-01-01/.."),
    ("The agency was accused of not acting quickly.", "Agency was accused of not acting quickly", "happened", BY_THEN),
    ("The wife of President Karl Roe was arrested on Monday.", "Wife of President Karl Roe was arrested", "happened",
     "2031-05-05"),
    ("Rebels withdrew on Monday, leaving the base in flames.", "Rebels left base in flames", "happened", "2031-05-05"),
    ("Talks on a ceasefire resume in Kor next Tuesday.", "Talks on ceasefire to resume in Kor next Tuesday", "planned",
     "2031-05-13"),
    ("A storm tore off roofs on Monday and left 40,000 homes without power.", "Storm left 40,000 homes without power",
     "happened", "2031-05-05"),
    ("The men were driven to a bridge and walked across at dawn.", "Men walked across at dawn", "happened", BY_THEN),
    ("Rebels stormed a base on Thursday. The attack came two days after the cabinet called off talks.",
     "Cabinet called off talks", "happened", "2031-05-06"),
    ("Power was restored by Thursday evening, a day after a fire at the plant left 400 homes in the dark.",
     "Fire left 400 homes in dark", "happened", "../2031-05-07"),
    ("Police held the mayor on Monday. His deputy fled abroad.", "Mayor's deputy fled abroad", "happened", BY_THEN),
    ("Rebel fighters seized the airport on Monday and held it for two days.",
     "Rebel fighters held airport for two days", "happened", "2031-05-05"),
    ("Storms forced the cancellation of all sailings on Monday.", "Storms forced cancellation of all sailings",
     "happened", "2031-05-05"),
    ("The king freed 200 prisoners to mark his birthday, among them the poet Ana Poe.",
     "King freed 200 prisoners to mark his birthday", "happened", BY_THEN),
    ("The ministry warned that pensions might not be paid unless a loan was approved.",
     "Ministry warned that pensions might not be paid unless loan was approved", "happened", BY_THEN),
    ("Roe had owned the farm since 2019, police said.", "Roe owns farm", "ongoing", "2019-01-01/2031-05-09"),
]  # fmt: skip
# What the report says; what no line of it says.
NEVER = [
    ("“They are still on the base,” the spokeswoman Ines Poe said on Thursday at a press conference.", "Poe said"),
    ("Police could not confirm reports that two people had been killed.", "Two people were killed"),
    ("The firm would not comment on reports that the plant had been sold.", "Plant was sold"),
    ("The ministry would neither confirm nor deny that the envoy had been expelled.", "nvoy was expelled"),
    ("The ministry dismissed reports that the ship had sunk.", "dismissed reports"),
    ("Osland agreed on Monday to release the crew.", "Osland to release crew"),
    ("Parliament approved the takeover of Norvik Steel.", "Parliament to take over Norvik Steel"),
    ("A spokesman for the president dismissed as nonsense reports that he had fled.", "that spokesman"),
    ("A spokesman for Karl Roe said he would resign on Monday.", "Spokesman for Karl Roe to resign"),
    ("Officials had planned to reopen the bridge on Saturday but put it off.", "to reopen"),
    ("The two leaders had been due to meet in Kor on Friday.", "to meet"),
    ("Schools in Kor will remain closed until Monday.", "are closed"),
    ("The clinic said it would send 40 doctors to Kor.", "said"),
    ("The road will be reopened as soon as engineers have declared it safe.", "declared road safe"),
    ("Power was restored a day after a fire at the plant left 40 people in the dark.", "40 people left"),
    ("Narvia will not recognise the vote, its minister said, calling it a farce.", "farce"),
    ("Farmers blocked the border crossing at Orla with tractors.", "did not cross"),
    ("Judges spared Ana Roe, who is to be tried on May 15.", "to be tried on May 15 to be tried"),
    ("The port banned tankers built before 2005 from entering the harbour.", "built from entering"),
    ("If it does not pay, the bank will seize the ship.", "would seize ship"),  # "it" is nobody known
]


def told(text: str) -> dict[str, tuple[str, str]]:
    """The lines of a report of that day, with how sure they are and when."""
    claims = [c for c in record_from(text, published=DAY).claims.values() if c.claim.sound]
    return {c.claim.title: (c.claim.factuality, c.when.edtf) for c in claims}


@pytest.mark.parametrize(("text", "line", "sure", "day"), LINES)
def test_a_sentence_is_told_as_it_stands(text: str, line: str, sure: str, day: str) -> None:
    found = told(text)
    assert found.get(line) == (sure, day), found


@pytest.mark.parametrize(("text", "never"), NEVER)
def test_no_line_says_what_the_sentence_does_not(text: str, never: str) -> None:
    found = told(text)
    assert not any(never in line for line in found), found


def test_what_was_said_on_a_day_to_be_done_is_a_line_and_was_done_by_then() -> None:
    pile = record_from("The firm said on Monday it had sold its stake in Norvik.", published=DAY)
    lines = [line for e in pile.events if (line := event_line(e, pile)) is not None]
    assert {x["title"]: x["when"]["edtf"] for x in lines} == {"Firm sold its stake in Norvik": "../2031-05-05"}


def test_who_was_told_to_leave_on_a_weekday_may_have_been_told_so_then() -> None:
    found = told("Residents of Kor were told to leave their homes on Wednesday evening.")
    assert not any(day.startswith("2031-05-1") for _, day in found.values()), found


def test_who_is_quoted_by_an_agency_speaks_through_it() -> None:
    pile = record_from("The general was quoted by the agency as saying his men had taken the port.", published=DAY)
    voices = {c.claim.trigger.text: [v.name for v in c.voice] for c in pile.claims.values()}
    assert voices["taken"] == ["the agency", "The general"]
