"""What is told behind a harm: whose deed it was, whom it befell, and what only stands beside it."""

from __future__ import annotations

import pytest

from stories import record_from

DAY = "2031-05-09"  # a Friday
BY_THEN = "../2031-05-09"

# What the report says; a line of it; its day.
TOLD = [
    ("The cabinet sat on Wednesday to weigh its answer to the raids on the depots in Norland, which have killed 90 "
     "people and wounded over 200, most of them drivers.", "Raids wounded over 200", BY_THEN),
    ("The shelling of the market in Dunn, which killed nine people on Monday, was condemned by Osland.",
     "Shelling of market killed nine people", "2031-05-05"),
    ("Osland closed the bridge after a ship hit it on Monday and killed six workers.", "Ship killed six workers",
     "2031-05-05"),
    ("Osland closed the port on Monday after a storm battered it and sank two boats.", "Storm battered port", BY_THEN),
    ("NAIROBI, Kenya - Water ran short on Monday. A fire broke out in Nairobi at dawn on Thursday.",
     "Fire broke out in Nairobi", "2031-05-08"),
    ("Belmar handed over to the Osland police a suspect in the depot raids, Ivo Roth, also known as Karl Ott.",
     "Belmar handed over suspect to Osland police in depot raids", BY_THEN),
]  # fmt: skip

# What the report says; words that no line of it has.
NEVER = [
    ("The army answered the attack on its base with rockets, which killed 12 people.", "Attack killed"),
    ("Police arrived after a riot that hurt 40 and shot nine men.", "Riot shot"),
    ("The rebels warned the hostages' families that they would shell the town.", "Families"),
    ("The army denied that the bridge could have collapsed.", "could collapse"),
    ("The cabinet sat on Wednesday to weigh its answer to the raids on the depots in Norland, which have killed 90 "
     "people.", "Norland killed"),
    ("Harbour chief Ana Roe sailed to Norland on Tuesday after the raids that hit Osland depots, but mostly claimed "
     "Norlander lives.", "Roe claimed"),
    ("Roe flew to Kor on Monday after the floods that swept two valleys and killed 30 people.", "Roe killed"),
    ("“To drop our guard now, to open the gates to them -- that would be madness,” President Ana Roe said.", "dropped"),
    ("Roe told consuls and charges d'affaires of 12 countries in Kor that the port was safe.", "charged"),
    ("A crew of 40 divers was en route to Kor on Thursday.", "routed"),
    ("She promised to ask parliament to approve a loan for the port.", "arliament asked"),
    ("The two blasts came a minute apart on Tuesday, apparently with the depots as their targets.", "with depots"),
    ("Some 40 people have died, six of them Norlanders and over 100 injured since a boiler burst in a mill in Kor on "
     "Thursday morning.", "Norlanders w"),
    ("The ministry on Wednesday issued a warning to sailors in the wake of the May 2 raids and because of fog in the "
     "strait.", "sailors and because"),
]  # fmt: skip


def told(text: str) -> dict[str, str]:
    """The lines of a report of that day, with when."""
    claims = [c for c in record_from(text, published=DAY).claims.values() if c.claim.sound]
    return {c.claim.title: c.when.edtf for c in claims}


@pytest.mark.parametrize(("text", "line", "day"), TOLD)
def test_the_deed_that_did_it_is_told_with_its_own_day(text: str, line: str, day: str) -> None:
    found = told(text)
    assert found.get(line) == day, found


@pytest.mark.parametrize(("text", "never"), NEVER)
def test_what_stands_beside_a_harm_did_not_do_it(text: str, never: str) -> None:
    found = told(text)
    assert not any(never in line for line in found), found
