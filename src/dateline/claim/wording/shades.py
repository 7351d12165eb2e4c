"""What a title must not leave out of its verb: "yet", "plans to", a "not" of its own, that only a part is meant.

In:   the tree of a sentence, an event of it.
Out:  yes or no, or the word.
Room: claim.
"""

from __future__ import annotations

from typing import Final

from dateline.claim.event.events import Happening
from dateline.claim.lexis import word_list
from dateline.claim.tree import Tree, marked_to, negated
from dateline.claim.wording.beside import share_of, short_of

PARTIAL: Final = word_list(
    "some part partially partly several certain number portion most few half third quarter majority"
)
FORESEEN: Final = word_list("expect schedule set due plan likely slate")
RULED_OUT: Final = frozenset({("rule", "out"), ("decide", "against"), ("vote", "against")})
MODALS: Final = word_list("may might could can would will should must shall do does did 'll ’ll 'd ’d")
PLANS: Final = word_list("plan intention intent intend decision wish need desire reason")


def not_yet(t: Tree, event: Happening) -> bool:
    """Whether "yet" stands with the verb."""
    near = (*t.children(event.carrier, "advmod"), *(k for up in t.ancestors(event.carrier, 1) for k in t.kids[up][:24]))
    return any(t.low[k] == "yet" for k in near)


def no_longer(t: Tree, event: Happening) -> bool:
    """ "No longer controls the town": told as it stands, for "did not control it" says another thing."""
    i = event.carrier
    plain = not event.noun and not {t.low[k] for k in t.children(i, "aux")} & MODALS and not marked_to(t, i)
    return plain and any(t.low[k] == "longer" and t.low[k - 1] == "no" for k in t.children(i, "advmod"))


def had_no(t: Tree, event: Happening) -> str:
    """ "plans" in "has no plans to alter": what there was none of."""
    up = t.up(event.carrier)
    if up is None or t.rel(event.carrier) != "acl" or t.tokens[up].lemma.lower() not in PLANS:
        return ""
    return t.low[up] if any(t.low[k] == "no" for k in t.children(up, "det")) else ""


def not_to(t: Tree, event: Happening) -> bool:
    """ "plans not to run again", "are not expected to resume", "does not plan to resign": an infinitive with a "not" of
    its own, or of the verb by which it is foreseen."""
    i, up = event.carrier, t.up(event.carrier)
    foreseen = up is not None and t.tokens[up].lemma.lower() in FORESEEN and bool(t.children(up, "aux:pass", "cop"))
    meant = up is not None and t.tokens[up].lemma.lower() in {"plan", "intend"}
    foreseen = foreseen or (meant and up is not None and any(t.low[k] in {"do", "does"} for k in t.children(up, "aux")))
    no = negated(t, i) or (foreseen and up is not None and negated(t, up))
    return no and marked_to(t, i)


def ruled_out(t: Tree, event: Happening) -> bool:
    """ "ruled out sending troops", "decided against striking": who says so will not, and told nobody what he has not
    done."""
    up = t.up(event.carrier)
    if up is None or event.noun or not t.low[event.carrier].endswith("ing") or up > event.carrier:
        return False
    words = (t.tokens[up].lemma.lower(), t.low[up + 1])
    return words in RULED_OUT and not negated(t, up)


def partial(t: Tree, event: Happening) -> bool:
    """Whether only a part of the object is meant: "some troops", "part of the aid", "partially suspended"."""
    if not event.noun and short_of(t, event.at):
        return True  # "has all but collapsed"
    share = share_of(t, event.at) if not event.noun else ""
    if share and not share.startswith("100"):
        return True  # "is 85% contained"
    near = [*t.children(event.at, "advmod"), *t.children(event.carrier, "advmod")]
    change = () if event.frame.obj or event.noun else event.frame.subj  # "three of the four lanes reopened"
    for h in (*event.frame.obj, *change):
        near += [h, *t.children(h, "det", "amod", "advmod", "nummod", "det:predet")]
        first = t.low[t.left[h] : t.left[h] + 2]
        if first in (["not", "all"], ["not", "every"]):
            return True  # "not all of the hostages have been released"
        around = t.low[max(h - 1, 0) : h + 2]
        if t.tokens[h].upos == "NUM" and around[-1] == "of" and around[0] not in {"all", "the"}:
            return True  # "closed two of its five mills", but "all five of the mills"
    return any(t.tokens[k].lemma.lower() in PARTIAL for k in near)
