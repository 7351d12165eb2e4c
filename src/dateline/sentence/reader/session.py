"""Loads the encoder's weights and runs them over one window.

In:   a folder with the weights (the package's own, or the one that DATELINE_READER names).
Out:  per window, the scores of every head at each word.
Room: sentence. Nothing is read before the first report asks for it; one session serves the process.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from dateline.sentence.reader.windows import Window
from dateline.terms.errors import DatelineError

PACKAGED: Final = Path(__file__).parent / "weights"
FOLDER: Final = "DATELINE_READER"  # names another folder of weights
THREADS: Final = "DATELINE_READER_THREADS"  # of one call; reports are read in parallel by process
OUTPUTS: Final = ("tags", "link", "arc", "related", "upper")
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Scores:
    """What the encoder says of one window, per word; index 0 of a head stands for the root."""

    tags: dict[str, Floats]  # per head: [words, labels]
    link: Floats  # [words, words]: of a source or content with its cue
    arc: Floats  # [words, 1 + words]: of a dependent with its head
    related: Floats  # [words, relations, size]: a dependent's relations, to be multiplied with the vector of its head
    upper: Floats  # [1 + words, size]


@dataclass(frozen=True, slots=True)
class Weights:
    """A loaded reader."""

    name: str
    session: Any
    tokenizer: Any
    labels: dict[str, list[str]]
    heads: dict[str, slice]
    trans: Floats  # of the speech labels
    start: Floats
    lemmas: dict[str, dict[str, str]]  # part of speech to form to lemma

    def scores(self, window: Window) -> Scores:
        """Runs the encoder over one window."""
        tags, link, arc, related, upper = (found[0] for found in self.session.run(OUTPUTS, feed(window)))
        related = related.reshape(len(related), -1, upper.shape[1])  # a graph may leave the relations in a row
        return Scores({head: tags[:, part] for head, part in self.heads.items()}, link, arc, related, upper)


def feed(window: Window) -> dict[str, NDArray[np.int64]]:
    """The inputs of the graph for one window."""
    return {
        "ids": np.array([window.ids], np.int64),
        "shapes": np.array([window.shapes], np.int64),
        "first": np.array(window.first, np.int64),
    }


def folder() -> Path:
    """Where the weights are looked for."""
    return Path(os.environ.get(FOLDER) or PACKAGED)


def weights() -> Weights:
    """The reader of this process; loaded when first asked for."""
    return load(folder(), int(os.environ.get(THREADS) or 1))


def reader_name() -> str:
    """The name that the weights write on what they read, from their card alone; DatelineError where it is missing."""
    return _name(_card(folder()))


def _name(card: dict[str, Any]) -> str:
    return f"{card['name']} {card['version']} {card['sha256']['reader.onnx'][:12]}"


@lru_cache(maxsize=2)
def load(where: Path, threads: int = 1) -> Weights:
    """Reads the weights, once their hashes agree with the card.

    Raises:
        DatelineError: a file is missing or is not the one that the card names.
    """
    card = _card(where)
    contents = {name: _checked(where / name, digest) for name, digest in sorted(card["sha256"].items())}
    from tokenizers import Tokenizer  # noqa: PLC0415  heavy: only when there is something to read

    tokenizer = Tokenizer.from_str(contents["tokenizer.json"].decode("utf-8"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    labels = json.loads(contents["labels.json"])
    heads, at = {}, 0
    for head, size in labels["heads"]:
        heads[head] = slice(at, at + size)
        at += size
    return Weights(
        name=_name(card),
        session=opened(contents["reader.onnx"], threads),
        tokenizer=tokenizer,
        labels=labels,
        heads=heads,
        trans=np.array(labels["speech"]["transitions"], np.float32),
        start=np.array(labels["speech"]["start"], np.float32),
        lemmas=json.loads(gzip.decompress(contents["lemmas.json.gz"])),
    )


def opened(model: bytes, threads: int) -> Any:
    """A session of the run time over a graph."""
    import onnxruntime  # noqa: PLC0415

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    options.enable_cpu_mem_arena = False  # windows differ in length; the arena keeps the largest of each
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _card(where: Path) -> dict[str, Any]:
    path = where / "card.json"
    if not path.is_file():
        raise DatelineError(
            f"The weights of the reader are not in {where}. "
            f"Install the dateline package whole, or name their folder:  export {FOLDER}=FOLDER"
        )
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _checked(path: Path, digest: str) -> bytes:
    if not path.is_file():
        raise DatelineError(f"{path} is missing, so nothing can be read. Install the dateline package again.")
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != digest:
        raise DatelineError(
            f"{path} is not the file that its card names (sha256 {digest[:12]}...). "
            f"Install the dateline package again, or mend the folder that {FOLDER} names."
        )
    return content
