"""The tense of the verb that a time expression belongs to.

In:   tokens, and the parse where there is one.
Out:  "past", "present", "future" or None.
Room: sentence. Without a parse, the nearest verb of the sentence before the expression decides, else the nearest after it.
"""

from __future__ import annotations

from typing import Final

from dateline.sentence.reading import Reading, Sentence
from dateline.sentence.times.model import Tense
from dateline.sentence.times.tokens import Tokens

_FUTURE: Final = {"will", "shall", "'ll", "ll", "wo"}
_FUTURE_HEADS: Final = {"scheduled", "expected", "expects", "expect", "plans", "plan", "due", "slated", "intends", "hopes", "likely", "expire", "expires", "upcoming", "begins", "matures", "maturing", "planning", "planed", "effective", "payable", "ready"}  # fmt: skip
_TO_HEADS: Final = {"is", "are", "expected", "scheduled", "plan", "plans", "planned", "agreed", "wants", "want", "hopes", "intends", "intend", "vowed", "pledged", "promised", "due", "set", "slated", "likely", "ready", "threatened", "offered", "bid", "decision", "effort", "efforts", "proposal", "deadline", "order", "call", "calls", "right", "agreement"}  # fmt: skip
_MODAL: Final = {"would", "could", "should", "may", "might", "can", "must"}
_PRESENT: Final = {"is", "are", "has", "have", "am", "do", "does", "'s", "says", "be", "'re"}
_PAST: Final = set(
    ["was", "were", "had", "did", "said", "told", "went", "came", "took", "made", "gave", "found", "left", "began", "held", "fell", "rose", "sent", "met", "chose", "broke", "became", "fought", "struck", "won", "lost", "led", "ran", "saw", "got", "put", "cut", "hit", "shot", "killed", "sold", "bought", "brought", "built", "spent", "paid", "kept", "felt", "heard", "meant", "stood", "understood", "wrote", "spoke", "drove", "flew", "grew", "knew", "threw", "drew", "died", "agreed", "sank", "sang", "swore", "tore", "wore", "hung", "laid", "lay", "sat", "slept", "taught", "thought", "caught", "sought", "shook", "stole", "swept", "spread", "let", "beat", "bore", "bound", "cost", "dealt", "dug", "ate", "fed", "fled", "forgot", "forgave", "froze", "hid", "hurt", "knelt", "lent", "lit", "quit", "rode", "sought", "sped", "spun", "split", "sprang", "stuck", "swam", "swung", "withdrew", "wound", "overthrew", "shut", "arose", "awoke", "bred", "burst", "clung", "overcame", "undertook"]
)  # fmt: skip
_NOT_PAST: Final = {"need", "indeed", "speed", "seed", "feed", "united", "hundred", "red", "bed", "fed", "embed", "ted", "led", "agreed", "deed", "breed", "freed", "proceed", "exceed", "succeed", "weed", "limited", "sacred", "naked", "wicked", "kindred"}  # fmt: skip
_STOPS: Final = {".", "!", "?", "\n", ";"}
_REACH = 30


class Tenses:
    """Answers for one text."""

    def __init__(self, t: Tokens, reading: Reading) -> None:
        self.t = t
        self.sentences = reading.sentences
        self.starts = [s.start for s in reading.sentences]

    def around(self, i: int, end: int) -> Tense | None:
        """The tense governing tokens [i, end)."""
        if self.sentences:
            parsed = self._parsed(self.t.start[i], self.t.end[end - 1])
            if parsed:
                return parsed
        return self._before(i) or self._after(end)

    def _before(self, i: int) -> Tense | None:
        for j in range(i - 1, max(-1, i - _REACH), -1):
            word = self.t.word(j)
            if word in _STOPS and not (word == "." and len(self.t.word(j - 1)) < 4):
                return None
            found = self._verb(j)
            if found:
                return found
        return None

    def _after(self, end: int) -> Tense | None:
        for j in range(end, min(len(self.t), end + _REACH)):
            if self.t.word(j) in _STOPS:
                return None
            found = self._verb(j)
            if found:
                return found
        return None

    def _verb(self, j: int) -> Tense | None:
        word = self.t.word(j)
        if word in _FUTURE:
            return "future"
        if word in _FUTURE_HEADS:
            return "past" if "had" in (self.t.word(j - 1), self.t.word(j - 2), self.t.word(j - 3)) else "future"
        if word == "to" and self.t.word(j - 1) in _TO_HEADS and self._infinitive(j + 1):
            return "future"
        if word in _MODAL:
            return None
        if word in _PAST:
            return "past"
        if word.endswith("ed") and len(word) > 4 and word not in _NOT_PAST:
            head = self.t.word(j - 1)
            if head in ("be", "been") or head in _PRESENT:
                return "past" if head in ("been", "has", "have") else "present" if head in ("is", "are") else None
            return "past"
        return "present" if word in _PRESENT and word not in ("have", "be", "'s") else None

    def _infinitive(self, j: int) -> bool:
        word = self.t.word(j)
        return (
            word.isalpha()
            and self.t.raw(j).islower()
            and word not in ("the", "a", "an", "its", "his", "her", "their", "this", "that", "be")
            and not word.endswith(("s", "ed", "ing"))
        )

    def _parsed(self, start: int, end: int) -> Tense | None:
        sentence = self._sentence(start)
        if sentence is None:
            return None
        head = _outermost(sentence, start, end)
        for _ in range(4):
            if head is None:
                return None
            token = sentence.tokens[head]
            if token.upos in ("VERB", "AUX"):
                return _tense_of(sentence, head)
            head = token.head if token.head != head else None
        return None

    def _sentence(self, offset: int) -> Sentence | None:
        from bisect import bisect_right

        n = bisect_right(self.starts, offset) - 1
        return self.sentences[n] if n >= 0 and self.sentences[n].end > offset else None


def _outermost(s: Sentence, start: int, end: int) -> int | None:
    """The token inside the expression whose head stands outside it."""
    inside = [k for k, w in enumerate(s.tokens) if w.start < end and w.end > start]
    for k in inside:
        if s.tokens[k].head not in inside or s.tokens[k].head == k:
            return s.tokens[k].head if s.tokens[k].head != k else k
    return None


def _tense_of(s: Sentence, head: int) -> Tense | None:
    token = s.tokens[head]
    helpers = [
        w.text.lower()
        for k, w in enumerate(s.tokens)
        if w.head == head and w.deprel.startswith(("aux", "cop", "mark")) and k < head
    ]
    if any(w in _FUTURE for w in helpers):
        return "future"
    if any(w in ("had", "was", "were", "did") for w in helpers):
        return "past"
    if "to" in helpers or any(w in ("may", "might", "could", "should", "can", "must") for w in helpers):
        return "future"
    if "would" in helpers:
        return None
    word = token.text.lower()
    if any(w in ("has", "have") for w in helpers):
        return "past"
    if any(w in ("is", "are") for w in helpers):
        return "future" if word in _FUTURE_HEADS else "present"
    if (
        word in _PAST
        or (word.endswith("ed") and word not in _NOT_PAST)
        or (token.lemma and token.upos == "VERB" and word != token.lemma and not word.endswith(("s", "ing")))
    ):
        return "past"
    return "present" if not word.endswith("ing") else None
