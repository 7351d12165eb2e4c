"""What the form of two clauses says of the event in one: "as long as", "until", a bare "be".

In:   the parse, the verb of a clause, the verb above it.
Out:  yes or no, the word that decides, or what it gives.
Room: claim. Used by `chain`, which knows what each gives.
"""

from __future__ import annotations

from typing import Final

from dateline.claim.certainty.lasting import is_plain_present
from dateline.claim.certainty.table import Signature, lookup
from dateline.claim.certainty.words import given, local, same_form, words
from dateline.claim.lexis import word_list
from dateline.claim.tree import Tree, is_gerund, marked_to
from dateline.claim.wording.inflect import past
from dateline.terms import Factuality
from dateline.terms.factuality import REAL

ASKED: Final = frozenset({"what", "who", "how", "why", "when", "where", "which"})
GROUNDS: Final = frozenset({"truth", "substance", "basis", "foundation"})
MEANING: Final = frozenset({"plan", "hope", "intend", "expect", "mean", "want", "aim", "schedule", "due", "suppose"})
BINDING: Final = frozenset({"threaten", "vow", "promise", "pledge", "agree", "announce", "call"})
PUT_OFF: Final = frozenset(
    {"postpone", "delay", "cancel", "put off", "call off", "push back", "scrap", "shelve", "abandon", "suspend"}
)
SET_FOR: Final = frozenset({"due", "scheduled", "planned", "set", "expected", "slated", "meant", "supposed"})
BARE: Final = frozenset({"let", "make", "have"})  # verbs whose infinitive has no "to"
WARNING: Final = frozenset({"advise", "warn", "caution", "urge", "counsel", "argue", "recommend", "speak"})
SEEING: Final = frozenset({"see", "hear", "watch"})
YIELDING: Final = frozenset({"agree", "accept", "consent", "relent", "yield", "decide", "concede", "approve"})
WANTING: Final = frozenset({"want", "expect", "wish", "hope", "need"})
ACCUSING: Final = word_list("accuse charge suspect arrest indict detain hold want try accused suspected charged")


def accused_over(t: Tree, i: int, g: int) -> Signature | None:
    """ "accused in killing a guard", "arrested over stabbing a driver": what somebody is held for is not found true."""
    over = any(t.low[k] in {"in", "over"} for k in t.children(i, "mark"))
    held = over and t.low[i].endswith("ing") and bool({t.tokens[g].lemma.lower(), t.low[g]} & ACCUSING)
    return Signature("keep", "keep", "possible", g) if held else None


def advised_against(t: Tree, i: int, g: int) -> Signature | None:
    """ "Advised them against closing it": what somebody warns against is neither done nor wanted."""
    mark = next((k for k in t.children(i, "mark", "case") if t.low[k] == "against"), None)
    told = mark is not None and t.low[i].endswith("ing") and t.tokens[g].lemma.lower() in WARNING
    return Signature("conditional", "conditional", "", mark) if told and mark is not None else None


def lasting_as_long(t: Tree, i: int) -> bool:
    """ "as long as the siege goes on": one thing holds while another does, which is taken for known."""
    for k in t.children(i, "mark"):
        before = t.low[max(0, k - 2) : k]
        if t.low[k] == "as" and before in (["as", "long"], ["so", "long"]):
            return True
    return False


def until_then(t: Tree, i: int, g: int, mark: int) -> bool:
    """ "led the brigade until he was moved in May": where both are told in the past, what ended it has come about."""
    past = _in_the_past(t, i) and _in_the_past(t, g)
    return past and t.low[mark] in {"until", "till"}


def _in_the_past(t: Tree, i: int) -> bool:
    """Whether a verb is finite and in the past, with no modal beside it."""
    beside = {t.low[k] for k in t.children(i, "aux", "aux:pass", "cop")}
    word = t.tokens[i]
    plain = word.upos == "VERB" and not beside and word.text.lower() != word.lemma.lower()
    told = bool(beside) and beside <= {"was", "were", "had", "been", "did"}
    return told or (plain and not word.text.lower().endswith(("ing", "s")))


def believed_done(t: Tree, i: int, g: int) -> bool:
    """ "are expected to have died": believed of what is over, and no plan; "is expected to have left by May" is one."""
    done = t.tokens[g].lemma.lower() == "expect" and any(t.low[k] == "have" for k in t.children(i, "aux"))
    by = any(t.low[c] == "by" for k in t.children(i, "obl") for c in t.children(k, "case"))
    return done and t.child(g, "aux:pass") is not None and not by


def once_meant(t: Tree, g: int) -> bool:
    """ "had planned to open it in May", "had been due to meet on Friday": what somebody meant to do before something
    else was told is no plan any more; nor what one "had threatened, but" did not do."""
    had = any(t.low[k] == "had" for k in t.children(g, "aux", "cop"))
    lemma = t.tokens[g].lemma.lower()
    return had and (lemma in MEANING or (lemma in BINDING and but_then(t, g)))


def once_unmeant(t: Tree, g: int) -> bool:
    """ "Never intended to sign", "did not want to leave": whether it was done all the same, that does not tell; who
    "does not plan to" will not."""
    lemma, beside = t.tokens[g].lemma.lower(), {t.low[k] for k in t.children(g, "aux", "cop")}
    present = beside & {"do", "does", "is", "are", "has", "have"} or (not beside and t.low[g] in {lemma, f"{lemma}s"})
    return lemma in MEANING | WANTING and t.tokens[g].upos == "VERB" and not present  # not "nobody wants a strike"


def once_due(t: Tree, i: int) -> bool:
    """ "Had been due to meet on Friday", "was to open the bridge yesterday": whether it was done, others tell."""
    if i < 2 or t.low[i - 1] != "to":
        return False
    past = any(t.low[k] == "yesterday" or "last" in t.low[t.left[k] : k] for k in t.children(i, "obl"))
    return t.low[i - 4 : i - 2] == ["had", "been"] or (past and t.low[i - 2] in {"was", "were"})


def but_then(t: Tree, g: int) -> bool:
    """Whether a "but" with another deed stands behind the verb: "had threatened to strike but postponed it"."""
    later = (k for k in t.children(g, "conj") if t.tokens[k].upos == "VERB" and k > g)
    return any(t.low[c] == "but" for k in later for c in t.children(k, "cc"))


def wished(t: Tree, i: int) -> bool:
    """ "suggested Osland leave": a bare verb behind a name that is one, and so no present."""
    word, subject = t.tokens[i], t.child(i, "nsubj")
    if subject is None or t.children(i, "aux", "cop") or word.upos != "VERB":
        return False
    one = t.tokens[subject].upos == "PROPN" and not t.low[subject].endswith("s") and not t.children(subject, "conj")
    return one and word.text.lower() == word.lemma.lower() and past(word.lemma.lower()) != word.text.lower()


def subjunctive(t: Tree, i: int) -> bool:
    """ "they be held", "it be closed": a bare "be" that no modal governs."""
    beside = [t.low[k] for k in t.children(i, "aux", "aux:pass", "cop")]
    return beside == ["be"]


def outcome(t: Tree, i: int) -> bool:
    """ "died after becoming infected", "left the town isolated": a participle without a "to" tells what has come of
    it."""
    word = t.tokens[i]
    bare = word.text.lower() == word.lemma.lower() or word.text.lower().endswith("ing")
    return word.upos == "VERB" and not bare and t.child(i, "mark", "aux") is None


def rather_than(t: Tree, i: int, g: int) -> int | None:
    """ "would rather go than share power": the "than"."""
    rather = any(t.low[k] == "rather" for k in t.children(g, "advmod"))
    return next((k for k in t.children(i, "mark") if t.low[k] == "than" and rather), None)


def in_that_clause(t: Tree, i: int, up: int) -> bool:
    """ "no sign that they had fled and crossed the border": whether a joined verb goes on with the clause of a "that",
    with no subject of its own and in the same form."""
    opened = any(t.low[k] in {"that", "whether"} for k in t.children(up, "mark"))
    return opened and not t.children(i, "nsubj", "aux", "mark") and same_form(t.tokens[up], t.tokens[i])


def seen_doing(t: Tree, i: int, g: int) -> bool:
    """ "want to see the town fall": a bare verb behind what is seen stands as the seeing does."""
    bare = t.low[i] == t.tokens[i].lemma.lower() and not t.children(i, "mark", "aux", "cop")
    return bare and t.tokens[g].lemma.lower() in SEEING


def to_be_won(t: Tree, i: int, mark: int) -> bool:
    """ "Wants a deal before he agrees to disarm", "will strike until the firm accepts": whether anybody gives in is
    open."""
    opens = t.low[mark] in {"before", "until", "till", "once", "when"}
    return opens and t.tokens[i].lemma.lower() in YIELDING and not _in_the_past(t, i)


def needed_for(t: Tree, i: int, g: int) -> bool:
    """ "The aid he needs to rebuild the town": what the aid is for, and nothing that is asked of him."""
    thing = t.tokens[g].deprel == "acl:relcl" and not t.children(g, "obj")
    return thing and t.tokens[g].lemma.lower() in {"need", "require", "want", "lack"} and bool(t.children(i, "obj"))


def waited_for(t: Tree, i: int, g: int, mark: int) -> Signature | None:
    """ "would free them once the ship had sailed": what is waited for is to come, if ever; "Not until the bus had left
    did they open it": it has come."""
    word, beside = t.low[mark], {t.low[k] for k in t.children(g, "aux")}
    done = {t.low[k] for k in t.children(i, "aux")} & {"had", "has", "have"}
    if beside & {"would", "will", "'ll", "’ll"} and done and word in {"once", "when", "until", "after", "as"}:
        return Signature("planned", "planned", "", mark)
    soon = word == "as" and mark > 0 and t.low[mark - 1] == "soon"
    if "would" in beside and soon and "have" not in beside:
        return Signature("conditional", "conditional", "", mark)  # "would be lifted as soon as it dropped its plan"
    if word in {"until", "till"} and "did" in beside and mark > 0 and t.low[mark - 1] == "not" and i < g:
        return Signature("keep", "keep", "", mark)
    return None


def called_false(t: Tree, i: int, g: int) -> Signature | None:
    """ "He called it false that they had met": what is called so is denied."""
    if not any(t.low[k] == "that" for k in t.children(i, "mark")):
        return None
    word = next((k for k in t.children(g, "xcomp", "obj") if t.tokens[k].lemma.lower() in words("false")), None)
    return Signature("denied", "denied", "denied", word) if word is not None else None


def judged_so(t: Tree, i: int, g: int) -> bool:
    """ "The board decided that he met the test": so it found; "that it be closed" orders."""
    return t.tokens[g].lemma.lower() == "decide" and _in_the_past(t, i)


def told_what(t: Tree, i: int, g: int) -> bool:
    """ "Would not say what happened": that it did is taken for known, said or not."""
    asked = (k for k in (t.left[i], *t.children(i, "nsubj", "obj", "advmod")) if k <= i)
    return t.tokens[g].lemma.lower() == "say" and any(t.low[k] in ASKED for k in asked)


def unsaid(t: Tree, g: int) -> bool:
    """ "Appears to stop short of saying that the siege is over": nobody has said so, however sure the stopping is."""
    up = t.up(g) if t.tokens[g].lemma.lower() == "say" else None
    return up is not None and t.tokens[up].lemma.lower() == "stop" and "short" in t.low[up + 1 : g]


def aimed_at(t: Tree, i: int, g: int) -> Signature | None:
    """ "Appeared aimed at warning them": what it is for has not come of it yet."""
    at = t.tokens[g].lemma.lower() == "aim" and any(t.low[k] == "at" for k in t.children(i, "mark", "case"))
    return Signature("planned", "not_happened", "", g) if at else None


def led_to(t: Tree, i: int, g: int) -> int:
    """ "Is expected to be named minister, replacing Roe": what is done in doing a thing stands where that stands, even
    where the parser hung it on the verb that leads there."""
    bare = t.low[i].endswith("ing") and not t.children(i, "mark", "nsubj", "aux")
    return next((k for k in t.children(g, "xcomp") if bare and g < k < i and marked_to(t, k)), g)


def has_until(t: Tree, i: int) -> bool:
    """ "Have until midnight on Friday to lay down their arms": what they have time for is asked of them."""
    return any(
        t.low[c] in {"until", "till"} for k in t.children(i, "obl", "advcl") for c in t.children(k, "case", "mark")
    )


def only_thought_of(t: Tree, i: int) -> int | None:
    """The "to" of "to leave would harm the port", "to leave -- that would harm it": a deed weighed, and not done."""
    up = t.up(i)
    first = t.rel(i) in {"csubj", "ccomp", "parataxis"} and up is not None and i < up and not t.children(i, "nsubj")
    own = (
        k for k in t.children(i, "mark") if t.low[k] == "to" and t.low[k - 1] not in {"is", "are", "was", "were", "be"}
    )
    return next(own, None) if first else None


def for_each(t: Tree, i: int, noun: int) -> Signature | None:
    """ "A day longer for each ten hostages released": how many will be, nobody says."""
    dets = (k for n in (noun, *t.children(i, "nsubj", "nsubj:pass")) for k in t.children(n, "det"))
    every = next((k for k in dets if t.low[k] in {"each", "every"} and t.low[k - 1] in {"for", "per", "with"}), None)
    return Signature("conditional", "conditional", "", every) if every is not None else None


def groundless(t: Tree, up: int) -> Signature | None:
    """ "There is no truth in it", with the "truth" that there is not."""
    found = [k for k in (up, *t.children(up, "nsubj")) if t.tokens[k].lemma.lower() in GROUNDS]
    no = next((d for k in found for d in t.children(k, "det") if t.low[d] == "no"), None)
    return Signature("denied", "denied", "denied", no) if no is not None else None


def frame_of(t: Tree, i: int) -> str:
    """As what a clause stands below its verb: "inf", "ing", "that" or "whether"."""
    up = t.up(i)
    marks = [t.low[k] for k in t.children(i, "mark") if up is None or k > up or up < i]
    if "whether" in marks or "if" in marks:
        return "whether"  # "will decide whether to extradite him"
    if "to" in marks:
        return "inf"
    first = next(iter(t.children(i, "aux", "aux:pass")), i)
    own = t.child(i, "nsubj", "expl") is not None and t.low[first] != "being"  # "opposed the mill being sold"
    if is_gerund(t, i) and not own:
        return "ing"
    if t.rel(i) == "xcomp" and t.child(i, "nsubj") is None:
        return "inf"
    bare = t.low[i] == t.tokens[i].lemma.lower() and not t.children(i, "mark", "aux", "cop")
    governed = bare and up is not None and up < i and t.rel(i) in {"xcomp", "ccomp"} and "that" not in t.low[up:i]
    if up is not None and governed and t.tokens[up].lemma.lower() in BARE:
        return "inf"  # "a bill that would let the army shoot", with the army for who shoots
    return "that"


def shares_clause(t: Tree, i: int, up: int) -> bool:
    """ "If it is seized and sold", "if talks fail and the army attacks": what opens the first opens the second; not so
    where the second has another form and its own subject."""
    if t.child(i, "mark") is not None:
        return False
    governor = t.up(up)
    fronted = governor is not None and i < governor
    return t.child(i, "nsubj") is None or fronted or is_plain_present(t, i)


def goes_along(t: Tree, i: int, opened: int) -> bool:
    """ "Plans to shut the mill, with 300 jobs lost", "will shut it while moving the staff": what is beside it is as
    sure as it."""
    subject = t.child(i, "nsubj") is not None
    if t.low[opened] == "with":
        return subject
    return t.low[opened] == "while" and t.low[i].endswith("ing") and not subject and not t.children(i, "aux")


def put_off_at_once(t: Tree, i: int) -> bool:
    """ "The talks, due to be held on Thursday, were put off": whether the day told in an aside is given up at once."""
    inner = next((k for k in (i, *t.ancestors(i, 3)) if t.rel(k) in {"advcl", "acl"}), None)
    if inner is None or not {t.low[inner], *(t.low[k] for k in t.children(inner, "mark", "advmod"))} & SET_FOR:
        return False
    up = t.up(inner)
    verb = t.up(up) if up is not None and t.rel(inner) == "acl" else up
    what = t.child(verb, "nsubj:pass") if verb is not None else None
    if verb is None or what is None or what > inner:
        return False
    particle = [t.low[k] for k in t.children(verb, "compound:prt")[:1]]
    return " ".join([t.tokens[verb].lemma.lower(), *particle]) in PUT_OFF


def asked_whether(t: Tree, i: int) -> Signature | None:
    """ "Touches on the raid and whether he ordered it": what is asked is open."""
    word = next((k for k in t.children(i, "mark") if t.low[k] == "whether"), None)
    return Signature("possible", "possible", "", word) if word is not None else None


def put_as(t: Tree, i: int) -> tuple[Factuality, int] | None:
    """ "The fear is that the dam bursts", "What they ask is that he go": what a hope or what somebody wants is said to
    be has not come about by that; with the word that says so. "What they found was that it had sunk" tells a fact."""
    is_, thing = t.child(i, "cop"), (k for k in t.children(i, "obj", "nsubj") if t.low[k] in {"what", "all"})
    first = next(iter((*t.children(i, "nsubj:outer"), *(k for k in thing if is_ is not None and k < is_))), None)
    if first is None or not t.children(i, "mark") or frame_of(t, i) not in {"that", "inf"}:
        return None
    wants = next((k for k in t.children(first, "acl:relcl") if any(m < k for m in t.children(k, "nsubj"))), None)
    own = t.low[first] in {"what", "all"} and wants is not None
    governor = wants if own and wants is not None else first
    found, wanted = lookup(t, governor, "that"), own and t.tokens[governor].lemma.lower() in WANTING
    if own and local(t, governor).label not in REAL:
        return None
    if wanted and (subjunctive(t, i) or wished(t, i)):
        return "demanded", governor
    gives = None if found is None else found.affirmed
    return (given(gives), governor) if gives in {"planned", "possible", "demanded"} else None
