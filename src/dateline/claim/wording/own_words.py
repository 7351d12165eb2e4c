"""What stands behind the verb of an event, in the report's own words.

In:   the tree of a sentence, an event of it, the words of its title, those of its times, and what names words.
Out:  the Words with the clause behind the verb as the report has it, without times, asides and further clauses; None
      where nothing of it was lost, or where it cannot stand on a line.
Room: claim. A title is put together from the parts of a clause. Where that loses what the clause says ("vowed to go",
      of "vowed to go after anyone who attacks the port"), the clause's own words stand there.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.claim.event.events import Happening
from dateline.claim.event.idioms import said
from dateline.claim.event.roles import preposition
from dateline.claim.lexis import word_list
from dateline.claim.tree import Tree, marked_to
from dateline.claim.wording.beside import WHERE_TO, says_little
from dateline.claim.wording.infinitive import Namer
from dateline.claim.wording.lost import ASKING, torn_off
from dateline.claim.wording.phrases import ARTICLES, plural, so_many
from dateline.claim.wording.tidy import COMPARED, WORDLESS
from dateline.claim.wording.titles import Words

MOST: Final = 16  # words behind the verb; what only stands beside it is left out first
WITH_MORE: Final = 18  # with what stands before the verb: "at the meeting"
WHAT_IS_SAID: Final = word_list("report claim allegation accusation rumour rumor suggestion condition")
CLAUSE: Final = 9  # words of a clause that tells which one
STEM: Final = 5  # letters by which a word is found again
# What hangs on a verb and is told for itself, or is no word of the clause.
BESIDE: Final = frozenset(
    {"conj", "cc", "parataxis", "discourse", "vocative", "nsubj", "csubj", "list", "dep", "mark", "aux", "appos",
     "reparandum", "dislocated", "expl"}
)  # fmt: skip
FUNCTION: Final = frozenset({"punct", "case", "det", "mark", "aux", "cop", "cc", "flat", "fixed", "goeswith"})
DOING: Final = frozenset({"for", "of", "from", "without", "against", "by", "in"})
ON_TERMS: Final = frozenset({"if", "unless", "until", "whether", "once"})
IN_PASSING: Final = word_list(
    "also then already previously later recently earlier meanwhile however effectively "
    "actually subsequently eventually finally respectively"
)
CONTENT: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
WHICH: Final = re.compile(r"\d{4}|(?:dai|week|month|year)ly")  # a time that tells which: "the 2029 crash"
NOT: Final = frozenset({"not", "n't", "n’t", "never", "no", "without"})
COMMAS: Final = frozenset({",", "–", "—", "--", "-", "(", ";", ":"})
HIM: Final = word_list("him her them it he she they this that these those")
# Words by which a line would speak of "our" things, or of something that it does not name.
UNSAID: Final = word_list("i me my we us our ours you your what whatever where why")
SPANS: Final = word_list("second minute hour day night week weekend month year morning afternoon evening time")
ONE: Final = frozenset({"a", "an", "another"})
QUOTES: Final = frozenset('"“”‘«»')
SAYING: Final = word_list("say tell add note state announce report write claim explain")
ASIDE: Final = frozenset({"obl", "advcl", "advmod"})


def own_words(tree: Tree, event: Happening, words: Words, name_of: Namer, busy: set[int]) -> Words | None:
    """The title's words with what the report says behind the verb, where they had lost some of it."""
    i = event.at
    if turned := event.frame.passive and bool(words.actor) and bool(words.objects):  # told of who does it: "by rebels"
        words = replace(words, actor="", plural=plural(tree, event.frame.obj))
    other = event.frame.passive == bool(words.actor) or (event.frame.iobj and event.frame.passive)
    if event.noun or i != event.carrier or words.how or words.now == "set" or other or said(tree, i) is not None:
        return None
    if torn_off(tree, event, busy):
        return None
    kept = _fitting(tree, i, _kept(tree, event, busy))
    if not kept or _on_terms_lost(tree, i, kept) or _quoted(tree, i, kept) or _unsaid(tree, kept):
        return None
    told = _plain(" ".join((words.verb, words.objects, *words.rest)).replace("-", " "))
    led = any(k in kept for k in tree.children(i, "obj", "ccomp", "xcomp", "iobj"))
    if not led and not event.frame.passive and event.lemma in SAYING:
        return None  # "said at a ceremony", and not what
    telling = [tree.low[k] for k in kept if _tells(tree, k)]
    if turned:
        told += [w for k in event.frame.subj for w in tree.low[tree.left[k] : tree.right[k] + 1]]
    apart = _apart_from_agent(tree, event) if turned else not _in_order(telling, told)
    if all(_found(w, told) for w in telling) and not apart:
        return None
    done_to = _object(tree, event, kept)
    if done_to and kept[0] not in done_to and tree.tokens[kept[0]].upos not in {"ADP", "ADV"}:
        return None  # "ordered striking nurses back", with "striking" read as a second thing
    first, second = (_said(tree, i, part, name_of) for part in (done_to, [k for k in kept if k not in done_to]))
    if first is None or second is None:
        return None
    first, led = _behind_particle(words.verb, first), bool(first) and kept[0] in done_to
    second = second if led else _behind_particle(words.verb, second)  # "rushed out a fix": "out" is the verb's
    own = _plain(f"{first} {second}")
    if not own or (words.actor and words.objects and not _found(_plain(words.objects)[-1], own)):
        return None
    if any(_found(w, tree.low[i:]) and not _found(w, own) for r in words.rest for w in _plain(r)):
        return None
    more = [r for r in words.rest if _stands_before(tree, i, r) and len(own) + len(r.split()) <= WITH_MORE][:1]
    rest = tuple(part for part in (second, *more) if part)
    return (
        replace(words, objects=first, rest=rest, whole=True) if words.actor else replace(words, rest=rest, whole=True)
    )


def _apart_from_agent(tree: Tree, event: Happening) -> bool:
    """ "Were seized by men in uniform", told of those who did it, would have whom they seized in uniform: what stands
    right behind them without an article says what they are like."""
    for k in event.frame.subj:
        first = tree.right[k] + 1 if k > event.at else len(tree.tokens)
        like = tree.up(first) if first < len(tree.tokens) and tree.rel(first) == "case" else None
        if like is not None and like == first + 1 and tree.up(like) == event.at and tree.tokens[like].upos == "NOUN":
            return not tree.children(like, "det", "nmod:poss", "nummod")
    return False


def _unsaid(tree: Tree, kept: list[int]) -> bool:
    """Whether a word of them stands for nothing that a line names: "us", but not "US bases"."""
    return any(tree.low[k] in UNSAID and tree.tokens[k].text != "US" for k in kept)


def _object(tree: Tree, event: Happening, kept: list[int]) -> list[int]:
    """The words of the verb's object, which a title has first: "rejected by two votes a motion"."""
    objects = [k for k in event.frame.obj if k in kept]
    if event.frame.passive or not objects:
        return []
    low, high = tree.left[objects[0]], max(objects[0], tree.right[objects[0]])
    return [k for k in kept if low <= k <= high]


def _plain(text: str) -> list[str]:
    """Its words in small letters, without commas."""
    return [w for word in text.lower().split() if (w := word.strip(',;:()"“”'))]


def _behind_particle(verb: str, text: str) -> str:
    """The words without what the verb has of them: "call for", "for a truce"."""
    for n in (2, 1):
        last = verb.split()[1:][-n:]
        if len(last) == n and text.lower().split()[:n] == last:
            return " ".join(text.split()[n:])
    return text


def _stands_before(tree: Tree, i: int, part: str) -> bool:
    """Whether the sentence has that part of the title before the verb: "At the meeting she asked about it"."""
    before = " ".join(w for w in tree.low[:i] if w not in ARTICLES)
    return part.lower() in before and part.lower().split()[-1] not in tree.low[i:]


def _kept(tree: Tree, event: Happening, busy: set[int]) -> list[int]:
    """The words of what hangs on the verb and stands behind it, up to the first clause that tells something else."""
    i, kept, end = event.at, set[int](), len(tree.tokens)
    asides = set(event.words)
    ahead = [i]
    while ahead:
        k = ahead.pop()
        for m in tree.children(k):
            if m <= i or m in kept or m in event.words:
                continue
            if (k == i and tree.rel(m) in BESIDE and tree.low[m] != "with") or _aside(tree, m, busy):
                asides |= set(range(tree.left[m], tree.right[m] + 1))
                end = min(end, tree.left[m]) if _ends_it(tree, m) and tree.left[m] > i else end
            else:
                kept.add(m)
                ahead.append(m)
    out: list[int] = []
    compared = COMPARED.search(tree.said)
    if compared is not None:  # "1,400 were stopped, up from 900 in March"
        end = min(end, tree.said[: compared.start()].count(" ") + 1)
    for k in range(i + 1, end):
        if k in kept:
            out.append(k)
        elif k not in asides and tree.tokens[k].upos != "PUNCT":
            break  # a word that hangs elsewhere: what stands behind it is not the verb's
    return _whole(tree, event, out, busy)


def _whole(tree: Tree, event: Happening, kept: list[int], busy: set[int]) -> list[int]:
    """The words without those that have lost what they hang on or lead to; none where the verb has."""
    out: set[int] = set()
    for k in sorted(kept, key=lambda k: len(tree.ancestors(k))):
        up = tree.up(k)
        if up == event.at or up in out or up in event.words:
            out.add(k)
    while out:
        last = max(out)
        cut = next((k for k in (last, *tree.ancestors(last)) if k > event.at and _cut_off(tree, k, out, busy)), None)
        if cut is None and not _loose(tree, last) and not _left_alone(tree, last, out):
            break
        top = last if cut is None else _clause_of(tree, event.at, cut)
        if top is None:
            return []
        out -= set(range(tree.left[top], tree.right[top] + 1))
    return sorted(out)


def _cut_off(tree: Tree, k: int, out: set[int], busy: set[int]) -> bool:
    """ "to help", of "to help in the effort": a verb within that has lost what it leads to."""
    led = [m for m in tree.children(k, "obj", "obl", "xcomp", "ccomp") if m > k and m not in out]
    led += [m for m in tree.children(k, "advcl") if m > k and m not in out and tree.low[tree.left[m]] in ASKING]
    if tree.rel(k) != "acl":
        led = [m for m in led if not any(n in busy for n in (m, *tree.children(m)))]
    return tree.tokens[k].upos in {"VERB", "AUX"} and bool(led)


def _clause_of(tree: Tree, i: int, k: int) -> int | None:
    """The clause below the verb that tells which one or what for, which can be left out whole; None where the verb
    itself leads to the word."""
    for m in (k, *tree.ancestors(k)):
        if m == i:
            return None
        if tree.rel(m) in {"acl", "advcl"}:
            return m
    return None


def _left_alone(tree: Tree, k: int, out: set[int]) -> bool:
    """ "rallies scheduled", of "rallies scheduled for Thursday"."""
    return tree.rel(k) == "acl" and tree.tokens[k].upos == "VERB" and not any(m in out for m in tree.children(k))


def _loose(tree: Tree, k: int) -> bool:
    """Whether nothing can end with the word: "and", "of", a comma."""
    word = tree.tokens[k].upos
    if tree.low[k] in {"more", "less", "fewer"} and tree.low[k + 1 : k + 2] == ["than"]:
        return True  # "slowed more", of "slowed more than expected"
    if word in {"ADV", "PRON"} and tree.low[k].startswith("wh"):
        return True  # "find shelter wherever"; not "sold wheat"
    return word in {"SCONJ", "CCONJ", "DET", "PUNCT"} or tree.rel(k) in {"case", "mark", "cc", "aux"}


def _ends_it(tree: Tree, k: int) -> bool:
    """Whether what stands behind an aside cannot be trusted to be the verb's: behind a clause, behind a comma that no
    second one closes."""
    first, behind = tree.left[k], tree.right[k] + 1
    if tree.tokens[k].upos in {"VERB", "AUX"} and tree.rel(k) not in {"amod", "compound"}:
        return True
    opened = tree.low[first - 1] in COMMAS or tree.low[first] in COMMAS
    return opened and behind < len(tree.low) and tree.low[behind] not in COMMAS


def _aside(tree: Tree, k: int, busy: set[int]) -> bool:
    """Whether the word and all below it is no part of what the verb says: a time, an aside, a clause of its own."""
    rel, first = tree.rel(k), tree.left[k]
    if rel == "punct" or (rel in {"amod", "compound", "nummod"} and k < tree.tokens[k].head):
        return False  # "a six-day strike", "its monthly stipend", "a 1987 accord"
    of_a_noun = k < tree.tokens[k].head and tree.tokens[tree.tokens[k].head].upos in {"NOUN", "PROPN", "ADJ", "NUM"}
    if (k in busy and not of_a_noun) or rel in {"parataxis", "appos", "discourse"}:
        return True
    if rel in FUNCTION or tree.low[k] in NOT:
        return False
    if rel == "conj":
        dash = first > 0 and tree.low[first - 1] in COMMAS - {","}
        return dash or bool(tree.children(k, "nsubj", "csubj", "expl", "aux", "cop")) or _finite_beside(tree, k)
    if any(_after_comma(tree, m) for m in (first, *(tree.left[n] for n in tree.children(k, "nsubj")))):
        return True
    if rel == "advmod":
        return tree.low[k] in IN_PASSING and tree.low[k - 1] not in NOT
    if rel == "advcl":
        marks = [tree.low[m] for m in tree.children(k, "mark", "case")]
        soon = any(tree.low[m - 1 : m + 1] == ["soon", "as"] for m in tree.children(k, "mark"))
        terms = ON_TERMS.intersection(marks) or soon  # "rule on whether he may run"
        return not (marked_to(tree, k) or DOING.intersection(marks[:1]) or terms)
    if rel == "acl":
        head = tree.tokens[tree.tokens[k].head].lemma.lower()
        return tree.right[k] - first >= (MOST if head in WHAT_IS_SAID else CLAUSE)
    if rel in {"obl", "nmod"}:
        span = tree.tokens[k].lemma.lower() in SPANS and not _counted(tree, k) and not tree.children(k, "case")
        cited = any(tree.low[m] in {"according", "per"} for m in tree.children(k, "case"))
        own = (m for m in tree.children(k) if k in busy or m > k or not WHICH.fullmatch(tree.low[m]))
        timed = span or any(m in busy for m in own)  # but "in the 2029 crash", "during a weekly march"
        timed = timed or bool(tree.children(k, "cc"))  # "in the wake of a blast and because of threats"
        return timed or cited or says_little(tree, preposition(tree, k) or "", k)
    return False


def _counted(tree: Tree, k: int) -> bool:
    """ "Three days", "a week": how long, where it is no time of the event."""
    return bool(tree.children(k, "nummod")) or any(tree.low[m] in ONE for m in tree.children(k, "det"))


def _finite_beside(tree: Tree, k: int) -> bool:
    """ "urged them to resume talks and offered a hall": the second verb goes with the first."""
    up, told = tree.up(k), tree.tokens[k]
    if up is None or told.upos != "VERB" or tree.tokens[up].upos != "VERB":
        return False
    return tree.low[up] == tree.tokens[up].lemma.lower() and tree.low[k] != told.lemma.lower()


def _after_comma(tree: Tree, first: int) -> bool:
    """Whether a comma or a dash stands before the word: none within one, as in "well-known"."""
    apart = first > 0 and tree.tokens[first - 1].end < tree.tokens[first].start
    return apart and tree.low[first - 1] in COMMAS


def _fitting(tree: Tree, i: int, kept: list[int]) -> list[int]:
    """The words without what stands last beside the verb, where they are too many; none where that does not help."""
    joined = [k for k in kept if tree.rel(k) == "conj" and tree.tokens[k].upos == "VERB" and tree.right[k] >= kept[-1]]
    if len(_counting(tree, kept)) > MOST and joined:  # "gave it until May to pay or face the loss of its licence"
        kept = [k for k in kept if k < tree.left[joined[0]]]
    beside = [k for k in tree.children(i, *ASIDE) if k in kept]
    while len(_counting(tree, kept)) > MOST and beside:
        last = beside.pop()
        if any(tree.low[m] in DOING for m in tree.children(last, "mark")):
            return []  # "joined the council in saying that the well is safe"
        kept = [k for k in kept if not tree.left[last] <= k <= tree.right[last]]
    return kept if len(_counting(tree, kept)) <= MOST else []


def _on_terms_lost(tree: Tree, i: int, kept: list[int]) -> bool:
    """ "warned that if the camps were too big they could be unsafe": without its "if" a clause says another thing."""
    clauses = (i, *(k for k in tree.children(i, "ccomp", "xcomp") if k in kept))
    return any(m not in kept for k in clauses for m in on_terms(tree, k))


def on_terms(tree: Tree, i: int) -> list[int]:
    """The verbs of the clauses of "if" and "unless" that hang on a verb."""
    beside = tree.children(i, "advcl")
    return [m for m in beside if any(tree.low[n] in {"if", "unless"} for n in tree.children(m, "mark"))]


def terms_before(tree: Tree, event: Happening, name_of: Namer) -> str:
    """The clause of "if" or "unless" that stands before its verb, as a title has it behind: "if siege is not lifted
    within a week"; "" where there is none, or where it speaks of somebody whom nobody can name."""
    fronted = [m for m in on_terms(tree, event.carrier) if m < event.carrier]
    if not fronted or event.noun:
        return ""
    first, last = tree.left[fronted[0]], tree.right[fronted[0]]
    kept = [k for k in range(first, last + 1) if tree.tokens[k].upos != "PUNCT" or tree.tokens[k].text in "-–'’"]
    if len(_counting(tree, kept)) > MOST or _unsaid(tree, kept) or not any(tree.low[k] in ON_TERMS for k in kept[:2]):
        return ""
    who = [k for k in kept if tree.low[k] in HIM and tree.tokens[k].upos == "PRON" and not name_of(k)]
    said_so = "" if who else _said(tree, fronted[0], kept, name_of) or ""
    return said_so[:1].lower() + said_so[1:]


def _counting(tree: Tree, kept: list[int]) -> list[int]:
    return [k for k in kept if tree.tokens[k].upos != "PUNCT" and tree.low[k] not in ARTICLES]


def _quoted(tree: Tree, i: int, kept: list[int]) -> bool:
    """Whether a speaker's own sentence stands there: 'warned him: "The language is unclear"'."""
    clauses = [k for k in tree.children(i, "ccomp") if k in kept]
    marked = all(tree.children(k, "mark", "advmod", "nsubj") for k in clauses)
    opened = any(tree.low[max(0, tree.left[k] - 1)] in QUOTES | COMMAS for k in clauses)
    return opened or not marked or any(tree.low[k] == ":" for k in range(i, kept[-1]))


def _tells(tree: Tree, k: int) -> bool:
    small = tree.rel(k) == "case" or tree.low[k] in WHERE_TO  # "to get its act together"
    return small or tree.tokens[k].upos in CONTENT or tree.low[k] in NOT or tree.low[k] == "only"


def _in_order(said: list[str], told: list[str]) -> bool:
    """Whether the title has the words in the sentence's order: not "took in Kor to the streets"."""
    places = [told.index(w) for w in said if told.count(w) == 1 and said.count(w) == 1]
    return places == sorted(places)


def _found(word: str, told: list[str]) -> bool:
    """Whether the word, or one that starts like it, is among them."""
    return word in told or any(w[:STEM] == word[:STEM] for w in told if len(w) >= STEM)


def _said(tree: Tree, i: int, kept: list[int], name_of: Namer) -> str | None:
    """The words as they stand, without articles and marks; None where the verb's pronoun stands for nobody known."""
    out: list[str] = []
    last = -2
    full = _full_names(tree, kept, name_of)
    for k in kept:
        token, word = tree.tokens[k], full.get(k, tree.tokens[k].text)
        before = tree.tokens[k - 1].end == token.start and last == k - 1
        behind = k + 1 < len(tree.tokens) and tree.tokens[k + 1].start == token.end and k + 1 in kept
        listing = token.text == "," and last == k - 1 and k + 1 in kept
        if token.upos == "PUNCT" and (token.text in QUOTES or not ((before and behind) or listing)):
            continue
        each = tree.low[k] == "a" and last == k - 1 and tree.tokens[last].upos in {"NOUN", "SYM"}  # "4 euros a share"
        up = tree.up(k)
        each = each or (tree.low[k] in ONE and up is not None and tree.tokens[up].lemma.lower() in SPANS)  # "a week"
        if tree.low[k] in ARTICLES and token.upos == "DET" and not (before and behind) and not each:
            out = out[:-1] if so_many(tree, k, out[-2:]) else out
            continue
        if tree.low[k] in HIM and token.upos == "PRON" and _led_to(tree, i, k):
            word = name_of(k) or ""
            if not word:
                return None
        if out and before:
            out[-1] += word
        else:
            out.append(word)
        last = k
    return WORDLESS.sub("", " ".join(out)).strip(" ,-–")


def _led_to(tree: Tree, i: int, k: int) -> bool:
    """Whether the word belongs to the verb or to what it leads to: "it", of "refused to accept it"."""
    for m in tree.ancestors(k):
        if m == i:
            return True
        if tree.rel(m) != "xcomp":
            return False
    return False


def _full_names(tree: Tree, kept: list[int], name_of: Namer) -> dict[int, str]:
    """The full name of whoever is called by the last part of it: "Christie accused Cruz"."""
    out: dict[int, str] = {}
    for k in kept:
        token = tree.tokens[k]
        if token.upos != "PROPN" or tree.rel(k) in {"flat", "compound"} or tree.children(k, "flat", "compound"):
            continue
        name = name_of(k) or ""
        if k - 1 in kept and tree.tokens[k - 1].text[:1].isupper():
            continue
        if name.split()[-1:] == [token.text]:
            out[k] = name
    return out
