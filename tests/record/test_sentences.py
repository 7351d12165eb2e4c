"""Claims of one sentence that one line tells."""

from __future__ import annotations

from dataclasses import replace

from dateline.record.lines import event_line
from dateline.record.link import link
from dateline.terms import Voice
from record.piles import Pile, day, reads

ORDER = "A court in Mirren ordered the seizure of the Sea Lark."
TOLD = "The port office announced that the last convoy had left Kesh."


def lines(pile):
    record = link(reads(pile), decided=pile.decided)
    return [event_line(e, record) for e in record.events]


def test_an_order_and_what_it_asks_are_one_line():
    pile = Pile("a", ORDER, "2024-03-05")
    ship = pile.mention("Sea Lark", "misc")
    court = pile.mention("A court in Mirren")
    people = [("actor", court), ("recipient", ship)]
    order = pile.claim("ordered", "order", day("2024-03-04"), people, title="Court ordered seizure of Sea Lark")
    pile.claim("seizure", "seize", None, [("recipient", ship)], factuality="demanded", title="Sea Lark to be seized")
    pile.claims[1] = replace(pile.claims[1], factuality_cue=order.trigger)
    (line,) = lines(pile)
    assert line["title"] == "Court ordered seizure of Sea Lark"
    assert line["factuality"] == "happened"
    assert line["when"]["edtf"] == "2024-03-04"
    assert len(line["evidence"]) == 2


def test_an_announcement_and_what_it_tells_are_one_line():
    pile = Pile("a", TOLD, "2024-03-05")
    office = pile.mention("The port office", "organisation", named=True)
    convoy = pile.mention("the last convoy")
    pile.claim("announced", "announce", day("2024-03-04"), [("actor", office)], title="Port office announced exit")
    pile.claim("left", "leave", None, [("actor", convoy)], title="Last convoy left Kesh")
    voice = Voice("The port office", "organisation", "announced", office.anchor)
    pile.claims[1] = replace(pile.claims[1], voice=(voice,))
    assert len(lines(pile)) == 1


def test_what_has_a_day_of_its_own_stays_a_line_of_its_own():
    pile = Pile("a", TOLD, "2024-03-05")
    office = pile.mention("The port office", "organisation", named=True)
    convoy = pile.mention("the last convoy")
    pile.claim("announced", "announce", day("2024-03-04"), [("actor", office)], title="Port office announced exit")
    pile.claim("left", "leave", day("2024-03-01"), [("actor", convoy)], title="Last convoy left Kesh")
    voice = Voice("The port office", "organisation", "announced", office.anchor)
    pile.claims[1] = replace(pile.claims[1], voice=(voice,))
    assert len(lines(pile)) == 2


def test_what_somebody_was_forced_to_do_is_the_deed():
    pile = Pile("a", "The city was forced to close the bridge.", "2024-03-05")
    city, bridge = pile.mention("The city"), pile.mention("the bridge")
    pile.claim("forced", "force", None, [("recipient", city)], title="City was forced to close bridge")
    pile.claim("close", "close", None, [("actor", city), ("object", bridge)], title="City closed bridge")
    assert [line["title"] for line in lines(pile)] == ["City closed bridge"]


def test_who_was_read_into_which_or_a_crisis_takes_no_part():
    pile = Pile("a", "This move suspends the aid.", "2024-03-05")
    move, aid = pile.mention("This move"), pile.mention("the aid")
    pile.claim("suspends", "suspend", None, [("actor", move), ("object", aid)])
    (line,) = lines(pile)
    assert [p["name"] for p in line["participants"]] == ["the aid"]
