"""Of what somebody is the head: "governor of the Bank of Castria", "Talvik's police chief", "the helm of the council".

In:   the post that a claim tells of, and the words of its clause.
Out:  the body or country as a reader sees it; it tells no two offices apart, as reports call one body by several names.
Room: state.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.state.model import Side
from dateline.state.sides import NOBODY, bare_name

NAME: Final = (
    r"(?:[A-Z][\w'’&-]*|[A-Z]\.)(?: (?:(?:of|for|and|the|de|del|du|on|in) (?:the )?)?"
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-Z][\w&-]*){0,6}"
)
BODY: Final = (
    r"(?:(?!(?:his|her|its|their|the|a) )[a-z-]+ ){0,2}"
    r"(?:bank|commission|council|party|parliament|court|union|ministry|army|police|navy|authority|agency|board|"
    r"company|federation|senate|assembly|university|fund|service|institute|exchange|museum|province|city|district)"
)
OF_BODY: Final = rf"(?:the |its |their )?({NAME}|{BODY})"
HEADING: Final = re.compile(
    rf"\b(?:at the head|helm|leadership|reins|in charge|chairmanship|presidency|top) of {OF_BODY}"
)
OF_A_KIND: Final = frozenset({"minister", "secretary"})  # "police minister" is the whole post
POST: Final = "head"  # of whoever is told at the head of something and with no post
DEFINITE: Final = ("the ", "his ", "her ", "its ", "their ")
OWNED: Final = re.compile(r"[A-Z][\w’'-]*(?: [A-Z][\w-]*)*['’]s ")
IN_POWER: Final = frozenset({"power", "office"})
ARMED: Final = frozenset(
    {"army", "military", "soldiers", "officers", "junta", "generals", "troops", "forces", "mutineers"}
)
OTHER: Final = re.compile(r"\b(?:former|deputy|new|next|ex|late|future|assistant|outgoing|acting)\b", re.I)
LONGEST: Final = 600  # characters of a clause that are looked at


def in_office(effect: str, who: Side, post: str, of: Side) -> Side:
    """Who holds the office or leaves it: in power, the army of a country is its soldiers and its junta; who leaves may
    be told by the post alone.

    >>> osland = Side(frozenset({"country:OS"}), "Osland")
    >>> army, soldiers = (Side(frozenset(), name) for name in ("the army", "soldiers"))
    >>> in_office("begin", army, "power", osland).keys == in_office("begin", soldiers, "power", osland).keys
    True
    """
    last = who.name.casefold().split()[-1:]
    if post in IN_POWER and of.keys and last and last[0] in ARMED:
        return Side(frozenset({f"words:armed rulers of {min(of.keys)}"}), who.name, who.entity)
    return by_post(who, post, of) if not who.keys and effect in ("end", "suspend") else who


def by_post(who: Side, post: str, of: Side) -> Side:
    """Who is told by the post alone, where one person has it: "Osland's finance minister", "the police chief of Sund".

    >>> sorted(by_post(Side(frozenset(), "the finance minister"), "finance minister", NOBODY).keys)
    ['words:post finance minister']
    >>> by_post(Side(frozenset(), "two ministers"), "minister", NOBODY).keys
    frozenset()
    """
    words = who.name.casefold().split(" of ")[0].split(" at ")[0]
    single = words.startswith(DEFINITE) or OWNED.match(who.name) is not None
    narrow = " " in post or of.name != "" or "'s " in who.name or "’s " in who.name
    if not post or not words.endswith(post) or not single or not narrow or OTHER.search(who.name):
        return who
    key = f"words:post {post} {bare_name(of.name).casefold()}".strip()
    return Side(frozenset({key}), who.name, who.entity)


def heading(text: str) -> str:
    """The post of who is told "at the head of" something; "" elsewhere.

    >>> heading("replaced him at the head of the Arctic Council"), heading("took the helm of his boat")
    ('head', '')
    """
    return POST if HEADING.search(text[:LONGEST]) else ""


def of_what(post: str, text: str) -> Side:
    """Of what the post is, as the clause has it; nobody where it does not say.

    >>> of_what("governor", "began a term as governor of the Bank of Castria yesterday").name
    'Bank of Castria'
    >>> of_what("police chief", "sacked Talvik's police chief on Tuesday").name
    'Talvik'
    """
    text, word = text[:LONGEST], re.escape(post)
    behind = re.search(rf"\b{word} (?:of|at|for) {OF_BODY}", text) if post else None
    before = re.search(rf"\b({NAME})['’]s (?:[a-z-]+ ){{0,2}}{word}\b", text) if post else None
    beside = re.search(rf"\b({BODY}) {word}\b", text) if post and post not in OF_A_KIND else None
    found = behind or before or beside or (HEADING.search(text) if post == POST else None)
    return Side(frozenset(), bare_name(found.group(1))) if found is not None else NOBODY
