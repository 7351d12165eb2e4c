"""Mends attachments that the order of the words rules out, whatever the scores say.

In:   the words of one sentence with their tags, heads and relations.
Out:  the heads and relations, some of them mended.
Room: sentence. Each rule is a fact of English word order, with the sentence that shows it:

- `before_speech`  "The road was reopened on Thursday, the ministry said." What stands before the comma that a speech
  verb and its subject follow belongs to what is said, not to the saying.
- `before_mark`    "It was shut on Friday after water entered the hall." Nothing left of a clause's own opening word
  belongs to that clause.
- `own_subject`    "Osland will expel the envoy, its minister said." Of two subjects of the saying, the one before the
  comma does what is said; "The strike killed nine, the clinic said, and hurt six": so does a verb joined on after it.
- `split_quotation` "“The rebels,” the governor said, “attacked.”" The noun before the saying is the subject of the
  verb behind it.
- `told_whom`      "He told staff Narvia would pay." "Nurses told the Guild that guards slept." Who is told stands
  between the telling and the subject, or the opening word, of what is told.
- `that_after`     "It said the union had claimed that guards slept." What a verb and its "that" open belongs to it.
- `particles`      "The plant was shut down on Friday." A particle belongs to the verb that it follows.
- `two_subjects`   "Its operator Enerco said ..." Two subjects side by side are one, named twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

SUBJECTS: Final = ("nsubj", "nsubj:pass")
ADJUNCTS: Final = ("obl", "obl:unmarked", "obl:agent", "advmod", "advcl", "obj", "iobj", "xcomp", "compound:prt")
TELLS: Final = frozenset(
    {"tell", "tells", "told", "telling", "informed", "inform", "informs", "assured", "reminded", "warned"}
)
MOVED: Final = ("obl", "obl:unmarked", "advmod", "compound:prt", "obj")


@dataclass(slots=True)
class Words:
    """One sentence while it is mended; heads are indices, -1 for the root."""

    texts: list[str]
    tags: list[str]
    heads: list[int]
    relations: list[str]

    def under(self, head: int, *relations: str) -> list[int]:
        """The dependents of the word, of those relations where any are named."""
        return [n for n, h in enumerate(self.heads) if h == head and (not relations or self.relations[n] in relations)]

    def above(self, word: int, over: int) -> bool:
        """Whether `over` is the word itself or somewhere above it."""
        for _ in self.heads:
            if word == over:
                return True
            word = self.heads[word]
            if word < 0:
                return False
        return False


def mended(words: Words) -> None:
    """Applies every rule, in order, to the heads and relations."""
    particles(words)
    two_subjects(words)
    told_whom(words)
    own_subject(words)
    split_quotation(words)
    before_speech(words)
    that_after(words)
    before_mark(words)


def before_speech(w: Words) -> None:
    """Gives to what is said all that stands before the comma of the saying."""
    for verb in range(len(w.heads)):
        if w.tags[verb] != "VERB":
            continue
        subject = next((n for n in w.under(verb, *SUBJECTS)), None)
        said = next((n for n in w.under(verb, "ccomp", "parataxis") if n < verb), None)
        if subject is None or said is None or not said < subject:
            continue
        comma = next((n for n in range(min(subject, verb) - 1, said, -1) if w.texts[n] == ","), None)
        if comma is None:
            continue
        for n in w.under(verb, *ADJUNCTS):
            if n < comma:
                w.heads[n] = said


def before_mark(w: Words) -> None:
    """Takes from a clause what stands left of its opening word, and gives it to the verb before that."""
    for verb in range(len(w.heads)):
        mark = next((n for n in w.under(verb, "mark") if w.tags[n] in ("SCONJ", "ADP") and n < verb), None)
        if mark is None:
            continue
        for n in w.under(verb, *MOVED):
            if n < mark:
                outer = next((v for v in range(n - 1, -1, -1) if w.tags[v] == "VERB" and not w.above(v, n)), None)
                if outer is not None and not w.above(outer, verb):
                    w.heads[n] = outer


def particles(w: Words) -> None:
    """Gives a particle to the verb that it follows."""
    for n, relation in enumerate(w.relations):
        if relation == "compound:prt" and n and w.heads[n] != n - 1 and w.tags[n - 1] == "VERB":
            w.heads[n] = n - 1


def two_subjects(w: Words) -> None:
    """Makes of two subjects side by side one with its name."""
    for verb in range(len(w.heads)):
        subjects = w.under(verb, *SUBJECTS)
        for first, second in pairwise(subjects):
            side_by_side = second == first + 1 or all(w.above(n, second) for n in range(first + 1, second))
            if side_by_side and w.tags[second] == "PROPN" and second < verb:
                w.heads[second], w.relations[second] = first, "appos"


def own_subject(w: Words) -> None:
    """Gives to what is said its own subject and the verbs joined to it, which the parse hung on the saying."""
    for verb in range(len(w.heads)):
        subjects = [n for n in w.under(verb, *SUBJECTS) if n < verb] if w.tags[verb] == "VERB" else []
        if not subjects:
            continue
        said = next((n for n in w.under(verb, "ccomp", "parataxis") if n < subjects[-1]), None)
        if said is None or "," not in w.texts[said + 1 : subjects[-1]]:
            continue
        if len(subjects) == 2 and subjects[0] < said and not w.under(said, *SUBJECTS):
            w.heads[subjects[0]] = said
            w.relations[subjects[0]] = "nsubj:pass" if w.under(said, "aux:pass") else "nsubj"
        if w.texts[verb + 1 : verb + 2] == [","] and w.texts[verb + 2 : verb + 3] in (["and"], ["but"]):
            for n in w.under(verb, "conj"):
                if n > verb and w.tags[n] == "VERB" and not w.under(n, *SUBJECTS):
                    w.heads[n] = said


def split_quotation(w: Words) -> None:
    """Joins the noun before an inserted "X said" to the verb that goes on after it."""
    for verb in range(len(w.heads)):
        subject = next((n for n in w.under(verb, *SUBJECTS) if n < verb), None) if w.tags[verb] == "VERB" else None
        if subject is None or w.texts[verb + 1 : verb + 2] != [","]:
            continue
        clauses = w.under(verb, "ccomp", "parataxis")
        before = next((n for n in clauses if n < subject and w.tags[n] in ("NOUN", "PROPN", "PRON")), None)
        after = next((n for n in clauses if n > verb and w.tags[n] == "VERB"), None)
        if before is None or after is None or w.under(before, *SUBJECTS, "cop") or w.under(after, *SUBJECTS):
            continue
        w.heads[before] = after
        w.relations[before] = "nsubj:pass" if w.under(after, "aux:pass") else "nsubj"


def told_whom(w: Words) -> None:
    """Parts who is told from who does what is told."""
    for verb in range(len(w.heads)):
        if w.texts[verb].lower() not in TELLS:
            continue
        said = next((n for n in w.under(verb, "ccomp", "xcomp") if n > verb), None)
        if said is None or w.under(verb, "obj", "iobj"):
            continue
        subjects = [n for n in w.under(said, *SUBJECTS) if verb < n < said]
        mark = next((n for n in w.under(said, "mark") if verb < n < said and w.texts[n].lower() == "that"), None)
        if len(subjects) == 2 and mark is not None and subjects[0] < mark < subjects[1]:
            w.heads[subjects[0]], w.relations[subjects[0]] = verb, "iobj"
        if len(subjects) != 1 or mark is not None:
            continue
        name = next((n for n in w.under(subjects[0], "appos", "flat") if n == subjects[0] + 1), None)
        owned = w.under(subjects[0], "nmod:poss", "det")
        if name is not None and owned and w.tags[name] == "PROPN" and w.tags[subjects[0]] == "NOUN":
            w.heads[name], w.relations[name] = said, w.relations[subjects[0]]
            w.heads[subjects[0]], w.relations[subjects[0]] = verb, "iobj"


def that_after(w: Words) -> None:
    """Gives a clause to the verb right before its "that", where the parse hung it on a verb further out."""
    for mark in range(1, len(w.heads)):
        verb, clause = mark - 1, w.heads[mark]
        if w.relations[mark] != "mark" or w.texts[mark].lower() != "that" or clause <= mark:
            continue
        outer = w.heads[clause]
        if w.tags[verb] != "VERB" or w.relations[clause] != "ccomp" or outer < 0 or outer == verb:
            continue
        if w.relations[verb] == "ccomp" and w.heads[verb] == outer and not w.under(verb, "ccomp"):
            w.heads[clause] = verb
