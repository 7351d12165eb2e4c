"""Times that events have from others: of the decision, the occasion, the verb before, the clause with "when".

In:   the tree, the events of a sentence, its times, and which event has which time of its own.
Out:  the same, with a time for events that have none.
Room: claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.claim.event.ahead import by_vote
from dateline.claim.event.events import Happening
from dateline.claim.event.subjects import joined_to, which_became
from dateline.claim.event.untimed import SAYING, keeps_from
from dateline.claim.lexis import word_list
from dateline.claim.model import TimeRelation
from dateline.claim.tree import Tree, base
from dateline.claim.wording.beside import either
from dateline.sentence.times.model import TimeExpression

OCCASIONS: Final = frozenset({"at", "during", "in", "on"})
# Verbs whose object, if it is a deed, has their day.
GOES_THROUGH: Final = word_list(
    "end start begin launch stage hold lose survive carry conduct stop halt suspend resume break cancel quell crush "
    "disperse repel foil thwart open close interrupt disrupt join lead address attend boycott finish complete"
)
# Verbs that say whether what they lead to was done.
BRINGING_OFF: Final = word_list("fail manage refuse decline force oblige compel dare")
# Verbs that tell, behind a comma, what came of a deed: all at one time with it.
RESULTS: Final = word_list(
    "kill injure wound hurt destroy damage leave force trigger cause spark cut halt disrupt block shut close flood "
    "trap strand displace burn level flatten sink prompt end break knock paralyse paralyze ground suspend cripple "
    "delay bury collapse rip shatter crush derail spill rupture ignite overturn interrupt topple oust defeat "
    "seize capture"
)
LIGHT: Final = frozenset({"say", "have", "do", "be", "give"})
NEAR: Final = 5  # words between a limit and "do so"
DAY: Final = len("2024-05-15")  # a value as long names a day, "XXXX-WXX-1" too
SPANS: Final = frozenset({"day", "night", "morning", "week", "weekend", "month", "year", "moment"})
DECISIONS: Final = frozenset({"decision", "move", "vote"})
Placed = dict[int, tuple[int, TimeRelation]]  # event -> its time, and how


def lend(
    tree: Tree,
    events: Sequence[Happening],
    times: Sequence[tuple[int, TimeExpression]],
    heads: dict[int, int | None],
    by_word: dict[int, int],
    out: Placed,
) -> None:
    """Gives times on, in order; an event that has one keeps it."""
    _of_the_day(tree, events, heads, out)
    _deadlines(events, by_word, out)
    _decided(tree, events, by_word, heads, out)
    _when_clauses(tree, events, heads, times, out)
    _told_when(tree, events, by_word, out)
    _meanwhile(tree, events, by_word, out)
    _borrowed(tree, events, by_word, out)
    days = {n for n, t in times if len(t.value) >= DAY and t.preposition != "for"}
    _of_object(tree, events, by_word, {n: heads.get(n) for n in days}, out)
    _shared(tree, events, by_word, heads, out)
    _shared_back(tree, events, by_word, out)
    _either(tree, events, by_word, out)
    _brought_off(tree, events, by_word, out)
    _doing_so(tree, events, by_word, out)
    _to_do_so(tree, events, heads, out)
    _in_a_row(tree, events, by_word, out)


def _either(tree: Tree, events: Sequence[Happening], by_word: dict[int, int], out: Placed) -> None:
    """ "Were looted or burned on Tuesday", "was shot and wounded on Sunday": the day of the second is that of both."""
    for n, event in enumerate(events):
        verbs = (either(tree, event) or _side_by_side(tree, event)) if n not in out else None
        if verbs is not None and (other := by_word.get(verbs[1])) in out and other is not None:
            out[n] = out[other]


def _side_by_side(tree: Tree, event: Happening) -> tuple[int, int] | None:
    """The two participles of "was shot and wounded", with nothing but the "and" between them."""
    first, second = event.at, event.at + 2
    if event.noun or not event.frame.passive or second >= len(tree.tokens) or tree.low[first + 1] != "and":
        return None
    return (first, second) if tree.up(second) == first and tree.rel(second) == "conj" else None


def _in_a_row(tree: Tree, events: Sequence[Happening], by_word: dict[int, int], out: Placed) -> None:
    """ "On Tuesday Kenya became the third country to ratify it": the day is that of both."""
    for n, event in enumerate(events):
        verb = which_became(tree, event.carrier) if n not in out and not event.noun else None
        if verb in by_word and by_word[verb] in out:
            out[n] = out[by_word[verb]]


def _to_do_so(tree: Tree, events: Sequence[Happening], heads: dict[int, int | None], out: Placed) -> None:
    """ "It said that it would appeal; it has until July 2 to do so": the limit of what was told last."""
    for number, head in heads.items():
        if head is None or not any(tree.low[k] == "until" for k in tree.children(head, "case")):
            continue
        behind = tree.low[head + 1 : head + 1 + NEAR]
        before = [n for n, e in enumerate(events) if e.carrier < head and not e.noun and e.lemma not in LIGHT]
        if ["do", "so"] in [behind[k : k + 2] for k in range(len(behind))] and before and before[-1] not in out:
            out[before[-1]] = (number, "by")


def _of_the_day(tree: Tree, events: Sequence[Happening], heads: dict[int, int | None], out: Placed) -> None:
    """ "May 9 was the day the troops took the port", "1983: Miners are jailed": the time says when by its place."""
    at = {event.carrier: n for n, event in enumerate(events) if n not in out and not event.noun}
    for number, head in heads.items():
        day = tree.up(head) if head is not None else None
        if head is None or any(number == has[0] for has in out.values()):
            continue
        told: tuple[int, ...] = ()
        if day is not None and head < day and tree.low[day] in SPANS and tree.child(day, "cop") is not None:
            told = tree.children(day, "acl:relcl", "advcl:relcl")
        elif head <= 1 and tree.low[head + 1 : head + 2] == [":"]:
            told = tuple(k for k in at if tree.up(k) in {head, None})
        for k in told:
            if k in at:
                out[at[k]] = (number, "at")


def _deadlines(events: Sequence[Happening], by_word: dict[int, int], out: Placed) -> None:
    """ "promised a withdrawal by December": the deadline is that of what is promised."""
    for n, event in enumerate(events):
        if n not in out or out[n][1] not in {"by", "until"} or event.noun:
            continue
        inner = next((by_word[k] for k in event.frame.obj if k in by_word and events[by_word[k]].noun), None)
        if inner is None and event.frame.inf in by_word:
            inner = by_word[event.frame.inf] if event.frame.inf is not None else None
        if inner is not None and inner not in out:
            out[inner] = out.pop(n)


def _decided(
    tree: Tree,
    events: Sequence[Happening],
    by_word: dict[int, int],
    heads: dict[int, int | None],
    out: Placed,
) -> None:
    """ "the decision to end the accord in March": the day of the decision is what is known of the end. In "the decision
    to end it was taken on Monday" the day stands outside, and is that of the decision alone."""
    for n, event in enumerate(events):
        if n not in out or not event.noun or tree.tokens[event.at].lemma.lower() not in DECISIONS:
            continue
        head = heads.get(out[n][0])
        if head is None or event.at not in tree.ancestors(head, 8):
            continue
        inner = next((by_word[k] for k in tree.children(event.at, "acl") if k in by_word), None)
        if inner is not None and inner not in out:
            out[inner] = out[n]


def _borrowed(tree: Tree, events: Sequence[Happening], by_word: dict[int, int], out: Placed) -> None:
    """ "At a summit on Sunday the bloc told them", "leaders meeting on Sunday gave them": the act has the day of the
    occasion, or of what its subject was doing."""
    for n, event in enumerate(events):
        if n in out or event.noun:
            continue
        occasions = [h for word, h in event.frame.obls if word in OCCASIONS]
        for h in tree.children(event.carrier, "nsubj")[:1]:
            if tree.tokens[h].deprel == "nsubj:pass" and keeps_from(tree, event.carrier):
                continue  # "the opening, set for Monday, was put off"
            occasions += [h, *(k for k in tree.children(h, "acl") if tree.low[k].endswith("ing"))]
        found = [by_word[h] for h in occasions if h in by_word and by_word[h] in out and by_word[h] != n]
        if found and out[found[0]][1] == "at":
            out[n] = out[found[0]]


def _of_object(
    tree: Tree, events: Sequence[Happening], by_word: dict[int, int], days: dict[int, int | None], out: Placed
) -> None:
    """ "ended their strike on Monday", "survived a vote on Saturday": the deed that a verb brings about, ends or goes
    through has the verb's day. Who speaks of a deed does so on a day of his own: "condemned the raid on Monday"."""
    for n, event in enumerate(events):
        if n in out or event.noun or not (tree.tokens[event.carrier].deprel == "root" or _finite(tree, event.carrier)):
            continue
        inner = next((by_word[k] for k in event.frame.obj if k in by_word and by_word[k] != n), None)
        if inner is None or not events[inner].noun or inner not in out or out[inner][1] != "at":
            continue
        ahead = event.frame.passive and keeps_from(tree, event.carrier)  # "the rally on Sunday was cancelled"
        number = out[inner][0]
        ahead = ahead or _of_its_clause(tree, days.get(number), events[inner].at)
        if event.lemma.split()[0] in GOES_THROUGH and number in days and not ahead:
            out[n] = out[inner]


def _of_its_clause(tree: Tree, head: int | None, noun: int) -> bool:
    """ "Ended a strike that began on Monday": the day of what the clause behind the noun tells of it."""
    up = head
    while up is not None and up != noun:
        if base(tree.tokens[up].deprel) == "acl":
            return True
        up = tree.up(up)
    return False


def _brought_off(tree: Tree, events: Sequence[Happening], by_word: dict[int, int], out: Placed) -> None:
    """ "failed for the third time on Thursday to elect a speaker", "were forced on Monday to flee", "voted on Monday to
    ratify it": the day on which it was managed or not, or voted, is that of the deed."""
    for n, event in enumerate(events):
        if n not in out or event.noun or event.frame.inf is None:
            continue
        led = event.lemma.split()[0] in BRINGING_OFF or by_vote(tree, event.frame.inf)
        inner = by_word.get(event.frame.inf) if led else None
        if inner is not None and inner not in out and out[n][1] == "at":
            out[inner] = out[n]


def _doing_so(tree: Tree, events: Sequence[Happening], by_word: dict[int, int], out: Placed) -> None:
    """ "A bomb went off on Monday, killing two and wounding nine": what an -ing form behind the comma says came of it
    has the verb's day; "having fled in March" went before it, and "calling it a coup" says what somebody thinks."""
    for n, event in enumerate(events):
        verb = event.carrier
        first = tree.up(verb) if tree.rel(verb) == "conj" else verb
        up = tree.up(first) if first is not None and tree.rel(first) == "advcl" else None
        if n in out or event.noun or first is None or up is None or up not in by_word or up > first:
            continue
        plain = tree.low[verb].endswith("ing") and not tree.children(first, "mark", "aux", "nsubj", "case")
        outer = out.get(by_word[up])
        if events[by_word[up]].frame.inf is not None:
            continue  # "agreed on Friday to pull out, ending its presence": the day of the word given
        if (
            plain
            and event.lemma.split()[0] in RESULTS
            and tree.low[first - 1] == ","
            and outer
            and outer[1] in {"at", "after"}
        ):
            out[n] = outer


def _meanwhile(tree: Tree, events: Sequence[Happening], by_word: dict[int, int], out: Placed) -> None:
    """ "Died while swimming off Kor on Monday": what one did and what came of it then are of one day."""
    for n, event in enumerate(events):
        verb, up = event.carrier, tree.up(event.carrier)
        inner = tree.rel(verb) == "advcl" and tree.low[verb].endswith("ing") and tree.low[verb - 1] == "while"
        if not inner or up not in by_word or up > verb or tree.children(verb, "nsubj", "aux"):
            continue
        both = {n, by_word[up]}
        told = [out[k] for k in both if k in out and out[k][1] == "at"]
        if len(told) == 1:
            out.update({k: told[0] for k in both if k not in out})


def _finite(tree: Tree, verb: int) -> bool:
    return bool(tree.children(verb, "nsubj")) and not tree.low[verb].endswith("ing")


def _when_clauses(
    tree: Tree,
    events: Sequence[Happening],
    heads: dict[int, int | None],
    times: Sequence[tuple[int, TimeExpression]],
    out: Placed,
) -> None:
    """ "the crisis of July 26, when officers seized power": the clause has the time of the noun or verb before it."""
    head_of = {h: number for number, h in heads.items() if h is not None}
    known = {e.carrier: out[n] for n, e in enumerate(events) if n in out}
    for n, event in enumerate(events):
        if n in out and out[n][1] == "since" and _has_when(tree, event.carrier):
            out[n] = (out[n][0], "at")  # "as they were from July, when the coup happened"
        if n in out or not _has_when(tree, event.carrier):
            continue
        up = tree.up(event.carrier)
        if up is None:
            continue
        before = [(number, t) for number, t in times if t.end <= tree.tokens[event.carrier].start]
        when = next(k for k in tree.kids[event.carrier] if tree.low[k] == "when")
        near = [number for number, t in before if 0 <= tree.tokens[when].start - t.end <= 3 and t.type != "SET"]
        full = near and next(t for number, t in times if number == near[-1]).value[:4].isdigit()
        if up in head_of:
            out[n] = (head_of[up], "at")
        elif near and (full or up not in known):
            out[n] = (near[-1], "at")
        elif up in known:
            out[n] = known[up]


def _told_when(tree: Tree, events: Sequence[Happening], by_word: dict[int, int], out: Placed) -> None:
    """ "Homes were destroyed when the river burst its banks on Saturday": the main clause has the day of the other."""
    for n, event in enumerate(events):
        first = joined_to(tree, event.carrier) if tree.rel(event.carrier) == "conj" else None
        clauses = [
            *tree.children(event.carrier, "advcl"),
            *(tree.children(first, "advcl") if first is not None else ()),
        ]
        clause = next((k for k in clauses if _has_when(tree, k) or _as(tree, event.carrier, k)), None)
        inner = by_word.get(clause) if clause is not None else None
        if n not in out and inner is not None and inner in out and out[inner][1] == "at":
            out[n] = out[inner]


def _has_when(tree: Tree, i: int) -> bool:
    return any(tree.low[k] == "when" for k in tree.children(i, "advmod", "mark"))


def _as(tree: Tree, verb: int, clause: int) -> bool:
    """ "were shot as they left the hall on Tuesday": what goes on beside the main clause, behind it."""
    if tree.low[clause] in SAYING:
        return False  # "was quoted as saying on Thursday"
    return verb < clause and any(tree.low[k] == "as" for k in tree.children(clause, "mark"))


def _shared(
    tree: Tree,
    events: Sequence[Happening],
    by_word: dict[int, int],
    heads: dict[int, int | None],
    out: Placed,
) -> None:
    """ "On Monday the rebels crossed the river and took the fort": a time in front is that of all verbs joined."""
    for n, event in enumerate(events):
        first = joined_to(tree, event.carrier) if n not in out else None
        if first is None or first not in by_word or by_word[first] not in out:
            continue
        number, how = out[by_word[first]]
        head = heads.get(number)
        front = head is not None and head < first
        own_subject = bool(tree.children(event.carrier, "nsubj"))
        if (front or _has_when(tree, first)) and not own_subject:
            out[n] = (number, how)


def _shared_back(tree: Tree, events: Sequence[Happening], by_word: dict[int, int], out: Placed) -> None:
    """ "The court jailed the captain and fined the owner on Monday": a time behind two verbs that share their subject,
    with no comma between, is that of both."""
    for n, event in enumerate(events):
        first = joined_to(tree, event.carrier) if n in out and out[n][1] == "at" and not event.noun else None
        if first is None or first not in by_word or by_word[first] in out or events[by_word[first]].noun:
            continue
        apart = any(tree.tokens[k].text in {",", ";", "but", "then", "later"} for k in range(first, event.carrier))
        alike = tree.low[first].endswith("ed") and tree.low[event.carrier].endswith("ed")
        finite = tree.children(first, "nsubj") and not tree.children(first, "aux")
        if alike and not apart and finite and not tree.children(event.carrier, "nsubj", "aux"):
            out[by_word[first]] = out[n]
