"""One report with all that was found on it, and one sentence of it with the mention that each word heads.

In:   report, reading, mentions, times, attributions.
Out:  Page and Scene; Namer, which gives the words of a title for each word that stands for somebody.
Room: claim.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, field
from typing import Any, Final

from dateline.claim.event.beside_it import is_office
from dateline.claim.event.sides import is_mouthpiece, speaks_for
from dateline.claim.event.types import MEASURES
from dateline.claim.lexis import is_kind, word_list
from dateline.claim.model import Context, Mention, MentionKind
from dateline.claim.tree import WHO, Tree, Trees, several
from dateline.claim.wording.phrases import plain_phrase
from dateline.lexicon.places import place
from dateline.report.model import Report
from dateline.sentence.reading import Reading, Sentence
from dateline.sentence.times.model import TimeExpression
from dateline.terms import Anchor

KIND_OF: Final[tuple[tuple[str, MentionKind], ...]] = (
    ("force", "group"), ("person", "person"), ("body", "organisation"), ("accord", "agreement"),
)  # fmt: skip
FIRST_PERSON: Final = word_list("we us our i me my ours")
SHARES: Final = word_list("some most many several all half both few part majority rest remainder")
WE: Final = word_list("we us our ours")
PRONOUNS: Final = word_list("he she they it who that this which")
NAMED_KINDS: Final = frozenset({"organisation", "publisher", "place", "facility"})
ROUND: Final = word_list("hundred thousand million billion dozen couple few third quarter half")
COUNTING: Final = word_list(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety some several about around nearly almost dozens "
    "hundreds thousands many all both more"
)
HYPHENS: Final = frozenset({"-", "‑"})
LONGEST_PART: Final = 24  # characters of a name before its last hyphen
LETTERS: Final = 4  # of an acronym; longer names in capitals are those of a dateline
LONGEST_NAME: Final = 7  # words; a longer root is a phrase that the parser drew too wide


@dataclass(frozen=True, slots=True)
class Page:
    """One report with all that was found on it, looked up by place."""

    report: Report
    reading: Reading
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    attributions: tuple[Any, ...]
    contexts: tuple[Context, ...]  # per sentence
    time_starts: tuple[int, ...] = ()
    by_span: dict[tuple[int, int], Mention] = field(default_factory=dict)  # the mentions by their characters
    trees: Trees | None = None

    def spans(self) -> dict[tuple[int, int], Mention]:
        """The mentions by their characters."""
        if not self.by_span:
            self.by_span.update({(m.anchor.start, m.anchor.end): m for m in self.mentions})
        return self.by_span

    def times_within(self, start: int, end: int) -> list[tuple[int, TimeExpression]]:
        """The times that begin between two characters, each with its number on the page."""
        low = bisect_left(self.time_starts, start)
        high = bisect_left(self.time_starts, end)
        return list(enumerate(self.times[low:high], low))

    def side(self, voice: Sequence[Any]) -> tuple[str, tuple[int, int] | None]:
        """Whom a speaker means by "we": of a spokesman the body spoken for, else the speaker; its name, and the span
        of its mention ("" and None where nobody speaks)."""
        if not voice:
            return "", None
        anchor = voice[-1].anchor
        here = (anchor.start, anchor.end)
        known, name = self.spans().get(here), str(voice[-1].name)
        title = (self.root(known).title or known.title if known is not None else None) or plain_name(name)
        body = speaks_for(title)
        if not body:
            if known is not None and is_mouthpiece(title):
                return f"{name}'s side", here
            return ("", None) if known is not None and known.kind == "person" else (name, here)
        last = body.lower().split()[-1]
        held = [s for s, m in self.spans().items() if m.kind in {"organisation", "place"} and m.head.lower() == last]
        return body, (min(held) if held else here)

    def root(self, mention: Mention) -> Mention:
        """The mention that names whoever this one stands for; itself where it refers to nothing."""
        if mention.refers is None:
            return mention
        self.spans()
        for _ in range(4):
            target = self.by_span.get(mention.refers) if mention.refers else None
            if target is None or target is mention:
                break
            mention = target
        return mention

    def called_since(self, counted: Mention, pronoun: Mention) -> Mention:
        """How those who were counted before are called where the pronoun stands: "they", said of "the rebels", need not
        be the 30 that were killed."""
        where = (counted.anchor.start, counted.anchor.end)
        again = [m for m in self.spans().values() if m.refers == where and m.anchor.end <= pronoun.anchor.start]
        again = [m for m in again if m.anchor.text.lower() not in PRONOUNS]
        return max(again, key=lambda m: m.anchor.start, default=counted)


class Scene:
    """One sentence of a page: its tree, and the mention that each word heads."""

    def __init__(self, page: Page, number: int, starts: Sequence[int]) -> None:
        self.page = page
        self.sentence: Sentence = page.reading.sentences[number]
        self.tree: Tree = page.trees.of(self.sentence) if page.trees else Tree(self.sentence)
        self.context: Context = page.contexts[number]
        low = bisect_left(starts, self.sentence.start)
        high = bisect_right(starts, self.sentence.end)
        self.heads: dict[int, Mention] = {}
        words = [t.start for t in self.sentence.tokens]
        for mention in page.mentions[low:high]:
            head = self._head(words, mention)
            known = self.heads.get(head) if head is not None else None
            if head is not None and (known is None or (mention.named and not known.named)):
                self.heads[head] = mention

    def as_known(self) -> Scene:
        """The scene with the mentions known so far; one that is made later is not among them."""
        known = copy(self)
        known.heads = dict(self.heads)
        return known

    def _head(self, words: list[int], mention: Mention) -> int | None:
        first = bisect_left(words, mention.anchor.start)
        last = bisect_left(words, mention.anchor.end) - 1
        if first >= len(words) or last < first:
            return None
        inside = range(first, min(last, first + 40) + 1)
        return next((i for i in inside if self.tree.up(i) is None or self.tree.up(i) not in inside), first)

    def known(self, i: int) -> Mention | None:
        """The mention that word `i` heads."""
        return self.heads.get(i)

    def person(self, i: int) -> Mention:
        """The mention of word `i`; of an office, the name that stands beside it: "Deputy Secretary Ann Roe"; of a kind,
        the name right behind it: "the ferry line Norsund"."""
        own = self.mention(i)
        if (holder := self.holder(i)) is not None:
            return holder
        if own.named or self.tree.tokens[i].upos == "PRON":
            return own
        for k in self.tree.children(i, "appos", "flat", "nmod", "nmod:desc", "compound"):
            beside = self.heads.get(k) if not self._is_not(k) else None
            if beside is not None and beside.named and self._named_so(i, k) and beside.kind in NAMED_KINDS:
                return beside
            if any(self.tree.tokens[m].upos == "VERB" for m in range(i + 1, k)):
                continue  # "a visit led by Ann Roe with General Poe" is no general
            if self.tree.rel(k) == "compound" and k < i:
                continue  # "a pro-Roe radio station", "the Roe hotel"
            if any(i < m < k for m in self.tree.children(i, "conj")):
                continue  # "her husband, Gordon Roe, and her daughter, Ann Roe"
            if beside is None or self.page.report.text[beside.anchor.end :][:2] in ("'s", "’s"):
                continue  # "Hansa Brandt's chief executive, Ida Roe": an owner is not who is meant
            word = self.tree.tokens[i]
            if word.upos == "NOUN" and word.text.lower() == word.lemma.lower() + "s":
                continue  # "drivers in the capital, Tolm": many are no one person
            if (
                beside.named
                and beside.kind == "person"
                and (self.tree.child(k, "case") is None or self._titled(i, beside))
            ):
                return beside
        return own

    def holder(self, i: int) -> Mention | None:
        """ "The president of the River Board, Ana Roe, resigned": the person whom a comma sets behind an office and its
        body is who holds it, whatever the parser hung the name on; not "40 workers, with the head of the mission, Ana
        Roe", nor "an aide to the mayor, Ana Roe"."""
        if self.tree.tokens[i].upos != "NOUN" or not is_office(self.tree, i) or several(self.tree, i):
            return None
        for body in (i, *(k for k in self.tree.children(i, "nmod") if not is_office(self.tree, k))):
            for k in self.tree.children(body, "appos"):
                beside = self.heads.get(k)
                own = beside is not None and beside.named and beside.kind == "person" and k > body
                if beside is not None and own and self.tree.tokens[k - 1].text == ",":
                    return beside
        return None

    def _titled(self, i: int, name: Mention) -> bool:
        """ "Deputy Secretary of State Ann Roe": whether the words from the office on are the name's title, so that the
        preposition leads to what the office is of."""
        title = self.page.report.text[self.tree.tokens[i].start : name.anchor.start].strip()
        return bool(title) and (name.title or "").endswith(title)

    def _is_not(self, k: int) -> bool:
        """ "One man -- not General Roe -- was killed": who is named there is said not to be the one."""
        return any(self.tree.low[m] == "not" for m in self.tree.children(k, "advmod"))

    def _named_so(self, i: int, k: int) -> bool:
        """ "the ferry line Norsund", "the tanker Orla Sun": a name without a comma right behind a common noun, with no
        words of its own."""
        close = all(self.tree.up(m) == k and self.tree.tokens[m].upos == "PROPN" for m in range(i + 1, k))
        return i < k and close and self.tree.rel(k) == "appos" and self.tree.tokens[i].upos == "NOUN"

    def _head_noun(self, i: int) -> str:
        """The lemma of the noun; of "a state of siege" that of the siege, of "some of its troops" the troops'."""
        lemma = self.tree.tokens[i].lemma.lower()
        share = lemma in MEASURES | SHARES or self.tree.tokens[i].upos == "NUM"
        inner = next((k for k in self.tree.children(i, "nmod") if k > i), None) if share else None
        of = self.tree.child(inner, "case") if inner is not None else None
        if inner is None or of is None or self.tree.low[of] != "of":
            return lemma
        return self.tree.tokens[inner].lemma.lower()

    def mention(self, i: int) -> Mention:
        """The mention that word `i` heads, made of its noun phrase where nobody found one."""
        found = self.heads.get(i)
        if found is None:
            low, high = plain_phrase(self.tree, i)
            start, end = self.tree.chars(low, high)
            report = self.page.report
            head = self._head_noun(i)
            kind = next((made for noun, made in KIND_OF if is_kind(head, noun)), None)
            found = Mention(Anchor.cut(report.id, report.text, start, end), head, kind, False)
            self.heads[i] = found
        return found


class Namer:
    """Gives the words of a title for each word of the sentence that stands for somebody."""

    def __init__(self, page: Page, scene: Scene, voice: Sequence[Any]) -> None:
        self.page, self.scene = page, scene
        name: str = voice[-1].name if voice else ""
        self.speaker = name if name != name.lower() else ""
        side = page.side(voice)[0]
        self.side = side if len(side.split()) <= LONGEST_NAME and side.lower() not in PRONOUNS else ""

    def __call__(self, i: int) -> str | None:
        """None: the phrase's own words do; "": it cannot be named."""
        mention = self.scene.heads.get(i)
        mention = self.scene.person(i) if mention is not None else self.scene.holder(i)
        token = self.scene.tree.tokens[i]
        pronoun = token.upos == "PRON" and not token.text.isupper()  # "US" is none
        if token.text.lower() in WE and pronoun and self.side:
            return plain_name(self.side)
        if mention is None:
            return "" if pronoun else None
        if mention.refers is not None:
            root = self.page.root(mention)
            if root is mention:  # what only this sentence names: "lost the village and retook it"
                root = next(
                    (m for m in self.scene.heads.values() if (m.anchor.start, m.anchor.end) == mention.refers), mention
                )
            root = self.page.called_since(root, mention) if pronoun and _is_counted(root) else root
            short = len(root.anchor.text.split()) <= LONGEST_NAME
            if root is not mention and short and (pronoun or root.named):
                return (
                    plain_name(root.anchor.text) if root.named else _uncapped(plain_name(root.anchor.text), root.head)
                )
        if token.text.lower() in WE and pronoun:
            return plain_name(self.side)
        if token.text.lower() in FIRST_PERSON and pronoun:
            return self.speaker
        if pronoun:
            return ""
        if not mention.named or len(mention.anchor.text.split()) > LONGEST_NAME:
            return None
        return self._of_house(i, mention) + self._whole(mention) + self._number(i, mention)

    def _of_house(self, i: int, mention: Mention) -> str:
        """ "Senate " of "Senate Democrats", where each was found as a name of its own: those of the other house did
        nothing."""
        t, many = self.scene.tree, mention.anchor.text.endswith("s") and " " not in mention.anchor.text
        house = t.tokens[i - 1] if i and many and t.tokens[i].text == mention.anchor.text else None
        if house is None or t.up(i - 1) != i or house.upos != "PROPN" or t.full[i - 1] != "compound":
            return ""
        alone = house.end + 1 == t.tokens[i].start and not t.children(i - 1, "flat", "compound")
        return f"{house.text} " if alone else ""

    def _whole(self, mention: Mention) -> str:
        """The name with what a hyphen joins it to: of "Port-au-Prince" not "Prince" alone."""
        text, start = self.page.report.text, mention.anchor.start
        if text[start - 1 : start] in HYPHENS and text[max(0, start - 2) : start - 1].isalpha():
            first = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1
            if text[first].isupper() and start - first < LONGEST_PART:
                return plain_name(text[first : mention.anchor.end])
        return plain_name(mention.anchor.text)

    def _number(self, i: int, mention: Mention) -> str:
        """ " 12" of "Fort 12", where the name was found without its number."""
        words = self.scene.tree.tokens
        behind = words[i + 1] if i + 1 < len(words) and words[i].upos == "PROPN" else None
        own = behind is not None and self.scene.tree.up(i + 1) == i  # not "fined Belmar 45 million"
        numbered = own and behind is not None and behind.start == mention.anchor.end + 1 and behind.text.isdigit()
        return f" {behind.text}" if behind is not None and numbered and len(behind.text) < 4 else ""


def _is_counted(mention: Mention) -> bool:
    first = mention.anchor.text.split(" ", 1)[0].lower()
    return not mention.named and (first[:1].isdigit() or first in COUNTING)


def _uncapped(text: str, head: str) -> str:
    """A number or plain noun without the capital of its sentence: "nine miners" of "Nine miners were trapped".

    >>> _uncapped("Rebels", "rebel"), _uncapped("Belmar troops", "troop")
    ('rebels', 'Belmar troops')
    """
    first = text.split(" ", 1)[0].lower()
    alone = first == text.lower() and head.islower() and first.startswith(head)
    return text[:1].lower() + text[1:] if alone or first in COUNTING else text


def plain_name(text: str) -> str:
    """A name as a title has it: no article, no owner's ending, one line.

    >>> plain_name("the U.S."), plain_name("The Washington Post")
    ('US', 'Washington Post')
    """
    words = " ".join(text.split()).removesuffix("'s").removesuffix("’s")
    for article in ("the ", "The "):
        words = words.removeprefix(article)
    first, _, more = words.partition(" ")
    if first.lower() in {"a", "an"} and (more[:1].islower() or more[:1].isdigit()) and more.split()[0] not in ROUND:
        words = more  # "a deal", but "a hundred advisers"
    if len(words) > LETTERS and words.isupper() and (town := place(words)) is not None:
        words = town.name if town.name.casefold() == words.casefold() else words  # a dateline's "NAIROBI"
    if words == WHO:
        return "World Health Organization"  # a title with "who" in it might be any of a clause
    return words.replace("U.S.", "US").replace("U.N.", "UN").replace("U.K.", "UK")
