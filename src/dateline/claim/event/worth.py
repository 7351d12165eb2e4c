"""Which events are worth a line of a record.

In:   a claim as read, with its rule, its frame and its participants.
Out:  whether an analyst would want the line.
Room: claim.

A wrong line costs more than a missing one: what nobody named takes part in, what holds as a rule, and what is only
spoken of in general stays out of the record (it is still found by `annotate`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Final

from dateline.claim.certainty.clauses import once_due, once_meant
from dateline.claim.certainty.mood import AWAITED, awaited
from dateline.claim.event.able import NUMBERS, does_harm, is_crowd
from dateline.claim.event.ahead import is_set_for_a_day, of_himself
from dateline.claim.event.asides import is_aside
from dateline.claim.event.asked_after import DOES_NOT_COUNT, asked_after
from dateline.claim.event.case import CONCRETE, Case
from dateline.claim.event.events import Happening, there_was
from dateline.claim.event.idle import is_idle, stands_so
from dateline.claim.event.moves import moves
from dateline.claim.event.roles import preposition
from dateline.claim.event.standing import stands
from dateline.claim.lexis import ASPECTS, is_kind, word_list
from dateline.claim.model import Claim, Mention
from dateline.claim.tree import Tree, base, marked_to
from dateline.claim.wording.phrases import plural
from dateline.claim.wording.titles import Words

VAGUE: Final = frozenset({"conditional", "possible"})
ACTING: Final = ("organ", "force", "person", "body", "weapon", "vehicle", "worker", "media", "assembly", "bomb")
DRAWING: Final = word_list("draw prompt spark trigger provoke cause ignite unleash")
LEANS_ON: Final = frozenset(
    {"after", "following", "since", "despite", "because of", "due to", "in response to", "amid"}
)
ANSWERING: Final = frozenset({"response", "reaction", "aftermath", "wake", "result", "protest", "anger", "outrage"})
TALKING: Final = word_list("discuss negotiate consider debate mull coordinate explore plan process timeline fear")
CAUSING: Final = word_list(
    "kill injure cause leave destroy trap force shut block wound prompt trigger damage displace spark"
)
STRESSING: Final = word_list("emphasize emphasise stress underline underscore highlight reiterate tout")
ANSWERS: Final = word_list("respond reply answer decline refuse return comment request reach contact")
NO_COMMENT: Final = word_list(
    "comment request inquiry question query message call email say elaborate detail specify discuss disclose identify "
    "confirm provide give go name answer speculate"
)
# Words of effort and wish: "seeks to support", "is working to restore". With a weak verb they promise nothing.
EFFORT: Final = word_list(
    "seek want hope aim try look work strive attempt effort wish intend intent need wants trying seeking desire "
    "efforts attempts seeks hopes aims tries looking working sought wanted hoped"
)
TOWARDS: Final = word_list("towards toward for of about without by in from on")
NEEDS_TWO: Final = word_list("ASSAULT COERCE SANCTION REJECT AID SUPPORT ACCUSE REQUEST CONSULT AGREE")
SPOKEN: Final = word_list("declare announce proclaim order rule decree")
HEDGES: Final = word_list("nearly about almost over around some roughly approximately more than at least up to")
GIVING: Final = word_list("give grant hand send offer")
DECIDING: Final = word_list("vote decide agree choose resolve vow threaten pledge promise elect opt")
SHORTEST: Final = 2  # words of a title
TOGETHER: Final = frozenset({"meet", "confer", "gather", "convene"})  # which several do with one another
UNTITLED: Final = Words("somebody", "do", "something", ())  # of a title that is not made yet: it may have its object


def objections(c: Case) -> tuple[str, ...]:
    """The names of what speaks against a line: of the refusals below, and "aside", "idle" and "still" before them."""
    t, event, claim, words = c.tree, c.event, c.claim, c.words
    first = {
        "aside": is_aside(t, event, claim, words),
        "idle": is_idle(t, event, claim, words),
        "still": stands_so(t, event, claim),
    }
    found = [name for name, holds in first.items() if holds]
    return (*found, *(name for name, refuses in REFUSALS.items() if refuses(c)))


def worth_a_line(c: Case, against: Collection[str]) -> bool:
    """Whether the event is worth a line by the rules, with what speaks against it: nothing that is not waived."""
    return set(against) <= _waived(c)


def no_line(c: Case) -> bool:
    """Whether the event is worth no line whatever its title will say: most are, and they need no title.

    The words of the case are those of UNTITLED.
    """
    if any(REFUSALS[name](c) for name in FIRM):
        return True
    waived = _waived(c)
    still = "still" not in waived and stands_so(c.tree, c.event, c.claim)
    return still or any(REFUSALS[name](c) for name in UNWORDED if name not in waived)


def _waived(c: Case) -> set[str]:
    """What does not count against the event: a weak verb where it begins or ends what stands, and the like."""
    claim, ahead = c.claim, is_set_for_a_day(c.tree, c.event, c.claim, c.timed)
    waived = {"still"} if c.moves or ahead else set()
    if asked_after(c):
        waived |= DOES_NOT_COUNT
    if c.moves and claim.time is not None and claim.factuality == "conditional":
        return waived | WAIVED | {"vague"}
    if c.moves:
        waived |= WAIVED
    if c.moves and any(m.named or m.kind == "person" for m in c.roots):
        waived |= {"nobody"}
    if ahead:
        waived |= ALWAYS_AHEAD
    return waived


def _turns_a_state(c: Case) -> bool:
    """ "Dana Reyes became chief executive": what begins or ends a state is told, though the verb only tells a state;
    "a full withdrawal is planned" ends none yet."""
    return c.claim.lemma not in AWAITED and moves(c.tree, c.event, c.claim, c.roots, turns=True)


def _speech_or_state(c: Case) -> bool:
    """ "said", "believes", "hopes to", "is set to end by May": the event of the last is the end."""
    if c.claim.lemma in {"remain", "stay", "continue"} and c.moves:
        return any(stands(c.tree, k) for k in c.tree.children(c.event.carrier, "xcomp", "obl"))  # told by "in force"
    if c.rule is None or c.rule.worth != "state":
        named = c.event.noun and c.moves  # "the recount is to begin on Monday" recounts no story
        return c.rule is not None and c.rule.worth in {"speech", "intent"} and not named
    return c.rule.when == ("inf",) or not _turns_a_state(c)


def _no_comment(c: Case) -> bool:
    """ "did not respond to a request for comment", "declined to go into detail"; "stressed the calm in the capital"."""
    lemma = c.tree.tokens[c.event.at].lemma.lower()
    if lemma == "ask" and c.tree.low[c.event.at] == "asked" and c.tree.rel(c.event.at) == "advcl":
        return True  # "asked to comment, he said", "said when asked about it"
    if lemma not in ANSWERS:
        only_said = c.rule is not None and c.rule.worth != "act"  # "reiterated its support for the truce" is more
        return lemma in STRESSING and only_said and bool(c.event.frame.obj) and not c.moves
    near = [k for _, k in c.event.frame.obls] + list(c.event.frame.obj)
    if c.event.frame.inf is not None:
        near.append(c.event.frame.inf)
    return any(c.tree.tokens[k].lemma.lower() in NO_COMMENT for k in near)


def _nobody(c: Case) -> bool:
    """ "was designated", with nobody that could be named."""
    subject = (c.words.actor or c.words.objects).lower().split()
    number = subject[-1].replace(",", "") if subject else ""
    if len(number) > 2 and number.isdigit() and set(subject[:-1]) <= HEDGES:
        return True  # "nearly 1,000 were ordered out", and nobody knows of whom
    return not subject or len(c.claim.title.split()) < SHORTEST


def _rule_of_life(c: Case) -> bool:
    """ "The base regularly hosts trainers."; "advised them against closing it" tells of no closing."""
    cue = c.claim.factuality_cue.text.lower() if c.claim.factuality_cue else ""
    return c.claim.factuality == "habitual" or (c.claim.factuality == "conditional" and cue == "against")


def _effort(c: Case) -> bool:
    """ "seeks to support the region in its journey"."""
    cue = c.claim.factuality_cue.text.lower().split() if c.claim.factuality_cue else []
    weak_plan = c.weak and not c.timed and c.claim.factuality in {"planned", "possible"}
    wished = bool(EFFORT & set(cue))
    said_so = "will" in cue or ("would" in cue and c.party and of_himself(c.tree, c.event.carrier))
    return weak_plan and (wished or not (said_so or c.moves or c.journey))  # "voted to prolong their strike"


def _in_passing(c: Case) -> bool:
    """ "works towards restoring order": an -ing form behind a preposition tells no event of its own."""
    marks = {c.tree.low[k] for k in c.tree.children(c.event.carrier, "mark", "case")}
    ing = c.tree.low[c.event.carrier].endswith("ing") and not c.claim.lemma.startswith("be ")
    if c.claim.factuality == "denied":
        return False  # "accused it of shelling the town, which it denies"
    if "by" in marks and _turns_a_state(c):
        return False  # "retaliated by closing its airspace": that is what was done
    return ing and not c.event.noun and not c.timed and bool(marks & TOWARDS)


def _once_meant(c: Case) -> bool:
    """ "had planned to open it in May", "had been due to meet on Friday": no plan any more."""
    t, i = c.tree, c.event.carrier
    if c.claim.factuality not in {"planned", "conditional"}:
        return False
    return once_due(t, i) or any(once_meant(t, k) for k in t.ancestors(i, 2))


def _purpose(c: Case) -> bool:
    """ "travelled to the capital to discuss the base": the purpose stands in the title of the act it serves."""
    if c.event.noun or c.timed:
        return False
    t, i = c.tree, c.event.carrier
    up = t.up(i)
    serves = t.rel(i) == "advcl" and up is not None and t.tokens[up].upos == "VERB"
    if serves and up is not None and t.tokens[up].lemma.lower() in DECIDING and _turns_a_state(c):
        return False  # "voted on Monday to end the pact": that is what was decided
    return serves and marked_to(t, i)


def _loose_headline(c: Case) -> bool:
    """A headline that names nobody, or only says what may be."""
    if c.claim.context != "headline":
        return False
    if c.event.frame.passive and not c.event.noun and _counted(c):
        return False  # "Two bodies recovered"
    nobody = not c.actors and not (c.caused and _counted(c))  # "Quake kills 14"
    return nobody or c.claim.factuality in VAGUE or (c.weak and not c.others)


def _loose_noun(c: Case) -> bool:
    """ "the attack" without who and when."""
    if c.bare and not c.timed and not _taken_for_fact(c):
        return True
    doers = [p for p in c.named if p.role != "place"]
    ahead = c.timed and c.claim.factuality == "planned" and awaited(c.tree, c.event.at)
    if (ahead or there_was(c.tree, c.event.at)) and doers and not c.weak:
        return False
    return c.plain_noun and (not doers or c.weak or talked_about(c.tree, c.event) or not (c.timed or len(c.named) > 1))


def _taken_for_fact(c: Case) -> bool:
    """ "after the arrest of", "in response to the seizure of": what the sentence leans on has happened."""
    if preposition(c.tree, c.event.at) in LEANS_ON or there_was(c.tree, c.event.at):
        return True
    t, up = c.tree, c.tree.up(c.event.at)
    if up is not None and t.rel(c.event.at) == "nsubj" and t.tokens[up].lemma.lower() in CAUSING:
        return True  # "the collapse of the bridge killed six workers"
    doing = any(p.role == "actor" for p in c.claim.participants) and any(p.role != "actor" for p in c.named)
    if doing and c.claim.type in {"ASSAULT", "COERCE"} and not talked_about(c.tree, c.event):
        return True  # "the capture of the dam by rebels"
    return any(c.tree.tokens[k].lemma.lower() in ANSWERING for k in c.tree.ancestors(c.event.at, 2))


def talked_about(t: Tree, event: Happening) -> bool:
    """ "discussions on the withdrawal", "considered the closure": spoken of, and no more."""
    above = [t.tokens[k].lemma.lower() for k in t.ancestors(event.at, 2)]
    return event.noun and any(lemma in TALKING or is_kind(lemma, "talk") for lemma in above)


def _weak_present(c: Case) -> bool:
    """ "operates a base near the capital": a state of things."""
    return (
        c.weak
        and not c.timed
        and c.claim.tense == "present"
        and c.claim.factuality == "happened"
        and c.claim.context == "body"
    )


def _half(c: Case) -> bool:
    """ "the junta severed": an act between two of which one half was not understood."""
    if c.claim.lemma.split()[0] in SPOKEN and not (c.words.rest or c.words.objects):
        return not _turns_a_state(c)  # "the truce is over"
    lost = bool(c.event.frame.obj) and not c.words.objects and bool(c.words.actor) and not c.event.noun
    if lost:
        return True  # "towed it to the lake", and nobody knows what
    told = {p.role for p in c.claim.participants}
    if c.claim.lemma == "ask" and not c.words.actor and c.event.frame.inf is None:
        return True  # "Asked whether it would leave, the general said ..."
    if c.claim.lemma in GIVING and "recipient" in told and "object" not in told and not c.words.rest:
        return True  # "gave the junta", with what was given lost
    if c.tree.low[c.event.at] in {"missing", "re"} and not c.claim.lemma.startswith("be "):
        return True  # "the missing workers" are no act; "re-enter", cut in two
    if _mere_adjective(c):
        return True
    if c.claim.lemma == "leave" and not c.event.frame.passive and _stays_behind(c):
        return True
    if c.claim.lemma in ASPECTS and not c.words.objects and not c.event.noun and not c.moves:
        return True  # "the two sides finished by noon"
    alone = not (c.words.objects and c.words.actor) and not c.words.rest and not c.event.frame.passive
    alone = alone and not (c.claim.lemma in TOGETHER and c.timed and plural(c.tree, c.event.frame.subj))
    alone = alone and not _turns_a_state(c)  # "it was recalling 15,000 heaters", "the nurses walked out"
    return alone and not c.event.noun and c.rule is not None and c.rule.type in NEEDS_TWO


def _mere_adjective(c: Case) -> bool:
    """ "a channel, open only to tugs": a bare form with nothing of a verb beside it says what something is like."""
    t, i = c.tree, c.event.carrier
    bare = t.tokens[i].upos == "VERB" and t.low[i] == t.tokens[i].lemma.lower()
    return (
        bare
        and t.rel(i) == "advcl"
        and not t.children(i, "nsubj", "aux", "mark", "obj")
        and t.tokens[i - 1].text == ","
    )


def _stays_behind(c: Case) -> bool:
    """ "leaving 200 soldiers at the base": whom one leaves has not left; "left 40 homes without power" says how."""
    if c.event.frame.at("without", "in") or c.tree.children(c.event.carrier, "xcomp"):
        return False
    return any(
        c.tree.children(k, "nummod") or is_kind(c.tree.tokens[k].lemma.lower(), "force") for k in c.event.frame.obj
    )


def _no_actor_of_this_world(c: Case) -> bool:
    """ "the talks contradicted the plan": an act between parties needs a party."""
    if c.rule is None or (c.rule.type is None and c.claim.lemma not in SPOKEN):
        return False
    pairs = zip(c.claim.participants, c.roots, strict=True)
    actors = [m for p, m in pairs if p.role == "actor"]
    if c.rule.type in {"ASSAULT", "COERCE"} and ((c.caused and c.told_past) or _befalls_people(c)):
        return False  # "the strike killed nine", "a wall gave way, killing two surveyors"
    return bool(actors) and not any(
        m.named or m.kind in CONCRETE or is_crowd(m) or any(is_kind(word, *ACTING) for word in _heads(m))
        for m in actors
    )


def _befalls_people(c: Case) -> bool:
    """ "killing two surveyors": whatever did so, people that are counted came to harm."""
    harmed = c.claim.lemma in {"kill", "injure", "wound", "hurt"} and c.claim.factuality == "happened"
    return harmed and _counted(c)


def _heads(mention: Mention) -> tuple[str, ...]:
    """The head, alone, with the word before it and as it is written: "defences", "air-defences", "court-martial"."""
    last = mention.anchor.text.lower().split()[-2:]
    return mention.head.lower(), "-".join(last), *last[-1:]


def _vague(c: Case) -> bool:
    """ "could be exploited by groups"."""
    return c.claim.factuality in VAGUE and (not c.actors or not c.others or c.weak)


def _weak(c: Case) -> bool:
    """A verb of all work needs somebody who acts, and somebody else or a day; an unknown verb needs both."""
    if not c.weak or c.plain_noun:
        return False
    if c.told_past and c.event.frame.passive and _counted(c) and (c.rule is not None or c.event.frame.pred is not None):
        return False  # "two were pulled from the river", "six are presumed dead"
    if _under_way(c):
        return False
    if c.told_past and c.claim.lemma in DRAWING and _cause_of(c):
        return False
    whole = bool(c.others or c.words.objects)
    if c.rule is None:
        return not (c.party and whole and c.timed)
    told = c.timed and (c.actors or c.event.noun or (c.event.frame.passive and c.named) or (c.caused and whole))
    return not (c.party and (c.others or c.timed or (c.told_past and _particular(c)))) and not told


def _counted(c: Case) -> bool:
    """Whether whom it befalls is counted: "two bodies", "the remains of two workers"."""
    t = c.tree
    return any(
        t.tokens[k].upos == "NUM" or t.low[k] in NUMBERS
        for h in c.event.frame.obj
        for k in range(max(0, h - 3), min(h + 4, t.right[h] + 1))
        if t.left[h] <= k
    )


def _under_way(c: Case) -> bool:
    """ "The withdrawal has begun", "the strike has resumed": that a deed known by name began or ended is told."""
    t, begun = (
        c.tree,
        c.claim.aspect in {"begin", "resume", "complete"} and c.claim.factuality in {"happened", "ongoing"},
    )
    known = any(t.low[k] == "the" for k in t.children(c.event.at, "det"))
    return begun and known and c.event.noun and c.event.carrier != c.event.at and c.claim.type is not None


def _the_one(c: Case) -> bool:
    """Whether an act of the table befell what the sentence takes for known: "the gates have been reopened"."""
    t = c.tree
    known = any(t.low[k] == "the" for h in c.event.frame.obj for k in t.children(h, "det"))
    return known and c.rule is not None and c.rule.worth == "act"


def _cause_of(c: Case) -> bool:
    """ "the refusal drew protests in Verrin": what was caused is a happening, with its place or day."""
    objects = [m for p, m in zip(c.claim.participants, c.roots, strict=True) if p.role == "object"]
    placed = c.timed or any(p.role == "place" for p in c.claim.participants)
    return placed and any(does_harm(m) for m in objects)


def _particular(c: Case) -> bool:
    """Whether the object, or what belongs to it, is named: "sold its stake in Belmar Steel"."""
    t = c.tree
    return any(t.tokens[k].upos == "PROPN" for h in c.event.frame.obj for k in range(h, min(t.right[h], h + 8) + 1))


def _unnamed(c: Case) -> bool:
    """Nobody named, nobody counted, no day."""
    if _under_way(c):
        return False
    befallen = c.told_past and c.event.frame.passive and not c.event.noun
    return not c.named and not c.timed and not (befallen and (_counted(c) or _the_one(c))) and not c.in_a_town


REFUSALS: Final[dict[str, Callable[[Case], bool]]] = {
    refuses.__name__.removeprefix("_"): refuses
    for refuses in (
        _speech_or_state, _no_comment, _nobody, _rule_of_life, _effort, _once_meant, _in_passing, _purpose,
        _loose_headline, _loose_noun, _half, _no_actor_of_this_world, _vague, _weak_present, _weak, _unnamed,
    )
}  # fmt: skip

# Never waived, and asked before there is a title.
FIRM: Final = (
    "no_comment", "rule_of_life", "effort", "once_meant", "in_passing", "purpose", "loose_headline", "loose_noun",
)  # fmt: skip
UNWORDED: Final = ("no_actor_of_this_world", "vague", "weak_present", "unnamed")  # these ask for no title either
WAIVED: Final = frozenset({"no_actor_of_this_world", "weak_present", "weak", "unnamed"})  # for what moves a state
ALWAYS_AHEAD: Final = WAIVED | {"speech_or_state"}  # for what is set for a day


def is_bare(t: Tree, event: Happening, claim: Claim) -> bool:
    """A noun with an article and no time of its own: it takes for granted what is told elsewhere."""
    if not event.noun or event.carrier != event.at or claim.time is not None:
        return False
    kids = t.children(event.at, "det", "nmod:poss")
    return any(t.low[k] in {"the", "this", "that"} or base(t.tokens[k].deprel) == "nmod" for k in kids)
