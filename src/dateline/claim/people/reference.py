"""Which earlier mention a pronoun, "the official" or a short name stands for.

In:   the mentions of one report in order, and its sentences.
Out:  for the mentions where one antecedent fits best, its span. Where two fit equally, nothing: a wrong link puts
      one person's words into another's mouth.
Room: claim. Linear in the number of mentions: each looks at no more than LOOKED others of its name or noun.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from dateline.claim.model import Mention
from dateline.claim.people.barred import GENDER, age_of, in_passing, named_in_own_words, passed_over, tells, thanked_for
from dateline.claim.people.before import asked_of_it, holds_good, owner_before, share_of, spoken_for, taken_up
from dateline.claim.people.done_to import done_to, in_a_place, in_whose_place
from dateline.claim.people.it import antecedent_of_it, standing_at, whose_it_is
from dateline.claim.people.nouns import given_names, nouns, stands_for
from dateline.claim.people.objects import fallen_it, falls_to, object_it
from dateline.claim.people.quoted import is_quoter, quoter, speaks, tells_of
from dateline.claim.people.seen import LOOKED, Found, Seen, span_of
from dateline.claim.people.shape import is_main, is_plural, is_subject, subject_above
from dateline.claim.tree import Tree, Trees, base
from dateline.lexicon.places import demonym, place
from dateline.sentence.reading import Span

LOOK_BACK: Final = 3  # sentences in which the antecedent of "he" or "she" is sought
LOOK_BACK_NOUN: Final = 12  # sentences for "the official"; a body ("the junta") is sought in the whole report
ADDRESS: Final = {"mr.": "m", "mr": "m", "sir": "m", "mrs.": "f", "mrs": "f", "ms.": "f", "ms": "f", "miss": "f"}
AGED: Final = re.compile(r"[Tt]he \d{1,3}-year-old")
ITS: Final = frozenset({"its", "itself"})
SUFFIXES: Final = frozenset({"jr", "sr", "ii", "iii", "iv"})
THEIR: Final = frozenset({"their", "themselves"})

PROMISED: Final = frozenset({"promise", "vow", "pledge", "swear"})  # "promised Osland to close its camp": its own
CALLED: Final = frozenset({"call", "appeal", "prevail", "plead"})
CALLED_ON: Final = frozenset({"on", "upon", "to", "for", "with"})


def refer(found: list[Found], trees: Trees) -> dict[int, Span]:
    """The antecedent's span by index of the mention; always the first full mention of whoever is meant."""
    seen = Seen(found, trees)
    out: dict[int, Span] = {}
    for k, f in enumerate(found):
        m = f.mention
        if m.head in GENDER and not m.named:
            target = _he(seen, k, GENDER[m.head])
        elif m.head in {"it", "they"} and not m.named:
            target = None if holds_good(seen, k) else antecedent_of_it(seen, k)
            target = target or taken_up(seen, k) or asked_of_it(seen, k)
            target = target or (object_it(seen, k) if m.head == "it" else None)
            target = fallen_it(seen, k) if m.head == "it" and falls_to(seen, k) else target
        elif m.head in {"them", "whose"} and not m.named:
            target = share_of(seen, k) if m.head == "them" else whose_it_is(seen, k)
        elif m.head in ITS | THEIR and not m.named:
            target = _its(seen, k)
        elif AGED.fullmatch(m.anchor.text):
            target = _aged(seen, k)
        elif m.named:
            target = _name(seen, k)
        else:
            target = _the_noun(seen, k)
        if target is not None and target != span_of(m):
            seen.root[span_of(m)] = target
            out[k] = target
        _note(seen, k)
    return out


def _note(seen: Seen, k: int) -> None:
    m = seen.found[k].mention
    root = seen.root_of(k)
    if m.named:
        words = m.anchor.text.split()
        for key in {m.anchor.text.lower(), _family(words)}:
            seen.by_name.note(key, (m.anchor.text.lower(), m.kind, root), k)
            if m.kind == "organisation":
                seen.by_body.note(key, (_modifiers(seen, k), root), k)
    elif m.head not in GENDER and stands_for(m.head) is not None:
        seen.by_noun.note(m.head, (is_plural(seen, k), _modifiers(seen, k), root), k)
    aged = AGED.fullmatch(m.anchor.text) is not None
    if m.kind == "person" and (m.named or aged or m.head in nouns()):
        seen.people.append(k)
        age = age_of(seen, k)
        if age is not None:
            seen.ages.setdefault(root, age)
        gender = _addressed(seen, k) or _gender(m)
        if gender:
            seen.gender.setdefault(root, gender)
    if m.head in GENDER and root != span_of(m) and not in_a_place(seen, k):
        seen.gender.setdefault(root, GENDER[m.head])
        seen.people.append(k)
    if m.title:
        for word in set(m.title.lower().split()):
            seen.of_title.note(word, (root,), k)


def _addressed(seen: Seen, k: int) -> str:
    """ "m" of "Mr. Roe", "f" of "Mrs. Roe"; "" where the name stands without such a word."""
    m, t = seen.found[k].mention, seen.tree(k)
    first = t.words_in(m.anchor.start, m.anchor.end)[:1]
    near = [t.low[i] for w in first for i in (w, w - 1) if i >= 0] if m.named else []
    return next((ADDRESS[word] for word in near if word in ADDRESS), "")


def _gender(m: Mention) -> str:
    """What name, title or noun say; "" where they say nothing."""
    for word in (m.title or "").lower().split():
        if (noun := stands_for(word.strip("."))) and noun.gender:
            return noun.gender
    if not m.named:
        noun = stands_for(m.head)
        return noun.gender if noun else ""
    words = m.anchor.text.split()
    return given_names().get(words[0].lower(), "") if len(words) > 1 else ""


def _he(seen: Seen, k: int, gender: str) -> Span | None:
    """The one person meant by "he" or "she": the only one near, else the nearest that was a subject."""
    here, quoted = seen.found[k], quoter(seen, k)
    if quoted is not None and quoted > k and GENDER.get(seen.found[quoted].mention.head) == gender:
        return None  # "He knows," he said': two men, and nobody says which is which
    near = [j for j in seen.people[-LOOKED:] if seen.gender.get(seen.root_of(j), gender) == gender]
    if (whose := spoken_for(seen, k, near) or in_whose_place(seen, k, near)) is not None:
        return whose
    near = []
    named, telling = frozenset(named_in_own_words(seen, k)), tells(seen, k)
    for j in islice(reversed(seen.people), LOOKED):
        f = seen.found[j]
        if (telling and in_passing(seen, j)) or (named and _called(seen, j) & named) or passed_over(seen, j, k):
            continue
        if here.sentence - f.sentence > LOOK_BACK:
            break
        fits = seen.gender.get(seen.root_of(j), gender) == gender and not is_quoter(seen, j, quoted)
        if fits and tells_of(seen, j, k):
            return seen.root_of(j)
        if fits and _can_be(seen, k, j):
            near.append(j)
    if not near:
        return None
    if quoted is not None and len({seen.root_of(j) for j in near}) > 1:
        return None  # of whom a speaker speaks, his report need not have spoken just before
    own = _owner(seen, k)
    if own is not None and own in near:
        return seen.root_of(own)
    told_before = done_to(seen, k, near) or _told_before(seen, k, near) or subject_above(seen, k, near)
    if told_before is not None:
        return told_before
    own_subject = _subject_beside(seen, k, near) or _subject_before(seen, k, near)
    if own_subject is not None:
        return own_subject
    sure = [j for j in near if seen.gender.get(seen.root_of(j)) == gender]
    for group in (near, sure, [j for j in near if speaks(seen, k) and speaks(seen, j)]):
        if len({seen.root_of(j) for j in group}) == 1:
            return seen.root_of(group[0])
    return _nearest_subject(seen, sure or near)


def _aged(seen: Seen, k: int) -> Span | None:
    """ "The 46-year-old": who is told to be of that age, else whoever the sentence before is about, where it names one
    person or has one as its subject; never one of another age."""
    here, age = seen.found[k].sentence, age_of(seen, k)
    of_age = {root for root, told in seen.ages.items() if told == age}
    if of_age:
        return of_age.pop() if len(of_age) == 1 else None
    near = [j for j in islice(reversed(seen.people), LOOKED) if 0 < here - seen.found[j].sentence <= 1]
    near = [j for j in near if seen.found[j].mention.named or seen.found[j].mention.head in GENDER]
    near = [j for j in near if seen.ages.get(seen.root_of(j), age) == age]
    return _nearest_subject(seen, near) if near else None


def _called(seen: Seen, j: int) -> set[str]:
    """The words of the name of whom the mention stands for, in small letters."""
    root = seen.at.get(seen.root_of(j), j)
    return {w for n in (j, root) if (m := seen.found[n].mention).named for w in m.anchor.text.lower().split()}


def _told_before(seen: Seen, k: int, near: list[int]) -> Span | None:
    """ "General Roe said so. Speaking on Sunday, he promised more": the one person that the sentence before tells of,
    however well the gender of others is known; None where the pronoun's own sentence names somebody."""
    if any(seen.found[j].sentence == seen.found[k].sentence for j in near):
        return None
    named, main = _before(seen, k, near)
    return main.pop() if len(main) == 1 == len(named) else None


def _subject_beside(seen: Seen, k: int, near: list[int]) -> Span | None:
    """ "Adaeze Obi said that officials had pressed her": the one person whom her sentence names before, where that is a
    subject, whether her name is one that we know for a woman's or not."""
    here = [j for j in near if seen.found[j].sentence == seen.found[k].sentence and j < k]
    named = {seen.root_of(j) for j in here if seen.found[j].mention.named and is_subject(seen, j)}
    return named.pop() if len(named) == 1 == len({seen.root_of(j) for j in here}) else None


def _subject_before(seen: Seen, k: int, near: list[int]) -> Span | None:
    """ "Voss lied about Karl Gantz. In May he was jailed": a subject goes on from the subject of the sentence before,
    though only the other's name is one that we know for a man's."""
    here = seen.found[k].sentence
    if not (is_subject(seen, k) and is_main(seen, k)) or any(seen.found[j].sentence == here for j in near):
        return None
    _, main = _before(seen, k, near)
    return main.pop() if len(main) == 1 else None


def _before(seen: Seen, k: int, near: list[int]) -> tuple[set[Span], set[Span]]:
    """Whom of those near the sentence before names, and who of them is the subject of a main clause there."""
    named = [j for j in near if seen.found[j].sentence + 1 == seen.found[k].sentence and seen.found[j].mention.named]
    main = {seen.root_of(j) for j in named if is_subject(seen, j) and is_main(seen, j)}
    return {seen.root_of(j) for j in named}, main


def _nearest_subject(seen: Seen, near: list[int]) -> Span | None:
    """The one who was a subject in the nearest sentence that names any of them; a main clause's before others."""
    for sentence in sorted({seen.found[j].sentence for j in near}, reverse=True):
        here = [j for j in near if seen.found[j].sentence == sentence]
        subjects = [j for j in here if is_subject(seen, j)]
        for group in ([j for j in subjects if is_main(seen, j)], subjects, here):
            roots = {seen.root_of(j) for j in group}
            if len(roots) == 1:
                return roots.pop()
            if len(roots) > 1:
                return None
    return None


def _can_be(seen: Seen, k: int, j: int) -> bool:
    """Not the object of its own subject: in "Ann thanked her", her is not Ann; singular only."""
    a, b = seen.found[k], seen.found[j]
    if b.mention.anchor.start <= a.mention.anchor.start < b.mention.anchor.end:
        return False  # "his deputy" is not he
    if a.sentence != b.sentence or seen.found[k].mention.head in {"his", "himself", "herself"}:
        return True
    t = seen.tree(k)
    if t.tokens[a.head].deprel == "nmod:poss":
        return True
    clause = t.up(a.head)
    if clause is not None and _controlled(t, clause) == b.head:
        return False  # "named Ann Roe to replace her"
    if clause is not None and t.tokens[clause].lemma.lower() in {"succeed", "replace"}:
        names = t.child(t.up(clause) or clause, "nsubj")
        who = standing_at(seen, k, names) if names is not None else None
        if who is not None and seen.root_of(who) == seen.root_of(j):
            return False  # "Premier Ann Roe named Ana Poe to succeed her": no one names his own successor
    return t.up(a.head) is None or t.up(a.head) != t.up(b.head)


def _owner(seen: Seen, k: int) -> int | None:
    """For "his", "its", "their": the index of the mention that is subject of the clause the word stands in."""
    f = seen.found[k]
    t = seen.tree(k)
    if t.tokens[f.head].deprel != "nmod:poss":
        return None
    for up in t.ancestors(f.head, 8):
        subject = t.child(up, "nsubj")
        if (judged := thanked_for(t, up, f.head)) is not None:
            return standing_at(seen, k, judged)
        if subject is None and (whom := _controlled(t, up)) is not None:
            return standing_at(seen, k, whom)
        if subject is None and t.rel(up) == "acl" and t.low[up].endswith("ing") and (noun_ := t.up(up)) is not None:
            return standing_at(seen, k, noun_)  # "students protesting against the sacking of their rector"
        if subject is not None and subject < f.head:
            if t.left[subject] <= f.head <= t.right[subject]:
                return None
            for head in (subject, t.child(subject, "nmod:poss")):  # "Ann's fall came from her belief"
                if head is not None and (found := standing_at(seen, k, head)) is not None:
                    return found
            return None
        if base(t.tokens[up].deprel) in {"root", "parataxis"}:
            return None
    return None


def _controlled(t: Tree, i: int) -> int | None:
    """ "barred the crew from leaving their ship", "ordered the troops to leave their base", "called on Osland to close
    its camp": whom the verb above acts on does what this one says."""
    up = t.up(i)
    if up is not None and t.tokens[up].lemma.lower() in PROMISED:
        return None
    whom = t.child(up, "obj") or t.child(up, "iobj") or _called_on(t, up) if up is not None else None
    if whom is None and up is not None:  # "named Ann Roe to replace him"
        whom = next((k for k in t.children(up, "xcomp") if t.tokens[k].upos == "PROPN"), None)
    if whom is None or up is None or not up < whom < i:
        return None
    marks = {t.low[k] for k in t.children(i, "mark")}
    named = t.rel(whom) == "xcomp" and "to" in marks
    return (
        whom
        if named or (t.rel(i) in {"xcomp", "ccomp"} and "to" in marks) or (t.rel(i) == "advcl" and "from" in marks)
        else None
    )


def _called_on(t: Tree, up: int) -> int | None:
    """ "Osland" of "called on Osland to close its camp"."""
    if t.tokens[up].lemma.lower() not in CALLED:
        return None
    return next((k for k in t.children(up, "obl") if any(t.low[c] in CALLED_ON for c in t.children(k, "case"))), None)


def _its(seen: Seen, k: int) -> Span | None:
    """ "its", "their": the subject of the same clause, where it is a body (a group for "their")."""
    own = _owner(seen, k)
    if own is None:
        return owner_before(seen, k) if seen.found[k].mention.head == "its" else None
    m = seen.found[own].mention
    plural = m.kind == "group" or m.head in THEIR
    wanted = {"organisation", "place", "publisher", "facility", None} if seen.found[k].mention.head in ITS else {
        "group", "organisation", None
    }  # fmt: skip
    if m.kind not in wanted or (plural and seen.found[k].mention.head in ITS):
        return None
    return seen.root_of(own)


def _name(seen: Seen, k: int) -> Span | None:
    """An earlier name of the same words, or the one full name that ends with them; an acronym set in brackets."""
    f = seen.found[k]
    words = f.mention.anchor.text
    t = seen.tree(k)
    if f.head > 1 and t.tokens[f.head - 1].text == "(" and words.isupper():
        for j in range(k - 1, max(-1, k - 6), -1):
            m = seen.found[j].mention
            if m.named and m.anchor.end <= f.mention.anchor.start and m.anchor.end >= f.mention.anchor.start - 2:
                return seen.root_of(j)
    same = [j for j in seen.by_name.newest(words.lower()) if _alike(seen.found[j].mention, f.mention)]
    told = _addressed(seen, k) or _gender(f.mention)  # "Mrs. Roe" is not Gordon Roe
    same = [j for j in same if not told or seen.gender.get(seen.root_of(j), told) == told]
    roots = {seen.root_of(j) for j in same}
    if len(roots) == 1:
        return roots.pop()
    if f.mention.kind == "person" and len(words.split()) == 1:
        return None  # two people of one family name
    if f.mention.kind == "person" and not roots:
        return _short_before(seen, words)
    exact = {seen.root_of(j) for j in same if seen.found[j].mention.anchor.text.lower() == words.lower()}
    return exact.pop() if len(exact) == 1 else None


def _short_before(seen: Seen, words: str) -> Span | None:
    """ "Roe" in a headline, then "Ann Roe": the family name stood alone before, and no other full name has it."""
    family = words.rsplit(maxsplit=1)[-1].lower()
    old = [j for j in seen.by_name.newest(family) if seen.found[j].mention.kind == "person"]
    if not old or any(len(seen.found[j].mention.anchor.text.split()) > 1 for j in old):
        return None
    roots = {seen.root_of(j) for j in old}
    return roots.pop() if len(roots) == 1 else None


def _alike(old: Mention, new: Mention) -> bool:
    """Whether the two names can be one: same words, or a family name after the full one; kinds must not clash."""
    a, b = old.anchor.text.lower(), new.anchor.text.lower()
    if a == b:
        return old.kind == new.kind or None in {old.kind, new.kind}
    short = b.removeprefix("the ").split()
    if len(short) != 1 or old.kind != new.kind or old.kind not in {"person", "publisher"}:
        return False
    return _family(a.split()) == short[0] and len(a.split()) > 1


def _family(words: list[str]) -> str:
    """The family name, in small letters: "komar" of "Arkadi Komar Jr."."""
    return next((w.lower() for w in reversed(words) if w.lower().rstrip(".") not in SUFFIXES), words[-1].lower())


def _the_noun(seen: Seen, k: int) -> Span | None:
    """ "the official", "the junta": the earlier mention with that noun, or the person who has that office."""
    f = seen.found[k]
    t = seen.tree(k)
    noun = stands_for(f.mention.head)
    det = t.child(f.head, "det")
    if noun is None or det is None or t.low[det] not in {"the", "that", "this", "these", "those"}:
        return None
    plural = is_plural(seen, k)
    mine = _modifiers(seen, k)
    reach = len(seen.trees.whole) if noun.sort in {"body", "agreement", "facility"} else LOOK_BACK_NOUN
    fits: list[int] = []
    for j in (*seen.by_noun.newest(f.mention.head), *seen.by_body.newest(f.mention.head)):
        old = seen.found[j]
        if (
            f.sentence - old.sentence <= reach
            and is_plural(seen, j) == plural
            and _compatible(mine, _modifiers(seen, j))
        ):
            fits.append(j)
    if noun.sort in {"office", "person"} and not plural and not (mine - {"senior", "former"}):
        fits += [j for j in seen.of_title.newest(f.mention.head) if f.sentence - seen.found[j].sentence <= reach]
    roots = {seen.root_of(j) for j in fits}
    if len(roots) == 1:
        return roots.pop()
    near = {seen.root_of(j) for j in fits if f.sentence - seen.found[j].sentence <= 1}
    far = {seen.root_of(j) for j in fits if f.sentence - seen.found[j].sentence <= 3}
    return near.pop() if len(near) == 1 and near == far else None


def _modifiers(seen: Seen, k: int) -> frozenset[str]:
    """What narrows the noun; countries by their own name, so that "U.S." and "American" agree."""
    if k in seen.narrowing:
        return seen.narrowing[k]
    f = seen.found[k]
    t = seen.tree(k)
    out = set()
    for i in t.children(f.head, "amod", "compound", "nmod:poss", "nmod"):
        word = t.tokens[i].text
        where = demonym(word) or place(word)
        out.add(where.name if where else t.tokens[i].lemma.lower())
    seen.narrowing[k] = frozenset(out)
    return seen.narrowing[k]


def _compatible(new: frozenset[str], old: frozenset[str]) -> bool:
    """The later mention may say less than the earlier one, never something else."""
    return new <= old
