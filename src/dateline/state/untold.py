"""Which post it is where a claim tells only of "office" or of "his successor": the one told beside it or elsewhere.

In:   the transitions of a record.
Out:  the same, each such post by its name: of who is followed, of the ministry, of the person in that report or in all.
Room: state. A person told with two posts in the reports keeps none that the claim does not name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from dateline.state.cast import Context
from dateline.state.incumbents import BEFORE, NO_LONGER, post_in
from dateline.state.model import Side, Transition
from dateline.state.sides import NOBODY, name_side

Told = dict[tuple[str, str], set[tuple[str, str]]]  # report and key of a person -> posts, each with its body
MOST: Final = 20_000  # mentions of a record that are looked at
UNTOLD: Final = frozenset({"office", "head"})  # what stands for a post that no word names
AS_NEXT: Final = re.compile(
    r"\b(?:as|to be) (?:his|her|their|the|a|[A-Z][\w'’ -]{1,40}['’]s?) (?:successor|replacement)\b"
)
NAMED_TO: Final = re.compile(
    r"(?:elected|named|chosen|chose|appointed|picked|tapped|nominated) (?:[\w'’-]+ ){0,6}?to (?=replace\b|succeed\b)"
)
POWER: Final = re.compile(
    r"(?:hand|transfer|ced|pass|turn|yield|surrender)\w+ (?:over )?"
    r"(?:power|the (?:presidency|premiership)) (?:over )?to\b"
)
MINISTRY: Final = re.compile(
    r"\b(?:at|of|to|from|over|head|lead|leads|led|runs?|leave|left|leaves) (?:the |its |[A-Z][\w-]+['’]s )?"
    r"([a-z]+) ministry\b"
)
BEHIND: Final = re.compile(
    r",? who (?:was|is|had been|has been|served as|had served as) (?:the |its |[A-Z][\w-]+['’]s )?"
    r"((?:[a-z-]+ ){0,3}[a-z-]+)"
    r"(?= (?:until|from|since|for|of|in|under|when)\b|[,.])"
)
NEAR: Final = 90  # characters behind a name in which a post is told
LONGEST: Final = 1000  # characters of a clause that are looked at
ENDS: Final = frozenset({"end", "suspend"})
THEIRS: Final = ENDS | {"resume", "hold"}  # what is told of who had the office before


def with_posts(found: Sequence[Transition], around: Context) -> tuple[Transition, ...]:
    """The transitions, posts that only "office" or "successor" tells by what they are called elsewhere."""
    found = [t for t in found if t.slot != "office" or not _is_named_to(t)]
    open_ = [t for t in found if t.slot == "office" and _is_open(t)]
    if not open_:
        return tuple(found)
    offices = [t for t in found if t.slot == "office" and not _is_open(t)]
    told = _told_posts(offices, around)
    taken = {
        (t.report, key): (t.thing, t.object) for t in offices if t.kind == "begin" for key in sorted(t.subject.keys)
    }
    posts: dict[str, tuple[str, Side]] = {}  # claim -> post and body
    for one in open_:  # "was sworn in as president, succeeding Ivo Mann"
        near = next((taken[one.report, k] for k in sorted(one.subject.keys) if (one.report, k) in taken), None)
        if near is not None and one.kind == "begin" and not _follows(one):
            posts.setdefault(one.told.claim.id, near)
    for one in open_:
        if (near := _named(one) or _own(one, told)) is not None:
            posts.setdefault(one.told.claim.id, near)
    offices += [_named_so(t, posts) for t in open_ if t.told.claim.id in posts]
    for one in open_:
        near = _of_who_left(one, offices)
        if near is None and one.thing not in UNTOLD:  # "Vice President Dana Reyes was sworn in as his successor"
            near = ("successor", NOBODY) if one.told.claim.lemma != "hand" else ("power", NOBODY)
        if near is not None:
            posts.setdefault(one.told.claim.id, near)
    return tuple(_named_so(t, posts) for t in found)


def _named_so(one: Transition, posts: dict[str, tuple[str, Side]]) -> Transition:
    if one.slot != "office" or one.told.claim.id not in posts or not _is_open(one):
        return one
    post, body = posts[one.told.claim.id]
    return replace(one, thing=post, object=one.object if one.object.name else body)


def _told_posts(offices: Iterable[Transition], around: Context) -> Told:
    """The posts with which each person is told, by report and in the whole record."""
    record, known = around.record, defaultdict[tuple[str, str], set[tuple[str, str]]](set)
    for one in offices:
        for key in one.subject.keys if one.kind in ("begin", *ENDS) else ():
            known[one.report, key].add((one.thing, one.object.name))
    named = ((r, m) for _, r in sorted(record.reports.items()) for m in r.mentions if m.named and m.kind == "person")
    for _, (read, mention) in zip(range(MOST), named, strict=False):
        entity = record.entity_of.get((mention.anchor.report, mention.anchor.start, mention.anchor.end))
        if entity is None:
            continue
        text, start, end = read.report.text, mention.anchor.start, mention.anchor.end
        behind = BEHIND.match(text[end : end + NEAR])
        before = BEFORE.search(text[max(0, start - NEAR) : start])
        titles = [mention.title or "", before.group(1) if before else "", behind.group(1) if behind else ""]
        posts = {post_in(t) for t in titles if t and not NO_LONGER.search(t)} - {"", *UNTOLD}
        for key in name_side(record.entities[entity].name, entity).keys:
            known[mention.anchor.report, key] |= {(post, "") for post in posts}
    for (_, key), posts_ in sorted(known.items()):
        known["", key] |= posts_
    return dict(known)


def _is_open(one: Transition) -> bool:
    """Whether the claim does not say which post it is."""
    unnamed = one.thing in UNTOLD and not (one.thing == "head" and one.object.name)
    return unnamed or _follows(one) or one.thing in ("successor", "replacement")


def _follows(one: Transition) -> bool:
    """ "Was sworn in as his successor", "was elected to replace her", "handed power to the speaker"."""
    claim = one.told.claim
    text = claim.anchor.text[max(0, claim.trigger.start - claim.anchor.start) :][:LONGEST]
    led = any(rule.match(text) is not None for rule in (NAMED_TO, POWER))
    return one.of == "begin" and (led or AS_NEXT.search(text) is not None)


def _is_named_to(one: Transition) -> bool:
    """ "Elected him to replace her": the election is told, and what it is for is no plan beside it."""
    claim = one.told.claim
    before = claim.anchor.text[: claim.trigger.end - claim.anchor.start][-LONGEST:]
    led = max((m for m in NAMED_TO.finditer(before)), key=lambda m: m.end(), default=None)
    return one.kind == "plan" and led is not None and led.end() == claim.trigger.start - claim.anchor.start


def _named(one: Transition) -> tuple[str, Side] | None:
    """ "Replaces him at the finance ministry": the minister's."""
    ministry = MINISTRY.search(one.told.claim.anchor.text[:LONGEST]) if not _follows(one) else None
    post = f"{ministry.group(1)} minister" if ministry is not None else ""
    return (post, NOBODY) if post and post_in(post) == post else None


def _of_who_left(one: Transition, found: Iterable[Transition]) -> tuple[str, Side] | None:
    """The post of who was told right before, in the same report, to leave: "his successor"."""
    if not _follows(one):
        return None
    claim = one.told.claim
    left = [
        t
        for t in found
        if t.slot == "office" and t.kind in ENDS and t.report == one.report and not t.subject.keys & one.subject.keys
        and t.told.claim.trigger.start < claim.trigger.start and not _is_open(t)
    ]  # fmt: skip
    last = max(left, key=lambda t: (t.told.claim.trigger.start, t.told.claim.id), default=None)
    return (last.thing, last.object) if last is not None else None


def _own(one: Transition, told: Told) -> tuple[str, Side] | None:
    """The post with which who leaves is told in the report, else the only one in the record; of who takes over, the
    post that the same report gives."""
    if _follows(one) or one.kind == "plan":
        return None
    for report in (one.report, "") if one.kind in THEIRS else ():
        posts = {post: body for key in sorted(one.subject.keys) for post, body in sorted(told.get((report, key), ()))}
        if posts:
            post, body = next(iter(posts.items()))
            return (post, Side(frozenset(), body)) if len(posts) == 1 else None
    return None
