"""Turns the events of one sentence into claims.

In:   a sentence with its tree, the report's mentions, times and attributions.
Out:  one Told per event word: a claim, and whether it is worth a line of a record.
Room: claim.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.claim.certainty.clauses import put_off_at_once
from dateline.claim.certainty.mood import TELLING, committed, modal, tense_of
from dateline.claim.event.ahead import set_for
from dateline.claim.event.asked_after import asked_after, recalled
from dateline.claim.event.case import Case, somebodies
from dateline.claim.event.doubtful import doubts
from dateline.claim.event.drafts import Draft, address, denied_at_once, pronouns, with_its_verb
from dateline.claim.event.events import Happening, happenings, rules_of
from dateline.claim.event.long_ago import is_long_ago
from dateline.claim.event.moves import moves
from dateline.claim.event.occasion import day_before, of_then
from dateline.claim.event.parties import roles
from dateline.claim.event.passive import participle
from dateline.claim.event.pointing import point_back
from dateline.claim.event.roles import is_ceased
from dateline.claim.event.scene import FIRST_PERSON, WE, Namer, Page, Scene, plain_name
from dateline.claim.event.signs import signs
from dateline.claim.event.tellers import denier, is_hearsay, non_committal, only_rumoured
from dateline.claim.event.things import take_up
from dateline.claim.event.timing import attach, is_timed, time_words
from dateline.claim.event.twice import once, said_by
from dateline.claim.event.types import choose
from dateline.claim.event.weigh import BY_RULE, left_open, weighed
from dateline.claim.event.worth import UNTITLED, is_bare, no_line, objections, talked_about, worth_a_line
from dateline.claim.lexis import word_list
from dateline.claim.model import Claim, Mention, Participant, TimeRelation, claim_id
from dateline.claim.tree import Tree, marked_to
from dateline.claim.voice.names import UNNAMED
from dateline.claim.voice.voices import chain
from dateline.claim.wording.content import terms
from dateline.claim.wording.lost import lost
from dateline.claim.wording.own_words import on_terms, own_words, terms_before
from dateline.claim.wording.phrases import THEIRS
from dateline.claim.wording.shades import had_no, no_longer, not_to, not_yet, partial, ruled_out
from dateline.claim.wording.sound import describes, faults
from dateline.claim.wording.titles import Words, as_written, clause, title
from dateline.claim.wording.told_times import told_times
from dateline.claim.wording.words import is_so, words_of
from dateline.sentence.reading import EventWord
from dateline.terms import Anchor, Factuality, Voice

RATE: Final = re.compile(r"an? (?:hour|day|week|month|year)")
WORD: Final = re.compile(r"\S+")
ACTED_ON: Final = word_list(
    "recover find rescue refloat sign name appoint elect identify approve reject hire build launch unveil announce "
    "declare extend delay postpone call lift impose restore remove clear reveal publish bury honor vaccinate evacuate"
    " acquit convict fine free reopen close shut"
)
TOLD_TO: Final = word_list("urge order tell force ask allow require warn")
MODALS: Final = word_list("may might could can would will should must 'll ’ll 'd ’d")
PROMISING: Final = word_list("promise pledge announce call schedule set")
AT_ONCE: Final = ("effective immediately", "with immediate effect", "effective at once")


@dataclass(frozen=True, slots=True)
class Told:
    """One event word as a claim, with what decides whether it becomes a line."""

    claim: Claim
    sentence: int  # index in the reading
    noun: bool  # named by a noun
    worth: bool  # worth a line of the record
    bare: bool  # a noun that only points back to an event told elsewhere: "the withdrawal"
    talked: bool = False  # only spoken of: "discussions on the withdrawal"
    signs: tuple[str, ...] = ()  # what speaks for and against a line of it


def tell(
    page: Page,
    number: int,
    starts: Sequence[int],
    witnesses: dict[int, EventWord],
    lines: bool = False,
    before: Sequence[Told] = (),
) -> tuple[Told, ...]:
    """Every event of one sentence, by place. `starts`: where mentions start; `witnesses`: event words by start;
    `before`: what the sentence before tells.

    With `lines` only what may become a line gets its title and terms: most events do not.
    """
    scene = Scene(page, number, starts)
    times = page.times_within(scene.sentence.start, scene.sentence.end)
    dated = [t for _, t in times if not (t.type == "SET" and RATE.fullmatch(t.text))]  # "80,000 barrels a day"
    busy = {i for t in dated for i in _words_in(scene.tree, t.start, t.end)}
    t = scene.tree
    found = (e for e in happenings(t) if e.at not in busy and not _in_compound(scene, e))
    events = tuple(e for e in found if not put_off_at_once(t, e.carrier))
    if not events:
        return ()
    if scene.context == "headline":
        events = tuple(_headline(scene.tree, e) for e in events)
    placed = attach(scene.tree, events, times)
    then = day_before(page, [(x.claim.time, x.claim) for x in before if x.worth])
    placed |= {n: then for n, e in enumerate(events) if n not in placed and then is not None and of_then(scene.tree, e)}
    drafts = [_draft(scene, event, placed.get(n), busy, witnesses) for n, event in enumerate(events)]
    take_up(scene, [i for d in drafts for _, i in d.parties])
    address(drafts)
    with_its_verb(scene.tree, drafts)
    pronouns(scene, drafts)
    point_back(scene, [(d.event.lemma, d.parties) for d in drafts])
    at = {d.event.carrier: d for d in drafts} | {d.event.at: d for d in drafts}
    denied_at_once(scene, number, drafts)
    _at_once(scene, drafts, at)
    naming = scene.as_known()
    owner = {number: events[n].carrier for n, (number, _) in sorted(placed.items(), reverse=True)}

    def worded(d: Draft) -> Words:
        """The words of its title, put together when they are first asked for."""
        if d.words is None:
            name_of = Namer(page, naming, d.voice)
            d.words = words_of(scene.tree, d.event, name_of, time_words(page, d.placed), busy)
            if d.commitment.not_to:
                d.words = replace(d.words, now="not to")
            shown = busy - told_times(scene.tree, d.event, times, owner)
            d.own = own_words(scene.tree, d.event, d.words, name_of, shown)
            d.lost = d.own is None and lost(scene.tree, d.event, d.words, name_of, shown)
        return d.words

    told = [_told(scene, number, d, at, worded, lines, [x.claim for x in before]) for d in drafts]
    return once(scene, drafts, at, told)


def _in_compound(scene: Scene, event: Happening) -> bool:
    """ "Open-ended", "rebel-held", "Malmo-listed": the end of a compound is no deed."""
    start, text = scene.tree.tokens[event.at].start, scene.page.report.text
    behind = WORD.match(text, start)
    end = scene.tree.tokens[event.at].end
    if not event.noun and text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
        return True  # "jump-start"
    return start > 1 and text[start - 1] == "-" and text[start - 2].isalpha() and bool(behind and behind[0].isalpha())


def _words_in(t: Tree, start: int, end: int) -> range:
    words = [w.start for w in t.tokens]
    return range(bisect_left(words, start), bisect_left(words, end))


def _headline(t: Tree, event: Happening) -> Happening:
    """ "Two bodies recovered": a headline leaves out the auxiliary of its passive."""
    parts, word = event.frame, t.tokens[event.at]
    told = event.lemma in TOLD_TO or parts.inf is None  # "Osland urged to free poet"
    bare = not event.noun and not parts.obj and parts.subj and told and parts.clause is None
    if not bare or t.children(event.at, "aux", "cop") or not participle(word.text, word.lemma):
        return event
    rules = rules_of(event.lemma)
    acted_on = any(r.type in {"ASSAULT", "COERCE", "SANCTION"} or "obj=@person" in r.when for r in rules)
    if not acted_on and event.lemma not in ACTED_ON | TOLD_TO:
        return event
    return replace(event, frame=replace(parts, subj=(), obj=parts.subj, passive=True))


def _draft(
    scene: Scene,
    event: Happening,
    placed: tuple[int, TimeRelation] | None,
    busy: set[int],
    witnesses: dict[int, EventWord],
) -> Draft:
    t = scene.tree
    rule = choose(t, event.frame, rules_of(event.lemma), scene.known)
    parties = [(role, i) for role, i in roles(t, event, rule, scene.known) if i not in busy]
    first, last = event.words[0], event.words[-1]
    near = len(event.words) == 1 or last - first <= 3
    span = (t.tokens[first].start, t.tokens[last if near else first].end)
    witness = witnesses.get(t.tokens[event.at].start) or witnesses.get(t.tokens[event.carrier].start)
    commitment = committed(scene, event, witness, placed)
    voice = tuple(chain(scene.page.attributions, *span))
    if commitment.factuality == "happened" and is_hearsay(t, voice):
        commitment = replace(commitment, factuality=commitment.reported_as)
    return Draft(event, rule, parties, placed, commitment, voice, span)


def _at_once(scene: Scene, drafts: Sequence[Draft], at: dict[int, Draft]) -> None:
    """ "declared on Saturday that, effective immediately, it would end the accord": the act has the day of its word."""
    words = scene.page.report.text[scene.sentence.start : scene.sentence.end].lower()
    if not any(w in words for w in AT_ONCE):
        return
    for d in drafts:
        for inner in said_by(scene.tree, d, at):
            to_come = inner.commitment.factuality in {"planned", "conditional"}
            if inner.placed is None and d.placed is not None and to_come:
                inner.placed = d.placed


def _titled(scene: Scene, d: Draft, at: dict[int, Draft], worded: Callable[[Draft], Words]) -> tuple[str, Words, bool]:
    """The title of the line, the words it is made of, and whether an event that it leads to is told in it."""
    page, t, event = scene.page, scene.tree, d.event
    words, sure = worded(d), d.commitment.factuality
    said = said_by(t, d, at)
    inner = next((x for x in said if x.commitment.factuality in {"planned", "conditional"}), said[0] if said else None)
    if inner is not None:
        own = {t.low[k] for k in (*inner.event.frame.subj, *t.children(inner.event.carrier, "nsubj", "aux"))}
        ahead, himself = modal(t, inner.event) == "will" or "would" in own, min(own & {"he", "she"}, default="")
        told, led_by_to = worded(inner), marked_to(t, inner.event.carrier)
        sure, will = _as_told(t, inner, d), modal(t, inner.event)
        led = clause(inner.own or told, sure, words.actor, ahead, himself, will, led_by_to)
        if any(t.low[k] == "whether" for k in t.children(inner.event.carrier, "mark")):
            led = led.replace("that ", "whether ", 1)  # "to decide whether the vote was valid"
        led = "" if inner.lost or _if_lost(t, inner) else led  # "that winds did not explain", and not what
        led = led.replace(f"that {words.objects} ", "that they ", 1) if words.objects else led  # "warned the officers"
        for k in t.children(inner.event.carrier, "nsubj"):  # "warned that his country would leave": the chief's own
            whose = next((t.low[m] for m in t.children(k, "nmod:poss") if t.low[m] in THEIRS), "")
            led = led.replace(f"that {words.actor}'s ", f"that {whose} ", 1) if whose and words.actor else led
        words = replace(words, rest=(led,) if led else ())
    if event.noun and d.commitment.factuality == "demanded" and words.objects and _orders(event, d, t):
        words = replace(words, actor="")  # "the court ordered the seizure of the ship": it is not the court's to do
    if inner is None and not words.rest and d.event.lemma.split()[0] in TELLING and not event.noun:
        said_so = is_so(t, event.frame.clause, Namer(page, scene, d.voice))
        words = replace(words, rest=(said_so,)) if said_so and words.actor else words
    if d.own is not None and words is d.words and d.commitment.factuality != "denied":
        words = d.own
    name_of = Namer(page, scene, d.voice)
    speaker = name_of.speaker if d.denier is None else plain_name(d.denier)
    if d.denier is None and d.commitment.factuality == "denied":  # "dismissed his claim that": who dismissed it denies
        speaker = denier(scene, d.commitment, name_of) or speaker
    if (
        not speaker and d.denier is None and d.commitment.factuality == "denied"
    ):  # "withdrew its report that": who withdrew it denies it
        named = next((v.name for v in d.voice if v.name != v.name.lower()), "")
        speaker = named or denier(scene, d.commitment, name_of)
    begun = event.aspect == "begin" and d.commitment.factuality == "ongoing"
    if _only_begun(event, d, words):  # "began to withdraw": begun is not done
        words, above = replace(words, verb=f"{event.aspect} to {words.verb}"), t.up(event.carrier)
        begun = above is not None and tense_of(t, above) != "present"
    day = page.times[d.placed[0]] if d.placed is not None else None
    set_down = day is not None and set_for(t, event, day)
    if day is not None and set_down:
        when = f"{day.preposition} {day.text}"
        rest = words.rest if any(when in part for part in words.rest) else (*words.rest, when)
        past = any(t.low[k] in {"was", "were"} for k in t.children(event.carrier, "aux", "aux:pass"))
        words = replace(words, rest=rest, now=words.now if past else "set")  # "is set for Friday"
    sure = "happened" if begun or set_down else d.commitment.factuality
    if sure == "not_happened" and no_longer(t, event):
        words, sure = replace(words, how="no longer"), "ongoing" if words.now else "happened"
    text = title(
        words,
        sure,
        speaker,
        had_no(t, event),
        not_yet(t, event),
        modal(t, event) or ("to" if not_to(t, event) else "will" if ruled_out(t, event) else ""),
        next((t.low[k] for k in t.children(event.carrier, "nsubj") if t.low[k] in {"he", "she", "it", "they"}), ""),
    )
    return as_written(text, event.lemma, t.low[event.at]), words, inner is not None


def _if_lost(t: Tree, d: Draft) -> bool:
    """ "that if the camps were too big they could be unsafe", without its "if"."""
    return d.own is None and bool(on_terms(t, d.event.carrier))


def _no_terms(t: Tree, d: Draft, on_what: str) -> bool:
    """ "Army would shell port", of "Unless they leave, the army will shell the port": on what terms is lost."""
    return _if_lost(t, d) and not d.event.noun and not on_what


def _told(
    scene: Scene,
    number: int,
    d: Draft,
    at: dict[int, Draft],
    worded: Callable[[Draft], Words],
    lines: bool,
    before: Sequence[Claim] = (),
) -> Told:
    """The draft as a claim, and whether it is worth a line; with `lines`, untitled where it is none; `before`: what the
    sentence before tells."""
    page, t, event = scene.page, scene.tree, d.event
    claim = _untitled(scene, d)
    roots, timed = [page.root(p.mention) for p in claim.participants], is_timed(page, _day_of(d, at))
    bare, moving = is_bare(t, event, claim), moves(t, event, claim, roots)
    case = Case(t, event, d.rule, claim, UNTITLED, roots, bare, moving, timed, somebodies(claim.participants, roots))
    if lines and no_line(case):
        return Told(claim, number, event.noun, False, bare, talked_about(t, event))
    text, words, leads = _titled(scene, d, at, worded)
    claim = replace(
        claim,
        title=text,
        partial=partial(t, event),
        terms=terms(scene, event, d.parties),
        aside=d.placed is None and describes(t, event),
    )
    case = replace(case, claim=claim, words=words)
    against, at_word = objections(case), d.span[0] - scene.sentence.start
    worth, talked = worth_a_line(case, against), talked_about(t, event)
    alone = not (bare or talked) and claim.factuality != "denied" and len(text.split()) > 1
    if lines and not worth and not left_open(against, alone):
        return Told(claim, number, event.noun, False, bare, talked)
    wrong = faults(t, event, words, text, claim.factuality, claim.anchor.text, at_word, d.placed is not None)
    open_yet = claim.factuality == "conditional"
    on_what = terms_before(t, event, Namer(page, scene, d.voice)) if open_yet else ""
    wrong += ("lost",) if (d.lost and not leads) or (open_yet and _no_terms(t, d, on_what)) else ()
    wrong += ("hearsay",) if _hearsay(t, d) else ()
    wrong += ("ceased",) if is_ceased(t, event.carrier) and claim.factuality != "denied" else ()
    wrong += (*doubts(case), *(("long ago",) if is_long_ago(page, case, before) else ()))
    if lines and not worth and wrong:
        return Told(claim, number, event.noun, False, bare, talked)
    found = signs(case, (*against, *wrong), d.placed[1] if d.placed else None)
    found += (BY_RULE,) if worth and not wrong else ()
    worth, sound, lean = weighed(worth, (*against, *wrong), found, alone, asked_after(case) or recalled(case))
    text = f"{text} {on_what}".strip()  # weighed without it, as the model knows titles
    claim = replace(claim, title=text, lean=lean, sound=claim.sound and sound and not wrong)
    return Told(claim, number, event.noun, worth, bare, talked, found)


def _untitled(scene: Scene, d: Draft) -> Claim:
    """The draft as a claim that has no title yet."""
    report, cue = scene.page.report, d.commitment.cue
    return Claim(
        id=claim_id("c", report.id, report.sha256, *d.span, d.event.lemma),
        report=report.id,
        anchor=Anchor.cut(report.id, report.text, scene.sentence.start, scene.sentence.end),
        trigger=Anchor.cut(report.id, report.text, *d.span),
        lemma=d.event.lemma,
        type=d.rule.type if d.rule else None,
        factuality=d.commitment.factuality,
        factuality_cue=Anchor.cut(report.id, report.text, *cue) if cue else None,
        reported_as=d.commitment.reported_as,
        voice=d.voice,
        participants=tuple(Participant(role, _party(scene, i, d.voice)) for role, i in d.parties),
        time=d.placed[0] if d.placed else None,
        time_relation=d.placed[1] if d.placed else "at",
        tense=tense_of(scene.tree, d.event.carrier),
        context=scene.context,
        title="",
        aspect=d.event.aspect,
    )


def _day_of(d: Draft, at: dict[int, Draft]) -> tuple[int, TimeRelation] | None:
    """Its own time, or that of the deed it promises: "promised elections by next March"."""
    promised = (at[k] for k in d.event.frame.obj if k in at and at[k].event.noun)
    if d.placed is not None or d.event.noun or d.event.lemma not in PROMISING:
        return d.placed
    return next((x.placed for x in promised if x.placed is not None), None)


def _hearsay(t: Tree, d: Draft) -> bool:
    """ "has reportedly collapsed", "is believed to have fled": told as done, by nobody whom the report knows."""
    done = d.commitment.factuality in {"happened", "ongoing"}
    if not d.event.noun and (only_rumoured(t, d.event.carrier) if done else non_committal(t, d.event.carrier)):
        return True
    told = done and d.commitment.reported_as == "possible"
    up = t.up(d.event.carrier)
    of_them = up is not None and t.rel(d.event.carrier) == "xcomp" and bool(t.children(up, "aux:pass"))
    return told and (of_them or all(v.name == UNNAMED for v in d.voice))


def _as_told(t: Tree, inner: Draft, teller: Draft) -> Factuality:
    """How a clause is worded behind its teller: "warned that many are ill" warns of what is, though nobody else says
    that it is."""
    cue = inner.commitment.cue
    own = cue is not None and cue[0] == teller.span[0] and inner.commitment.factuality == "possible"
    own = own and not any(t.low[k] in MODALS for k in t.children(inner.event.carrier, "aux"))
    if not own or inner.words is None:
        return inner.commitment.factuality
    return "ongoing" if inner.words.now in {"be", "being", "plain", "do"} else "happened"


def _only_begun(event: Happening, d: Draft, words: Words) -> bool:
    """Whether a verb says that what the event's own verb tells began or went on: "continued to recognise"."""
    said = event.aspect in {"begin", "continue"} and d.commitment.factuality == "ongoing"
    return said and not event.noun and not event.frame.passive and bool(words.actor)


def _orders(event: Happening, d: Draft, t: Tree) -> bool:
    """Whether the verb that governs the noun is the one that asks for it."""
    cue, up = d.commitment.cue, t.up(event.at)
    return cue is not None and up is not None and cue[0] <= t.tokens[up].start < cue[1]


def _party(scene: Scene, i: int, voice: tuple[Voice, ...]) -> Mention:
    """The mention of a participant; "we" in a quotation stands for who speaks."""
    mention = scene.person(i)
    if not voice or mention.refers is not None or scene.tree.low[i] not in FIRST_PERSON:
        return mention
    if scene.tree.low[i] in WE:
        return replace(mention, refers=scene.page.side(voice)[1])
    return replace(mention, refers=(voice[-1].anchor.start, voice[-1].anchor.end))
