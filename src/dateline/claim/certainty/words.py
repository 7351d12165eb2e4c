"""What the words right beside an event say of it: auxiliaries, negation, hedges, tense.

In:   the parse and the event's word.
Out:  a Local: a factuality and the words that decided it, None where the words are silent.
Room: claim. The words are `lexicon/factuality_words.tsv`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final, cast

from dateline.claim.lexis import CALENDAR, is_kind
from dateline.claim.tree import Tree, asked_often, is_gerund_subject, marked_to
from dateline.claim.wording.inflect import past, third
from dateline.lexicon.tables import table
from dateline.sentence.reading import Token
from dateline.terms import Factuality
from dateline.terms.factuality import REAL

BE: Final = frozenset({"be", "'s", "’s"})
ONLY: Final = frozenset({"only", "just", "merely", "simply", "least", "until"})  # "not until the bus had left"
PRESENT: Final = frozenset({"is", "are", "'s", "’s", "do", "does"})
EACH: Final = frozenset({"daily", "annually"})  # "reopened, daily from eight": of one past event
SOON: Final = frozenset({"due", "about", "poised", "set", "slated", "scheduled"})  # "was due to reopen"
CAUSE: Final = 24  # words behind a verb in which its cause stands
WOULD: Final = frozenset({"would", "'d", "’d"})
# What comes by itself, "the storm should ease by noon"; what comes where it has a day, "it should open in May".
COMING: Final = frozenset({"arrive", "ease", "weaken", "subside", "peak", "recede", "last", "dock", "land", "clear"})
DAYS_COMING: Final = frozenset(
    {"open", "reopen", "enter", "begin", "start", "resume", "finish", "take", "run", "complete", "restore", "deliver"}
)
COMES_IN: Final = frozenset({"service", "force", "place", "effect", "shape", "production", "operation"})
DAYS: Final = CALENDAR | frozenset(
    {"tomorrow", "tonight", "morning", "afternoon", "evening", "hour", "day", "week", "month", "year", "end"}
)
NEARLY: Final = frozenset({"nearly", "almost"})
TIMES: Final = frozenset({"double", "triple", "treble", "quadruple", "quintuple", "halve"})
SHOULD: Final = frozenset({"should", "ought"})
UNTIL: Final = frozenset({"until", "till"})
IN_A_ROW: Final = 24  # joined verbs that are followed; a broken parse may lead round


@dataclass(frozen=True, slots=True)
class Local:
    """What the words beside the event say."""

    label: Factuality
    cue: tuple[int, ...] = ()  # the deciding words, by index; empty where the words are silent
    hearsay: bool = False  # "reportedly", "allegedly": the report does not stand for it
    would: bool = False  # "would" of a past plan or of a condition: what it hangs on decides


@cache
def words(sort: str) -> dict[str, str]:
    """The rows of one sort: word to what it gives."""
    return {row["word"]: row["gives"] for row in table("factuality_words") if row["sort"] == sort}


def given(label: str) -> Factuality:
    """The label of a table's cell."""
    return cast(Factuality, label)


@asked_often
def local(t: Tree, i: int) -> Local:
    """What the words beside word `i` say; negation wins over modality, modality over hedges, hedges over tense."""
    token = t.tokens[i]
    heard = _heard(t, i)
    hearsay = bool(heard)
    found = _negation(t, i)
    if found is not None and _would_have(t, i, WOULD):
        return Local("conditional", found, hearsay)  # "would not have flooded": it did, or nobody knows
    if found is not None and _would_have(t, i, SHOULD):
        return Local("happened", found, hearsay)  # "should never have sold it": they did
    if found is not None and _had_it(t, i):
        return Local("happened", found, hearsay)  # "would be lower had they not passed it": they did
    until = found is not None and any(
        t.low[c] in UNTIL and t.low[k] != "now"
        for k in t.children(i, "obl", "advcl")
        for c in t.children(k, "case", "mark")
    )
    to_come = any(t.low[k] in {"will", "wo", "would"} for k in auxiliaries(t, i))
    if found is not None and (barred := _forbidden(t, i)) is not None:
        return Local("demanded", (*barred, *found), hearsay)
    if found is not None and (to_come or not until):
        return Local("not_happened", found, hearsay)
    if token.upos in {"NOUN", "PROPN"} and t.child(i, "cop") is None:
        return Local("happened", (), hearsay)
    at = helped_with(t, i)
    for step in (_yet_to, _modal, _hedge, _going_to, _hangs_on):
        made = step(t, at)
        if made is not None:
            return Local(made.label, made.cue, hearsay, made.would)
    tense = _tense(t, at)
    if tense.label in REAL and any(words("hearsay")[t.low[k]] == "possible" for k in heard):
        return Local("possible", heard, hearsay)
    return Local(tense.label, tense.cue, hearsay)


def helped_with(t: Tree, i: int) -> int:
    """The verb whose helping words it shares: "the road will be closed and ferries withdrawn" withdraws none yet."""
    at = i
    for _ in range(IN_A_ROW):
        up = t.up(at)
        bare = t.child(at, "nsubj:pass") is not None and not t.children(at, "aux", "aux:pass", "cop", "mark")
        if not bare or up is None or t.rel(at) != "conj":
            return i
        if t.child(up, "aux:pass") is not None:
            return up
        at = up
    return i


def _heard(t: Tree, i: int) -> tuple[int, ...]:
    """ "allegedly": the words of hearsay beside the event."""
    return tuple(k for k in t.children(i, "advmod") if t.low[k] in words("hearsay"))


@asked_often
def auxiliaries(t: Tree, i: int) -> tuple[int, ...]:
    """The auxiliaries of a verb; of the second of two joined bare verbs those of the first ("will pack and leave")."""
    for _ in range(IN_A_ROW):
        own, up = t.children(i, "aux", "cop"), t.up(i)
        if [t.low[k] for k in own] == ["be"] and t.rel(i) == "conj" and up is not None:
            return (*t.children(up, "aux"), *own)  # "will step down and be followed by his deputy"
        if own or t.child(i, "nsubj") is not None or t.child(i, "mark") is not None:
            return own
        if up is None or not same_form(t.tokens[up], t.tokens[i]) or not (t.rel(i) == "conj" or _listed(t, i, up)):
            return own
        i = up
    return ()


def _listed(t: Tree, i: int, up: int) -> bool:
    """ "will cut taxes, give workers a bonus and leave": a bare verb right behind a comma that is one of a list."""
    bare = t.tokens[i].upos == "VERB" and t.low[i] == t.tokens[i].lemma.lower()
    return bare and t.rel(i) in {"parataxis", "advcl"} and up < i and t.tokens[i - 1].text == ","


def same_form(a: Token, b: Token) -> bool:
    """Both bare, or both in -ing, or both in another form."""
    return _form(a) == _form(b)


def _form(token: Token) -> str:
    word = token.text.lower()
    if word == token.lemma.lower():
        return "bare"
    return "ing" if word.endswith("ing") else "s" if word.endswith("s") else "other"


def _negation(t: Tree, i: int) -> tuple[int, ...] | None:
    """ "did not leave", "no ship sailed", "nobody left", "reached no deal"."""
    negative = words("negation")
    if _other_cause(t, i):
        return None
    shared = [i]
    up = t.up(i)
    if t.rel(i) == "conj" and up is not None and not t.children(i, "aux", "nsubj", "cop"):
        joined = t.child(i, "cc")
        if joined is not None and t.low[joined] in {"or", "nor"} and same_form(t.tokens[up], t.tokens[i]):
            shared.append(up)
    for at in shared:
        for k in t.children(at, "advmod", "det", "aux", "cc", "neg", "cc:preconj"):
            word = t.low[k]
            if k > at and t.tokens[k - 1].text == ",":
                continue  # "met in the capital, not, as planned, at the port": that is where they did not meet
            gone = word == "no" and t.low[at] == "more"  # "the checkpoint is no more"
            if word in negative and not gone and not (k + 1 < len(t.tokens) and t.low[k + 1] in ONLY):
                return (k,)
            if word == "longer" and k > 0 and t.low[k - 1] == "no":
                return (k - 1, k)
        for k in t.children(at, "nsubj", "obj"):
            if (none := _none(t, at, k)) is not None:
                return none
        for k in t.children(at, "obl"):
            if t.low[k] == "nobody" and t.tokens[at].upos == "VERB":
                return (k,)  # "promised it to nobody"
    return None


def _none(t: Tree, at: int, k: int) -> tuple[int, ...] | None:
    """ "no ship", "not one saver", "neither Belmar nor Osland", "nobody": word `k`, subject or object of verb `at`."""
    word, low = t.low[k], t.left[k]
    no = next((d for d in t.children(k, "det") if _says_none(t, d)), None)
    first = t.low[low : low + 2]
    if low and first[:1] == ["one"] and t.low[low - 1] == "not":
        return (low - 1,)  # "not one saver had complained"
    if first == ["not", "a"] and "single" in t.low[low : low + 3]:
        return (low,)  # "not a single train has run"
    if low and first[:1] == ["a"] and t.low[low - 1] == "not" and t.tokens[low + 1].text == "single":
        return (low - 1,)
    if first == ["not", "one"] or (first[:1] == ["neither"] and t.up(low) == k):
        return (low,)
    if word in {"nobody", "nothing", "none", "no-one", "neither"} or (word == "one" and no is not None):
        return (k,) if no is None else (no, k)
    return (no,) if no is not None and t.tokens[at].upos == "VERB" else None


def _other_cause(t: Tree, i: int) -> bool:
    """ "did not shut because of the strike but because of the flood": it did, and what is denied is the cause."""
    said = t.low[i : i + CAUSE]
    if "because" not in said:
        return False
    return any(a == "but" and b == "because" for a, b in pairwise(said)) and "because" in said[: said.index("but")]


def _says_none(t: Tree, d: int) -> bool:
    """ "no ship"; the "no" of "a no-fly zone" is part of a name."""
    hyphen = d + 1 < len(t.tokens) and t.tokens[d + 1].text in {"-", "‑"} and t.tokens[d + 1].start == t.tokens[d].end
    return t.low[d] in {"no", "neither"} and not hyphen


def _forbidden(t: Tree, i: int) -> tuple[int, ...] | None:
    """ "must not be closed", "should never be sold", "Do not feed the seals": that it be not is demanded."""
    aux = auxiliaries(t, i)
    duty = next((k for k in aux if words("aux").get(t.low[k]) == "demanded"), None)
    if duty is not None and not any(t.tokens[k].lemma == "have" for k in aux):
        return (duty,)
    do = next((k for k in aux if t.low[k] == "do"), None)
    subject = t.child(i, "nsubj", "nsubj:pass")
    opens = do is not None and (do == t.left[i] or t.low[do - 1] in {"please", '"', "“"})
    return (do,) if do is not None and opens and subject is None and t.rel(i) in {"root", "ccomp"} else None


def _yet_to(t: Tree, i: int) -> Local | None:
    """ "had yet to ask", "is yet to come", "signed but still to be ratified"."""
    to = next((k for k in t.children(i, "mark") if t.low[k] == "to"), None)
    still = to is not None and to > 0 and t.low[to - 1] == "still" and t.rel(i) in {"conj", "acl"}
    if to is not None and to > 0 and (t.low[to - 1] == "yet" or still):
        return Local("not_happened", (to - 1, to))
    return None


def _modal(t: Tree, i: int) -> Local | None:
    aux = auxiliaries(t, i)
    lemmas = [t.low[k] for k in aux]
    perfect = any(t.tokens[k].lemma in {"have", "'ve", "’ve"} for k in aux)
    had = next((k for k, word in zip(aux, lemmas, strict=True) if word == "had"), None)
    if had is not None and t.low[had + 1 : had + 2] == ["better"]:
        return Local("demanded", (had,))  # "had better leave", and nobody says that they do
    for k, word in zip(aux, lemmas, strict=True):
        gives = words("aux").get(word)
        if gives is None or (word in {"'d", "’d"} and t.tokens[k].lemma == "have"):
            continue
        if perfect and word in {"would", "should", "'d", "’d"}:
            return Local("conditional", (k,))
        if perfect and word == "must":
            return Local("possible", (k,))
        if word == "should" and inverted(t, i) == k and t.tokens[-1].text != "?":
            return Local("conditional", (k,))  # "what would follow should it restart"
        conditioned = condition(t, i)
        if conditioned is not None:
            return Local("conditional", (conditioned, k) if conditioned < k else (k, conditioned))
        if word in {"would", "'d", "’d"}:
            return Local("conditional", (k,), would=not of_a_deed(t, i))
        return Local("planned" if word == "should" and _should_come(t, i) else given(gives), (k,))
    return None


def of_a_deed(t: Tree, i: int) -> bool:
    """ "Opening the gates would flood the town", "to open them would": what a deed would do, nobody plans."""
    own = t.children(i, "nsubj", "expl")
    if own:
        return all(t.tokens[k].upos == "VERB" and t.low[k].endswith("ing") and k < i for k in own)
    before = (k for k in t.children(i, "csubj", "xcomp", "advcl") if k < i)
    return any(is_gerund_subject(t, k) or marked_to(t, k) for k in before)


def _should_come(t: Tree, i: int) -> bool:
    """ "The money should arrive within a week", "the storm should ease", "power should be restored by Friday":
    expected; of people it is asked."""
    lemma = t.tokens[i].lemma.lower()
    taken = any(t.tokens[k].lemma.lower() not in COMES_IN for k in t.children(i, "obj"))
    own = () if taken or t.children(i, "xcomp", "ccomp") else t.children(i, "nsubj")
    things = any(t.tokens[k].upos == "NOUN" and not is_kind(t.tokens[k].lemma.lower(), "person") for k in own)
    return things and (lemma in COMING or (lemma in DAYS_COMING and _has_day(t, i)))


def _has_day(t: Tree, i: int) -> bool:
    """Whether a day, a month or a year stands with the verb."""
    beside = (t.tokens[k] for k in t.children(i, "obl", "advmod", "nmod"))
    return any(w.text.casefold() in DAYS or w.lemma.casefold() in DAYS or w.text.isdigit() for w in beside)


def _would_have(t: Tree, i: int, modals: frozenset[str]) -> bool:
    """Whether one of the modals stands with a "have": "would have", "should have"."""
    near = [t.tokens[k] for k in auxiliaries(t, i)]
    return any(x.lemma == "have" for x in near) and any(x.text.lower() in modals for x in near)


def condition(t: Tree, i: int) -> int | None:
    """The "if" or "unless" of a clause that hangs on the verb, or opens before the one that it is joined to: "if the
    vote fails, she will go and elections be held"."""
    up = t.up(i)
    shared = [k for k in t.children(up, "advcl") if k < up] if up is not None and t.rel(i) == "conj" else []
    for k in (*t.children(i, "advcl"), *shared):
        for m in openers(t, k):
            if words("clause").get(t.low[m]) == "conditional":
                return m
        if (first := inverted(t, k)) is not None and t.low[first] == "should":
            return first
    return None


def inverted(t: Tree, k: int) -> int | None:
    """The auxiliary that stands before its subject: "should the dam hold", "had they asked"."""
    aux, subject = t.children(k, "aux", "aux:pass"), t.child(k, "nsubj", "nsubj:pass")
    fronted = aux and subject is not None and aux[0] < subject
    return aux[0] if fronted and t.low[aux[0]] in {"had", "should", "were"} else None


def _had_it(t: Tree, i: int) -> bool:
    """ "Had the board not passed it": the "had" before the subject, wherever the parser hung it."""
    first = inverted(t, i)
    before = t.left[i] - 1
    apart = t.rel(i) == "advcl" and not t.children(i, "mark", "aux") and before >= 0 and t.low[before] == "had"
    return apart or (first is not None and t.low[first] == "had")


def openers(t: Tree, k: int) -> tuple[int, ...]:
    """The words that open a clause: its marks, and a conjunction right before it that the parse hung elsewhere."""
    own = t.children(k, "mark", "case", "advmod")
    before = t.left[k] - 1
    up = t.up(k)
    if t.rel(k) == "advcl" and not t.children(k, "mark") and up is not None and up > k:
        own = (*(m for m in t.children(up, "mark") if m < k), *own)
    if t.rel(k) != "advcl" or before < 0 or before in own:
        return own
    opens = t.low[before] in {"provided", "providing", "assuming"} or t.tokens[before].upos == "SCONJ"
    return (before, *own) if opens else own


def _hangs_on(t: Tree, i: int) -> Local | None:
    """ "The matter goes to court if the talks fail.": a plain present under a condition has not come about."""
    token = t.tokens[i]
    plain = token.upos == "VERB" and not auxiliaries(t, i) and token.text.lower() in _present_of(token)
    conditioned = condition(t, i) if plain and t.child(i, "nsubj", "nsubj:pass") is not None else None
    return Local("conditional", (conditioned,)) if conditioned is not None else None


def _present_of(token: Token) -> set[str]:
    lemma = token.lemma.lower()
    return {lemma, third(lemma)} if past(lemma) != lemma else {third(lemma)}  # "cut" may be past


def _hedge(t: Tree, i: int) -> Local | None:
    for k in t.children(i, "advmod"):
        gives = words("hedge").get(t.low[k])
        if t.low[k] in NEARLY and t.tokens[i].lemma.lower() in TIMES:
            continue  # "prices nearly doubled": they rose
        if gives and gives != "keep":
            return Local(given(gives), (k,))
    return None


def _going_to(t: Tree, i: int) -> Local | None:
    """ "are to meet", "is going to leave", "will not reopen and is to be sold": "be" before an infinitive."""
    if t.tokens[i].upos == "VERB":
        for k in range(i - 1, max(1, i - 4), -1):
            if t.low[k] == "to" and t.low[k - 1] in SOON:
                return Local("planned", (k - 1, k))
            if t.tokens[k].upos not in {"ADV", "AUX"}:
                break
    to = next((k for k in t.children(i, "mark") if t.low[k] == "to"), None)
    if to is None or to == 0 or t.rel(i) not in {"root", "ccomp", "conj", "parataxis", "acl", "advcl", "xcomp"}:
        return None
    before = [k for k in t.children(i, "aux", "cop") if k < to and t.tokens[k].lemma in BE]
    if before and (t.child(i, "nsubj", "nsubj:pass") is not None or t.rel(i) == "conj"):
        if any(t.low[k] == "have" for k in t.children(i, "aux") if k > to):
            return Local("not_happened", (before[-1], to))  # "was to have gone up in May"
        if no := [k for k in range(before[-1] + 1, to) if t.low[k] in words("negation")]:
            return Local("not_happened", (before[-1], no[0]))  # "are not to return until Monday"
        conditioned = condition(t, i)
        return Local("planned", (before[-1], to)) if conditioned is None else Local("conditional", (conditioned,))
    if t.rel(i) == "root" and t.child(i, "nsubj") is not None:
        return Local("planned", (to,))  # a headline: "Envoys to meet in May"
    return None


def _tense(t: Tree, i: int) -> Local:
    """Present and progressive forms; everything else is silent."""
    token = t.tokens[i]
    word = token.text.lower()
    aux = auxiliaries(t, i)
    forms = {t.low[k] for k in aux}
    if forms & {"get", "gets"} and t.children(i, "aux:pass"):
        return Local("habitual", aux[:1])  # "immigrants get mistreated"
    for k in (*t.children(i, "advmod", "obl"), *_with_the_first(t, i)):
        text = t.low[k]
        every = next((d for d in t.children(k, "det") if t.low[d] in {"every", "each"}), None)
        past = _form(token) == "other" and not forms & PRESENT
        if (text in words("habit") and not (past and text in EACH)) or (every is not None and not past):
            return Local("habitual", (k,) if every is None else (every, k))
    now = forms & {"is", "are", "'s", "’s", "'re", "’re", "am", "'m", "’m"}
    if word.endswith("ing") and (now or (forms & {"been"} and forms & {"has", "have", "'ve", "’ve", "'s", "’s"})):
        later = [k for k in t.children(i, "obl", "advmod", "obl:tmod", "obl:unmarked") if _later(t, k)]
        return Local("planned", (later[0],)) if later else Local("ongoing", tuple(k for k in aux if k < i)[-1:])
    if token.upos == "VERB" and not aux and t.child(i, "mark") is None and token.lemma.lower() in words("state"):
        present = word == token.lemma.lower() or (word.endswith("s") and word != token.lemma.lower())
        if present and t.child(i, "nsubj", "nsubj:pass") is not None:
            return Local("ongoing", (i,))
    if token.upos != "VERB" and now and t.child(i, "cop") is not None:
        return Local("ongoing", (min(aux),) if aux else ())
    return Local("happened")


def _with_the_first(t: Tree, i: int) -> tuple[int, ...]:
    """ "Are typically held for days and then released": what stands before the first of two verbs is said of both."""
    up = t.up(i)
    if t.rel(i) != "conj" or up is None or t.children(i, "nsubj", "nsubj:pass", "aux"):
        return ()
    return tuple(k for k in t.children(up, "advmod") if k < up and t.tokens[k].upos == "ADV")


def _later(t: Tree, k: int) -> bool:
    return t.low[k] in words("future") or any(t.low[m] in words("future") for m in t.children(k, "amod"))
