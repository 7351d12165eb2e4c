"""Which post somebody holds, by the words beside the name.

In:   a claim that tells of an office without naming it, or a person and the sentence around.
Out:  "minister", "chief executive"; "" where nothing names a post that is held.
Room: state.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.claim.model import Claim, Mention
from dateline.lexicon.states import families
from dateline.record.model import PlacedClaim
from dateline.state.cast import Cast
from dateline.state.found import Found, tail
from dateline.state.incumbents import NO_LONGER, post_in
from dateline.state.meant import firm_meant
from dateline.state.model import Side

FOLLOWING: Final = frozenset({"replace", "succeed", "take over"})  # who does this has the post of the other
HEADING: Final = re.compile(r"\bto (?:head|lead|run|chair|direct|manage) (\S.*)")
WHOSE_POST: Final = re.compile(r"['’]s? (?:[a-z-]+ ){0,3}[a-z-]+, (?=[A-Z])")
BEFORE_VERB: Final = re.compile(r"(?:, \d\d)?, (?:has |had |have )?")
BEFORE: Final = re.compile(r"((?:[\w'’-]+ ){0,4}[\w-]+)$")
RANK: Final = re.compile(r",(?: [A-Z][\w-]+){1,2}$")  # "the foreign minister, Colonel Idris Bako"
AS: Final = re.compile(r"\bas ((?:(?!(?:by|from|after|in|on|to|with|until|when|who|following)\b)[\w'’-]+ ?){1,5})")
LONGEST: Final = 1000  # characters of a clause that are looked at
ARTICLED: Final = 5  # characters of an article before a name
OWN_POST: Final = re.compile(r"\b(?:its|their) ((?:[a-z-]+ ){0,3}[a-z-]+)\b")  # "its new chief executive"
POST_OF: Final = re.compile(r"\b((?:[a-z-]+ ){0,2}[a-z-]+) (?:of|at) (?:the )?(?=[A-Z])")  # "chair of Norlink"
BOARDS: Final = frozenset({"board", "shareholders", "owners", "trustees", "directors", "investors"})  # who fill a post
BODIES: Final = ("organisation", "misc", "facility")
OF_BODY: Final = re.compile(r"['’]s ((?:[a-z-]+ ){0,3}[a-z-]+)\b")  # "Norlink's chief executive"
BESIDE: Final = re.compile(r" ((?:[a-z-]+ ?){1,4})")  # behind the name of a body
NARROWING: Final = frozenset({"", "interim", "acting", "group", "global", "deputy"})  # before a post behind a body
OF_FIRMS: Final = re.compile(
    r"(?:(?:interim|acting|group|new) )?(?:chief (?:executive|financial officer|operating officer)|ceo|cfo|"
    r"chair(?:man|woman|person)?|managing director)"
)
BEHIND_NAME: Final = re.compile(
    r" (?:the |its |their )?"
    r"((?:(?!(?:in|on|at|by|after|for|to|with|and|from|who|as|of|over|into|when|while)\b)[a-z-]+ ?){1,4})"
)  # "acting premier", not "in a vote of the council"
FOR_NOW: Final = "acting|interim|caretaker|provisional|transitional"
NEAR: Final = 60  # characters before a name
POST: Final = re.compile(r"(?:^|[,.;:] |\b[Tt]he |['’]s )((?:[a-z-]+ ){0,3}[a-z-]+)(?: (?:of|for) [\w'’. -]{2,40})?, $")
DEPUTY: Final = re.compile(r"(?:.*\b)?(?:deputy|vice) (.+)", re.I)
IS_NEW: Final = (
    r"\b%s (?:is|was|becomes|became|will be) (?:the |its |their |[A-Z][\w-]*['’]s )?(?:new|next|first|incoming) "
    r"([^,.;]{3,60})"
)
BACK: Final = 400  # characters before a deed within which the post is told
STANDS_IN: Final = "standing in"
LOOK: Final = 80  # characters before a name in which a post is looked for


def post_told(found: Found, cast_: Cast) -> str:
    """The office of the one who takes or leaves it, where only the name stands there: "Arne Voll, its chief", and of
    who follows somebody the office of that one; a former office is none."""
    told = cast_.told
    titles = [_title_of(found.mention, told)] if found.mention is not None else []
    if told.claim.lemma in FOLLOWING:
        others = [m for _, _, m in cast_.everyone() if m is not found.mention and m.kind == "person"]
        titles = [_title_of(m, told) for m in others] + titles
    if found.mention is None and told.claim.lemma not in FOLLOWING:  # "removed President Dana Reyes from office"
        titles += [_title_of(m, told) for _, m in cast_.at(*found.rule.subject[:1]) if m.kind == "person"]
    deputy = DEPUTY.match(titles[0] or "") if titles and found.rule.value == STANDS_IN else None
    if deputy is not None and (post := _office_in(deputy.group(1), found)):
        return f"acting {post}"  # "Deputy Premier Dana Reyes is running the country in an acting capacity"
    given = AS.findall(tail(told))[:1]  # "voted her out as mayor", "Speaker Dana Reyes took over as interim president"
    titles = [*given, *titles] if found.rule.effect == "begin" else [*titles, *given]
    for title in titles:
        post = _office_in(title, found) if title and not NO_LONGER.search(title) else ""
        if post:
            return post
    return ""


def post_before_it(found: Found, cast_: Cast) -> str:
    """The post that the report has told of the person right before: "Ida Roe is the new coach. She took charge on
    Monday"."""
    start = cast_.told.claim.trigger.start
    for _, mention in cast_.at("actor"):
        name = cast_.stood_for(mention).anchor.text if mention.refers is None else _meant(mention, cast_)
        told = (
            re.search(IS_NEW % re.escape(name.split()[-1]), cast_.text[max(0, start - BACK) : start]) if name else None
        )
        if told is not None and (post := _office_in(told.group(1), found)):
            return post
    return ""


def _meant(mention: Mention, cast_: Cast) -> str:
    earlier = cast_.read.mentions if cast_.read is not None else ()
    return next((m.anchor.text for m in earlier if (m.anchor.start, m.anchor.end) == mention.refers), "")


def title_given(found: Found, cast_: Cast) -> str:
    """The office that is given, behind "as" or right behind the name: "named finance director Ida Roe as interim chief
    executive", "elected Speaker Ida Roe president"."""
    given = AS.search(tail(cast_.told).split(";", maxsplit=1)[0])
    return (_office_in(given.group(1), found) if given else "") or _behind_name(found, cast_.told)


def _behind_name(found: Found, told: PlacedClaim) -> str:
    held, claim = found.mention, told.claim
    if held is None or not held.named or held.kind != "person" or found.rule.effect != "begin":
        return ""
    words = BEHIND_NAME.match(claim.anchor.text[max(0, held.anchor.end - claim.anchor.start) :][:NEAR])
    return _office_in(words.group(1), found) if words is not None and held.anchor.start > claim.trigger.start else ""


def _office_in(words: str, found: Found) -> str:
    """The longest office among the words, as the row would find it; "" where there is none."""
    wanted = replace(found.rule, nouns=families()["office"], kinds=frozenset())
    return wanted.noun_in(words, whole=False) or ""


def post_before(claim: Claim, mention: Mention) -> str | None:
    """The post told between commas before a name: "the governor of Sund, Ivo Mann, was suspended"."""
    at = mention.anchor.start - claim.anchor.start
    if mention.kind != "person" or not mention.named or at <= 0:
        return None
    told = POST.search(claim.anchor.text[max(0, at - LOOK) : at])
    return told.group(1) if told is not None else None


def title_of(mention: Mention, told: PlacedClaim) -> str:
    """The post before the name, with the words that narrow it; else the title that was read with it."""
    claim = told.claim
    at = mention.anchor.start - claim.anchor.start
    before = claim.anchor.text[max(0, at - NEAR) : max(0, at)].rstrip(" ,")
    words = BEFORE.search(RANK.sub("", before))
    near = words.group(1) if words is not None else ""
    post = post_in(near)
    return near if post and near.casefold().endswith(post) else (mention.title or "")


def _title_of(mention: Mention, told: PlacedClaim) -> str:
    """The title that was read with a name where it names an office, else the post before the name."""
    return mention.title if mention.title and post_in(mention.title) else title_of(mention, told)


def headed(found: Found, cast_: Cast) -> Side | None:
    """The body that somebody was appointed "to head": "named Dana Reyes to lead the river board"."""
    told, read_report = cast_.told, cast_.read
    phrase = HEADING.search(tail(told))
    if read_report is None or phrase is None or found.rule.slot != "office":
        return None
    start = told.claim.trigger.end + phrase.start(1)
    for one in read_report.mentions:
        if start <= one.anchor.start <= start + 4 and one.kind != "person":
            return cast_.side(cast_.entity_of(one), one)
    return None


def named_behind(mention: Mention, cast_: Cast) -> tuple[str | None, Mention] | None:
    """The person whose name stands between commas before the verb: "the head of Norlink, Dana Reyes, resigned"."""
    told, read_report = cast_.told, cast_.read
    if read_report is None or mention.refers is not None:
        return None
    text, verb = cast_.text, told.claim.trigger.start
    if mention.kind == "person" and mention.named:
        whose = WHOSE_POST.match(text, mention.anchor.end)  # "Iva Horvat's finance minister, Marko Babic, quit"
        spot = whose.end() if whose is not None else -1
        his = next((m for m in read_report.mentions if m.anchor.start == spot and m.kind == "person"), None)
        return (cast_.entity_of(his), his) if his is not None and his.anchor.end <= verb else None
    for one in read_report.mentions:
        a, b = one.anchor.start, one.anchor.end
        between = text[a - 2 : a] == ", " and BEFORE_VERB.fullmatch(text[b:verb]) is not None and b < verb
        if between and mention.anchor.end < a and one.kind == "person" and one.named:
            return cast_.entity_of(one), one
    return None


def body_of_post(cast_: Cast) -> Side | None:
    """The body whose post it is: "its chief executive", "Norlink's chair", "head of Norlink"; None where none is."""
    claim, read_report = cast_.told.claim, cast_.read
    if read_report is None:
        return None
    text, start = claim.anchor.text[:LONGEST], claim.anchor.start
    held = [m for m in read_report.mentions if start <= m.anchor.start < claim.anchor.end]
    bodies = [m for m in held if m.named and m.kind in BODIES]
    own = next((m.start() for m in OWN_POST.finditer(text) if _has_post(m.group(1))), None)
    if own is not None:
        acting = [(e, m) for e, m in cast_.at("actor") if m in bodies]
        before = [(cast_.entity_of(m), m) for m in bodies if m.anchor.end - start <= own][-1:]
        return next((cast_.side(e, m) for e, m in (*acting, *before)), None)
    ends = [m.end() for m in POST_OF.finditer(text) if _has_post(m.group(1)) or m.group(1).split()[-1] in BOARDS]
    starts = [m.start() for m in OF_BODY.finditer(text) if _has_post(m.group(1))]
    for one in bodies:
        a, b = one.anchor.start - start, one.anchor.end - start
        if any(a <= e <= a + ARTICLED for e in ends) or b in starts or _before_post(text, b):
            return cast_.side(cast_.entity_of(one), one)
    return None


def _before_post(text: str, end: int) -> bool:
    """ "Norlink chief executive Dana Reyes": the name of the body stands right before the post."""
    told = BESIDE.match(text, end)
    words = told.group(1).split() if told is not None else []
    for n in range(len(words)):
        front = " ".join(words[: n + 1])
        if (post := post_in(front)) and front.removesuffix(post).strip() in NARROWING:
            return True
    return False


def employer(found: Found, cast_: Cast) -> Side | None:
    """The firm that fills its post: "the company named Dana Reyes as chief executive", "the board appointed her"."""
    if found.rule.effect != "begin" or not OF_FIRMS.fullmatch(found.noun.removeprefix("as ")):
        return None
    for entity, mention in cast_.at("actor"):
        board = mention.head.casefold() in BOARDS and cast_.read is not None
        near = [m for m in cast_.read.mentions if m.anchor.end < mention.anchor.start] if board and cast_.read else []
        firm = firm_meant(near, "the company", mention.anchor.start)
        side = cast_.side(cast_.entity_of(firm), firm) if firm is not None else cast_.side(entity, mention)
        known = cast_.record.entities.get(side.entity or "")
        person = (known.kind if known is not None else mention.kind) == "person"
        if not person and any(k.startswith("name:") for k in side.keys):
            return side
    return None


def provisional(found: Found, cast_: Cast) -> str:
    """The post with the word that makes it one for the time being: "acting premier" of "was named acting premier"."""
    if found.rule.slot != "office" or not found.noun:
        return ""
    post = re.escape(title_given(found, cast_) or found.noun)
    told = re.search(rf"\b({FOR_NOW}) ({post})\b", tail(cast_.told), re.I)
    return told.group().casefold() if told is not None else ""


def _has_post(words: str) -> bool:
    """Whether the words end in an office, one that is held now."""
    return bool(post_in(words)) and not NO_LONGER.search(words)
