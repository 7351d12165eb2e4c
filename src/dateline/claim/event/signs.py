"""Names what speaks for and against a line of the record, for the small model that weighs it.

In:   an event as read, what the rules of `worth` and `sound` have against it, the words of its title.
Out:  named signs, each of them there or not.
Room: claim. A sign is something a reader could check in the sentence; what each is worth, `weigh` knows from marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from dateline.claim.event.case import Case
from dateline.claim.lexis import word_list
from dateline.claim.model import Mention
from dateline.claim.tree import base

AGAINST: Final = "against: "
ROLES: Final = ("actor", "recipient", "object", "place")
PRONOUNS: Final = word_list("he she it they we i you him her them who which that this these those")
CONTENT: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
ELSEWHERE: Final = frozenset({"conj", "parataxis", "advcl", "ccomp"})  # clauses that tell what they tell themselves
SAYING: Final = word_list("say tell report announce add note")
NOT: Final = word_list("not n't no never")
STEM: Final = 5  # letters by which a word of the sentence is found again in the title


def signs(case: Case, against: Sequence[str], timed_by: str | None) -> tuple[str, ...]:
    """The names of all signs that hold. `against`: what the rules have against the line; `timed_by`: how its time is
    attached ("at", "since"), None where it has none."""
    found = [
        *(AGAINST + name for name in against),
        *_verb(case),
        *_parties(case),
        *_title(case),
        *_sentence(case),
        *_subject(case),
    ]
    found += ["no time"] if timed_by is None else [f"time {timed_by}"]
    found += ["timed"] if case.timed else []
    return tuple(dict.fromkeys(found))


def _verb(c: Case) -> Iterator[str]:
    """How the event is told: by a verb or a noun, where in the sentence, as what."""
    t, event, claim = c.tree, c.event, c.claim
    yield f"tagged {t.tokens[event.at].upos}"
    yield f"stands as {base(t.tokens[event.carrier].deprel)}"
    yield f"rule {c.rule.worth if c.rule else 'none'}"
    yield f"tense {claim.tense}"
    yield f"told as {claim.factuality}"
    yield f"in {claim.context}"
    up = t.up(event.carrier)
    if up is not None:
        yield f"under {t.tokens[up].upos}"
    told = {
        "noun": event.noun,
        "carried": event.noun and event.carrier != event.at,
        "passive": event.frame.passive,
        f"aspect {event.aspect}": event.aspect is not None,
        "moves a state": c.moves,
        "bare": c.bare,
        "partial": claim.partial,
        "describes": claim.aside,
        "hedged": claim.reported_as != claim.factuality,
        "cue": claim.factuality_cue is not None,
        "under saying": up is not None and t.tokens[up].lemma.lower() in SAYING,
        "voices": bool(claim.voice),
        "two voices": len(claim.voice) > 1,
    }
    yield from (name for name, holds in told.items() if holds)


def _parties(c: Case) -> Iterator[str]:
    """Who takes part: named, by a pronoun, by one that stands for nobody."""
    for role in ROLES:
        pairs = [(p, m) for p, m in zip(c.claim.participants, c.roots, strict=True) if p.role == role]
        if pairs:
            yield f"{role}"
        if any(m.named for _, m in pairs):
            yield f"{role} named"
        if any(_pronoun(p.mention) for p, _ in pairs):
            yield f"{role} by a pronoun"
        if any(_pronoun(p.mention) and m is p.mention for p, m in pairs):
            yield f"{role} unknown"


def _pronoun(mention: Mention) -> bool:
    return mention.anchor.text.lower() in PRONOUNS and not mention.named


def _title(c: Case) -> Iterator[str]:
    """How the title covers the clause: how much of it, in one piece or with gaps, and where it breaks off."""
    t, words = c.tree, c.claim.title.split()
    yield f"words {min(len(words), 16) // 2 * 2}"
    if c.words.whole:
        yield "own words"
    if any(ch.isdigit() for ch in c.claim.title):
        yield "a number"
    yield f"capitals {min(sum(w[:1].isupper() for w in words[1:]), 4)}"
    own, told = _own_clause(c), c.claim.title.lower().replace(",", " ").split()
    in_title, stems = set(told), {w[:STEM] for w in told if w[STEM:]}  # the word itself, or one that starts like it
    kept = [k for k in own if t.low[k][:STEM] in stems or {t.low[k], t.tokens[k].lemma.lower()} & in_title]
    yield f"covers {int(5 * len(kept) / max(1, len(own)))}"
    yield f"clause {min(len(own), 24) // 4 * 4}"
    at = {k: n for n, k in enumerate(own)}
    gaps = sum(at[b] - at[a] > 1 for a, b in pairwise(kept))
    yield f"gaps {min(gaps, 4)}"
    if kept and kept[-1] + 1 < len(t.tokens):
        behind = t.tokens[kept[-1] + 1]
        yield f"before {behind.text}" if behind.upos == "PUNCT" and behind.text in ".,;" else f"before {behind.upos}"
        if behind.upos != "PUNCT" and behind.head <= kept[-1]:
            yield "cut"
    outside = set(t.low)
    yield f"from elsewhere {min(sum(w[:1].isupper() and w.lower() not in outside for w in words), 3)}"


def _own_clause(c: Case) -> list[int]:
    """The content words below the event that no other clause tells."""
    t, i = c.tree, c.event.carrier
    others: set[int] = set()
    for k in t.children(i):
        if t.tokens[k].upos == "VERB" and base(t.tokens[k].deprel) in ELSEWHERE:
            others |= set(range(t.left[k], t.right[k] + 1))
    return [k for k in range(t.left[i], t.right[i] + 1) if k not in others and t.tokens[k].upos in CONTENT]


def _sentence(c: Case) -> Iterator[str]:
    """What kind of sentence it stands in."""
    t = c.tree
    yield f"sentence {min(len(t.tokens), 60) // 10 * 10}"
    yield f"depth {min(len(t.ancestors(c.event.carrier, 8)), 5)}"
    yield f"verbs {min(sum(x.upos == 'VERB' for x in t.tokens), 8) // 2 * 2}"
    if any(mark in c.claim.anchor.text for mark in '"“”'):
        yield "quotation"
    if any(x.text.lower() in NOT for x in t.tokens):
        yield "negation"


def _subject(c: Case) -> Iterator[str]:
    """Where its subject stands: its own or lent by another verb, near or far."""
    t, i, heads = c.tree, c.event.carrier, c.event.frame.subj
    if not heads:
        return
    yield "own subject" if any(k in t.children(i) for k in heads) else "lent subject"
    low, high = sorted((heads[0], i))
    yield f"subject off {min(high - low, 16) // 4 * 4}"
    if any(t.tokens[k].upos == "VERB" for k in range(low + 1, high)):
        yield "a verb between"
    if any(t.tokens[k].text == "," for k in range(low + 1, high)):
        yield "a comma between"
    if len(heads) > 1:
        yield "two subjects"
