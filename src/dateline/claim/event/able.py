"""Who or what takes part, by the noun alone: something to point at, a group that acts, a deed that harms.

In:   a mention.
Out:  yes or no.
Room: claim.
"""

from __future__ import annotations

from typing import Final

from dateline.claim.lexis import is_kind, word_list
from dateline.claim.model import Mention
from dateline.claim.people.nouns import stands_for

ABLE: Final = ("force", "worker", "envoy", "body", "refugee")
SHARES: Final = word_list("most many some several all half both few")
CAUSES: Final = ("disaster", "violence", "protest")
CROWDS: Final = word_list("thousands hundreds dozens scores tens crowds crowd")
ROUND: Final = word_list("at least about some around nearly almost more than up to over")
NUMBERS: Final = word_list(
    "two three four five six seven eight nine ten eleven twelve dozens hundreds thousands twenty thirty forty fifty"
)
THINGS: Final = ("organ", "site", "vehicle", "force", "person", "territory", "accord", "border", "embassy", "media",
                 "aid", "sanction", "cooperation", "ceasefire", "emergency", "curfew")  # fmt: skip


def is_something(mention: Mention) -> bool:
    """Whether the head is somebody or something that can be pointed at: a channel, a ship, a column of troops."""
    words = [word for word in mention.anchor.text.lower().split() if word not in ROUND]  # "at least 20"
    counted = bool(words) and (words[0][:1].isdigit() or words[0] in NUMBERS)
    share = mention.anchor.text.lower().split(" of the ", 1)  # "most of the hostages"
    heads = [mention.head.lower(), *(share[1].split()[:2] if len(share) == 2 and share[0] in SHARES else ())]
    return counted or any(is_kind(head, *THINGS) for head in heads)


def can_act(mention: Mention) -> bool:
    """A group that acts as one: soldiers, rebels, judges."""
    counted = mention.anchor.text[:1].isdigit()  # "766 of some 950 troops"
    heads = [mention.head.lower(), *([mention.anchor.text.lower().split()[-1]] if counted else [])]
    return (counted or mention.kind == "group") and any(is_kind(head, *ABLE) for head in heads)


def is_crowd(mention: Mention) -> bool:
    """ "thousands", "hundreds of students": people without a number; not "thousands of barrels"."""
    words = mention.anchor.text.lower().split()
    at = next((k for k, word in enumerate(words) if word in CROWDS), -1)
    if at < 0 or words[at + 1 : at + 2] != ["of"]:
        return at >= 0 and at == len(words) - 1
    return is_kind(words[-1], *ABLE, "person") or stands_for(words[-1].removesuffix("s")) is not None


def does_harm(mention: Mention) -> bool:
    """A happening that does harm by itself: "the strike killed nine", "floodwater breached the dam"."""
    return is_kind(mention.head.lower(), *CAUSES)
