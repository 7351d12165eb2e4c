"""One short sentence for an event, in the tense and mood that its factuality asks.

In:   an event with its frame, the words of its participants, and how certain it is.
Out:  "United States designated events in Niger as coup", "US troops to complete withdrawal by mid-September".
Room: claim.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from dateline.claim.events import UNDER_WAY, Happening
from dateline.claim.forms import verb_lemma
from dateline.claim.inflect import ing, participle, past, third
from dateline.claim.lexis import word_list
from dateline.claim.roles import is_passive, preposition
from dateline.claim.tree import Tree
from dateline.lexicon.places import demonym
from dateline.terms import Factuality

LONGEST: Final = 15  # words of a title; what comes last is left out first
PHRASE: Final = 9  # words of one participant
NONE: Final = ("no ", "none ", "neither ", "nobody", "no-one")
SAYS_LITTLE: Final = word_list(
    "aftermath response order addition wake light result comment interview statement move process meantime part "
    "interim case while end basis term manner way effect preparation behalf turn fact front"
)
COUNTS: Final = word_list("million billion hundred thousand dozen score millions billions hundreds thousands dozens")
ARTICLES: Final = frozenset({"the", "a", "an", "this", "that", "these", "those", "such", "any"})
SPACE: Final = re.compile(r"\s+")
MINOR_PREPOSITIONS: Final = word_list(
    "from to in into on at with against for over about near of as under between among across by through toward "
    "towards onto off after during via around along"
)


@dataclass(frozen=True, slots=True)
class Words:
    """What a title is made of."""

    actor: str  # "" where nobody is named
    verb: str  # lemma, particle and noun of a light verb included: "pull out"
    objects: str
    rest: tuple[str, ...]  # "from Niger", "to leave": most telling first
    plural: bool = False  # of the subject, or of the object in a passive
    when: str = ""  # "by mid-September", for plans


def title(
    words: Words,
    factuality: Factuality,
    speaker: str = "",
    had_no: str = "",
    not_yet: bool = False,
    future: bool = False,
) -> str:
    """The sentence.

    >>> title(Words("French forces", "leave", "Niger", ()), "demanded")
    'French forces asked to leave Niger'
    >>> title(Words("", "oust", "Mohamed Bazoum", ("in July",)), "happened")
    'Mohamed Bazoum was ousted in July'
    """
    passive = not words.actor
    subject = words.objects if passive else words.actor
    if factuality == "not_happened" and subject.lower().startswith(NONE):
        factuality = "happened"  # "no bodies were recovered"
    verb = _verb(words, factuality, passive, not_yet)
    if future and factuality == "not_happened" and not not_yet:
        verb = "will not " + ("be " + participle(words.verb) if passive else words.verb)
    if had_no and factuality == "not_happened":
        verb = f"had no {had_no} to {'be ' + participle(words.verb) if passive else words.verb}"
    parts = [subject, verb, *([] if passive else [words.objects]), *words.rest]
    if factuality in {"planned", "demanded"} and words.when:
        parts.append(words.when)
    if factuality == "denied":
        parts = [speaker or "Denied:", *(["denied that"] if speaker else []), *parts]
    return _fit(parts)


def clause(words: Words, factuality: Factuality) -> str:
    """The sentence inside another: "that junta would end cooperation with US"; "" where nobody can be named.

    >>> clause(Words("junta", "end", "cooperation", ("with US",)), "planned")
    'that junta would end cooperation with US'
    """
    subject = words.actor or words.objects
    if not subject:
        return ""
    inner: Factuality = "conditional" if factuality in {"planned", "demanded"} else factuality
    parts = [
        subject,
        _verb(words, inner, not words.actor, False),
        words.objects if words.actor else "",
        *words.rest[:2],
    ]
    return "that " + " ".join(p for p in parts if p)


def _verb(words: Words, factuality: Factuality, passive: bool, not_yet: bool) -> str:
    """The verb group: "withdrew", "to withdraw", "did not withdraw", "was withdrawn"."""
    verb, be = words.verb, "were" if words.plural else "was"
    are = "are" if words.plural else "is"
    if passive:
        done = participle(verb)
        forms = {
            "happened": f"{be} {done}", "ongoing": f"{are} being {done}", "habitual": f"{are} {done}",
            "planned": f"to be {done}", "demanded": f"asked to be {done}", "conditional": f"would be {done}",
            "possible": f"may be {done}", "not_happened": f"{be} not {done}", "denied": f"{be} {done}",
        }  # fmt: skip
    else:
        forms = {
            "happened": past(verb), "ongoing": f"{are} {ing(verb)}", "habitual": verb if words.plural else third(verb),
            "planned": f"to {verb}", "demanded": f"asked to {verb}", "conditional": f"would {verb}",
            "possible": f"may {verb}", "not_happened": f"did not {verb}", "denied": past(verb),
        }  # fmt: skip
    if verb in UNDER_WAY:
        return {"planned": f"to be {verb}", "not_happened": f"{are} not {verb}"}.get(factuality, f"{are} {verb}")
    if factuality == "demanded" and passive:
        return f"should be {participle(verb)}"
    if factuality == "not_happened" and not_yet:
        return f"had not yet been {participle(verb)}" if passive else f"had not yet {participle(verb)}"
    return forms[factuality]


def _fit(parts: list[str]) -> str:
    """Joins the parts, leaving out late ones that would make it too long, with a capital letter in front."""
    out: list[str] = []
    for n, part in enumerate(parts):
        if not part:
            continue
        if n > 2 and len(" ".join(out).split()) + len(part.split()) > LONGEST:
            continue
        out.append(part)
    text = SPACE.sub(" ", " ".join(out)).strip(" ,;:-")
    return text[:1].upper() + text[1:]


def plural(tree: Tree, heads: tuple[int, ...]) -> bool:
    """Whether the words take a plural verb."""
    if len(heads) > 1:
        return True
    if heads and tree.tokens[heads[0]].upos == "NUM":
        return tree.tokens[heads[0]].text.lower() not in {"one", "1"}
    return any(
        (
            tree.tokens[h].upos in {"NOUN", "PROPN"}
            and tree.tokens[h].lemma.lower() != tree.tokens[h].text.lower()
            and tree.tokens[h].text.lower().endswith(("s", "men", "people", "children"))
        )
        or tree.tokens[h].text.lower() in {"they", "we", "people", "police", "personnel", "troops", "both"}
        for h in heads[:1]
    )


def plain_phrase(tree: Tree, head: int) -> tuple[int, int]:
    """First and last word of a noun phrase, cut where a clause starts: a wrong arc must not drag half a sentence in."""
    low, high = tree.noun_phrase(head)
    first, last = head, head
    while first > max(low, head - PHRASE) and not _breaks(tree, first - 1):
        first -= 1
    while last < min(high, head + PHRASE) and not _breaks(tree, last + 1):
        last += 1
    return first, last


def _breaks(tree: Tree, i: int) -> bool:
    """Whether the word cannot stand inside a plain noun phrase."""
    token = tree.tokens[i]
    if token.upos == "VERB":
        return token.deprel not in {"amod", "compound"}
    if token.upos == "PUNCT":
        return token.text not in {"-", "–", "'", "’", "/", ".", "$"}
    return token.upos in {"AUX", "SCONJ"} or token.text.lower() in {"who", "which", "whom", "that", "when", "where"}


def phrase(tree: Tree, head: int, name_of: Callable[[int], str | None], keep_article: bool = False) -> str:
    """The words of a noun phrase as a title needs them: names resolved, no articles, clauses or appositions."""
    named = name_of(head)
    if named is not None:
        return named
    low, high = plain_phrase(tree, head)
    out: list[str] = []
    i = low + 1 if low < head and tree.tokens[low].upos == "ADP" else low
    while i <= high and len(out) < PHRASE + 3:
        token = tree.tokens[i]
        word = token.text
        if word.lower() in ARTICLES and token.upos == "DET" and not keep_article:
            i += 1
            continue
        if i == 0 and token.upos != "PROPN" and word[1:] == word[1:].lower() and demonym(word) is None:
            word = word.lower()  # the capital of the sentence
        if token.upos == "PUNCT" and word not in {"-", "–", "'", "’", "/"}:
            i += 1
            continue
        if token.upos == "PRON" and i != head:
            owner = name_of(i)
            word = f"{owner}'s" if owner and token.deprel == "nmod:poss" else (owner or word)
        glued = bool(out) and i > low and tree.tokens[i - 1].end == token.start and out[-1] != ""
        if glued and (tree.tokens[i - 1].upos != "PUNCT" or tree.tokens[i - 1].text in {"-", "–", "'", "’", "/"}):
            out[-1] += word
        else:
            out.append(word)
        i += 1
    while len(out) > 1 and high > head and _loose_end(tree, high):
        out.pop()
        high -= 1
    while out and out[-1].lower() in MINOR_PREPOSITIONS | {"and", "or"}:
        out.pop()
    return " ".join(out)


def _loose_end(tree: Tree, i: int) -> bool:
    """Whether a phrase must not end with the word: an adjective whose noun was cut off, an article."""
    return tree.tokens[i].upos in {"ADJ", "DET", "CCONJ", "ADP", "PART", "ADV", "VERB"} and tree.tokens[i].text != "'s"


def words_of(
    tree: Tree,
    event: Happening,
    name_of: Callable[[int], str | None],
    when: str,
    busy: set[int],
) -> Words:
    """What the title of an event is made of.

    `name_of` gives the name that a word's mention stands for, "" where it stands for nothing that can be named.
    """
    parts = event.frame
    objects_at = parts.obj if not event.noun else tuple(i for i in parts.obj if i not in busy)
    doers = tuple(i for i in parts.subj if i not in busy)
    carried = event.noun and event.carrier != event.at
    if carried and tree.tokens[event.carrier].upos == "ADJ":
        told = phrase(tree, event.at, lambda i: None if i == event.at else name_of(i))
        where = [f"{word} {text}" for word, k in parts.obls[:2] if k not in busy and (text := phrase(tree, k, name_of))]
        told = " ".join([told, *(w for w in where if w not in told)])
        if event.aspect == "complete":
            return Words("", "complete", told, (), plural(tree, (event.at,)), when)
        return Words(told, tree.tokens[event.carrier].lemma.lower(), "", (), plural(tree, (event.at,)), when)
    actor = _list(tree, doers, name_of)
    objects = _list(tree, objects_at, name_of)
    verb = event.lemma if event.noun else _verb_words(tree, event)
    rest = _rest(tree, event, name_of, busy)
    if carried and tree.tokens[event.carrier].upos == "VERB" and (actor or not objects):
        verb = verb_lemma(tree.tokens[event.carrier].text, tree.tokens[event.carrier].lemma)
        if is_passive(tree, event.carrier):
            objects, actor = phrase(tree, event.at, lambda i: None if i == event.at else name_of(i)), ""
        elif parts.subj:
            objects = phrase(tree, event.at, lambda i: None if i == event.at else name_of(i))
        else:
            actor = phrase(tree, event.at, lambda i: None if i == event.at else name_of(i))
            objects = ""
    heads = doers if actor else objects_at
    inside = [f"{word} {text}" for word, k in _inside(tree, event) if (text := phrase(tree, k, name_of))]
    if not actor and inside:  # "cooperation with the bloc was ended"
        objects = " ".join([objects, *inside])
        rest = tuple(r for r in rest if r not in inside)
    rest = tuple(r for r in rest if r.split(" ", 1)[-1] not in {objects, actor})
    if actor and objects == actor:
        objects = ""  # a pronoun that was read as the one who acts
    if actor:
        own = "their" if plural(tree, parts.subj) else "its"
        for name in [actor, *(n for h in doers if (n := name_of(h)))]:
            objects = objects.replace(f"{name}'s ", f"{own} ")
            rest = tuple(r.replace(f"{name}'s ", f"{own} ") for r in rest)
    return Words(actor, verb, objects, rest, plural(tree, heads), when)


def _verb_words(tree: Tree, event: Happening) -> str:
    """The verb with its particle: "pull out"."""
    after = [
        tree.tokens[k].text.lower()
        for k in event.words
        if k > event.at and tree.tokens[k].upos in {"ADP", "ADV", "PART"}
    ]
    return " ".join([verb_lemma(tree.tokens[event.at].text, tree.tokens[event.at].lemma), *after[:2]])


def _list(tree: Tree, heads: tuple[int, ...], name_of: Callable[[int], str | None]) -> str:
    """ "US and Niger": at most three, what cannot be named left out."""
    if heads and tree.tokens[heads[0]].lemma.lower() in COUNTS:
        heads = heads[:1]
    texts = [t for t in (phrase(tree, h, name_of) for h in heads[:3]) if t]
    texts = list(dict.fromkeys(texts))
    if len(texts) < 2:
        return "".join(texts)
    return ", ".join(texts[:-1]) + " and " + texts[-1]


def _rest(tree: Tree, event: Happening, name_of: Callable[[int], str | None], busy: set[int]) -> tuple[str, ...]:
    """What follows the object: what it is called or made, an infinitive, prepositional parts."""
    out: list[str] = []
    i = event.at if not event.noun else event.carrier
    if not event.noun:
        for k in tree.children(i, "xcomp", "ccomp"):
            if tree.tokens[k].upos in {"NOUN", "PROPN", "ADJ"} and not tree.children(k, "cop", "mark"):
                out.append(phrase(tree, k, name_of, keep_article=True))
        if event.frame.inf is not None:
            out.append(_infinitive(tree, event.frame.inf, name_of))
        elif (purpose := _of_object(tree, event)) is not None:
            out.append(_infinitive(tree, purpose, name_of))
        elif event.frame.iobj and not event.frame.passive:
            out.extend("to " + phrase(tree, k, name_of) for k in event.frame.iobj[:1])
    around = sorted(event.frame.obls, key=lambda part: name_of(part[1]) is None)  # names first
    for word, head in [*_inside(tree, event), *around][:6]:
        if tree.tokens[head].lemma.lower() in SAYS_LITTLE:
            continue
        if (word in MINOR_PREPOSITIONS or word == "to be") and head not in busy:
            text = phrase(tree, head, name_of, keep_article=word in {"as", "to be"})
            if text:
                out.append(f"{word} {text}")
    return tuple(out)


def _inside(tree: Tree, event: Happening) -> list[tuple[str, int]]:
    """What completes the object and is no part of its own words: "cooperation with the bloc", "the events in Niger"."""
    out: list[tuple[str, int]] = []
    for h in event.frame.obj[:1]:
        out.extend((preposition(tree, k), k) for k in _outside(tree, h))
    return out[:2]


def _outside(tree: Tree, h: int) -> list[int]:
    """Phrases that hang on a noun and are no part of its own words."""
    low, high = plain_phrase(tree, h)
    return [k for k in tree.children(h, "nmod") if not low <= k <= high and k > h and preposition(tree, k)]


def _of_object(tree: Tree, event: Happening) -> int | None:
    """The infinitive of "announced plans to end cooperation"."""
    for h in event.frame.obj[:1]:
        for k in tree.children(h, "acl"):
            if any(tree.tokens[m].text.lower() == "to" for m in tree.children(k, "mark")):
                return k
    return None


def _infinitive(tree: Tree, i: int, name_of: Callable[[int], str | None]) -> str:
    """ "to leave Niger": the infinitive with its object."""
    own = [phrase(tree, k, name_of) for k in tree.children(i, "nsubj")[:1]]
    words = [*(["for", *own] if own and own[0] else []), "to", verb_lemma(tree.tokens[i].text, tree.tokens[i].lemma)]
    particle = tree.child(i, "compound:prt")
    if particle is not None:
        words.append(tree.tokens[particle].text)
    for k in (*tree.children(i, "iobj")[:1], *tree.children(i, "obj")[:1]):
        words.append(phrase(tree, k, name_of))
        words.extend(f"{preposition(tree, m)} {phrase(tree, m, name_of)}" for m in _outside(tree, k)[:1])
    for k in tree.children(i, "obl")[:2]:
        case = tree.child(k, "case")
        text = phrase(tree, k, name_of)
        if case is not None and text and tree.tokens[case].text.lower() in MINOR_PREPOSITIONS:
            words.append(f"{tree.tokens[case].text.lower()} {text}")
    return " ".join(w for w in words if w)
