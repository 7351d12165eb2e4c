"""How a sentence denies something: the words of denial, and the words of what is denied.

In:   the text of a sentence.
Out:  where it denies, what it denies, and whether by a word of denial or by a "not".
Room: state. The wordings are tables, lexicon/denials.tsv and speech.tsv.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final

from dateline.lexicon.tables import table


def speech(use: str) -> str:
    """The forms of the words of speech that serve so (lexicon/speech.tsv), as a pattern."""
    return f"(?:{'|'.join(row[use] for row in table('speech') if row[use])})"


SAID: Final = re.compile(rf"\b{speech('quoted')}\b", re.I)
TOLD: Final = re.compile(rf"\b{speech('told')}\b", re.I)
END: Final = re.compile(
    r"[.;:!?”\"]|,? (?:and|but|while|adding|saying|although|which|who|said|after) (?:[a-z]+ly )?(?:[a-z]+ed|said|that|"
    r"it|he|she|they)\b|, (?:and|but|while|adding|saying|although|which|who|after|has|have)\b|$"
)
CLAUSE: Final = re.compile(r"[;“”\"]|, ")
WHAT: Final = r"(?P<what>[^.;!?”\"]{4,240})"
HINTS: Final = (
    "deny", "deni", "refut", "reject", "dismiss", "disput", "scotch", "rebut", "truth", "true", "false", "contrary",
    "report that", "reports that", "claim that", "claims that", "nothing", "rumor", "rumour",
)  # fmt: skip
PLANS: Final = ("plan", "intention", "intend")
WOULD: Final = re.compile(r"\b(?:would|will|to be|going to|about to|(?:plan(?:s|ned)?|intend(?:s|ed)?) to)\b", re.I)
HAD: Final = re.compile(r"\b(?:had|has|have|having|was|were|did)\b", re.I)
LIKELY: Final = re.compile(
    r"\b(?:would|will|could|can|cannot|may|might|not|never|to|did not|didn[’']t|refus\w+ to)(?: \w+)? $", re.I
)
NEITHER: Final = re.compile(
    r"\b(?:confirm|verif|affirm|admit)\w* n?or (?:\w+ )?$", re.I
)  # "declined to confirm or deny it"
NOTS: Final = ("not", "Not", "n't", "n’t", "never", "no ", "No ", "None", "none", "nobody", "Nobody", "Never")
AHEAD: Final = re.compile(r"\b(?:would|will|wo|could|can|cannot|should|may|might|shall|yet|going to|until)\b", re.I)
NEGATORS: Final = re.compile(r"\b(?:not|never|no|nobody|none|without|nor|neither)\b|n[’']t\b", re.I)
UNTOLD: Final = re.compile(
    r"\b(?:not|never|no|nobody|none|without|den(?:y|ies|ied|ying)|denials?|reject(?:s|ed|ing)?|refut\w+|if|whether|"
    r"unless|would|could|may|might|should|will|shall|untrue|false|rumou?rs?|fail(?:s|ed)? to|refus\w+|plans? to|"
    r"threat\w*|demand\w*|order(?:s|ed) to|asked|urg\w+|contrary|nor|neither|cannot|to be|can)\b|n[’']t\b",
    re.I,
)


def not_denied(before: str) -> bool:
    """Whether the words before a word of denial say that nobody denies: "may have denied", "declined to confirm or".

    >>> not_denied("The mill declined to confirm or "), not_denied("The mill ")
    (True, False)
    """
    return bool(LIKELY.search(before) or NEITHER.search(before))


def _opens_with(cue: re.Pattern[str], words: str) -> bool:
    """Whether a word of what is to come stands there, and before any helper verb of what is over: what is denied is the
    plan, and not that somebody spoke of one.

    >>> _opens_with(WOULD, "it would sell the mill"), _opens_with(WOULD, "it had told them that the mill would close")
    (True, False)
    """
    found = cue.search(words)
    return found is not None and not HAD.search(words[: found.start()])


def hinted(text: str, hints: Sequence[str]) -> bool:
    """Whether one of the words stands anywhere in the text; quicker than to search for the wordings.

    >>> hinted("The mill Denied it.", HINTS), hinted("The mill stands.", HINTS)
    (True, False)
    """
    low = text.lower()
    return any(word in low for word in hints)


def spots(text: str, hints: Sequence[str]) -> Iterator[int]:
    """Where the words stand in a long text, in no order; every place of it where lower case changes its length."""
    low = text.lower()
    if len(low) != len(text):
        yield from range(len(text))
        return
    for word in hints:
        at = low.find(word)
        while at >= 0:
            yield at
            at = low.find(word, at + 1)


@cache
def patterns(sort: str) -> tuple[re.Pattern[str], ...]:
    """The wordings of one sort."""
    rows = [row for row in table("denials") if row["sort"] == sort]
    return tuple(re.compile(row["pattern"].replace("WHAT", WHAT), re.I) for row in rows)


@lru_cache(maxsize=50_000)
def denied_words(text: str) -> tuple[tuple[int, int], str, str] | None:
    """Where a sentence denies something, by its words, and the words of what it denies; None where it does not.

    >>> denied_words("The mill denied on Monday that its dam had leaked, and blamed the rain.")
    ((9, 49), 'its dam had leaked', 'deny')
    >>> denied_words("The mill said that its dam had leaked.") is None
    True
    """
    for pattern in patterns("deny") if hinted(text, HINTS) else ():
        found = pattern.search(text)
        if found:
            words = found["what"]
            end = END.search(words)
            words = words[: end.start()] if end else words
            if _opens_with(AHEAD, words) or not_denied(text[: found.start()]):
                return None
            return (found.start(), found.start("what") + len(words)), words, "deny"
    return _negated(text)


@lru_cache(maxsize=50_000)
def denied_plan(text: str) -> tuple[tuple[int, int], str] | None:
    """Where a sentence denies that something is planned, and the words of what is not.

    >>> denied_plan("The bank rejected reports that it would sell the mill.")
    ((9, 53), 'it would sell the mill')
    >>> denied_plan("The bank said it had no plans to sell the mill."), denied_plan("The bank denied that it sold it.")
    (((17, 46), 'sell the mill'), None)
    """
    for sort in ("ahead", "deny") if hinted(text, HINTS) or hinted(text, PLANS) else ():
        for found in (m for p in patterns(sort) if (m := p.search(text))):
            words = found["what"]
            end = END.search(words)
            words = words[: end.start()] if end else words
            if (sort == "ahead" or _opens_with(WOULD, words)) and not not_denied(text[: found.start()]):
                return (found.start(), found.start("what") + len(words)), words
    return None


def _negated(text: str) -> tuple[tuple[int, int], str, str] | None:
    """The clause that a quoted speaker tells as not done: "Not one cent was paid," he said."""
    if not any(word in text for word in NOTS):
        return None
    found = next((m for p in patterns("not") if (m := p.search(text))), None)
    if found is None or not SAID.search(text):
        return None
    starts = [m.end() for m in CLAUSE.finditer(text, 0, found.start() + 1)]
    ends = CLAUSE.search(text, found.end())
    a, b = (starts[-1] if starts else 0), (ends.start() if ends else len(text))
    words = text[a:b]
    return None if AHEAD.search(words) else ((found.start(), b), NEGATORS.sub(" ", words), "not")
