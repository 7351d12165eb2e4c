"""Rewrites the graph of a reader so that it takes less time and gives the same scores to the bit.

    PYTHONPATH=src python -m training.lean --weights FOLDER --out FOLDER

The bias of a layer before its curve goes into the product of the layer, where it costs nothing, and the curve is the
run time's own operator (GELU alone: half the time of the one with a bias). The scores of relations stay in a row, as
`export.py` leaves them now: the last reshape copied 4 MB a window. Nothing is kept where a score differs in any bit.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import shutil
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnx
from onnx import helper

from dateline.sentence.reader import session
from dateline.sentence.reader.windows import MAX_PIECES

SEED: Final = 7
RELATED: Final = "related"  # the output that is left in a row


def leaner(model: Any) -> Any:
    """The model with its graph rewritten."""
    graph = model.graph
    nodes = []
    for node in _without_reshape(graph):
        if node.op_type == "BiasGelu":
            added = f"{node.output[0]}_added"
            nodes.append(helper.make_node("Add", list(node.input), [added], name=f"{node.name}_add"))
            nodes.append(helper.make_node("Gelu", [added], [node.output[0]], name=node.name))
        else:
            nodes.append(node)
    del graph.node[:]
    graph.node.extend(nodes)
    used = {name for node in nodes for name in node.input}
    kept = [one for one in graph.initializer if one.name in used]
    del graph.initializer[:]
    graph.initializer.extend(kept)
    onnx.checker.check_model(model)
    return model


def _without_reshape(graph: Any) -> list[Any]:
    """The nodes of the graph without the one that only gives the scores of relations another shape."""
    last = next((n for n in graph.node if n.op_type == "Reshape" and RELATED in n.output), None)
    if last is None:
        return list(graph.node)
    for node in (n for n in graph.node if n != last):
        node.output[:] = [RELATED if name == last.input[0] else name for name in node.output]
    shown = next(out for out in graph.output if out.name == RELATED)
    words, *relations = shown.type.tensor_type.shape.dim[1:]
    row = math.prod(size.dim_value for size in relations)
    shown.CopyFrom(helper.make_tensor_value_info(RELATED, onnx.TensorProto.FLOAT, [1, words.dim_param, row]))
    return [node for node in graph.node if node != last]


def _compare(before: bytes, after: bytes) -> None:
    """Raises ValueError where any score of a window differs in any bit."""
    one, other = (session.opened(model, 1) for model in (before, after))
    chance = np.random.default_rng(SEED)
    for length in (3, 40, 171, MAX_PIECES):
        feed = {
            "ids": chance.integers(1000, 20000, (1, length)),
            "shapes": chance.integers(0, 7, (1, length)),
            "first": np.arange(1, max(2, length - 1), 1),
        }
        for name in session.OUTPUTS:
            (a,), (b,) = (found.run([name], feed) for found in (one, other))
            if not np.array_equal(a.reshape(b.shape), b):
                raise ValueError(f"{name} differs in a window of {length}: the graph may not be rewritten so.")


def write(weights: Path, out: Path) -> None:
    """A folder of weights with the leaner graph; the card, which says what was done, comes last."""
    before = (weights / "reader.onnx").read_bytes()
    after = leaner(onnx.load_from_string(before)).SerializeToString()
    _compare(before, after)
    out.mkdir(parents=True, exist_ok=True)
    for path in sorted(weights.iterdir()):
        if path.is_file() and path.name not in ("reader.onnx", "card.json") and weights != out:
            shutil.copy(path, out / path.name)
    (out / "reader.onnx").write_bytes(after)
    card = json.loads((weights / "card.json").read_text(encoding="utf-8"))
    card["lean"] = {"from": card["sha256"]["reader.onnx"]}
    card["sha256"] = {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in card["sha256"]}
    (out / "card.json").write_text(json.dumps(card, indent=1), encoding="utf-8")


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    write(args.weights, args.out)


if __name__ == "__main__":
    main()
