"""The words every room uses: When, Anchor, Voice, factuality, errors.

Room: terms. It imports nothing of Dateline.
"""

from dateline.terms.anchor import Anchor
from dateline.terms.errors import DatelineError, Refusal
from dateline.terms.factuality import FACTUALITY, Factuality
from dateline.terms.voice import Voice, VoiceKind
from dateline.terms.when import Basis, When, sort_key_of

__all__ = [
    "FACTUALITY",
    "Anchor",
    "Basis",
    "DatelineError",
    "Factuality",
    "Refusal",
    "Voice",
    "VoiceKind",
    "When",
    "sort_key_of",
]
