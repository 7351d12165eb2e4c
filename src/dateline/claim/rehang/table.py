"""Words that the parser hung on the wrong verb, where the order of the words shows on which they belong.

In:   a sentence with its heads.
Out:  the same, with each such word hung on its own verb.
Room: claim. Every tree is asked, so each rule looks at a word, its neighbours and its head.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from dateline.claim.rehang.behind import (
    and_has,
    before_its_and,
    ship_of_that_name,
    since_it_did,
    that_killed,
    which_ones,
    who_does,
)
from dateline.claim.rehang.beside import (
    as_what,
    days_left,
    fewer_than,
    fired_off,
    for_whom,
    killed_so,
    led_by_its_case,
    meanwhile,
    name_of_its_kind,
    past_the_whom,
    plain_not,
    right_behind,
    standing_there,
    what_is_demanded,
    what_it_was,
    whom_to_help,
    with_all_that,
)
from dateline.claim.rehang.clauses import (
    Moved,
    across,
    clause,
    compound_end,
    done_before,
    named_beside,
    relative,
    second_subject,
    set_between,
    under_the_condition,
)
from dateline.claim.rehang.deeds import (
    asked_too,
    before_the_and,
    by_which_ways,
    decreed,
    done_to,
    in_doing_so,
    made_what,
    named_acting,
    of_the_list,
    of_the_people,
    said_that,
    who_was,
)
from dateline.claim.rehang.nouns import nouns_told
from dateline.claim.rehang.phrases import (
    bare_word,
    behind_both,
    being_done,
    by_passive,
    by_title,
    called_so,
    each,
    given_to_them,
    hyphened,
    in_the_list,
    left_it,
    named_so,
    not_so,
    of_the_aside,
    of_the_subjects_clause,
    of_whom,
    once_more,
    over_what,
    particle,
    past_the_aside,
    past_who,
    score,
    since_then,
    state,
    tally,
    then,
    to_whom,
    told_to,
    whose_deed,
    whose_man,
    with_whom,
)
from dateline.claim.rehang.said import (
    acts_aside,
    no_subject,
    said_it_had,
    said_outside,
    sent_before,
    tagged,
    told_aside,
)
from dateline.claim.rehang.their_words import what_they_called
from dateline.claim.rehang.verbs import (
    accused_of_it_too,
    after_what,
    declared_over,
    halted,
    its_own_verb,
    one_more_subject,
    revising,
    stays,
    sworn_in,
    the_thing,
    when_it_will,
    which_did,
    whom_as_what,
    whose_day,
)
from dateline.claim.rehang.verdicts import (
    as_says,
    between_whom,
    died_of_those_seized,
    first_of_its_kind,
    found_guilty,
    given_so_many,
    of_so_many,
    of_what_follows,
    so_many_of,
    to_which_day,
    what_that_was,
    winner_of_what,
)
from dateline.claim.rehang.words import (
    behind_who_it_is,
    by_how_long,
    of_its_noun,
    of_the_first_harm,
    of_the_first_ing,
    of_the_infinitive,
    of_the_noun_behind,
    of_the_object,
    of_the_saying,
    of_the_subject,
    of_the_talks,
    of_the_verb_before_the_comma,
    of_the_verb_behind,
    of_the_verb_of_its_own,
    of_the_whole_sentence,
    of_the_year,
    opened_by,
    what_is_given,
    when_it_was_signed,
    whom_by_name,
    worth,
)
from dateline.sentence.reading import Sentence, Token

Rule = Callable[[Sequence[Token], int], Moved]
RULES: Final[dict[str, tuple[Rule, ...]]] = {
    "xcomp": (
        winner_of_what,
        killed_so,
        said_that,
        said_it_had,
        who_was,
        of_the_object,
        state,
        done_before,
        halted,
        whom_as_what,
        the_thing,
    ),
    "ccomp": (
        died_of_those_seized,
        what_is_demanded,
        told_aside,
        tagged,
        clause,
        bare_word,
        then,
    ),
    "conj": (
        and_has,
        past_the_whom,
        said_outside,
        under_the_condition,
        of_the_aside,
        in_the_list,
        asked_too,
        what_it_was,
    ),
    "parataxis": (then,),
    "expl": (left_it,),
    "obj": (
        what_that_was,
        what_they_called,
        led_by_its_case,
        worth,
        whom_by_name,
        fewer_than,
        of_the_infinitive,
        over_what,
        named_beside,
        called_so,
        once_more,
        tally,
        by_which_ways,
    ),
    "list": (hyphened,),
    "obl": (
        since_it_did,
        found_guilty,
        winner_of_what,
        what_they_called,
        opened_by,
        of_the_year,
        when_it_was_signed,
        what_is_given,
        by_how_long,
        before_the_and,
        of_the_infinitive,
        of_the_saying,
        of_the_verb_before_the_comma,
        of_the_subjects_clause,
        past_the_aside,
        since_then,
        by_title,
        of_whom,
        across,
        sworn_in,
        when_it_will,
        which_did,
        meanwhile,
        right_behind,
    ),
    "nmod": (
        to_which_day,
        of_the_verb_of_its_own,
        by_how_long,
    ),
    "obl:unmarked": (
        before_the_and,
        of_the_verb_before_the_comma,
        score,
    ),
    "appos": (
        ship_of_that_name,
        as_what,
        whose_man,
        hyphened,
        to_whom,
        named_so,
    ),
    "nmod:poss": (to_whom, done_to),
    "obl:agent": (
        between_whom,
        given_to_them,
        of_the_verb_before_the_comma,
        with_whom,
        by_passive,
    ),
    "advcl": (
        as_says,
        that_killed,
        which_ones,
        first_of_its_kind,
        died_of_those_seized,
        decreed,
        named_acting,
        of_the_noun_behind,
        being_done,
        in_doing_so,
        clause,
        done_before,
        told_to,
        accused_of_it_too,
        revising,
        standing_there,
        days_left,
    ),
    "iobj": (who_does,),
    "nsubj": (
        before_its_and,
        no_subject,
        of_so_many,
        given_so_many,
        found_guilty,
        what_they_called,
        opened_by,
        for_whom,
        name_of_its_kind,
        whose_day,
        acts_aside,
        each,
        one_more_subject,
        whose_deed,
        behind_both,
        of_the_first_ing,
        of_the_subject,
        sent_before,
        second_subject,
        set_between,
        score,
        whom_to_help,
        fired_off,
        with_all_that,
    ),
    "mark": (plain_not,),
    "nsubj:pass": (
        of_so_many,
        what_they_called,
        behind_who_it_is,
        name_of_its_kind,
        each,
        made_what,
        of_the_subject,
        second_subject,
        set_between,
    ),
    "amod": (its_own_verb,),
    "aux:pass": (stays,),
    "advmod": (
        not_so,
        stays,
    ),
    "acl": (
        after_what,
        of_the_first_harm,
        of_the_list,
        of_the_talks,
        of_the_people,
        of_the_whole_sentence,
        past_who,
        in_the_list,
    ),
    "acl:relcl": (relative,),
    "nummod": (of_the_verb_behind, so_many_of),
    "punct": (of_its_noun,),
    "compound:prt": (
        of_the_year,
        compound_end,
    ),
    "case": (
        of_what_follows,
        particle,
        declared_over,
    ),
}  # what word stands wrong, by how the parser hung it


def rehung(sentence: Sentence) -> Sentence:
    """The sentence with its words hung on the verbs they belong to.

    "Miners occupied the mine and took eight managers hostage": what stands right behind the managers is said of them.
    "The board voted to remove the chief, Ana Roe": it is she that is to be removed.
    "He said prices would fall in a speech on Monday": in the speech he said so.
    "Had given striking doctors a week": doctors on strike, nothing that the giver did.
    "A blast hit Kor on Monday, killing nine people and trapping others": it hit on Monday, and nine people were killed.
    "Poland closed its border crossing with Belarus to lorries": a crossing, and nobody crosses.
    "Killed 200 people and injured nearly 900": 900 were injured, and not the 200.
    """
    tokens = nouns_told(sentence.tokens)
    sentence = sentence if tokens == sentence.tokens else replace(sentence, tokens=tokens, children=())
    moved: Moved = {}
    for i in range(1, len(tokens)):
        for rule in RULES.get(tokens[i].deprel, ()):
            moved |= rule(tokens, i) if i not in moved else {}
    if not moved and tokens == sentence.tokens:
        return sentence
    new = tuple(replace(t, head=moved[i][0], deprel=moved[i][1]) if i in moved else t for i, t in enumerate(tokens))
    return replace(sentence, tokens=new, children=())
