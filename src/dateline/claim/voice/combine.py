"""Joins what the reader found with what the rules found: one attribution a cue.

In:   the reader's attributions, and for each sentence those of the rules.
Out:  all of them, each with the words of the source that stands right outside it, where the words say so.
Room: claim. The reader is trusted on the content, the rules on what its flat labels cannot hold.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import Final

from dateline.claim.voice.attribution import Attribution, meet
from dateline.claim.voice.said import Said
from dateline.sentence.reading import Span

WIDE: Final = frozenset({"according", "citing", "final", "as"})  # rules that see further than the reader's flat content
TAGS: Final = frozenset({"inverted", "inserted"})  # rules that go by the commas around a tag
TRAILING: Final = re.compile(r",? ?[a-z]+ing\b[^,;:“”\"]*")  # a participle with what belongs to it, and no more
NEAR: Final = 60  # attributions looked at before one


def combined(text: str, read: list[Attribution], ruled: list[list[Said]]) -> list[tuple[Attribution, Span | None]]:
    """The reader's attributions, widened where a rule sees further, and those that only a rule found."""
    out: list[tuple[Attribution, Span | None]] = [(a, None) for a in read]
    by_cue = sorted((s, e, k) for k, a in enumerate(read) for s, e in a.cue)
    starts = [s for s, _, _ in by_cue]
    for found in ruled:
        for rule in found:
            at = _at_cue(by_cue, starts, rule.cue[0])
            if at is not None and rule.rule == "citing":
                known, _ = out[at]
                out[at] = (replace(known, voiced=False), None)
                out.append((_ruled(rule), rule.under))
            elif at is not None and rule.rule == "quoted":
                out[at] = (replace(out[at][0], voiced=True), rule.under)
            elif at is not None:
                out[at] = _widened(text, found, out[at][0], rule)
            else:
                out.append((_ruled(rule), rule.under))
    return out


def _widened(text: str, found: list[Said], known: Attribution, rule: Said) -> tuple[Attribution, Span | None]:
    """The reader's attribution with what a rule of the same cue knows better."""
    if rule.rule in TAGS and not any(meet(s, other) for s in known.source for other in rule.source):
        misread = known.source or any(meet(piece, s) for piece in known.content for s in rule.source)
        known = replace(known, source=rule.source, voiced=True)
        return (replace(known, content=rule.content, reach=rule.content) if misread else known), rule.under
    wider = rule.rule in WIDE or len(rule.content) > 1 or (rule.rule == "verb" and _runs_past(text, known, rule))
    reach = (*known.reach, *rule.content) if wider else known.reach
    source = rule.source if rule.rule in WIDE and rule.source else known.source or rule.source
    if rule.rule == "verb" and _opened_by_another(found, known.source, rule.source):
        source = rule.source
    return replace(known, reach=reach, source=source), rule.under


def _runs_past(text: str, known: Attribution, rule: Said) -> bool:
    """ "said the bombs fell on a market, killing nine": the clause goes on behind what the reader took for it."""
    (start, end), *_ = rule.content
    after = rule.cue[-1][1]
    if end <= rule.cue[0][0] and text[after : after + 1] == "," and all(after <= s for s, _ in known.content):
        return True  # "They will go, sources say, which ...": what stands before the tag
    return any(s <= start < e < end and TRAILING.fullmatch(text, e, end) for s, e in known.content)


def told_by_another(found: list[tuple[Attribution, Span | None]]) -> list[tuple[Attribution, Span | None]]:
    """Without the weak cues that nobody else tells: "they feel that" speaks only in somebody's words."""
    pieces = sorted(piece for a, _ in found if a.rule != "within" for piece in a.reach)
    starts = [s for s, _ in pieces]
    out = []
    for a, under in found:
        near = pieces[: bisect_right(starts, a.cue[0][0])][-NEAR:] if a.rule == "within" else []
        if a.rule != "within" or any(a.cue[0][1] <= e for _, e in near):
            out.append((a, under))
    return out


def _opened_by_another(found: list[Said], read: tuple[Span, ...], source: tuple[Span, ...]) -> bool:
    """Whether the reader ran two speakers into one: "According to the ministry, witnesses said ..."."""
    if len(read) != 1 or len(source) != 1 or not (read[0][0] < source[0][0] and source[0][1] <= read[0][1]):
        return False
    return any(meet(read[0], s) and s[1] < source[0][0] for r in found if r.rule == "according" for s in r.source)


def _ruled(rule: Said) -> Attribution:
    """The attribution that a rule made."""
    return Attribution(
        rule.source, rule.cue, rule.content, "", "anonymous", "", rule.cue_class, None,
        stance=rule.stance, reach=rule.content, rule=rule.rule, voiced=rule.voiced,
    )  # fmt: skip


def _at_cue(by_cue: list[tuple[int, int, int]], starts: list[int], span: Span) -> int | None:
    """The reader's attribution whose cue overlaps the span."""
    at = bisect_right(starts, span[1] - 1) - 1
    while at >= 0 and span[0] - by_cue[at][0] < 200:
        start, end, k = by_cue[at]
        if start < span[1] and span[0] < end:
            return k
        at -= 1
    return None
