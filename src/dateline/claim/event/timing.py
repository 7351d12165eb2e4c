"""Which event of a sentence a time expression belongs to.

In:   the tree, the events of the sentence, and its time expressions.
Out:  for each event the time that speaks of it, and how: at, by, since, until, before, after.
Room: claim.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from typing import Final

from dateline.claim.certainty.lasting import STILL
from dateline.claim.event.bounding import daily_hours, of_event, relation
from dateline.claim.event.events import Happening
from dateline.claim.event.in_clause import in_its_clause
from dateline.claim.event.lent import lend
from dateline.claim.event.perfect import NAMED_DAY, PAST_DAY, is_perfect, of_the_participle
from dateline.claim.event.scene import Page
from dateline.claim.event.subjects import joined_to
from dateline.claim.event.untimed import (
    agreed_on,
    called_out,
    compared,
    deadline_of,
    delivered_then,
    due,
    lies_ahead,
    names_a_thing,
    now_in_its,
    put_off_to,
    right_behind_saying,
    stands_since,
    was_to_be,
)
from dateline.claim.lexis import word_list
from dateline.claim.model import TimeRelation
from dateline.claim.rehang.words import SPOKEN
from dateline.claim.tree import Tree, base, is_gerund_subject, marked_to
from dateline.sentence.times.model import TimeExpression

# Verbs and adjectives whose own time is that of what they govern: "is set on Monday to open"
CARRYING: Final = word_list(
    "manage fail try agree promise pledge vow plan expect threaten offer decide intend hope want seek prepare aim"
)
CALLING: Final = word_list("call announce order book convene arrange summon name")
DAY: Final = len("2024-05-15")  # a value as long names a day, "XXXX-WXX-1" too
ROUNDS: Final = word_list("round series wave set batch session phase bout")
ASKING: Final = word_list("ask demand seek request propose urge appeal want")
STATING: Final = word_list("say report note state insist maintain claim confirm")
LETTING: Final = word_list("allow permit force oblige compel enable authorise authorize")
TELLING_TO: Final = word_list("tell order ask urge instruct advise require warn summon")
TRANSPARENT: Final = frozenset({"expect", "set", "schedule", "due", "slate", "likely", "go", "poise", "bind", "plan"})


def attach(
    tree: Tree, events: Sequence[Happening], times: Sequence[tuple[int, TimeExpression]]
) -> dict[int, tuple[int, TimeRelation]]:
    """By index of the event: index of the time, and its relation. An event without a time of its own is left out."""
    if not times:
        return {}
    by_word: dict[int, int] = {}
    for n, event in enumerate(events):
        for i in (event.carrier, event.at, *event.words):
            by_word.setdefault(i, n)
    for n, event in enumerate(events):
        above = tree.up(event.at) if event.aspect and not event.noun else None
        if above is not None and base(tree.tokens[event.at].deprel) == "xcomp":
            by_word.setdefault(above, n)  # "started running on Tuesday": the day of the start
    starts = tree.starts
    heads = {number: head_of(tree, starts, time) for number, time in times}
    out: dict[int, tuple[int, TimeRelation]] = {}
    for number, time in sorted(times, key=lambda t: _rank(t[1])):
        word = heads[number]
        if word is not None and (hours := daily_hours(time, times)) is not None:
            higher = (by_word[k] for k in tree.ancestors(word, 8) if k in by_word)
            verb = next((n for n in higher if not events[n].noun), None)
            out |= {verb: (number, "at")} if not hours and verb is not None else {}
            continue
        if word is None or _of_nothing(tree, word, time, by_word):
            continue
        said = right_behind_saying(tree, word)
        if said is not None:
            if said in by_word and by_word[said] not in out:
                out[by_word[said]] = (number, relation(tree, word, time))
            continue
        governor = _behind(tree, events, by_word, _governor(tree, word, by_word), word, out)
        agreed = agreed_on(tree, events[governor].carrier, word) if governor is not None else None
        governor = by_word.get(agreed, governor) if agreed is not None else governor
        governor = in_its_clause(tree, events, by_word, governor, word, bisect_left(starts, time.start))
        governor = _joined_later(tree, events, heads.values(), governor, word, out)
        governor = _of_subject(tree, events, by_word, governor, word)
        governor = of_the_participle(tree, events, governor, word, time)
        governor = _called_for(tree, events, by_word, governor, word)
        governor = _asked_for(tree, events, governor, word, time)
        governor = _told_to(tree, events, by_word, governor, word, time)
        governor = _staying(tree, events, by_word, governor, word, time)
        verb = events[governor].carrier if governor is not None else word
        if was_to_be(tree, verb, word) or stands_since(tree, word):
            continue
        if governor is not None and PAST_DAY.match(time.text) and lies_ahead(tree, events[governor]):
            continue  # "told of its wish to leave last month"
        if governor is not None and time.text.casefold() == "now" and is_perfect(tree, events[governor]):
            continue  # "has now killed 65 people": by now, and not today
        lasting = time.type == "DURATION" and time.preposition in {None, "for", "to"}  # "sentenced to four years"
        if (
            governor is not None
            and not lasting
            and _takes(tree, events[governor], out.get(governor), time, heads, dict(times))
        ):
            out[governor] = (number, of_event(tree, events[governor], word, time, times))
    lend(tree, events, times, heads, by_word, out)
    return out


def _of_nothing(tree: Tree, word: int, time: TimeExpression, by_word: dict[int, int]) -> bool:
    """Whether the time tells when nothing was done: what is due then, what it is compared with, what it is called."""
    beside = any(rule(tree, word, time) for rule in (compared, delivered_then, now_in_its, put_off_to, deadline_of))
    beside = beside or time.type == "SET" or due(tree, word) or called_out(tree, word)
    return beside or names_a_thing(tree, word, by_word)


def _takes(
    tree: Tree,
    event: Happening,
    has: tuple[int, TimeRelation] | None,
    time: TimeExpression,
    heads: dict[int, int | None],
    known: dict[int, TimeExpression],
) -> bool:
    """Whether the event takes the time: it has none yet, or a stretch that only tells of what ("a loss for the first
    half", "in power since 2026, signed it on 2 March") where this one is a day."""
    if has is None:
        return True
    first, head = known[has[0]], heads[has[0]]
    day = len(time.value) >= DAY and time.type in {"DATE", "TIME"} and time.preposition in {None, "on"}
    period = len(first.value) < DAY and first.preposition in {"for", "since"}
    before = head is not None and head < event.carrier
    perfect = is_perfect(tree, event)  # "since 1976, has won"
    year = not perfect and time.type == "DATE" and time.preposition in {"in", "during"} and time.value[:4].isdigit()
    return (day and period and (first.preposition == "for" or before)) or (
        year and period and before and first.end < time.start  # "Brask, in Osland since the 1950s, made it in 2010"
    )


def _called_for(
    tree: Tree, events: Sequence[Happening], by_word: dict[int, int], governor: int | None, word: int
) -> int | None:
    """ "called a snap election for 12 May": the day of the election, not of the call."""
    if governor is None or events[governor].noun or events[governor].lemma.split()[0] not in CALLING:
        return governor
    case = tree.child(word, "case")
    if case is None or tree.low[case] != "for" or not events[governor].frame.obj:
        return governor
    return next((by_word[k] for k in events[governor].frame.obj if k in by_word and by_word[k] != governor), None)


def _asked_for(
    tree: Tree, events: Sequence[Happening], governor: int | None, word: int, time: TimeExpression
) -> int | None:
    """ "asked for extra lessons in the summer": a month behind what is asked for is not that of the asking, but in the
    past perfect: "had asked for a loan in January"."""
    if governor is None or events[governor].noun or len(time.value) >= DAY:
        return governor
    event = events[governor]
    if any(tree.low[k] in {"had", "'d", "’d"} for k in tree.children(event.carrier, "aux")):
        return governor
    asked = [k for k in (*event.frame.obj, *(h for w, h in event.frame.obls if w == "for")) if k < word]
    return None if asked and event.lemma.split()[0] in ASKING and event.carrier < word else governor


def _staying(
    tree: Tree,
    events: Sequence[Happening],
    by_word: dict[int, int],
    governor: int | None,
    word: int,
    time: TimeExpression,
) -> int | None:
    """ "will remain closed until Monday": how long it stays so, not until when it was closed."""
    if governor is None or relation(tree, word, time) != "until":
        return governor
    inner = events[governor].carrier
    up = tree.up(inner)
    stays = up is not None and tree.rel(inner) == "xcomp" and tree.tokens[up].lemma.lower() in STILL
    ahead = up is not None and bool({tree.low[k] for k in tree.children(up, "aux", "mark")} & {"will", "to", "would"})
    return by_word.get(up, governor) if stays and ahead and up is not None else governor


def _told_to(
    tree: Tree,
    events: Sequence[Happening],
    by_word: dict[int, int],
    governor: int | None,
    word: int,
    time: TimeExpression,
) -> int | None:
    """ "were allowed to return on Friday": a weekday behind what somebody was let or made do is that of both; behind
    what somebody was told to do, "were told to leave their homes on Monday", it may be that of either."""
    if governor is None or events[governor].noun or not marked_to(tree, events[governor].carrier):
        return governor
    inner = events[governor].carrier
    up = tree.up(inner)
    weekday = NAMED_DAY.match(time.text) and (time.preposition or "on").lower() == "on"
    if up is None or not weekday or not inner < word or tree.rel(inner) not in {"xcomp", "ccomp"}:
        return governor
    lemma, past = tree.tokens[up].lemma.lower(), not tree.children(up, "mark") and tree.low[up].endswith(("ed", "told"))
    plain = tree.low[up] == "ordered" and not tree.children(up, "aux") and bool(tree.children(up, "nsubj"))
    if past and plain:
        return None  # "ordered 15 envoys to leave the country on Friday"
    if not past or [tree.tokens[k].deprel for k in tree.children(up, "aux")] != ["aux:pass"]:
        return governor
    return by_word.get(up, governor) if lemma in LETTING else None if lemma in TELLING_TO else governor


def _behind(
    tree: Tree,
    events: Sequence[Happening],
    by_word: dict[int, int],
    governor: int | None,
    word: int,
    out: dict[int, tuple[int, TimeRelation]],
) -> int | None:
    """ "managed to free them on Tuesday", "said on Monday that it fell on Sunday": a time behind the inner verb is the
    inner verb's, where the outer one only carries it, or has a time of its own."""
    if governor is None:
        return None
    outer = events[governor]
    told = [k for n in outer.frame.obj for k in tree.children(n, "acl") if _says_that(tree, k)]
    led = (outer.frame.inf, outer.frame.clause, *told)
    inner = next((by_word[k] for k in led if k is not None and k in by_word), None)
    if inner is None or inner == governor or not outer.carrier < events[inner].carrier < word:
        return governor
    carries = outer.lemma.split()[0] in CARRYING or governor in out
    told_in = _says_that(tree, events[inner].carrier) or _said_bare(tree, outer.carrier, events[inner].carrier, word)
    if not (carries or told_in):
        return governor
    return _behind(tree, events, by_word, inner, word, out)  # "said it hoped to restart the mine in July"


def _said_bare(tree: Tree, outer: int, inner: int, word: int) -> bool:
    """ "The army said three men were killed on Monday": a day with its preposition behind what is said is that of the
    deed; "said three men were killed, on Monday" and "said three men were killed Monday" may be that of the saying."""
    said = (
        tree.tokens[outer].lemma.lower() in STATING
        and tree.rel(inner) == "ccomp"
        and bool(tree.children(inner, "nsubj"))
    )
    apart = any(tree.tokens[k].text in {",", ";", "”", '"'} or tree.low[k] in SPOKEN for k in range(inner, word))
    return said and not apart and bool(tree.children(word, "case"))


def _says_that(tree: Tree, i: int) -> bool:
    """ "Denied that it had left the town on Sunday", "the report that it left": a clause of its own, with "that"."""
    return any(tree.low[k] == "that" for k in tree.children(i, "mark")) and bool(tree.children(i, "nsubj", "expl"))


def _rank(time: TimeExpression) -> tuple[int, int]:
    """Dates before durations; "now" and "a week later" behind what names a day, "on May 5"; then by place."""
    counted = (time.meaning.shape, time.meaning.anchor) == ("offset", "narrative")
    if counted or (time.value.endswith("_REF") and "today" not in time.text.casefold()):
        return 1, time.start
    if time.type == "TIME" and NAMED_DAY.search(time.text):
        return 0, time.start  # "at 3 a.m. on Tuesday", not "between 10 p.m. and 6 a.m."
    return {"DATE": 0, "TIME": 1}.get(time.type, 2), time.start


def head_of(tree: Tree, starts: list[int], time: TimeExpression) -> int | None:
    """The word of the expression that hangs outside it."""
    first = bisect_left(starts, time.start)
    if first >= len(starts) or (starts[first] != time.start and first > 0 and tree.tokens[first - 1].end > time.start):
        first -= 1
    inside = [i for i in range(max(first, 0), len(starts)) if starts[i] < time.end][:40]
    for i in inside:
        up = tree.up(i)
        if up is None or up not in inside:
            return i
    return inside[0] if inside else None


def _governor(tree: Tree, head: int, by_word: dict[int, int]) -> int | None:
    """The nearest event above the time; through "is set to" it reaches the event that is set."""
    at = head
    for up in tree.ancestors(head, 8):
        word = tree.tokens[up]
        if word.lemma.lower() in TRANSPARENT:
            inner = next((k for k in tree.children(up, "xcomp", "ccomp", "csubj") if k in by_word), None)
            inner = inner if inner is not None else gerund_subject(tree, up, by_word)
            if inner is None and up in by_word and _round_of(tree, up):
                return by_word[up]
            inner = inner if inner is not None else _noun_subject(tree, up, by_word)
            if inner is not None:
                return by_word[inner]
        if at != head and any(tree.low[k] == "including" for k in tree.children(at, "case")):
            return None  # "strikes will be looked into, including those on Kor on 15 May"
        if tree.rel(at) == "ccomp" and at != head and tree.tokens[at].upos == "ADJ":
            return None  # "agreed that the town must be quiet by May": not the day they agreed
        if tree.rel(at) in {"parataxis", "appos"} and at != head and tree.tokens[at].upos == "NOUN":
            return None  # "raised its rate, the third rise this year"
        if tree.rel(at) == "conj" and at != head and tree.child(at, "cop") is not None:
            return None  # "set off and should be there by Sunday": not the day they set off
        if up in by_word:
            return by_word[up]
        told = tree.child(up, "nsubj") if word.lemma.lower() == "be" and tree.child(up, "expl") is not None else None
        if told in by_word:
            return by_word[told]  # "there were clashes on Thursday"
        if word.upos in {"VERB", "AUX"} or tree.rel(at) in {"acl", "advcl", "ccomp"}:
            return None
        at = up
    return None


def gerund_subject(tree: Tree, up: int, by_word: dict[int, int]) -> int | None:
    """ "Clearing the channel is expected in June": the verb in the place of the subject."""
    return next((k for k in tree.children(up, "advcl") if k in by_word and is_gerund_subject(tree, k)), None)


def _round_of(tree: Tree, up: int) -> bool:
    """ "Another round of talks is planned for May": the round, by the verb that plans it."""
    subject = tree.child(up, "nsubj")
    return subject is not None and tree.tokens[subject].lemma.lower() in ROUNDS


def _noun_subject(tree: Tree, up: int, by_word: dict[int, int]) -> int | None:
    """ "The completion of the pullout is planned for June": the event that the subject names, or a step of it."""
    subject = tree.child(up, "nsubj")
    if subject is None or subject in by_word:
        return subject
    return next((k for k in tree.children(subject, "nmod") if k in by_word), None)


def _joined_later(
    tree: Tree,
    events: Sequence[Happening],
    heads: Collection[int | None],
    governor: int | None,
    word: int,
    out: dict[int, tuple[int, TimeRelation]],
) -> int | None:
    """ "arrested him yesterday and searched his house today", "contained by Friday the fire that broke out on Tuesday":
    the second day is that of the second verb."""
    if governor is None:
        return governor
    first = events[governor].carrier
    if governor not in out and not any(h is not None and h < first and tree.up(h) == first for h in heads):
        return governor
    later = [n for n, e in enumerate(events) if first < e.carrier < word and n not in out and not e.noun]
    joined = [
        n
        for n in later
        if joined_to(tree, events[n].carrier) == first or tree.tokens[events[n].carrier].deprel == "acl:relcl"
    ]
    return joined[-1] if joined else governor


def _of_subject(
    tree: Tree, events: Sequence[Happening], by_word: dict[int, int], governor: int | None, word: int
) -> int | None:
    """ "The resignation of the minister on Monday came as a shock": a time between deed and verb is the deed's."""
    verb = events[governor].carrier if governor is not None else word
    noun = tree.child(verb, "nsubj")
    if noun is not None and any(noun < k < word < verb for k in tree.children(noun, "amod")):
        return None  # "climbers missing since Sunday have been found"
    inner = by_word.get(noun) if noun is not None and noun < word < verb else None
    return inner if inner is not None and events[inner].noun else governor


def is_timed(page: Page, placed: tuple[int, TimeRelation] | None) -> bool:
    """Whether its time says when: "now" and "every week" do not."""
    time = page.times[placed[0]] if placed is not None else None
    return time is not None and time.type != "SET" and not time.value.endswith("_REF")


def time_words(page: Page, placed: tuple[int, TimeRelation] | None) -> str:
    """ "by mid-September" for a plan."""
    if placed is None:
        return ""
    t = page.times[placed[0]]
    if page.report.text[t.end : t.end + 2] in ("'s", "’s"):
        return ""  # "Tuesday's earthquake"
    before = page.report.text[max(0, t.start - 16) : t.start].rstrip().lower()
    if t.preposition == "until" and before.endswith(("not", "not until")):
        return f"not before {t.text}"
    if t.preposition == "than" or (
        t.preposition == "of" and t.type == "TIME"
    ):  # "no later than", "a deadline of noon on Saturday"
        return f"by {t.text}"
    if t.preposition == "for" and t.type == "DATE":  # "is planned for May"
        plain = t.text[:1].isupper() or t.text[:1].isdigit()  # not "next week"
        return f"{'on' if len(t.value) == DAY else 'in'} {t.text}" if plain else t.text
    return f"{t.preposition} {t.text}" if t.preposition and t.preposition.isascii() else t.text
