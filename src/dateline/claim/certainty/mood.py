"""How far a report commits itself to an event, once its time and its frame are known.

In:   an event with its carrier, the encoder's witness, the time it was given.
Out:  the Commitment of `claim.factuality`, corrected where time or aspect say more; the tense of a verb.
Room: claim.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.claim.certainty.factuality import Commitment, factuality
from dateline.claim.certainty.lasting import is_plain_present, lasts
from dateline.claim.certainty.words import WOULD, of_a_deed
from dateline.claim.event.ahead import by_vote, set_for
from dateline.claim.event.events import Happening
from dateline.claim.event.scene import Scene
from dateline.claim.lexis import CALENDAR, word_list
from dateline.claim.model import TimeRelation
from dateline.claim.tree import Tree, is_gerund_subject, marked_to
from dateline.claim.wording.inflect import past, third
from dateline.sentence.reading import EventWord
from dateline.sentence.times.chronicle import opens_chronicle
from dateline.sentence.times.model import Tense, TimeExpression
from dateline.terms import Factuality

# Verbs whose title tells what was said: "announced that the force would leave".
TELLING: Final = word_list(
    "announce declare warn threaten vow promise pledge agree decree rule proclaim deny order demand confirm swear "
    "decide find"
)
MOVING: Final = word_list("move prepare seek look aim plan gear hope want intend work try scramble rush race")
SAYING: Final = word_list("say tell add report state note explain write reveal insist maintain claim confirm")
SETTLED: Final = frozenset({"happened", "ongoing", "habitual"})
AWAITED: Final = word_list("expect plan schedule set slate due anticipate project")
CALLED: Final = word_list("announce call schedule set plan convene fix propose order arrange")
STATEMENTS: Final = word_list("report claim statement allegation assertion story announcement accusation")
TAKING_BACK: Final = word_list("withdraw retract disown recant correct")
ENDING: Final = word_list("end halt stop conclude finish")
LONG: Final = 120  # words looked through for an "if"
WILL: Final = frozenset({"will", "'ll", "’ll", "wo", "won't"})
NOW: Final = frozenset({"today", "this morning", "this afternoon", "this evening"})
ARRANGED: Final = word_list(
    "arrive leave depart return open reopen close begin start restart resume end finish conclude meet gather hold vote "
    "play sail fly travel visit go come hear decide launch expire lapse take enter publish release speak address host "
    "convene sit run appear face sign talk present unveil move switch stop turn become join reconvene kick mark "
    "celebrate elect choose swear inaugurate pass debate discuss consider rule testify report submit hand pay receive "
    "get lift fall rise"
)  # what is done by appointment: only of such deeds does a plain present with a day tell a plan
STATED: Final = re.compile(r"\d{4}(?:-\d\d){0,2}(?!-W)")  # a year, month or day
TOLD: Final = frozenset({"root", "conj", "ccomp", "parataxis", "acl"})


def committed(
    scene: Scene, event: Happening, witness: EventWord | None, placed: tuple[int, TimeRelation] | None
) -> Commitment:
    """What the words commit to, by the clause first, then by aspect and time."""
    t = scene.tree
    commitment = factuality(scene.tree, event.carrier, witness, scene.page.attributions)
    if event.aspect == "complete" and commitment.factuality == "ongoing":  # "the withdrawal is complete"
        commitment = replace(commitment, factuality="happened", reported_as="happened")
    if commitment.factuality == "possible" and _announced_to(scene, event, commitment):
        commitment = replace(commitment, factuality="planned", reported_as="planned")
    if event.aspect in {"begin", "continue"} and commitment.factuality == "happened" and not _ended(t, event):
        above = t.up(event.carrier) if not event.noun else None
        ahead = above is not None and lasts(t, above) == "planned"  # "will speak when they begin to leave"
        now: Factuality = "planned" if ahead else "ongoing"
        commitment = replace(commitment, factuality=now)  # a withdrawal that has begun is not over
    if commitment.factuality in {"happened", "ongoing"} and _moves_to(t, event):
        commitment = replace(commitment, factuality="planned", reported_as="planned")
    if commitment.factuality in {"happened", "ongoing", "habitual"} and _still_to_come(t, event):
        commitment = replace(commitment, factuality="planned", reported_as="planned")
    if commitment.factuality in SETTLED and set_for(t, event, scene.page.times[placed[0]] if placed else None):
        commitment = replace(commitment, factuality="planned", reported_as="planned")
    if event.noun and placed is not None and commitment.factuality == "happened" and commitment.cue is None:
        time = scene.page.times[placed[0]]  # "announced a protest march for Saturday"
        if time.preposition == "for" and time.type == "DATE" and awaited(t, event.at):
            commitment = replace(commitment, factuality="planned", reported_as="planned")
    if commitment.factuality == "happened" and placed is not None and _decreed(scene, event, placed[0]):
        commitment = replace(commitment, factuality="planned", reported_as="planned")
    commitment = _by_form(t, event, commitment)
    if commitment.factuality == "happened" and commitment.cue is None:
        lasting = lasts(t, event.carrier)
        if lasting == "planned" or (lasting is not None and not _as_news(scene, event, placed)):
            report = lasting if commitment.reported_as == "happened" else commitment.reported_as
            commitment = replace(commitment, factuality=lasting, reported_as=report)
    if commitment.factuality in SETTLED and _chronicled(scene, placed):
        return replace(commitment, factuality="happened", reported_as="happened")
    if commitment.factuality == "happened" and commitment.cue is None and _goes_with_a_plan(t, event.carrier):
        return replace(commitment, factuality="planned", reported_as="planned")
    foretold = commitment.factuality == "conditional" and _future_in_past(t, event.carrier, commitment)
    rule = commitment.factuality == "habitual" and commitment.cue is not None  # "usually meets on Sunday"
    listed = commitment.factuality in SETTLED and not rule and _timetable(scene, event, placed)
    if foretold or listed:
        commitment = replace(commitment, factuality="planned", reported_as="planned")
    return commitment


def awaited(t: Tree, i: int) -> bool:
    """ "A full withdrawal of the force is planned for May.": whether the noun is what is awaited."""
    up = t.up(i)
    if up is not None and t.rel(i) == "obj" and t.tokens[up].lemma.lower() in CALLED:
        return True  # "announced a march for Saturday"
    return up is not None and t.rel(i) == "nsubj" and t.tokens[up].lemma.lower() in AWAITED


def _as_news(scene: Scene, event: Happening, placed: tuple[int, TimeRelation] | None) -> bool:
    """Whether the present may tell news: in a headline, behind an hour ("07:30 Police clear the square"), of a day."""
    if scene.context != "body" or ":" in scene.tree.tokens[0].text:
        return True
    if placed is None or not is_plain_present(scene.tree, event.carrier):
        return False
    time = scene.page.times[placed[0]]
    return time.type in {"DATE", "TIME"} and not time.value.endswith("_REF")


def _ended(t: Tree, event: Happening) -> bool:
    """ "ending a walkout that began in March": what began is over."""
    up = t.up(event.at)
    return event.noun and up is not None and t.rel(event.at) == "obj" and t.tokens[up].lemma.lower() in ENDING


def _to_stay(t: Tree, event: Happening) -> bool:
    """ "Will stay closed until further notice": what is to stay as it is, is so."""
    stays = event.carrier if event.at != event.carrier else t.up(event.carrier)
    below = stays is not None and (event.at != event.carrier or t.rel(event.carrier) == "xcomp")
    kept = below and t.tokens[stays or 0].lemma.lower() in {"remain", "stay"}
    return kept and any(t.low[k] in WILL for k in t.children(stays or 0, "aux"))


def _by_form(t: Tree, event: Happening, commitment: Commitment) -> Commitment:
    """What a form says beside its words: "is being moved" goes on, "agreed that it ends by May" lies ahead, "will
    remain closed" is closed, "clearing it could take weeks" has not been done."""
    i = event.carrier
    beside = {t.low[k] for k in t.children(i, "aux")}
    now: Factuality | None = None
    if commitment.factuality == "happened" and "being" in beside and beside & {"is", "are", "'s", "’s"}:
        now = "ongoing"
    elif commitment.factuality == "planned" and beside & {"remain", "stay"}:
        now = "happened"
    elif commitment.factuality == "planned" and _to_stay(t, event):
        now = "ongoing"
    elif commitment.factuality in SETTLED and _taken_back(t, i):
        now = "denied"
    elif commitment.factuality == "planned" and by_vote(t, i):
        now = "happened"
    elif commitment.factuality in SETTLED and _agreed(t, i):
        now = "planned"
    elif commitment.factuality in SETTLED and is_gerund_subject(t, i):
        up = t.up(i) or 0
        modal = {t.low[k] for k in t.children(up, "aux")} & {"could", "may", "might", "would", "will"}
        now = "planned" if t.tokens[up].lemma.lower() in AWAITED else "possible" if modal else None
    return replace(commitment, factuality=now, reported_as=now) if now else commitment


def _taken_back(t: Tree, i: int) -> bool:
    """ "withdrew its report that the ship had been refloated": whoever said so denies it now."""
    up = t.up(i)
    if up is None or t.rel(i) not in {"acl", "advcl", "ccomp"} or not t.children(i, "mark"):
        return False
    noun = up if t.tokens[up].upos == "NOUN" else t.child(up, "obj")
    verb = t.up(noun) if noun == up else up
    if noun is None or verb is None or noun > i or t.rel(noun) != "obj":
        return False
    that = any(t.low[k] == "that" for k in t.children(i, "mark"))
    return that and t.tokens[noun].lemma.lower() in STATEMENTS and t.tokens[verb].lemma.lower() in TAKING_BACK


def _agreed(t: Tree, i: int) -> bool:
    """ "agreed that the troops leave by May"."""
    up = t.up(i)
    settled = up is not None and t.rel(i) == "ccomp" and t.tokens[up].lemma.lower() in {"agree", "decide", "demand"}
    return settled and tense_of(t, i) == "present"


def _still_to_come(t: Tree, event: Happening) -> bool:
    """ "before the base closes": a present behind "before", "until" or "once" lies ahead."""
    marks = {t.low[k] for k in t.children(event.carrier, "mark")}
    return bool(marks & {"before", "until", "once"}) and tense_of(t, event.carrier) == "present"


def _moves_to(t: Tree, event: Happening) -> bool:
    """ "as the state moves to cut ties": what is prepared has not been done."""
    up = t.up(event.carrier)
    if (
        up is None
        or t.rel(event.carrier) not in {"xcomp", "advcl", "ccomp"}
        or t.tokens[up].lemma.lower() not in MOVING
    ):
        return False
    return marked_to(t, event.carrier)


def _future_in_past(t: Tree, i: int, commitment: Commitment) -> bool:
    """ "announced that it would close the base": what was said to come, with no condition."""
    cue = commitment.cue
    auxiliary = next((k for k in t.children(i, "aux") if t.low[k] in {"would", "'d", "’d"}), None)
    have = any(t.tokens[k].lemma == "have" for k in t.children(i, "aux"))  # "would have gone on": it did not
    if auxiliary is None or cue is None or have or t.tokens[auxiliary].start != cue[0] or of_a_deed(t, i):
        return False
    if any(t.low[k] in {"if", "unless", "need", "should"} for k in range(len(t.tokens))[:LONG]):
        return False
    told = [k for k in t.ancestors(i, 4) if t.tokens[k].upos == "VERB"]
    return any(t.tokens[k].lemma.lower() in TELLING | SAYING and tense_of(t, k) == "past" for k in told)


def _announced_to(scene: Scene, event: Happening, commitment: Commitment) -> bool:
    """ "announced plans to end cooperation", "announced to end it": an announced intention is a plan."""
    if commitment.cue is None or not marked_to(scene.tree, event.carrier):
        return False
    return scene.page.report.text[commitment.cue[0] : commitment.cue[1]].lower().startswith(("announc", "plan"))


def _chronicled(scene: Scene, placed: tuple[int, TimeRelation] | None) -> bool:
    """ "May 4 - Rebels take the dam.": a line of a chronology tells the past in the present."""
    if placed is None:
        return False
    time = scene.page.times[placed[0]]
    return time.type == "DATE" and opens_chronicle(scene.page.report.text, time.start, time.end)


def _timetable(scene: Scene, event: Happening, placed: tuple[int, TimeRelation] | None) -> bool:
    """ "Divers return Wednesday morning.": a plain present with a day of its own is a plan."""
    if placed is None:
        return False
    t, time = scene.tree, scene.page.times[placed[0]]
    token = t.tokens[event.carrier]
    plain = (
        token.upos == "VERB" and not t.children(event.carrier, "aux", "cop", "mark") and t.rel(event.carrier) in TOLD
    )
    present = (
        token.text.lower() in {token.lemma.lower(), third(token.lemma.lower())} and past(token.lemma) != token.text
    )
    behind = _behind_its_report(scene, time)
    stated = time.value[:4].isdigit() and not behind  # a full date under a picture is no timetable
    dated = time.type in {"DATE", "TIME"} and not time.value.endswith("_REF") and not stated
    lasting = (time.preposition or "").casefold() == "since"  # "trains run again since Friday": they run
    arranged = (
        token.lemma.lower() in ARRANGED and time.text.lower() not in NOW
    ) or behind  # "police confront them on Friday" tells
    return plain and present and dated and arranged and not lasting and scene.context == "body"


def _behind_its_report(scene: Scene, time: TimeExpression) -> bool:
    """ "Ceases to exist on January 1, 2024", in a report of September: a day with its year, later than the report."""
    told, stated = scene.page.report.published.latest, STATED.match(time.value)
    return told is not None and stated is not None and stated.group() > told.isoformat()[: stated.end()]


def _decreed(scene: Scene, event: Happening, time: int) -> bool:
    """ "A decree dissolving all courts by May 1, 2024", in a report of September: what it orders is to be done."""
    t, i = scene.tree, event.carrier
    bare = t.rel(i) in {"acl", "advcl"} and t.low[i].endswith("ing") and not t.children(i, "mark", "nsubj", "aux")
    return bare and _behind_its_report(scene, scene.page.times[time])


def _goes_with_a_plan(t: Tree, i: int) -> bool:
    """ "Takes over on June 5, replacing Tom Beck", "is bringing her back, replacing Beck on June 5": what is done with
    what is arranged for a day has not been done before it."""
    up = t.up(i)
    bare = t.rel(i) == "advcl" and t.low[i].endswith("ing") and not t.children(i, "mark", "nsubj", "aux")
    if up is None or not bare or t.tokens[up].upos != "VERB" or up > i:
        return False
    beside = {t.low[k] for k in t.children(up, "aux")}
    days = [k for n in (up, i) for k in t.children(n, "obl")]
    dated = any({t.low[k], t.low[k - 1]} & CALENDAR for k in days)  # "on Friday", "on June 5"
    going = bool(beside & {"is", "are"}) and t.low[up].endswith("ing")
    arranged = not beside and t.tokens[up].lemma.lower() in ARRANGED and tense_of(t, up) == "present"
    return dated and (going or arranged)


def tense_of(t: Tree, i: int) -> Tense | None:
    """The tense of the verb as its form and its auxiliaries show it."""
    auxiliaries = {t.low[k] for k in t.children(i, "aux", "cop")}
    if auxiliaries & {"will", "'ll", "’ll", "shall", "would"}:
        return "future"
    if auxiliaries & {"was", "were", "had", "did"}:
        return "past"
    if auxiliaries & {"is", "are", "am", "has", "have", "'s", "’s", "'re", "'ve", "does", "do"}:
        return "past" if auxiliaries & {"has", "have", "'ve"} else "present"
    token = t.tokens[i]
    if token.upos != "VERB":
        return None
    if marked_to(t, i):
        return "future"
    word = token.text.lower()
    if word.endswith("ing"):
        return None
    if word == token.lemma.lower() == past(word):
        return "past"  # "guards beat prisoners", "the mayor cut the ribbon": news tells what has been
    return "present" if word in {token.lemma.lower(), token.lemma.lower() + "s"} or word.endswith("s") else "past"


def modal(t: Tree, event: Happening) -> str:
    """The modal beside the verb: "will"; "would" of "said that it would not leave", with no "have"; "can" or "could" of
    "can not leave the house", for who cannot has not refused, nor who "may" not; "" where none of them stands there."""
    beside = {t.low[k] for k in t.children(event.carrier, "aux")}
    if beside & WILL:
        return "will"
    if beside & WOULD and "have" not in beside:
        return "would"
    return "can" if "ca" in beside else next((word for word in ("could", "can", "may", "might") if word in beside), "")
