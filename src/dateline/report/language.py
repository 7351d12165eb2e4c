"""Says which language a text is in, or that it cannot tell.

In:   a text.
Out:  an ISO 639-1 code, or None where the text is too short or mixed.
Room: report. English is told by its small words, without a model; everything else by py3langid.
"""

# ruff: noqa: PLC0415, SIM905 - lists of words are written as text; what is heavy is loaded where it is used
from __future__ import annotations

import re
from typing import Any

SMALL_WORDS = frozenset(
    """the of to and in a is that for on was with as by at from it are be has have had were which this an not or but
    they their its his her said will would who been more after when than no he she we you there also""".split()
)
SAMPLE = 4000  # characters
ENGLISH = 0.18  # share of small words; English news has 0.35 to 0.5, other Latin-script languages under 0.08
READ = frozenset({"en"})  # what the reader has learned


def detect(text: str) -> str | None:
    """The language of the text.

    >>> detect("The ferry was back in service on Monday, the port said."), detect("Quay 7")
    ('en', None)
    >>> detect("Le bac a repris la mer lundi matin après une semaine de grève au port de la ville.")
    'fr'
    """
    sample = text[:SAMPLE]
    words = re.findall(r"[^\W\d_]+", sample)
    written = "".join(words)
    latin, letters = len(written.encode("ascii", "ignore")), len(written)
    if len(words) >= 6 and latin > 0.9 * letters:
        share = sum(w.lower() in SMALL_WORDS for w in words) / len(words)
        if share >= ENGLISH:
            return "en"
    if letters < 20:
        return None
    return _by_model(sample, len(words))


def _by_model(sample: str, words: int) -> str | None:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    global _identifier  # noqa: PLW0603 - the model takes half a second to load and never changes
    if _identifier is None:
        _identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    language, sure = _identifier.classify(sample)
    return str(language) if float(sure) >= (0.9 if words >= 10 else 0.99) else None


_identifier: Any = None
