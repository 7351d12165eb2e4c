"""What is hoped, feared, asked or meant and not done; who does what in a clause beside; what a title must not lose."""

from __future__ import annotations

import pytest

from dateline.state.disputes_denials import matters
from stories import lines, record_from, told

# What the report says; a line of it; how sure it is.
TOLD = [
    ("What the rebels demand is that Velden withdraw its troops.", "Velden asked to withdraw its troops", "demanded"),
    ("What worries the council is that the army has closed the bridge.", "Army closed bridge", "happened"),
    ("The truth is that the army shelled the village, the mayor said.", "Army shelled village", "happened"),
    ("The plan is that the troops leave Kor in June.", "Troops to leave Kor in June", "planned"),
    ("The premier promised not to send troops to Osland.", "Premier promised not to send troops to Osland", "happened"),
    ('Mr. Ott, in a letter last week, vowed "not to let these crowds into our town."',
     "Ott vowed not to let crowds into town", "happened"),
    ("Osland warned that it would impose sanctions on Velden.",
     "Osland warned that it would impose sanctions on Velden", "happened"),
    ("The rebels no longer control Kor, the army said.", "Rebels no longer control Kor", "not_happened"),
    ("Roe said Velden no longer demanded the return of the islands.",
     "Velden no longer demanded return of islands", "not_happened"),
    ("The attorney general sued the company on Monday.", "Attorney general sued company", "happened"),
    ("Many of the miners fled to Osland.", "Many miners fled to Osland", "happened"),
    ("Police arrested three of the soldiers on Monday.", "Police arrested three soldiers", "happened"),
    ("The army freed two of the five pilots on Monday.", "Army freed two of five pilots", "happened"),
    ("Protesters rallied north of the fence separating Osland from Velden.",
     "Protesters rallied north of fence separating Osland from Velden", "happened"),
    ("About 80 families have also offered to sponsor migrants seeking asylum, said Ana Roe.",
     "About 80 families offered to sponsor migrants seeking asylum", "happened"),
    ("The police vowed to arrest people carrying guns.", "Police to arrest people carrying guns", "planned"),
    ("Troops entered the town firing into the air.", "Troops entered town firing into air", "happened"),
    ("With the rebels at the gates of Kor, General Ott, in an order, told his men to leave.",
     "Ott told his men to leave", "happened"),
    ("Osland has agreed to drop its demand that Velden withdraw its troops.",
     "Osland agreed to drop its demand that Velden withdraw its troops", "happened"),
    ("The opposition repeated its demand that Premier Roe resign.",
     "Opposition repeated its demand that Premier Roe resign", "happened"),
    ("The judge was confirmed by a vote of 50 to 48.", "Judge was confirmed by vote of 50 to 48", "happened"),
    ("The bill was passed by a wide majority on Friday.", "Bill was passed by wide majority", "happened"),
    ("The bill was passed by a new parliament on Friday.", "New parliament passed bill", "happened"),
    ("Senate Democrats blocked the nominee on Monday.", "Senate Democrats blocked nominee", "happened"),
    ("The mill cut 300 jobs in May, down from 500 in April.", "Mill cut 300 jobs", "happened"),
    ("The ministry sent up to 800 troops to the border, fewer than the president had wanted.",
     "Ministry sent up to 800 troops to border", "happened"),
    ("Envoys arrived in Kor on Monday with two days left to save the deal.", "Envoys arrived in Kor", "happened"),
    ("Envoys arrived in Kor on Monday to save the deal.", "Envoys arrived in Kor to save deal", "happened"),
    ("The premier will meet Karl Ott on Friday, Ott's first visit to Osland.",
     "Premier to meet Karl Ott on Friday", "planned"),
    ("With prices rising fast, the bank raised rates on Thursday.", "Bank raised rates", "happened"),
]  # fmt: skip

# What the report says; words that no line of it has.
NEVER = [
    ("What the council expects is that Velden abandon all its chemical weapons, he said.", "abandoned"),
    ("The fear is that the dam bursts.", "burst"),
    ("The hope is that the two sides sign the accord.", "signed"),
    ("Some say that Ott wanted to use the talks to buy time, never intending to give up his rockets.", "give up"),
    ("The rebels never intended to sign the accord, officials said.", "did not sign"),
    ("Those arriving are families from Kor, who are not as easy to deport as single men.", "deport"),
    ("Osland wants a deal before General Ott agrees to give up his rockets.", "give up"),
    ("Ott would disarm if he were given the aid he needs to rebuild his town.", "asked"),
    ("Velden rejected a demand that it close the camp.", "denied"),
    ("The police vowed to arrest people carrying guns.", "carried"),
    ("Scores of supporters rallied by the fence separating Osland from Velden.", "separated"),
    ("With the rebels at the gates of Kor, General Ott, in an order, told his men to leave.", "Rebels told"),
    ("With elections two weeks away, Premier Ana Roe attacked the opposition.", "with elections"),
    ("The union gave up its demand that the firm rehire the workers.", "asked"),
    ("Ott met Premier Roe in Kor, Ott's first visit to Osland.", "visited"),
    ("He waited in a cafe in the centre of Kor, blocks from the border crossing.", "blocked"),
    ("Prisoners are usually questioned for hours and then released.", "released"),
    ("Miners are routinely beaten and jailed in Osland.", "jailed"),
    ("Whenever there is a problem, immigrants get arrested.", "arrested"),
    ("Some 900 miners were stopped at the border in April, up from 600 in March.", "from 600"),
    ("The council met on Monday. Ana Roe contributed reporting from Kor and Karl Ott from Dunn.", "contributed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "sure"), TOLD)
def test_the_line_says_what_the_clause_says(text: str, line: str, sure: str) -> None:
    found = told(text)
    assert line in found, found
    assert found[line][0] == sure, found


@pytest.mark.parametrize(("text", "never"), NEVER)
def test_what_is_only_hoped_or_feared_is_not_told_as_done(text: str, never: str) -> None:
    found = told(text)
    assert not any(never in line for line in found), found


def test_what_something_ended_with_did_not_end() -> None:
    assert lines(("09", "The crisis ended with a truce on Monday.")) == []
    assert [x[1] for x in lines(("09", "The truce ended with a raid on Kor."))] == ["ended"]


def test_one_that_stands_for_a_thing_counts_nobody() -> None:
    record = record_from("Osland tested its first rocket in July, then fired a second one in August.")
    assert not record.quantities


def test_a_promise_never_to_do_a_thing_denies_nothing() -> None:
    record = record_from(
        "Osland's leader, Karl Ott, said he wanted never to use the hotline with President Roe.",
        "President Roe used the hotline with Karl Ott.",
    )
    assert not matters(record)


def test_the_ban_of_a_bill_is_no_ban_by_it() -> None:
    assert lines(("09", "The governor signed a bill on Friday that bans the sale of rifles."))[0][0] == (
        "Ban on sale of rifles"
    )


def test_who_signed_a_paper_is_no_source_of_what_it_says() -> None:
    record = record_from("The governor signed a bill on Friday that bans the sale of rifles.")
    assert not any(c.voice for c in record.claims.values())


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Some 200 Central American migrants reached Kor on Sunday.", "Central America"),
        ("Police arrested 12 South Korean students on Monday.", "South Korea"),
        ("Two Papua New Guinean soldiers were killed on Monday.", "Papua New Guinea"),
        ("Some 300 African American workers were fired on Friday.", "United States"),
        ("About 600 American soldiers are stationed in Niger.", "United States"),
    ],
)
def test_a_people_of_two_words_is_no_people_of_its_last(text: str, whose: str) -> None:
    assert [q.quantity.of for q in record_from(text).quantities.values()] == [whose]


def test_a_quoted_promise_never_to_do_a_thing_denies_nothing() -> None:
    record = record_from(
        'The ruler of Osland, Karl Ott, promised to "never use the hotline" with President Roe, he said.',
        "President Roe used the hotline with Karl Ott.",
    )
    assert not matters(record)
