"""The tense of the verb that a time expression belongs to.

In:   tokens, and the parse where there is one.
Out:  "past", "present", "future" or None.
Room: sentence. Without a parse, the nearest verb before the expression decides, else the nearest after it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, Literal

from dateline.sentence.reading import Reading, Sentence
from dateline.sentence.times.model import Tense
from dateline.sentence.times.tokens import Tokens
from dateline.sentence.times.words import cue

_FUTURE: Final = cue("future")
_FUTURE_HEADS: Final = cue("future head")
_DEADLINE: Final = cue("deadline")
_PLANNED: Final = cue("planned")
_FUTURE_TO: Final = cue("future to")
_MODAL: Final = cue("modal")
_PRESENT: Final = cue("present")
_PAST: Final = cue("past")
_NOT_PAST: Final = cue("not past")
_ARTICLES: Final = frozenset(["the", "a", "an", "its", "his", "her", "their", "this", "that", "be"])
_ONCE: Final = frozenset(["previously", "originally", "initially", "as", "once"])
_STARTING: Final = frozenset(["starting", "commencing"])
_AS_SOON_AS: Final = (("as", "soon", "as"), ("as", "early", "as"))  # "could come as early as Tuesday"
_NOT_AHEAD: Final = frozenset(["have", "not", "n't", "say", "only", "neither"])  # "would not comment Monday"
_WILL: Final = frozenset(["will", "shall", "would", "can", "may"])
_HAVE: Final = frozenset(["has", "have", "had"])
_ALIKE: Final = frozenset(
    ["set", "bet", "bid", "cast", "let", "quit", "put", "rid", "split", "thrust", "upset", "broadcast"]
)  # past too
_VERBAL: Final = frozenset(["VERB", "AUX"])
_MAY_BE_VERB: Final = _VERBAL | {"ADV", "PART", "ADJ", None}  # "to formally close it"; ADJ: tags err, nouns rarely
_CLAUSES: Final = frozenset(["root", "conj", "advcl", "parataxis"])
_MARKS: Final = frozenset([".", "!", "?", '"', "''", "”"])  # close a sentence; a headline has none
_PLANS: Final = frozenset(["plan", "plans", "intend", "intends", "hope", "hopes", "aim", "aims"])
_TELLING: Final = frozenset(
    ["say", "tell", "write", "report", "show", "read", "quote", "add", "note", "claim", "describe", "suggest", "argue",
     "warn", "indicate", "state", "mark", "follow", "come", "remain", "stand", "cite", "announce"]
)  # fmt: skip
_NAMING: Final = frozenset(["appointed", "named", "nominated", "elected", "chosen", "hired", "designated"])
_PUTTING_OFF: Final = frozenset(
    ["postponed", "postpone", "postpones", "postponing", "delayed", "deferred", "rescheduled", "adjourned", "shifted",
     "moved", "put", "pushed"]
)  # fmt: skip
_STAYING: Final = frozenset(["remain", "remains", "stay", "stays", "remaining", "staying"])
_RULES: Final = frozenset(
    ["law", "bill", "decree", "order", "rule", "act", "ordinance", "regulation", "directive", "measure", "resolution"]
)
_RULING: Final = frozenset(
    ["ban", "bar", "prohibit", "forbid", "outlaw", "require", "oblige", "raise", "increase", "cut", "lower", "reduce",
     "lift", "scrap", "abolish", "end", "allow", "permit", "limit", "cap", "double", "introduce", "impose", "make"]
)  # fmt: skip
_LAYING: Final = frozenset(["ban", "prohibit", "forbid", "outlaw", "impose", "introduce"])
_LAID: Final = frozenset(
    ["imposed", "introduced", "banned", "prohibited", "outlawed", "agreed", "announced", "declared", "called"]
)
_INSTALLING: Final = _LAID | frozenset(
    ["appointed", "named", "elected", "nominated", "promoted", "picked", "raised", "increased", "cut", "lowered",
     "doubled", "extended", "abolished", "scrapped"]
)  # fmt: skip
_WAS_SO = frozenset({"was", "were", "been", "had", ",", "remained", "stayed", "kept", "lay", "stood", "left"})
_SHUTTING: Final = frozenset(["closed", "shut", "suspended", "banned", "barred", "grounded", "cancelled", "canceled"])
_SHORT: Final = frozenset(["vs", "etc", "ca", "no"])
_STOPS: Final = frozenset([".", "!", "?", "\n", ";"])
_REACH: Final = 30  # tokens either side that are looked at
_CLAUSE: Final = 12  # tokens before "until" in which a "not" is looked for
_CALLING: Final = frozenset({"called", "calls", "calling", "convened", "convenes", "fixed", "summoned"})
_CLIMB: Final = 4  # heads that are climbed to find the verb


class Tenses:
    """Answers for one text."""

    def __init__(self, t: Tokens, reading: Reading) -> None:
        self.t = t
        self.sentences = reading.sentences
        self.starts = [s.start for s in reading.sentences]

    def around(self, i: int, end: int, weekday: bool = False) -> Tense | None:
        """The tense governing tokens [i, end).

        Before a bare weekday "would" looks ahead ("said they would leave Friday"); elsewhere it leaves the side open,
        for a history has its own future ("he would be freed in May 2011").
        """
        if self.t.word(i - 1) == "since":
            return "past"
        if self.t.word(i - 1) in ("until", "till", "through"):
            return self._until(i, end)
        if self.t.word(i - 1) == "by" and self._within_infinitive(i - 2):
            return "future"  # "already begun and to finish by Friday", "urged them to return to the table by Friday"
        if self.t.words(i - 3, 3) in _AS_SOON_AS:
            return "past" if self._before(i - 3) == "past" else "future"
        if self.t.words(i - 2, 2) == ("set", "for") or self._called_for(i):
            return "future"
        if weekday and self.t.word(i - 1 if self.t.word(i - 1) in _STARTING else i - 2) in _STARTING:
            return "future"  # "declared a curfew starting on Saturday"
        laid = self._laid_from(i)
        if laid and (not weekday or laid in _LAID):  # "was named finance minister from August": the nearest August
            return "future" if weekday else None
        planned = any(self.t.word(j) in _PLANNED and not self._was(j) for j in range(max(0, i - 4), i))
        if planned or self._put_off_to(i) or self._named_from(i):
            return "future"
        if self.sentences and not self._looks_ahead(i):
            found = self._parsed(self.t.start[i], self.t.end[end - 1], weekday)
            if found:
                return None if found == "open" else found
        return self._before(i, weekday) or self._after(end)

    def _laid_from(self, i: int) -> str:
        """The verb of "was appointed from", "imposed a curfew from": what it lays down may lie ahead of it."""
        before = self.t.word(i - 1)
        if before != "from" and before not in _STARTING and not (before == "in" and self.t.word(i - 2) in _STARTING):
            return ""
        for j in range(i - 2, max(-1, i - _REACH), -1):
            word = self.t.word(j)
            if word in _INSTALLING or word in _STOPS:
                return word if word in _INSTALLING and not self._was(j) else ""
            if word not in _STARTING and self._verb(j):
                return ""
        return ""

    def _called_for(self, i: int) -> bool:
        """ "Called a general election for November 14": whatever is called for a day is to come."""
        near = range(max(0, i - _CLAUSE), i - 1)
        return self.t.word(i - 1) == "for" and any(self.t.word(j) in _CALLING and not self._was(j) for j in near)

    def _put_off_to(self, i: int) -> bool:
        """ "Postponed the vote from 7 December to 8 February": the day it is put off to is to come."""
        word = self.t.word(i - 1)
        return word == "to" and any(self.t.word(j) in _PUTTING_OFF and not self._was(j) for j in self._clause(i - 1))

    def _named_from(self, i: int) -> bool:
        """ "Appointed her head of the bank from August 1": who is named from a day on takes the post then."""
        clause = self._clause(i - 1) if self.t.word(i - 1) == "from" else ()
        return any(self.t.word(j) in _NAMING and not self._was(j) for j in clause)

    def _clause(self, i: int) -> Iterator[int]:
        """The tokens before i up to where its clause begins, the nearest first."""
        for j in range(i - 1, max(-1, i - _CLAUSE), -1):
            if self.t.word(j) in _STOPS or self.t.word(j) in (",", "and", "but", "that", "who", "which"):
                return
            yield j

    def _until(self, i: int, end: int) -> Tense:
        """ "It burned until Friday", "they did not leave until Friday" are past; a deadline "until Friday" is not."""
        before = self.t.low[max(0, i - _CLAUSE) : i]
        if "not" in before and before[max(0, before.index("not") - 1)] in _WILL:
            return "future"  # "will not reopen until Sunday"
        if "not" in before or "not" in self.t.low[end : end + _CLAUSE // 2]:
            return "past"
        shut = any(self.t.word(j) in _SHUTTING and not self._was_so(j) for j in range(max(0, i - _CLAUSE), i))
        return "past" if self._before(i) == "past" and not (shut or _DEADLINE.intersection(before)) else "future"

    def _was_so(self, j: int) -> bool:
        """ "Was closed until Friday" may be over; "closed banks until Friday" lays it down."""
        return not _WAS_SO.isdisjoint(self.t.low[max(0, j - 2) : j])

    def _looks_ahead(self, i: int) -> bool:
        """ "payable Jan. 3", "effective June 1": words just before that look ahead, whatever the verb."""
        if any(self.t.word(j) in _FUTURE_HEADS and not self._was(j) for j in range(max(0, i - 2), i)):
            return True
        near = range(max(1, i - 12), i - 1)  # "is to resume trading on Tuesday"
        return any(self.t.word(j) == "to" and self._ahead(j) for j in near)

    def _within_infinitive(self, i: int) -> bool:
        """Whether an infinitive stands before token i, with no other clause opened since."""
        for j in range(i, max(-1, i - _CLAUSE), -1):
            if self._infinitive_at(j):
                return True
            if self.t.word(j) in _STOPS or self.t.word(j) in (",", "and", "but", "that"):
                return False
        return False

    def _infinitive_at(self, j: int) -> bool:
        return self.t.word(j) == "to" and self.t.word(j - 1) not in _PAST and self._infinitive(j + 1)

    def _ahead(self, j: int) -> bool:
        """Whether the "to" at j looks ahead: "agreed to leave", not "came to power", nor "a
        call to state radio"."""
        ahead = self.t.word(j - 1) in _FUTURE_TO and not self._was(j - 1) and self._infinitive(j + 1)
        return ahead and self.upos(self.t.start[j + 1]) in _MAY_BE_VERB

    def _was(self, j: int) -> bool:
        """Whether the plan at j is one that was: "had been due", "as previously planned"."""
        if self.t.word(j - 1) == "to":  # "had been due to expire"
            j -= 2
        return self.t.word(j - 1) in _ONCE or "had" in self.t.low[max(0, j - 3) : j]

    def upos(self, offset: int) -> str | None:
        """The reader's tag at a character."""
        sentence = self._sentence(offset)
        k = sentence.token_at(offset) if sentence else None
        return sentence.tokens[k].upos if sentence and k is not None else None

    def _before(self, i: int, weekday: bool = False) -> Tense | None:
        for j in range(i - 1, max(-1, i - _REACH), -1):
            word = self.t.word(j)
            if word in _STOPS and not self._abbreviated(j):
                return None
            if weekday and word == "planned" and not self._was(j):  # "planned a rally in the capital on Saturday"
                return "future"
            if weekday and word == "would":
                return "past" if self.t.word(j + 1) in _NOT_AHEAD else "future"
            if word in _MODAL:  # "would be paid in May" neither was nor surely will be
                return None
            found = self._verb(j)
            if found:
                return found
        return None

    def _after(self, end: int) -> Tense | None:
        for j in range(end, min(len(self.t), end + _REACH)):
            if self.t.word(j) in _STOPS and not self._abbreviated(j):
                return None
            found = self._verb(j)
            if found:
                return found
        return None

    def _abbreviated(self, j: int) -> bool:
        """Whether the mark at j is the full stop of a short word: "Gov.", "v."."""
        word = self.t.word(j - 1)
        if self.t.word(j) != "." or len(word) > 3:
            return False
        return len(word) == 1 or word in _SHORT or self.t.capital(j - 1) or self.t.glued(j + 1)  # "Gov.", "42.8"

    def _verb(self, j: int) -> Tense | None:
        """What the word at j says of the tense, None where it says nothing; "remain closed" says nothing past."""
        found = self._told(j)
        return "present" if found == "past" and self.t.word(j - 1) in _STAYING else found

    def _told(self, j: int) -> Tense | None:
        word = self.t.word(j)
        if word in _FUTURE:
            return "future"
        if word in _FUTURE_HEADS and self.t.word(j - 1) not in _ARTICLES:  # "the plan" is a thing
            return "past" if self._was(j) else "future"
        if word == "to" and self._ahead(j):
            return "future"
        if word in _PAST:
            return None if "be" in (self.t.word(j - 1), self.t.word(j - 2)) else "past"  # "would still be held"
        if word == "been" and self.t.word(j - 1) in _HAVE:
            return "past"
        if word.endswith("ed") and len(word) > 4 and word not in _NOT_PAST:
            return self._participle(self.t.word(j - 1))
        return "present" if word in _PRESENT and word not in ("have", "be", "'s") else None

    def _participle(self, helper: str) -> Tense | None:
        if helper in ("been", "has", "have"):
            return "past"
        if helper in ("is", "are"):
            return "present"
        return None if helper in _PRESENT else "past"

    def _infinitive(self, j: int) -> bool:
        word = self.t.word(j)
        return self.t.raw(j).islower() and word not in _ARTICLES and not word.endswith(("s", "ed", "ing"))

    def _parsed(self, start: int, end: int, weekday: bool) -> Tense | Literal["open"] | None:
        sentence = self._sentence(start)
        if sentence is None:
            return None
        head = _governor(sentence, start, end)
        for step in range(_CLIMB):
            if head is None:
                return None
            token = sentence.tokens[head]
            if step == 0 and _rules_from(sentence, head, start):
                return "future"
            if token.upos in ("VERB", "AUX"):
                found = _tense_of(sentence, head, weekday)
                arranged = weekday and step == 0 and found == "present" and _arranged(sentence, head, start)
                return "future" if arranged else found
            head = token.head if token.head != head else None
        return None

    def _sentence(self, offset: int) -> Sentence | None:
        n = bisect_right(self.starts, offset) - 1
        return self.sentences[n] if n >= 0 and self.sentences[n].end > offset else None


def _governor(s: Sentence, start: int, end: int) -> int | None:
    """The head, outside the expression, of the token inside that hangs on it."""
    inside = [k for k, w in enumerate(s.tokens) if w.start < end and w.end > start]
    for k in inside:
        if s.tokens[k].head not in inside:
            return s.tokens[k].head
    return inside[0] if inside else None


def _rules_from(s: Sentence, head: int, start: int) -> bool:
    """ "Passed a law banning plastic bags from July 1", "banned hosepipes from Thursday": what a law does, or
    who lays it down, lies ahead."""
    token, before = s.tokens[head], [w.text.lower() for w in s.tokens if w.end <= start][-1:]
    rule = s.tokens[token.head].lemma.lower() in _RULES and token.deprel.startswith("acl")
    laid = token.lemma in _LAYING and token.upos == "VERB"
    return before == ["from"] and (laid or (rule and token.lemma in _RULING and token.text.lower().endswith("ing")))


def _arranged(s: Sentence, head: int, start: int) -> bool:
    """Whether a present tense tells what is arranged: "They meet Monday", "He is flying there on Monday"; not "The
    paper says on Monday", and not a headline, which tells the past in the present.

    The parse must be sure of it: the verb has a subject of its own, and no other verb stands between it and the time.
    """
    token, last = s.tokens[head], max(k for k, w in enumerate(s.tokens) if k == 0 or w.start < start)
    if token.upos != "VERB" or token.lemma in _TELLING | _ALIKE or not _finite_clause(s, head):
        return False
    if s.tokens[-1].text not in _MARKS:
        return False
    beside = [w for w in s.tokens if w.head == head]
    between = s.tokens[head + 1 : last + 1] if head <= last else s.tokens[:head]
    if not any(w.deprel == "nsubj" for w in beside) or any(w.upos in _VERBAL for w in between):
        return False
    return not any(w.deprel.startswith("aux") for w in beside) or token.text.lower().endswith("ing")


def _finite_clause(s: Sentence, head: int) -> bool:
    """Whether the verb heads a clause that can have a tense; not the "leave" of "saw the fleet leave"."""
    token = s.tokens[head]
    return token.deprel in _CLAUSES or (token.deprel == "ccomp" and s.tokens[token.head].lemma in _TELLING)


def _tense_of(s: Sentence, head: int, weekday: bool = False) -> Tense | Literal["open"] | None:
    """Of a verb with its helpers; open for "would be paid", None for bare forms."""
    token, word = s.tokens[head], s.tokens[head].text.lower()
    helpers = {
        w.text.lower()
        for k, w in enumerate(s.tokens[:head])
        if w.head == head and w.deprel.startswith(("aux", "cop", "mark")) and k < head
    }
    if helpers & _FUTURE or (weekday and word in ("planned", "planning") and "had" not in helpers):
        return "future"
    if token.upos == "VERB" and word in _PLANS and not helpers:  # "On Tuesday the group plans to hold a rally"
        return "future"
    if helpers & {"had", "was", "were", "did"}:
        return "past"
    beside = {w.text.lower() for w in s.tokens if w.head == head}
    if weekday and "would" in helpers and word not in _NOT_AHEAD and not beside & _NOT_AHEAD:
        return "future"
    if helpers & {"would", "could", "might"}:
        return "open"
    if "to" in helpers:
        return _of_infinitive(s, head)
    if helpers & _MODAL:
        return "future"
    if helpers & {"has", "have"}:
        return "past"
    if helpers & {"is", "are"}:
        return "future" if word in _FUTURE_HEADS else "present"
    return _finite(word, token.lemma, token.upos)


def _of_infinitive(s: Sentence, head: int) -> Tense | None:
    """ "agreed to leave on Friday" looks ahead; "the first to join on Friday" has the tense of its clause."""
    above = s.tokens[head].head
    if above == head:
        return "future"
    governor = s.tokens[above]
    if governor.text.lower() in _FUTURE_TO | _FUTURE_HEADS:  # "had been scheduled to end on Friday" is past
        return "past" if any(w.head == above and w.text.lower() == "had" for w in s.tokens) else "future"
    if any(w.head == above and w.text.lower() in _FUTURE for w in s.tokens[:head]):
        return "future"  # "will be allowed to return on Friday"
    return _finite(governor.text.lower(), governor.lemma, governor.upos) if governor.upos in ("VERB", "AUX") else None


def _finite(word: str, lemma: str, upos: str) -> Tense | None:
    if word in _PAST or (word.endswith("ed") and word not in _NOT_PAST):
        return "past"
    if lemma and upos == "VERB" and word != lemma and not word.endswith(("s", "ing")):
        return "past"
    return None if word.endswith("ing") else "present"
