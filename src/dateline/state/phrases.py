"""What the words behind or around a noun look like that tell of whom or what it is.

In:   nothing; this file holds the patterns that `picker.py` reads with.
Out:  BY_NAME, OF, ON, FOR, SWAPS; where a noun ends in what is told of it.
Room: state. "The siege of Amat", "the ban on the party", "residents of Amat".
"""

from __future__ import annotations

import re
from typing import Final

NAME: Final = r"([A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3})"
CUT_SHORT: Final = re.compile(r" of (?:(?:the|a|an|its|their)(?: [A-Z][\w'’-]*)*|(?:several|many|some) [a-z]+al)$")
NOUN_BEHIND: Final = re.compile(
    r"(?: [A-Z][\w'’-]*)* (?!(?:on|at|after|in|by|to|for|and|off|near|from|was|is|has|will|would|have|had|were|are|"
    r"been|may|could|that|which|who|since|until|as|when|with|or|said|says)\b|\w+ed\b)[a-z-]+"
)
DAYTIME: Final = frozenset({"morning", "afternoon", "evening", "night", "day", "meantime", "meanwhile", "dispute"})
ASKING: Final = frozenset({"how", "why", "whether", "what", "when", "where", "who"})
SWAPS: Final = frozenset({"replace", "supersede", "swap"})  # with something else
BY_NAME: Final = {
    "siege": re.compile(rf"(?:[Tt]he )?(?:port|harbou?r|airport|base) of {NAME}"),
    "grounding": re.compile(rf".{{0,40}} of {NAME}"),
    "evacuation": re.compile(
        rf"(?:[\w',-]+ ){{0,4}}(?i:residents|people|inhabitants|families|households) (?:of|in) {NAME}"
    ),
    "warning": re.compile(rf"(?:[\w'-]+ ){{0,3}}(?i:residents|people|households|customers) (?:of|in) {NAME}"),
    "road": re.compile(rf"(?:[\w'-]+ ){{0,3}}(?:road|route|highway) (?:to|into) (?:the )?{NAME}.{{0,40}}"),
}  # kinds of state that are told apart by the name alone
OF: Final = re.compile(
    r"\W*(?:\w+\W+){0,2}?(?:into|(?<!because )(?<!instead )of|against|in|with|around) "
    r"((?:(?:the|a|an|its|their|his|her) )?[\w-]+(?:,\d{3})*(?:(?! (?:on|at|after|in|by|to|for|and|but|off|near|from|"
    r"below|as|amid|under|despite|starting|beginning|effective|above|since|until|who|which|because|while|when|was|is|"
    r"has|"
    r"went|go|goes|began|begins|opened|started|ended|continues|continued|closed|reopened|resumed|shut|will|would|have|had|were|"
    r"are|been|may|could|expired|expires|lapsed|lapses|ran|runs|took|takes|came|comes|fell|entered|applies|"
    r"said|says|called|stays?|stayed|remains?|remained|stands?|stood|holds?|held|still|now|collapsed)\b) [\w-]+){0,3})"
)
AND_MORE: Final = re.compile(r" and(?: [a-z-]+)+")  # no name in it
POSTED: Final = frozenset(
    {"office", "post", "job", "role", "position", "hospital", "clinic", "home", "prison", "jail", "custody", "palace"}
    | {"residence", "ceremony", "airport", "capital", "country", "session", "vote", "sleep", "crash", "accident"}
)  # of no body: "returned to his post", "the governor died in hospital"
_WORDS: Final = OF.pattern.split(" (", 1)[1].replace("(?! (?:on|", "(?! (?:of|on|", 1)
ON: Final = re.compile(
    rf"(?:es|s)? on ({_WORDS[:-1]}(?: of (?:(?:the|a|an|its|their) )?"
    rf"(?:[a-z-]+ (?!(?:on|at|after|in|by|to|for|while|since|until|as|when|from|with|that|which|and|or|was|is)\b))?"
    rf"[\w-]+)?)"
)  # "the ban on the party", "on the short selling of bank shares"
FOR: Final = re.compile(
    r"(?:es|s)? (?:for|on|along|over|across|throughout|at|covering|affecting) (" + OF.pattern.split(" (", 1)[1]
)  # "the flood warning for Amat"


def behind_noun(text: str, noun: str) -> int:
    """Where the noun ends in the words, its plural too; their end where it is not among them.

    >>> behind_noun("The bodies of Ivo Roth", "body"), behind_noun("its permit", "licence")
    (10, 10)
    """
    low, many = text.casefold(), f"{noun[:-1]}ies"
    at = low.rfind(noun)
    if at >= 0 or not noun.endswith("y"):
        return at + len(noun) if at >= 0 else len(text)
    return low.rfind(many) + len(many) if many in low else len(text)


def whole(told: str, behind: str) -> str:
    """The words with the noun that their last name belongs to.

    >>> whole("the collapse of the Karu", " bridge on Monday"), whole("the owner of Norlink", " in May")
    ('the collapse of the Karu bridge', 'the owner of Norlink')
    """
    more = NOUN_BEHIND.match(behind) if CUT_SHORT.search(told) else None
    return told + more.group() if more is not None else told
