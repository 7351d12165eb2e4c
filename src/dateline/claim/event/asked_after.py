"""What a reader asks after, though its verb says little: a search that goes on, harm that nobody came to, a price that
moved, a warning of what may come, an appeal that will not be made.

In:   an event with all that speaks for and against a line of it.
Out:  whether such a line is wanted all the same; what the rules have against its verb then does not count, nor how
      seldom lines with such verbs were signed (`weigh`).
Room: claim. Each kind asks for the whole of a construction: verb, aspect, and who or what stands in it.
"""

from __future__ import annotations

from typing import Final

from dateline.claim.event.able import NUMBERS
from dateline.claim.event.case import Case
from dateline.claim.event.roles import MEASURES
from dateline.claim.event.subjects import which_became
from dateline.claim.lexis import event_nouns, is_kind, word_list
from dateline.claim.tree import base

DOES_NOT_COUNT: Final = frozenset({"speech_or_state", "weak", "vague", "unnamed", "nobody", "no_actor_of_this_world"})
# "Divers are searching for the pilot": who looks, and for what, is asked after until it is found.
LOOKING: Final = word_list("look search hunt comb scour trawl dig sweep")
# "The ministry is considering a ban": what may come of it is asked after; so is whom one talks to.
WEIGHING: Final = word_list("consider weigh mull study examine seek contemplate")
DEEDS: Final = word_list(
    "fine penalty retrial trial appeal inquiry embargo curfew takeover bid offer proposal request recount injunction "
    "extradition loan bailout bailouts measure measures lawsuit tax tariff tariffs cut cuts levy "
    "charges sanctions listing buyout custody bail damages compensation term mandate extension"
)
PARLEYING: Final = word_list("talk negotiate")
STRANDED: Final = word_list("wait queue")  # "Forty lorries are waiting at the crossing"
WAITERS: Final = ("vehicle", "person", "worker", "force", "refugee")
# "No injuries have been reported", "no claim was made": that it is not so is news of its own.
FINDING: Final = word_list(
    "report find record detect confirm register make pay issue lodge file discover recover hear note bring lay identify"
)
HARM: Final = word_list(
    "injury casualty death fatality victim case infection damage survivor trace arrest charge ransom warning "
    "claim leak contamination explosive weapon body loss injuries casualties deaths fatalities victims cases "
    "infections survivors traces arrests charges warnings claims leaks explosives weapons bodies losses outage outages "
    "incident incidents violation violations sign complaint complaints link"
)
SUFFERING: Final = word_list("hurt injure kill harm wound arrest charge detain evacuate infect")
NOBODY: Final = frozenset({"nobody", "none", "one"})
# "Oil prices rose 4 percent on Monday": a price, and by how much or to what.
TRADED: Final = word_list(
    "price share stock index currency bond yield future rent rate inflation unemployment output export import sale "
    "profit revenue gold oil gas copper wheat crude prices shares stocks futures yields bonds rents exports imports "
    "sales profits turnover earnings deficit surplus reserve reserves production traffic stake gauge tariff premium"
)
MOVING: Final = word_list(
    "rise fall jump drop slide climb plunge gain lose surge tumble sink slump soar dip rally ease slip leap shed add "
    "advance retreat rebound increase decrease decline grow shrink hit reach top exceed pass"
)
SETTING: Final = word_list("raise cut lower hike increase reduce slash trim lift")
RATES: Final = word_list("rate rates tariff tariffs duty duties forecast outlook guidance target ratio")
SYMBOLS: Final = frozenset("%$€£¥")
# "A stronger quake could follow", "floods may hit the delta": nature's, of which a warning is news.
COMING: Final = word_list("follow strike hit come occur erupt burst overflow flood breach spread reach collapse return")
NATURE: Final = word_list(
    "quake earthquake aftershock aftershocks tremor tremors tsunami storm cyclone hurricane typhoon flood floods "
    "flooding rain rains rainfall snow landslide landslides avalanche avalanches eruption eruptions lava ash river "
    "rivers dam wave waves surge wind winds drought heatwave frost mudslide mudslides tornado tornadoes blizzard"
)
OPEN: Final = word_list("may might could would will")
IFS: Final = word_list("if unless should once until provided")
SHORT: Final = 3  # words of a title that says too little
TOLD: Final = frozenset({"root", "ccomp", "conj", "parataxis"})  # where a clause tells something by itself
# What somebody "will not" do without refusing anything: "would not say how many".
UNTOLD: Final = word_list(
    "say comment speculate discuss disclose elaborate identify confirm name know be have need want like mean hesitate "
    "rule exclude forget think believe expect get let do make change help come last tell reveal give specify"
)
WAIVING: Final = word_list("seek pursue press request demand")  # "Prosecutors will not seek a retrial"
WILL: Final = frozenset({"will", "would", "wo", "'ll", "’ll"})


def asked_after(c: Case) -> bool:
    """Whether a reader asks after the event, whatever little its verb says."""
    if c.claim.context == "headline":
        return False
    kinds = (
        _in_hand,
        _none_of_it,
        _price,
        _rate,
        _warned_of,
        _let_be,
        _at_stake,
        _decided,
        _denied,
        _owned_up,
        _in_a_row,
    )
    return any(holds(c) for holds in kinds)


def recalled(c: Case) -> bool:
    """ "It replaces the Falk, which returned on 14 January": a clause with a day of its own tells of that day, though
    most such clauses only say who somebody is."""
    t, i = c.tree, c.event.carrier
    opened = any(t.low[k] in {"which", "who"} for k in t.children(i, "nsubj", "obj"))
    past = c.claim.factuality == "happened" and c.claim.tense == "past" and not c.event.noun
    day = c.timed and c.claim.time_relation == "at"
    own = c.rule is not None and c.rule.worth in {"act", "weak"}
    return past and day and opened and own and t.tokens[i].deprel == "acl:relcl" and bool(c.named)


def _lemma(c: Case) -> str:
    return c.claim.lemma.split()[0]


def _head(c: Case, k: int) -> set[str]:
    text = c.tree.low[k]
    return {c.tree.tokens[k].lemma.lower(), text, f"{text[:-3]}y" if text.endswith("ies") else text}


def _in_hand(c: Case) -> bool:
    """ "Police are looking for a second man", "is considering a fine", "is talking to a buyer", "ships are waiting"."""
    t, i, frame = c.tree, c.event.carrier, c.event.frame
    going_on = c.claim.factuality == "ongoing" and t.low[i].endswith("ing") and not c.event.noun
    if not going_on or not c.words.actor or not frame.subj or not t.children(i, "aux"):
        return False
    lemma, whom = _lemma(c), [k for _, k in frame.obls] + list(frame.obj)
    if lemma in LOOKING:
        return bool(frame.at("for") or frame.obj) and any(t.tokens[k].upos != "PRON" for k in whom)
    if lemma in WEIGHING:
        deed = any(_names_a_deed(c, k) for k in frame.obj)
        return deed and (bool(c.actors) or c.party)
    if lemma in PARLEYING:
        return bool(frame.at("to", "with")) and c.party
    counted = any(t.tokens[n].upos == "NUM" for k in frame.subj for n in t.children(k, "nummod"))
    kinds = {kind for k in frame.subj for x in _head(c, k) for kind in WAITERS if is_kind(x, kind)}
    return lemma in STRANDED and bool(kinds) and (counted or "vehicle" in kinds)


def _names_a_deed(c: Case, k: int) -> bool:
    """Whether the word names what one does: "a ban", "the closure of the port"."""
    table = event_nouns()
    return any(x in DEEDS or (x in table and table[x].worth != "light") for x in _head(c, k))


def _none_of_it(c: Case) -> bool:
    """ "No injuries have been reported", "no ransom had been paid", "nobody was hurt"."""
    t, heads = c.tree, c.event.frame.obj
    if c.event.noun and c.event.carrier != c.event.at:  # "no arrests have been made"
        heads = (c.event.at,)
    elif _lemma(c) == "claim":  # "nobody has claimed responsibility"
        what = any("responsibility" in _head(c, k) for k in heads)
        return c.claim.factuality == "not_happened" and what and bool(c.words.actor)
    elif not c.event.frame.passive or c.event.noun:
        return False
    if c.claim.factuality != "not_happened":
        return False
    no = any(t.low[k] == "no" for h in heads for k in t.children(h, "det"))
    if _lemma(c) in SUFFERING:
        people = any(t.low[h] in NOBODY for h in heads)
        return people or (no and any(is_kind(x, "person") for h in heads for x in _head(c, h)))
    return (_lemma(c) in FINDING or c.event.noun) and no and any(_head(c, h) & HARM for h in heads)


def _price(c: Case) -> bool:
    """ "Oil prices rose 4 percent on Monday", "shares in the lender fell to 12 crowns": not "sales rose"."""
    if c.event.noun or c.event.frame.passive or _lemma(c) not in MOVING or not c.event.frame.subj:
        return False
    if c.claim.factuality not in {"happened", "possible", "conditional", "planned"} or not c.words.actor:
        return False
    traded = any(_head(c, k) & TRADED for k in c.event.frame.subj)
    told = c.timed or bool(c.claim.voice) or c.claim.factuality == "happened"
    said = any(x[:1].isdigit() or x[:1] in SYMBOLS or x in NUMBERS for w in _words(c) for x in w.split())
    return traded and told and is_measured(c) and said


def _words(c: Case) -> tuple[str, ...]:
    """What its title says behind the verb; "1" while there is no title."""
    return (c.words.objects, *c.words.rest) if c.claim.title else ("1",)


def _rate(c: Case) -> bool:
    """ "The central bank raised its key rate to 5 percent": whoever sets a rate, and which way."""
    set_so = _lemma(c) in SETTING and c.claim.factuality in {"happened", "planned"} and not c.event.noun
    return set_so and c.party and any(_head(c, k) & RATES for k in c.event.frame.obj) and bool(c.words.objects)


def is_measured(c: Case) -> bool:
    """Whether the verb says by how much or to what: "4 percent", "to 90 dollars a barrel"."""
    t, i = c.tree, c.event.carrier
    near = [k for k in t.children(i, "obj", "obl", "advmod", "nsubj", "nmod", "xcomp") if k > i]
    return any(_is_sum(c, k) for k in near)


def _is_sum(c: Case, k: int) -> bool:
    t = c.tree
    counted = any(t.tokens[n].upos in {"NUM", "SYM"} or t.tokens[n].text in SYMBOLS for n in range(t.left[k], k + 1))
    word = t.tokens[k]
    unit = bool(_head(c, k) & MEASURES) or word.upos in {"SYM", "NUM"} or word.text in SYMBOLS
    money = any(t.tokens[n].text in SYMBOLS for n in range(t.left[k], t.right[k] + 1))
    return counted and (unit or money or bool(t.children(k, "nummod"))) and word.lemma.lower() not in NUMBERS


def _warned_of(c: Case) -> bool:
    """ "Geologists said a stronger quake could follow": nature's, with somebody who warns of it."""
    if c.event.noun or c.claim.factuality not in {"possible", "conditional"} or _lemma(c) not in COMING:
        return False
    t, up = c.tree, c.tree.up(c.event.carrier)
    of_noun = up is not None and t.tokens[up].upos != "VERB"  # "fears that the dam would burst proved unfounded"
    mine = not of_noun and any(_head(c, k) & NATURE for k in c.event.frame.subj)
    return mine and (bool(c.claim.voice) or c.timed) and bool(c.words.actor)


def _let_be(c: Case) -> bool:
    """ "Prosecutors will not seek a retrial", "the bloc will not recognise the vote"."""
    t, i = c.tree, c.event.carrier
    ahead = any(t.low[k] in WILL for k in t.children(i, "aux"))
    if c.claim.factuality != "not_happened" or not ahead or c.event.noun or not c.words.actor:
        return False
    if _lemma(c) in WAIVING and any(_names_a_deed(c, k) for k in c.event.frame.obj):
        return True
    told = base(t.tokens[i].deprel) in TOLD and not c.event.frame.passive and _lemma(c) not in UNTOLD
    return told and c.party and _knows_who(c) and bool(c.words.objects or c.words.rest)


def _knows_who(c: Case) -> bool:
    """Whether its subject is no pronoun, but in "they said they would not publish it": there it is who says so."""
    t, up = c.tree, c.tree.up(c.event.carrier)
    if not any(t.tokens[k].upos == "PRON" for k in t.children(c.event.carrier, "nsubj")):
        return True
    speaker = t.child(up, "nsubj") if up is not None and t.rel(c.event.carrier) == "ccomp" else None
    return speaker is not None and t.tokens[speaker].upos != "PRON" and speaker < c.event.carrier


def _at_stake(c: Case) -> bool:
    """ "The regulator may revoke the licence", "Velden will file a complaint unless ...": a party's act that is open,
    told by itself and not as what something else hangs on."""
    t, i = c.tree, c.event.carrier
    beside = {t.low[k] for k in t.children(i, "aux")}
    if c.claim.factuality not in {"possible", "conditional"} or not beside & OPEN or "have" in beside:
        return False
    if base(t.tokens[i].deprel) not in TOLD or c.rule is None or c.rule.worth != "act":
        return False
    hung = any(t.low[m] in IFS for k in t.children(i, "advcl") for m in t.children(k, "mark"))
    if "would" in beside and not (c.claim.voice or hung):
        return False  # "after a day on the road he would call the cabinet": a habit
    if c.event.frame.passive:
        return bool(c.claim.voice) and bool(c.others) and len(c.claim.title.split()) > SHORT
    return c.party and bool(c.words.actor) and bool(c.words.objects or c.words.rest or c.moves)


def _decided(c: Case) -> bool:
    """ "The board decided on Tuesday to close the ward": the decision has its own day."""
    whole = c.event.frame.inf is not None or c.event.frame.clause is not None
    told = c.claim.factuality == "happened" and c.timed and not c.event.noun and _lemma(c) in {"decide", "resolve"}
    return told and whole and bool(c.words.actor) and bool(c.event.frame.subj)


def _denied(c: Case) -> bool:
    """ "Osland denied carrying out the strike": nothing else tells of the denial."""
    t, i = c.tree, c.event.carrier
    gerund = any(t.low[k].endswith("ing") for k in (i, *t.children(i, "aux")))
    return c.claim.factuality == "denied" and gerund and bool(c.words.objects) and c.party


def _in_a_row(c: Case) -> bool:
    """ "Kenya became the third country to ratify the treaty": it ratified it."""
    act = c.rule is not None and c.rule.worth == "act" and c.claim.factuality == "happened"
    return act and c.party and bool(c.words.objects) and which_became(c.tree, c.event.carrier) is not None


def _owned_up(c: Case) -> bool:
    """ "A group called Dawn has claimed responsibility for the bombing": who says of an attack that it was theirs."""
    t, said = c.tree, _lemma(c) == "claim" and c.claim.factuality == "happened" and bool(c.words.actor)
    mine = [k for k in c.event.frame.obj if "responsibility" in _head(c, k)] if said else []
    if said and c.actors and any("victory" in _head(c, k) for k in c.event.frame.obj):
        return True  # "Prime Minister Ann Roe claimed victory"
    behind = (m for k in mine for m in (*t.children(k, "nmod"), *t.children(c.event.carrier, "obl")))
    return any(t.low[n] == "for" for m in behind for n in t.children(m, "case"))
