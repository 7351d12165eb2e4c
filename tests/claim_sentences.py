"""Sentences for the tests of the claim room, parsed by hand: `NAME = (text, parse)`; see `handmade`."""

ASKED_AND_SOUGHT = (
    "The council asked the garrison to leave and sought help from Narvia.",
    """
    The the DET 2 det
    council council NOUN 3 nsubj
    asked ask VERB 0 root
    the the DET 5 det
    garrison garrison NOUN 3 obj
    to to PART 7 mark
    leave leave VERB 3 xcomp
    and and CCONJ 9 cc
    sought seek VERB 3 conj
    help help NOUN 9 obj
    from from ADP 12 case
    Narvia Narvia PROPN 9 obl
    . . PUNCT 3 punct
    """,
)
ARRESTED = (
    "Two ministers were arrested by soldiers in Tarsk on Monday.",
    """
    Two two NUM 2 nummod
    ministers minister NOUN 4 nsubj:pass
    were be AUX 4 aux:pass
    arrested arrest VERB 0 root
    by by ADP 6 case
    soldiers soldier NOUN 4 obl:agent
    in in ADP 8 case
    Tarsk Tarsk PROPN 4 obl
    on on ADP 10 case
    Monday Monday PROPN 4 obl
    . . PUNCT 4 punct
    """,
)
WITHDRAWAL_BEGAN = (
    "The withdrawal of Narvian troops from Osland began in June.",
    """
    The the DET 2 det
    withdrawal withdrawal NOUN 8 nsubj
    of of ADP 5 case
    Narvian Narvian PROPN 5 compound
    troops troops NOUN 2 nmod
    from from ADP 7 case
    Osland Osland PROPN 5 nmod
    began begin VERB 0 root
    in in ADP 10 case
    June June PROPN 8 obl
    . . PUNCT 8 punct
    """,
)
HELD_TALKS = (
    "Envoys held talks in Osland on Friday.",
    """
    Envoys envoy NOUN 2 nsubj
    held hold VERB 0 root
    talks talk NOUN 2 obj
    in in ADP 5 case
    Osland Osland PROPN 2 obl
    on on ADP 7 case
    Friday Friday PROPN 2 obl
    . . PUNCT 2 punct
    """,
)
WITHDREW_TO = (
    "The army withdrew its soldiers to Tarsk.",
    """
    The the DET 2 det
    army army NOUN 3 nsubj
    withdrew withdraw VERB 0 root
    its its PRON 5 nmod:poss
    soldiers soldier NOUN 3 obj
    to to ADP 7 case
    Tarsk Tarsk PROPN 3 obl
    . . PUNCT 3 punct
    """,
)
WITHDREW_FROM = (
    "The army withdrew its soldiers from Osland.",
    """
    The the DET 2 det
    army army NOUN 3 nsubj
    withdrew withdraw VERB 0 root
    its its PRON 5 nmod:poss
    soldiers soldier NOUN 3 obj
    from from ADP 7 case
    Osland Osland PROPN 3 obl
    . . PUNCT 3 punct
    """,
)
ENGAGING = (
    "Envoys are engaging in diplomatic efforts with Osland.",
    """
    Envoys envoy NOUN 3 nsubj
    are be AUX 3 aux
    engaging engage VERB 0 root
    in in ADP 6 case
    diplomatic diplomatic ADJ 6 amod
    efforts effort NOUN 3 obl
    with with ADP 8 case
    Osland Osland PROPN 6 nmod
    . . PUNCT 3 punct
    """,
)
NO_COMMENT = (
    "The ministry did not respond to a request for comment.",
    """
    The the DET 2 det
    ministry ministry NOUN 5 nsubj
    did do AUX 5 aux
    not not PART 5 advmod
    respond respond VERB 0 root
    to to ADP 8 case
    a a DET 8 det
    request request NOUN 5 obl
    for for ADP 10 case
    comment comment NOUN 8 nmod
    . . PUNCT 5 punct
    """,
)
WILL_COMPLETE = (
    "Narvia will complete its withdrawal from Osland by June.",
    """
    Narvia Narvia PROPN 3 nsubj
    will will AUX 3 aux
    complete complete VERB 0 root
    its its PRON 5 nmod:poss
    withdrawal withdrawal NOUN 3 obj
    from from ADP 7 case
    Osland Osland PROPN 5 nmod
    by by ADP 9 case
    June June PROPN 3 obl
    . . PUNCT 3 punct
    """,
)
SEIZED_POWER = (
    "On Monday officers seized power, ousted President Ana Roe and placed her under arrest.",
    """
    On on ADP 2 case
    Monday Monday PROPN 4 obl
    officers officer NOUN 4 nsubj
    seized seize VERB 0 root
    power power NOUN 4 obj
    , , PUNCT 4 punct
    ousted oust VERB 4 conj
    President President PROPN 9 nmod:desc
    Ana Ana PROPN 7 obj
    Roe Roe PROPN 9 flat
    and and CCONJ 12 cc
    placed place VERB 4 conj
    her she PRON 12 obj
    under under ADP 15 case
    arrest arrest NOUN 12 obl
    . . PUNCT 4 punct
    """,
)
WAS_A_COUP = (
    "Narvia declared that the takeover in Osland was a coup.",
    """
    Narvia Narvia PROPN 2 nsubj
    declared declare VERB 0 root
    that that SCONJ 10 mark
    the the DET 5 det
    takeover takeover NOUN 10 nsubj
    in in ADP 7 case
    Osland Osland PROPN 5 nmod
    was be AUX 10 cop
    a a DET 10 det
    coup coup NOUN 2 ccomp
    . . PUNCT 2 punct
    """,
)
HAS_DEPLOYED = (
    "The forces that Narvia has deployed in Osland left on Friday.",
    """
    The the DET 2 det
    forces force NOUN 9 nsubj
    that that PRON 6 obj
    Narvia Narvia PROPN 6 nsubj
    has have AUX 6 aux
    deployed deploy VERB 2 acl:relcl
    in in ADP 8 case
    Osland Osland PROPN 6 obl
    left leave VERB 0 root
    on on ADP 11 case
    Friday Friday PROPN 9 obl
    . . PUNCT 9 punct
    """,
)
THREATENED = (
    "Rebels threatened to shell the port.",
    """
    Rebels rebel NOUN 2 nsubj
    threatened threaten VERB 0 root
    to to PART 4 mark
    shell shell VERB 2 xcomp
    the the DET 6 det
    port port NOUN 4 obj
    . . PUNCT 2 punct
    """,
)
WOULD_EXPEL = (
    "Osland announced that it would expel the envoy.",
    """
    Osland Osland PROPN 2 nsubj
    announced announce VERB 0 root
    that that SCONJ 6 mark
    it it PRON 6 nsubj
    would would AUX 6 aux
    expel expel VERB 2 ccomp
    the the DET 8 det
    envoy envoy NOUN 6 obj
    . . PUNCT 2 punct
    """,
)
AGREEMENT = (
    "Narvia reached an agreement with Osland.",
    """
    Narvia Narvia PROPN 2 nsubj
    reached reach VERB 0 root
    an a DET 4 det
    agreement agreement NOUN 2 obj
    with with ADP 6 case
    Osland Osland PROPN 4 nmod
    . . PUNCT 2 punct
    """,
)
RESTRICTED = (
    "Narvia restricted its soldiers to the base.",
    """
    Narvia Narvia PROPN 2 nsubj
    restricted restrict VERB 0 root
    its its PRON 4 nmod:poss
    soldiers soldier NOUN 2 obj
    to to ADP 7 case
    the the DET 7 det
    base base NOUN 2 obl
    . . PUNCT 2 punct
    """,
)
STRUCK_PIER = (
    "A ferry struck a pier in Tarsk.",
    """
    A a DET 2 det
    ferry ferry NOUN 3 nsubj
    struck strike VERB 0 root
    a a DET 5 det
    pier pier NOUN 3 obj
    in in ADP 7 case
    Tarsk Tarsk PROPN 5 nmod
    . . PUNCT 3 punct
    """,
)
STRUCK_DEPOT = (
    "Warplanes struck a depot in Tarsk.",
    """
    Warplanes warplane NOUN 2 nsubj
    struck strike VERB 0 root
    a a DET 4 det
    depot depot NOUN 2 obj
    in in ADP 6 case
    Tarsk Tarsk PROPN 2 obl
    . . PUNCT 2 punct
    """,
)
SEVERING = (
    "Osland expelled the envoy, severing ties with Narvia.",
    """
    Osland Osland PROPN 2 nsubj
    expelled expel VERB 0 root
    the the DET 4 det
    envoy envoy NOUN 2 obj
    , , PUNCT 6 punct
    severing sever VERB 2 advcl
    ties tie NOUN 6 obj
    with with ADP 9 case
    Narvia Narvia PROPN 6 obl
    . . PUNCT 2 punct
    """,
)
PROMISED = (
    "Narvia promised a withdrawal by June.",
    """
    Narvia Narvia PROPN 2 nsubj
    promised promise VERB 0 root
    a a DET 4 det
    withdrawal withdrawal NOUN 2 obj
    by by ADP 6 case
    June June PROPN 2 obl
    . . PUNCT 2 punct
    """,
)
DECISION = (
    "Narvia's decision to close the base angered Osland.",
    """
    Narvia Narvia PROPN 3 nmod:poss
    's 's PART 1 case
    decision decision NOUN 8 nsubj
    to to PART 5 mark
    close close VERB 3 acl
    the the DET 7 det
    base base NOUN 5 obj
    angered anger VERB 0 root
    Osland Osland PROPN 8 obj
    . . PUNCT 8 punct
    """,
)
HAS_NO_PLANS = (
    "Narvia has no plans to expel the envoy.",
    """
    Narvia Narvia PROPN 2 nsubj
    has have VERB 0 root
    no no DET 4 det
    plans plan NOUN 2 obj
    to to PART 6 mark
    expel expel VERB 4 acl
    the the DET 8 det
    envoy envoy NOUN 6 obj
    . . PUNCT 2 punct
    """,
)
NAMED_COUP = (
    "Narvia designated the takeover as a coup in October.",
    """
    Narvia Narvia PROPN 2 nsubj
    designated designate VERB 0 root
    the the DET 4 det
    takeover takeover NOUN 2 obj
    as as ADP 7 case
    a a DET 7 det
    coup coup NOUN 2 obl
    in in ADP 9 case
    October October PROPN 2 obl
    . . PUNCT 2 punct
    """,
)
THE_COUP = (
    "Narvia suspended aid to Osland after the coup.",
    """
    Narvia Narvia PROPN 2 nsubj
    suspended suspend VERB 0 root
    aid aid NOUN 2 obj
    to to ADP 5 case
    Osland Osland PROPN 2 obl
    after after ADP 8 case
    the the DET 8 det
    coup coup NOUN 2 obl
    . . PUNCT 2 punct
    """,
)
RESUMED = (
    "Narvia suspended aid to Osland in October.",
    """
    Narvia Narvia PROPN 2 nsubj
    suspended suspend VERB 0 root
    aid aid NOUN 2 obj
    to to ADP 5 case
    Osland Osland PROPN 3 nmod
    in in ADP 7 case
    October October PROPN 2 obl
    . . PUNCT 2 punct
    """,
)
HEADLINE = (
    "Narvia withdraws troops",
    """
    Narvia Narvia PROPN 2 nsubj
    withdraws withdraw VERB 0 root
    troops troops NOUN 2 obj
    """,
)
TALKS_ON = (
    "Envoys of both sides began talks on the withdrawal of troops from Osland.",
    """
    Envoys envoy NOUN 5 nsubj
    of of ADP 4 case
    both both DET 4 det
    sides side NOUN 1 nmod
    began begin VERB 0 root
    talks talk NOUN 5 obj
    on on ADP 9 case
    the the DET 9 det
    withdrawal withdrawal NOUN 6 nmod
    of of ADP 11 case
    troops troops NOUN 9 nmod
    from from ADP 13 case
    Osland Osland PROPN 9 nmod
    . . PUNCT 5 punct
    """,
)
WILL_NOT = (
    "Narvia will not leave the base.",
    """
    Narvia Narvia PROPN 4 nsubj
    will will AUX 4 aux
    not not PART 4 advmod
    leave leave VERB 0 root
    the the DET 6 det
    base base NOUN 4 obj
    . . PUNCT 4 punct
    """,
)
FOUND = (
    "Two bodies recovered",
    """
    Two two NUM 2 nummod
    bodies body NOUN 3 nsubj
    recovered recover VERB 0 root
    """,
)
CALLS_OFF = (
    "The garrison has been told to leave, and the port will stay open until the last ship has sailed away.",
    """
    The the DET 2 det
    garrison garrison NOUN 5 nsubj:pass
    has have AUX 5 aux
    been be AUX 5 aux:pass
    told tell VERB 0 root
    to to PART 7 mark
    leave leave VERB 5 xcomp
    , , PUNCT 13 punct
    and and CCONJ 13 cc
    the the DET 11 det
    port port NOUN 13 nsubj
    will will AUX 13 aux
    stay stay VERB 5 conj
    open open ADJ 13 xcomp
    until until SCONJ 20 mark
    the the DET 18 det
    last last ADJ 18 amod
    ship ship NOUN 20 nsubj
    has have AUX 20 aux
    sailed sail VERB 13 advcl
    away away ADV 20 advmod
    . . PUNCT 5 punct
    """,
)
YET = (
    "The council had yet to ask the garrison to leave.",
    """
    The the DET 2 det
    council council NOUN 3 nsubj
    had have VERB 0 root
    yet yet ADV 3 advmod
    to to PART 6 mark
    ask ask VERB 3 xcomp
    the the DET 8 det
    garrison garrison NOUN 6 iobj
    to to PART 10 mark
    leave leave VERB 6 xcomp
    . . PUNCT 3 punct
    """,
)
COMPLETE = (
    "The withdrawal from Osland is complete.",
    """
    The the DET 2 det
    withdrawal withdrawal NOUN 6 nsubj
    from from ADP 4 case
    Osland Osland PROPN 2 nmod
    is be AUX 6 cop
    complete complete ADJ 0 root
    . . PUNCT 6 punct
    """,
)
DIVERS = (
    "Divers return to the wreck on Wednesday.",
    """
    Divers diver NOUN 2 nsubj
    return return VERB 0 root
    to to ADP 5 case
    the the DET 5 det
    wreck wreck NOUN 2 obl
    on on ADP 7 case
    Wednesday Wednesday PROPN 2 obl
    . . PUNCT 2 punct
    """,
)
MANAGED = (
    "Rescuers managed to free the miners on Tuesday.",
    """
    Rescuers rescuer NOUN 2 nsubj
    managed manage VERB 0 root
    to to PART 4 mark
    free free VERB 2 xcomp
    the the DET 6 det
    miners miner NOUN 4 obj
    on on ADP 8 case
    Tuesday Tuesday PROPN 2 obl
    . . PUNCT 2 punct
    """,
)
OPENED_FIRE = (
    "Rebels opened fire on a bus near Tarsk.",
    """
    Rebels rebel NOUN 2 nsubj
    opened open VERB 0 root
    fire fire NOUN 2 obj
    on on ADP 6 case
    a a DET 6 det
    bus bus NOUN 2 obl
    near near ADP 8 case
    Tarsk Tarsk PROPN 6 nmod
    . . PUNCT 2 punct
    """,
)
PULLED_OUT = (
    "The army has pulled out of Tarsk.",
    """
    The the DET 2 det
    army army NOUN 4 nsubj
    has have AUX 4 aux
    pulled pull VERB 0 root
    out out ADP 7 case
    of of ADP 7 case
    Tarsk Tarsk PROPN 4 obl
    . . PUNCT 4 punct
    """,
)
PREVENTED = (
    "Police prevented protesters from storming the hall.",
    """
    Police police NOUN 2 nsubj
    prevented prevent VERB 0 root
    protesters protester NOUN 2 obj
    from from SCONJ 5 mark
    storming storm VERB 2 advcl
    the the DET 7 det
    hall hall NOUN 5 obj
    . . PUNCT 2 punct
    """,
)
AT_A_SUMMIT = (
    "At a summit on Sunday the bloc condemned the generals.",
    """
    At at ADP 3 case
    a a DET 3 det
    summit summit NOUN 8 obl
    on on ADP 5 case
    Sunday Sunday PROPN 3 nmod
    the the DET 7 det
    bloc bloc NOUN 8 nsubj
    condemned condemn VERB 0 root
    the the DET 10 det
    generals general NOUN 8 obj
    . . PUNCT 8 punct
    """,
)
BEFORE_CLOSES = (
    "Narvia will train guards before the base closes.",
    """
    Narvia Narvia PROPN 3 nsubj
    will will AUX 3 aux
    train train VERB 0 root
    guards guard NOUN 3 obj
    before before SCONJ 8 mark
    the the DET 7 det
    base base NOUN 8 nsubj
    closes close VERB 3 advcl
    . . PUNCT 3 punct
    """,
)
