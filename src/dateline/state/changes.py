"""What a reader who knew the record on one day must learn by another.

In:   the lists of timeline, inforce, figures and disputes as known by day A, and the same as known by day B.
Out:  the lines of `changes`: new, ended, revised, confirmed, disputed, slipped, corrected, retracted.
Room: state. Lines are followed by id; a line that was linked anew, under another id, is followed by its claims.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from dateline.report.versions import differences
from dateline.state.model import Answer, Line
from dateline.terms import When

Views = Mapping[str, Sequence[Answer]]

ORDER: Final = ("retracted", "corrected", "disputed", "ended", "slipped", "revised", "confirmed", "new")
CORE: Final = {"inforce": ("status", "outcome", "from", "to", "deadline"), "timeline": ("factuality", "when")}
LISTS: Final = ("inforce", "disputes", "figures", "timeline")
SHOWN: Final = (*LISTS, "sources")  # a report is told of only where it came out anew or was withdrawn
BARE: Final[Line] = {
    "voice": [], "factuality": None, "factuality_cue": None, "when": None, "claim": None, "trigger": None,
}  # fmt: skip
PAST: Final = "its day is long over"
UNTOLD: Final = "not told of any more"
LONGEST: Final = 300  # characters of a text that are shown as before or after


def changes(before: Views, after: Views, day: date | None = None) -> list[Line]:
    """The changes from one view to the other: gravest kinds first, then by list, then by id.

    The evidence of a change is what is new in it; a line that only gained a further telling gives none. `day` is that
    of the later view, where it is known.
    """
    out: list[Line] = []
    standing = {s["id"] for s in after.get("sources", ())}
    for name in LISTS:
        old, new = before.get(name, ()), after.get(name, ())
        out.extend(_of_list(name, old, new, standing, day))
    out.extend(_of_reports(before.get("sources", ()), after.get("sources", ())))
    return sorted(out, key=lambda c: (ORDER.index(c["kind"]), SHOWN.index(c["list"]), c["what"]))


def core(name: str, line: Answer) -> Line:
    """What a line says, without its words and its evidence: what a change changes."""
    if name == "figures":
        return {"latest": _level(line)}
    if name == "disputes":
        return {"state": line.get("state"), "answers": [p["answer"] for p in line["positions"]]}
    return {k: _bare_day(line.get(k)) for k in CORE[name]}


def _bare_day(value: Any) -> Any:
    """A time as its days alone: "on Thursday" and "a day before" are the same day."""
    return {k: value[k] for k in ("earliest", "latest", "edtf")} if isinstance(value, dict) else value


def replay(before: Views, made: Sequence[Line]) -> dict[str, list[Line]]:
    """The cores that the changes lead to, from the view before; in the order of their words."""
    held = {name: {line["id"]: core(name, line) for line in before.get(name, ())} for name in LISTS}
    for change in (c for c in made if c["list"] in LISTS):
        lines = held[change["list"]]
        lines.pop(change["was"] or change["what"], None)
        if change["line"] is not None:
            lines[change["what"]] = change["line"]
    return {name: sorted(lines.values(), key=repr) for name, lines in held.items()}


def _of_list(
    name: str, old: Sequence[Answer], new: Sequence[Answer], standing: Collection[str], day: date | None
) -> Iterable[Line]:
    """The changes of one list; `standing` are the reports that are not withdrawn. What leaves the board though its
    reports stand has had its time, as a plan whose day is long over, or is not told of any more."""
    followed = _followed(old, new)
    taken = {line["id"] for line in followed.values()}
    for line in new:
        was = followed.get(line["id"])
        kind, before, after = _kind(name, was, line) if was is not None else _first(name, line)
        if kind is None and was is not None and core(name, was) != core(name, line):
            kind, before, after = "revised", _shown(name, was), _shown(name, line)
        if kind is not None:
            change = _change(name, kind, line, before, after, _fresh(was, line))
            yield change | {"was": was["id"] if was is not None else None, "line": core(name, line)}
    for line in old:
        if line["id"] not in taken:
            past = name == "inforce" and all(report in standing for report in line["reports"])
            kind, after = ("ended", PAST if _is_past(line, day) else UNTOLD) if past else ("retracted", None)
            change = _change(name, kind, line, _shown(name, line), after, _evidence(line))
            yield change | {"was": line["id"], "line": None}


def _is_past(line: Answer, day: date | None) -> bool:
    """Whether the day it was due or ended on lies before the day of the later view."""
    days = [When.from_dict(at).latest for at in (line.get("deadline"), line.get("to")) if isinstance(at, dict)]
    return any(last is not None and (day is None or last < day) for last in days)


def _of_reports(old: Sequence[Answer], new: Sequence[Answer]) -> Iterable[Line]:
    """The reports that came out again, with what they say otherwise, and those that were withdrawn."""
    now = {line["id"]: line for line in new}
    for was in old:
        line = now.get(was["id"])
        if line is None:
            title = f"{was['id']} was withdrawn"
            change = _change("sources", "retracted", {**was, "title": title}, was["title"] or was["id"], None, ())
            yield change | {"was": was["id"], "line": None}
        elif line["sha256"] != was["sha256"]:
            parts = differences(was["text"], line["text"])
            shown = [_cut(line, d.now) for d in parts if d.now[2]]
            title = f"{line['id']} came out again with another text"
            before = " … ".join(d.was[2] for d in parts if d.was[2])[:LONGEST]
            after = " … ".join(d.now[2] for d in parts if d.now[2])[:LONGEST]
            told = [{"before": d.was[2], "after": d.now[2]} for d in parts]
            change = _change("sources", "corrected", {**line, "title": title}, before, after, shown)
            yield change | {"differs": told, "was": line["id"], "line": None}


def _cut(line: Answer, spot: tuple[int, int, str]) -> Line:
    """New words of a report as evidence."""
    anchor = {"report": line["id"], "start": spot[0], "end": spot[1], "text": spot[2]}
    return BARE | {"anchor": anchor, "published": {k: v for k, v in line["published"].items() if k != "reasons"}}


def _followed(old: Sequence[Answer], new: Sequence[Answer]) -> dict[str, Answer]:
    """Id of a new line to the old line it goes on from: by id, else by the most claims in common."""
    by_id = {line["id"]: line for line in old}
    out = {line["id"]: by_id[line["id"]] for line in new if line["id"] in by_id}
    free = [line for line in old if line["id"] not in out]
    held = {c: line for line in free for c in _claims(line)}
    taken: set[str] = set()
    for line in sorted((x for x in new if x["id"] not in out), key=lambda x: str(x["id"])):
        count: dict[str, int] = {}
        for claim in _claims(line):
            if claim in held and held[claim]["id"] not in taken:
                count[held[claim]["id"]] = count.get(held[claim]["id"], 0) + 1
        if count:
            best = min(count, key=lambda i: (-count[i], i))
            taken.add(best)
            out[line["id"]] = by_id[best]
    return out


def _kind(name: str, was: Answer, now: Answer) -> tuple[str | None, Any, Any]:
    """How a line that was known has changed, and its value before and after; None where it has not."""
    return {"inforce": _state, "disputes": _dispute, "figures": _figure, "timeline": _event}[name](was, now)


def _first(name: str, line: Answer) -> tuple[str, Any, Any]:
    """A line that was not known before."""
    if name == "disputes":
        return "disputed", None, _shown(name, line)
    if name == "inforce" and line["status"] == "disputed":
        return "disputed", None, line["status"]
    return "new", None, _shown(name, line)


def _state(was: Answer, now: Answer) -> tuple[str | None, Any, Any]:
    old, new = was["status"], now["status"]
    if now.get("outcome") != was.get("outcome") and now.get("outcome") == "slipped":
        return "slipped", _day(was.get("deadline")), _day(now.get("deadline"))
    days = [_bare_day(x.get("deadline")) for x in (was, now)]
    if all(days) and days[0] != days[1]:
        kind = "slipped" if _later(was["deadline"], now["deadline"]) else "revised"
        return kind, _day(was["deadline"]), _day(now["deadline"])
    if old != new:
        kind = "ended" if new == "ended" else "disputed" if new == "disputed" else "revised"
        return kind, _status(was), _status(now)
    if now.get("outcome") != was.get("outcome"):
        return "revised", was.get("outcome"), now.get("outcome")
    if _span(was) != _span(now):
        return "revised", _span(was), _span(now)
    return _support(was, now)


def _dispute(was: Answer, now: Answer) -> tuple[str | None, Any, Any]:
    if was.get("state") != now.get("state"):
        return "corrected" if now.get("state") == "settled" else "revised", was.get("state"), now.get("state")
    old, new = [p["answer"] for p in was["positions"]], [p["answer"] for p in now["positions"]]
    return ("revised", "; ".join(old), "; ".join(new)) if old != new else (None, None, None)


def _figure(was: Answer, now: Answer) -> tuple[str | None, Any, Any]:
    if _level(was) != _level(now):
        return "revised", _shown("figures", was), _shown("figures", now)
    old, new = _backing(was), _backing(now)
    return ("confirmed", f"{old} origin", f"{new} origins") if old < 2 <= new else (None, None, None)


def _level(line: Answer) -> Any:
    """The latest value without its words: "nine people" and "nine civilians" are one."""
    latest = line.get("latest")
    return [latest.get("low"), latest.get("high"), latest.get("bound")] if isinstance(latest, dict) else latest


def _backing(line: Answer) -> int:
    """How many origins tell the latest value: who says that nobody died confirms no toll of two."""
    latest = line.get("latest")
    if not isinstance(latest, dict):
        return int(line.get("origins", 0))
    told = (p for p in line["points"] if p["low"] <= latest["high"] and latest["low"] <= p["high"])
    return len({p["origin"] for p in told})


def _event(was: Answer, now: Answer) -> tuple[str | None, Any, Any]:
    old, new = was["factuality"], now["factuality"]
    if old != new:
        if new == "denied":
            return "disputed", old, new
        return "revised", old.replace("_", " "), new.replace("_", " ")
    if _bare_day(was["when"]) != _bare_day(now["when"]):
        if old == "planned" and _later(was["when"], now["when"]):
            return "slipped", _day(was["when"]), _day(now["when"])
        return "revised", _day(was["when"]), _day(now["when"])
    return _support(was, now)


def _support(was: Answer, now: Answer) -> tuple[str | None, Any, Any]:
    old, new = was.get("origins", 0), now.get("origins", 0)
    if old < 2 <= new:
        return "confirmed", f"{old} origin", f"{new} origins"
    return None, None, None


def _shown(name: str, line: Answer) -> Any:
    """The value of a line in a few words."""
    if name == "figures":
        latest = line.get("latest")
        if isinstance(latest, dict) and latest.get("sum_of"):
            return f"at least {latest['low']:,} ({', '.join(a['text'] for a in latest['sum_of'])})"
        return latest.get("words") if isinstance(latest, dict) else latest
    if name == "disputes":
        return "; ".join(p["answer"] for p in line["positions"])
    if name == "inforce":
        return _status(line)
    return line["factuality"].replace("_", " ")


def _status(line: Answer) -> str:
    return f"{line['status'].replace('_', ' ')}: {line['value']}" if line.get("value") else line["status"]


def _span(line: Answer) -> str:
    return f"{_day(line['from']) or 'unknown'} to {_day(line['to']) or 'open'}"


def _day(when: Any) -> str | None:
    if not isinstance(when, dict):
        return None
    return when.get("edtf") or when.get("words")


def _later(was: Answer, now: Answer) -> bool:
    a, b = When.from_dict(was), When.from_dict(now)
    return a.latest is not None and b.earliest is not None and b.earliest > a.latest


def _evidence(line: Answer) -> list[Line]:
    """The evidence of a line of any list; a figure's points are its evidence."""
    if "positions" in line:
        return [e for p in line["positions"] for e in p["evidence"]]
    return list(line.get("evidence") or line.get("points") or ())


def _key(item: Line) -> str:
    anchor = item.get("anchor") or {}
    return str(item.get("claim") or (anchor.get("report"), anchor.get("start"), anchor.get("end")))


def _claims(line: Answer) -> set[str]:
    return {_key(e) for e in _evidence(line)}


def _fresh(was: Answer | None, now: Answer) -> list[Line]:
    """The evidence that is new; all of it where none is."""
    old = _claims(was) if was is not None else set()
    fresh = [e for e in _evidence(now) if _key(e) not in old]
    return fresh or _evidence(now)


def _as_evidence(one: Line) -> Line:
    """Evidence as FORMATS has it: of a point of figures the sentence, with the amount as the word that tells it."""
    if "quantity" not in one:
        return one
    kept = {key: one[key] for key in ("voice", "factuality", "when", "published")}
    return kept | {
        "anchor": one["sentence"],
        "trigger": one["anchor"],
        "factuality_cue": None,
        "claim": one["quantity"],
    }


def _change(name: str, kind: str, line: Answer, before: Any, after: Any, evidence: Sequence[Line]) -> Line:
    title = line.get("title") or line.get("question") or line["id"]
    return {
        "kind": kind,
        "list": name,
        "what": line["id"],
        "title": title,
        "before": before,
        "after": after,
        "evidence": [_as_evidence(one) for one in evidence],
    }
