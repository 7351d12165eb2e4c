"""What is feared, asked about, refused or said of the accused is no deed; and whose deed it is that "which" tells."""

from __future__ import annotations

import pytest

from stories import told

# What the report says; a line of it.
TOLD = [
    ("The minister accused Osland of having armed the rebels.", "Minister accused Osland of having armed rebels"),
    ("Ivo Lind admitted having sold arms to Narvia.", "Ivo Lind admitted having sold arms to Narvia"),
    ("Dana Reyes is a spokeswoman for Brask Steel, which has closed two mills in Kor.", "Brask Steel closed two mills"),
    ("The captain of the Ever Hope, which sank off Kor on Monday, was arrested.", "Ever Hope sank off Kor"),
    ("The president, in office since 2010, closed the border on Monday.", "President closed border"),
    ("Dana Reyes, in power since a coup in 1989, lost control of Kor last month.", "Dana Reyes lost control of Kor"),
    ("Officials said the troops had yet to enter Kor and were still in the outskirts.",
     "Troops had not yet entered Kor"),
    ("Osland broke its promise to release the prisoners.", "Osland broke its promise to release prisoners"),
    ("The UN says up to 80% of buildings in Kor have been destroyed.", "Up to 80% of buildings in Kor were destroyed"),
    ("About half of the houses in Kor were destroyed by the storm.", "Storm destroyed about half of houses in Kor"),
    ("Three of the bridges in Kor were destroyed on Monday.", "Three bridges in Kor were destroyed"),
    ("The bank turned its back on the deal with Osland on Monday.", "Bank abandoned deal with Osland"),
    ("Demand for water has been outstripping supply in Kor.", "Demand for water is outstripping supply in Kor"),
    ("At least 40 workers, including the head of the mission, Ivo Lind, were killed in Kor.",
     "At least 40 workers"),
]  # fmt: skip

# What the report says; words that no line of it has.
NEVER = [
    ("The minister accused Osland of having armed the rebels.", "Minister armed"),
    ("Prosecutors charged two men with having planted the bomb.", "planted"),
    ("Prosecutors charged Ivo Lind with stealing 3 million dollars.", "Lind stole"),
    ("Reuters could not confirm plans to close the Brask mill.", "Reuters to"),
    ("The agency was unable to verify a promise to free the crew.", "Agency to"),
    ("Osland broke its promise to release the prisoners.", "to be released"),
    ("Questions centre on the contract and whether Brask Steel paid the minister.", "paid"),
    ("The report deals with the attack and whether the army fired on the crowd.", "fired"),
    ("Villagers were afraid of being shot by soldiers.", "shot"),
    ("Ivo Lind said the drivers were terrified of being kidnapped by rebels.", "kidnapped"),
    ("Aid workers face problems in ensuring that food is handed out in Kor.", "handed"),
    ("Dana Reyes opposed the mill being sold to Brask Steel.", "was sold"),
    ("Hundreds protested against the mill being closed on Monday.", "were closed"),
    ("The ship avoided hitting the bridge in Kor on Monday.", "Ship hit"),
    ("Dana Reyes evaded being seized in Kor on Monday.", "was seized"),
    ("Dana Reyes said it felt as if the roof had collapsed.", "did not collapse"),
    ("Officials said the troops had yet to enter Kor and were still in the outskirts.", "had to"),
    ("Rebels may try to cut the road to Kor, then attack the port.", "attacked"),
    ("Osland may seek to block the roads to Kor, then lay siege to it.", "laid siege"),
    ("Slain rebel leader Tom Ott, jailed mayor Dana Reyes and fired police chief Ivo Lind are on the list.", "jailed"),
    ("At least 40 workers, including the head of the mission, Ivo Lind, were killed in Kor.", "Lind including"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line"), TOLD)
def test_what_was_done_is_told_of_who_did_it(text: str, line: str) -> None:
    assert any(x.startswith(line) for x in told(text)), told(text)


@pytest.mark.parametrize(("text", "never"), NEVER)
def test_what_is_feared_asked_or_charged_was_not_done(text: str, never: str) -> None:
    found = {x: sure for x, (sure, _) in told(text).items() if sure not in {"not_happened", "possible"}}
    assert not any(never in x for x in found), found


def test_an_army_that_began_to_shell_and_then_attacked_has_attacked() -> None:
    assert any("attacked port" in x for x in told("The army began to shell Kor, then attacked the port."))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Dana Reyes has pleaded not guilty to charges of fraud and other crimes related to her work for the bank.",
         "Dana Reyes pleaded not guilty to charges of fraud"),
        ("Dana Reyes maintained her innocence, pleading not guilty to the charges in court on Monday.",
         "Dana Reyes pleaded not guilty"),
        ("The envoy in the talks, Ivo Lind, met with Dana Reyes last week.", "Ivo Lind met with Dana Reyes"),
        ('In a letter on Monday, Dana Reyes called the vote "one of the darkest days" of her career in Kor.',
         "Dana Reyes called vote one of darkest days"),
        ("The UN lost 40 workers, including the head of the mission, Ivo Lind, who has been found dead in Kor.",
         "Ivo Lind was found dead in Kor"),
    ],
)  # fmt: skip
def test_a_line_says_who_and_what_as_the_sentence_does(text: str, line: str) -> None:
    assert any(x.startswith(line) for x in told(text)), told(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Richard Hale pleaded guilty in May. Alex van Dorn, a lawyer, lied about Hale. On Monday he was jailed.",
         "Alex van Dorn was jailed"),
        ("Richard Hale spoke in Kor. Hale said he was glad. On Monday he was jailed.", "Richard Hale was jailed"),
    ],
)  # fmt: skip
def test_a_subject_goes_on_from_the_sentence_before(text: str, line: str) -> None:
    assert any(x.startswith(line) for x in told(text)), told(text)
