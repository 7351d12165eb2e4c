"""What the title of an event is made of.

In:   the tree of a sentence, an event of it, and what names its words.
Out:  Words: who, the verb, whom or what, and what completes it.
Room: claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.claim.event.events import OPENS, Happening, under_way
from dateline.claim.event.idioms import said
from dateline.claim.event.passive import is_passive, participle
from dateline.claim.event.roles import preposition
from dateline.claim.event.subjects import HINDERING, joined_to
from dateline.claim.lexis import is_kind, word_list
from dateline.claim.tree import Tree, negated
from dateline.claim.wording.aims import aimed, from_doing, what_for
from dateline.claim.wording.beside import (
    ON_THE_WAY,
    acting,
    again,
    either,
    fixed,
    how,
    now,
    outcome,
    outward,
    says_little,
    term,
    where_to,
)
from dateline.claim.wording.forms import verb_lemma
from dateline.claim.wording.infinitive import ANYBODY, Namer, doing, infinitive, of_where, outside, purpose_of
from dateline.claim.wording.misread import torn
from dateline.claim.wording.owners import acted, as_one, of_itself, owned
from dateline.claim.wording.phrases import (
    MINOR_PREPOSITIONS,
    phrase,
    plain_phrase,
    plural,
    told_apart,
)
from dateline.claim.wording.tidy import tidy
from dateline.claim.wording.titles import Words
from dateline.lexicon.places import place
from dateline.lexicon.states import standing_phrases
from dateline.sentence.reading import Token

ALONE: Final = word_list("line first second third last past one part turn all")  # which say nothing by themselves
THIS: Final = frozenset({"this", "that", "these", "those", "such"})
DEEDS: Final = word_list(
    "move step decision designation measure action announcement declaration order deal development"
)
AFFAIRS: Final = word_list("crisis situation")  # what goes on does nothing itself
AS_WELL: Final = frozenset({"to be", "in line with", "out of", "of", "back to", "back from", "away from", "back into"})
OF_WHOM: Final = word_list("share stock bond price export import sale")
BENCH: Final = word_list("magistrate judge court tribunal panel jury committee commission inquiry council parliament")
TWO_OBJECTS: Final = word_list("fine charge cost deny save spare dock")  # one does not fine a sum "to" somebody
COUNTS: Final = word_list("million billion hundred thousand dozen score millions billions hundreds thousands dozens")


def words_of(tree: Tree, event: Happening, name_of: Namer, when: str, busy: set[int]) -> Words:
    """What the title of an event is made of.

    `name_of` gives the name that a word's mention stands for, "" where it stands for nothing that can be named.
    """
    return tidy(_agreeing(tree, event, _assembled(tree, event, name_of, when, busy)), tree.said)


def _assembled(tree: Tree, event: Happening, name_of: Namer, when: str, busy: set[int]) -> Words:
    """The same as the sentence has it."""
    parts = event.frame
    objects_at = parts.obj if not event.noun else tuple(i for i in parts.obj if i not in busy)
    doers = tuple(i for i in parts.subj if i not in busy and not (parts.obj and _mere_deed(tree, i)))
    carried = event.noun and event.carrier != event.at
    if carried and (tree.tokens[event.carrier].upos in {"ADJ", "ADV", "ADP"} or under_way(tree, event.carrier)):
        return _said_of_noun(tree, event, name_of, when, busy)
    actor = _list(tree, doers, name_of)
    objects = _list(tree, objects_at, name_of) or _told_before(tree, event, name_of)
    if not objects and not event.noun:
        objects = doing(tree, event.at, name_of)
    if event.frame.iobj and objects and actor and event.lemma in TWO_OBJECTS:
        objects = f"{phrase(tree, event.frame.iobj[0], name_of)} {objects}"
    verb = event.lemma if event.noun else _verb_words(tree, event).removesuffix(f" {objects or '-'}")  # "took effect"
    rest = tuple(text for text in _rest(tree, event, name_of, busy) if not verb.endswith(f" {text}"))  # "ran aground"
    begun = (
        event.aspect in {"begin", "continue", "resume"} or tree.tokens[event.carrier].lemma.lower() in OPENS
    ) and event.at < event.carrier  # "the pullout of the force began"
    if carried and tree.tokens[event.carrier].upos == "VERB" and (actor or not objects or begun):
        verb = verb_lemma(tree.tokens[event.carrier].text, tree.tokens[event.carrier].lemma)
        particle = tree.child(event.carrier, "compound:prt")
        verb = f"{verb} {tree.low[particle]}" if particle is not None else verb  # "carried out"
        if is_passive(tree, event.carrier):
            objects, actor = phrase(tree, event.at, lambda i: None if i == event.at else name_of(i)), ""
            doers, objects_at = (), (event.at,)
        elif acted(tree, parts.subj) and not (begun and _opens_alone(tree, event)):
            objects = phrase(tree, event.at, lambda i: None if i == event.at else name_of(i))
        else:
            actor, doers = _what_began(tree, event, name_of, begun), (event.at,)
            rest, objects = tuple(r for r in rest if r not in actor), ""
    heads = doers if actor else objects_at
    inside = [f"{word} {text}" for word, k in _inside(tree, event) if (text := phrase(tree, k, name_of))]
    if not actor and inside:  # "cooperation with the bloc was ended"
        objects = " ".join([objects, *inside])
        rest = tuple(r for r in rest if r not in inside)
    purpose = _of_object(tree, event) if not actor and not event.noun else None
    if purpose is not None and (told := infinitive(tree, purpose, name_of)):  # "a plan to raise the ship was put off"
        objects, rest = f"{objects} {told}", tuple(r for r in rest if r != told)
    told_whose = (
        len(doers) == 1 and tree.tokens[doers[0]].lemma.lower() in OF_WHOM
    )  # "shares in Brask jumped 3 percent"
    told_whose = told_whose or (len(doers) == 1 and of_where(tree, doers[0]))
    if (not objects or told_whose) and not event.noun and _told_as_it_is(tree, actor, doers):
        inside = [
            f"{preposition(tree, k)} {text}" for k in outside(tree, doers[0]) if (text := phrase(tree, k, name_of))
        ]
        whole = " ".join([actor, *(part for part in inside[:1] if part.split(" ", 1)[-1] not in actor)])
        rest = tuple(r for r in rest if r not in whole)
        actor = whole
    rest = tuple(r for r in rest if r.split(" ", 1)[-1] not in {objects, actor, *actor.split(" and ")})
    if not actor:
        objects, rest, heads = _receiving(tree, event, name_of, objects, rest) or (
            objects,
            (*_or_else(tree, event), *rest),
            heads,
        )
    objects = "" if objects == actor else objects  # a pronoun that was read as the one who acts
    rest = of_itself(tree, event, objects_at, objects, rest) if not actor and objects else rest
    number = _number(tree, event, heads)
    many = plural(tree, heads) if number is None or len(heads) > 1 else number
    made = Words(actor, verb, objects, rest, many, when, how(tree, event), now(tree, event), aimed(tree, event, rest))
    return owned(tree, event, objects_at, doers, name_of, made) if actor else made


def _told_as_it_is(tree: Tree, actor: str, doers: tuple[int, ...]) -> bool:
    """ "Traffic through the canal resumed"; not "the envoy in the talks, Ann Roe, left", who is told by her name."""
    return len(doers) == 1 and bool(actor) and tree.low[doers[0]] in actor.lower()


def _or_else(tree: Tree, event: Happening) -> tuple[str, ...]:
    """The "or injured" of "were killed or injured"."""
    verbs = either(tree, event)
    return (tree.text(verbs[0] + 1, verbs[1]),) if verbs is not None and event.at == verbs[0] else ()


def _opens_alone(tree: Tree, event: Happening) -> bool:
    """ "His trial is to open in May": it opens by itself; of talks that open, the parties open them."""
    return tree.tokens[event.carrier].lemma.lower() in OPENS and not event.frame.at("with")


def _receiving(
    tree: Tree, event: Happening, name_of: Namer, objects: str, rest: tuple[str, ...]
) -> tuple[str, tuple[str, ...], tuple[int, ...]] | None:
    """ "The parties were given five seats": who receives is the subject; with what the words that follow are."""
    given = _list(tree, event.frame.iobj, name_of) if event.frame.passive and objects and not event.noun else ""
    return (given, (objects, *rest), event.frame.iobj) if given else None


def _said_of_noun(tree: Tree, event: Happening, name_of: Namer, when: str, busy: set[int]) -> Words:
    """ "The withdrawal is complete", "the strike is over": the event is the noun, the other word says how far it is."""
    told = phrase(tree, event.at, lambda i: None if i == event.at else name_of(i))
    where = []
    for word, group in _grouped(tree, event.frame.obls)[:2]:  # "between rebels and troops"
        texts = [text for k in group if k not in busy and (text := phrase(tree, k, name_of))]
        where += [f"{word} {' and '.join(texts)}"] if texts else []
    both = [k for k in tree.children(event.at, "nmod") if preposition(tree, k) == "between"]
    parties = _list(tree, (*event.frame.subj, *(k for w, k in event.frame.obls if w == "with")), name_of)
    if both and " and " in parties:  # "talks between Osland and Narvia"
        where = [f"between {parties}", *(w for w in where if not w.startswith("with "))]
    told = " ".join([told, *(w for w in where if w not in told)])
    if tree.tokens[event.carrier].lemma.lower() == "over":
        return Words(told, "be over", "", (), plural(tree, (event.at,)), when)
    if event.aspect == "complete":
        return Words("", "complete", told, (), plural(tree, (event.at,)), when)
    how_far = "under way" if under_way(tree, event.carrier) == "way" else tree.tokens[event.carrier].lemma.lower()
    return Words(told, how_far, "", (), plural(tree, (event.at,)), when)


def _what_began(tree: Tree, event: Happening, name_of: Namer, whole: bool) -> str:
    """The event's noun as a subject; `whole`: with what stands between it and its verb ("of the force from Kor")."""
    told = phrase(tree, event.at, lambda i: None if i == event.at else name_of(i))
    between = [(word, k) for word, k in event.frame.obls[:2] if whole and event.at < k < event.carrier]
    parts = [f"{word} {text}" for word, k in between if (text := phrase(tree, k, name_of))]
    return " ".join([told, *(part for part in parts if part not in told)])


def _number(tree: Tree, event: Happening, heads: tuple[int, ...]) -> bool | None:
    """Whether the sentence's own verb is plural ("thirty Marines were"); None where its form does not say."""
    own = tree.children(event.carrier, "nsubj")
    if (event.noun and event.carrier == event.at) or not own or heads[:1] != own[-1:]:
        return None
    forms = {tree.low[k] for k in tree.children(event.carrier, "aux", "cop")}
    return True if forms & {"are", "were", "have"} else False if forms & {"is", "was", "has"} else None


def _agreeing(tree: Tree, event: Happening, made: Words) -> Words:
    """The words with a verb that fits them: "we" that a title names by who speaks is one, "her trip to the coast" is a
    visit of it."""
    if as_one(tree, event, made.actor):
        made = replace(made, plural=False)
    if event.noun and made.verb == "visit" and not made.objects and made.rest and made.rest[0].startswith("to "):
        made = replace(made, objects=made.rest[0].removeprefix("to "), rest=made.rest[1:])
    return made


def _told_before(tree: Tree, event: Happening, name_of: Namer) -> str:
    """ "began a strike and ended it": what "it" stands for is the object of the verb before."""
    own, first = event.frame.obj, joined_to(tree, event.at) if not event.noun else None
    if len(own) != 1 or first is None or tree.tokens[own[0]].text.lower() not in {"it", "them"}:
        return ""
    before = [k for k in tree.children(first, "obj") if first < k < event.at and tree.tokens[k].upos == "NOUN"]
    same = before and plural(tree, (before[0],)) == (tree.tokens[own[0]].text.lower() == "them")
    return phrase(tree, before[0], name_of) if same else ""


def _mere_deed(tree: Tree, i: int) -> bool:
    """ "This move suspends the aid": the deed names nobody who acts."""
    pointed = any(tree.low[k] in THIS for k in tree.children(i, "det"))
    return (pointed and tree.tokens[i].lemma.lower() in DEEDS) or tree.tokens[i].lemma.lower() in AFFAIRS


def _verb_words(tree: Tree, event: Happening) -> str:
    """The verb with its particle: "pull out"; of what only stands, the phrase: "be in force"."""
    phrase = said(tree, event.at) if not event.noun else None
    roundabout = phrase is not None and phrase.lemma == event.lemma
    ready = event.lemma.startswith("be ") and tree.tokens[event.at].upos == "ADJ"  # "is ready to mediate"
    if event.lemma in standing_phrases() and event.words[-1] < event.carrier and event.lemma.endswith(" on"):
        return " ".join([event.lemma, *tree.low[event.words[-1] + 1 : event.carrier + 1]])  # "are on high alert"
    if event.lemma in standing_phrases() or roundabout or ready:
        return event.lemma
    after = [tree.low[k] for k in event.words if k > event.at and tree.tokens[k].upos in {"ADP", "ADV", "PART"}]
    after += [tree.low[k] for k in where_to(tree, event) if k == event.at + 1 and not after]
    after += ["again"] if again(tree, event) and not event.frame.obj else []
    beside = tree.tokens[event.at + 1] if event.at + 1 < len(tree.tokens) else None
    if beside is not None and not after and _goes_on(tree, event, beside):
        after = [beside.text.lower()]
    if beside is not None and beside.text.lower() == event.lemma.partition(" ")[2]:
        after = [beside.text.lower()]  # "ran aground"
    return " ".join([verb_lemma(tree.tokens[event.at].text, tree.tokens[event.at].lemma), *after[:2]])


def _goes_on(tree: Tree, event: Happening, beside: Token) -> bool:
    """ "has been falling back", "flew out the diplomats": the little word without which the verb says another thing."""
    above = tree.up(event.at + 1)  # "allowed back on Tuesday", where the parser hangs "back" on the day
    own = above is not None and event.at in {above, tree.up(above)} and beside.deprel in {"advmod", "compound:prt"}
    behind = tree.low[event.at + 2] if event.at + 2 < len(tree.tokens) else ""
    returns = behind == "to" and beside.text.lower() == "back" and event.lemma in {"go", "come", "get", "report"}
    return own and beside.text.lower() in ON_THE_WAY and (behind not in {"of", "to", "from"} or returns)


def _owner(tree: Tree, k: int, others: tuple[int, ...]) -> bool:
    """ "the bank and Osland's treasury": an owner that the parser took for a member of the list."""
    later = next((m for m in others if m > k), None)
    if later is None or tree.tokens[k + 1].text not in {"'s", "’s"}:
        return False
    return not any(tree.tokens[m].upos == "CCONJ" or tree.tokens[m].text == "," for m in range(k + 1, later))


def _list(tree: Tree, heads: tuple[int, ...], name_of: Namer) -> str:
    """ "US and Niger": at most three, what cannot be named left out."""
    if heads and tree.tokens[heads[0]].lemma.lower() in COUNTS:
        heads = heads[:1]
    heads = tuple(k for k in heads if not _owner(tree, k, heads) and not _in_other_words(tree, k))
    texts = [t for t in (_with_owner(tree, h, name_of) or _anybody(tree, h) for h in heads[:3]) if t]
    texts = [
        t for t in dict.fromkeys(texts) if not any(o.endswith(f" {t}") and place(t) is None for o in texts)
    ]  # "Customs" of a firm's name; Sudan stands beside South Sudan
    joined = "or" if any(tree.low[k] in {"or", "nor"} for h in heads for k in tree.children(h, "cc")) else "and"
    if len(texts) < 2:
        return "".join(texts)
    return ", ".join(texts[:-1]) + f" {joined} " + texts[-1]


def _in_other_words(tree: Tree, h: int) -> bool:
    """ "1,200 jobs, or 8 percent of its workforce": the same once more."""
    opened = next((k for k in tree.children(h, "cc") if tree.low[k] == "or"), 0)
    measured = tree.children(h, "nummod") or tree.tokens[h].upos == "NUM"
    return opened > 1 and bool(measured) and tree.rel(h) == "conj" and tree.tokens[opened - 1].text in {",", "(", "–"}


def _anybody(tree: Tree, h: int) -> str:
    """ "everyone" of "everyone in the town was told to stay": a pronoun that names all there are."""
    word = tree.low[h]
    if word == "one" and h and tree.low[h - 1] == "no":
        return "no one"
    return word if word in ANYBODY and word != "all" else ""


def _with_owner(tree: Tree, h: int, name_of: Namer) -> str:
    """ "the bloc's chief", where the parser took the bloc for a subject of its own."""
    text = told_apart(tree, h, phrase(tree, h, name_of))
    apart = h > 1 and tree.tokens[h - 1].text in {"'s", "’s"} and tree.rel(h - 2) == tree.rel(h) == "nsubj"
    if not apart or not text or name_of(h) is not None:
        return text
    owner = phrase(tree, h - 2, name_of)
    return f"{owner}'s {text}" if owner else text


def _rest(tree: Tree, event: Happening, name_of: Namer, busy: set[int]) -> tuple[str, ...]:
    """What follows the object: what it is called or made, an infinitive, prepositional parts."""
    out: list[str] = [tree.low[k] for k in where_to(tree, event) if k > event.at + 1][:1]
    out += [tree.low[k] for k in outcome(tree, event)][:1]
    i = event.at if not event.noun else event.carrier
    if not event.noun:
        for k in (n for n in tree.children(i, "xcomp", "ccomp") if n not in event.frame.obj):
            if tree.tokens[k].upos in {"NOUN", "PROPN", "ADJ"} and not tree.children(k, "cop", "mark", "advcl"):
                called = phrase(tree, k, name_of, keep_article=True)
                out.append(f"as {called}" if preposition(tree, k) == "as" else called)
            elif _made_so(tree, k) and event.frame.obj and max(event.frame.obj) < k:
                out.append(tree.low[k])  # "ordered banks closed"
        if event.lemma in HINDERING and (hindered := from_doing(tree, event.at)) is not None:
            out.append(f"from {infinitive(tree, hindered, name_of)}")  # "blocked them from leaving to report on it"
        elif event.frame.inf is not None:
            out.append(infinitive(tree, event.frame.inf, name_of))
        elif (purpose := _of_object(tree, event)) is not None:
            out.append(infinitive(tree, purpose, name_of))
        elif event.frame.iobj and (event.frame.subj or not event.frame.passive) and event.lemma not in TWO_OBJECTS:
            out.extend("to " + phrase(tree, k, name_of) for k in event.frame.iobj[:1])
    if (post := acting(tree, event)) is not None:
        out.append(f"as acting {phrase(tree, post, name_of)}")
    if (long := term(tree, event)) is not None:
        out.append(f"{long[0]} {phrase(tree, long[1], lambda i: None if i == long[1] else name_of(i))}")
    first = {"after": 2}  # "Two days after the raid, he was charged with fraud": behind the rest; names come first
    around = sorted(
        _grouped(tree, event.frame.obls),
        key=lambda part: first.get(part[0], 0) * (part[1][0] < i) or int(name_of(part[1][0]) is None),
    )
    for given, group in [*((w, (k,)) for w, k in _inside(tree, event)), *around][:6]:
        word = outward(tree, event, given, group[0])
        if _behind_another(tree, event, group[0]) or torn(tree, group[0]) or _serving_as(tree, word, group[0]):
            continue
        heads = [k for k in group if not says_little(tree, word, k) and (k not in busy or fixed(tree, word, k))]
        heads = [k for k in heads if not (tree.rel(k) == "conj" and tree.up(k) in busy)]  # "in the next day or two"
        before_whom = word == "before" and any(_person_or_court(tree, k) for k in heads)  # "appear before a judge"
        if word in MINOR_PREPOSITIONS or word in AS_WELL or before_whom:
            texts = [phrase(tree, k, name_of, keep_article=word in {"as", "to be"}) for k in heads]
            texts = [t for t in texts if t and t not in ALONE and not any(o.endswith(f" and {t}") for o in texts)]
            if texts:
                out.append(f"{word} {' and '.join(texts)}")
    out += what_for(tree, event, name_of)
    out += ["again"] if again(tree, event) and event.frame.obj else []
    return tuple(dict.fromkeys(out))


def _person_or_court(tree: Tree, k: int) -> bool:
    """Whether the word stands for a person or a body: "before a magistrate", not "before dawn"."""
    lemma = tree.tokens[k].lemma.lower()
    return lemma in BENCH or is_kind(lemma, "body")


def _made_so(tree: Tree, k: int) -> bool:
    """Whether a word is a participle that only says what is made of the object."""
    alone = not tree.children(k, "mark", "aux", "obj", "nsubj", "xcomp")
    return tree.tokens[k].upos == "VERB" and alone and participle(tree.tokens[k].text, tree.tokens[k].lemma)


def _grouped(tree: Tree, parts: Sequence[tuple[str, int]]) -> list[tuple[str, tuple[int, ...]]]:
    """Prepositional parts, those joined by "and" as one: "to Norland and Osland"."""
    out: list[tuple[str, tuple[int, ...]]] = []
    for word, k in ((_in_line(tree, word, k), k) for word, k in parts):
        beside = out[-1] if out else None
        if beside is not None and beside[0] == word and tree.rel(k) == "conj" and tree.up(k) == beside[1][0]:
            out[-1] = (word, (*beside[1], k)[:3])
        else:
            out.append((word, (k,)))
    return out


def _in_line(tree: Tree, word: str, k: int) -> str:
    """ "in line with the accord": one preposition of three words."""
    case = tree.child(k, "case")
    before = tree.low[max(0, case - 2) : case] if case is not None else []
    return "in line with" if word == "with" and before == ["in", "line"] else word


def _behind_another(tree: Tree, event: Happening, head: int) -> bool:
    """ "ran aground and blocked the strait in both directions": what stands behind the second verb is the second's."""
    return any(event.at < k < head and tree.tokens[k].upos == "VERB" for k in tree.children(event.at, "conj"))


def _serving_as(tree: Tree, word: str, head: int) -> bool:
    """ "with the embassies as their targets": without the last words it says another thing."""
    return word == "with" and any(tree.low[c] == "as" for k in tree.children(head) for c in tree.children(k, "case"))


def _inside(tree: Tree, event: Happening) -> list[tuple[str, int]]:
    """What completes the object and is no part of its own words: "cooperation with the bloc", "the events in Niger"."""
    out: list[tuple[str, int]] = []
    for h in event.frame.obj[:1]:
        own = {preposition(tree, k) for k in tree.children(h, "nmod") if k <= plain_phrase(tree, h)[1]}
        found = ((preposition(tree, k), k) for k in outside(tree, h))
        out.extend(part for part in found if part[0] != "of" or "of" not in own)  # "of the interior, of finance"
    return out[:2]


def _of_object(tree: Tree, event: Happening) -> int | None:
    """The infinitive of "announced plans to end cooperation"."""
    return next((k for h in event.frame.obj[:1] if (k := purpose_of(tree, h)) is not None), None)


def is_so(tree: Tree, clause: int | None, name_of: Namer) -> str:
    """ "that ban was unlawful" of "ruled that the ban was unlawful", "whether it was"; "" where it says more."""
    if clause is None or tree.tokens[clause].upos not in {"ADJ", "NOUN"}:
        return ""
    subject, cop = tree.child(clause, "nsubj"), tree.child(clause, "cop")
    if subject is None or cop is None or tree.children(clause, "aux", "advcl", "conj", "acl", "ccomp", "xcomp"):
        return ""
    no = negated(tree, clause)
    told = phrase(tree, subject, name_of)
    made = phrase(tree, clause, lambda _: None, keep_article=True)
    made = tree.tokens[clause].text if tree.tokens[clause].upos == "ADJ" else made
    verb = tree.low[cop]
    that = "whether" if any(tree.low[k] == "whether" for k in tree.children(clause, "mark")) else "that"
    return f"{that} {told} {verb}{' not' if no else ''} {made}" if told and made and verb in {"was", "were"} else ""
