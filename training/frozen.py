"""Trains small heads over a reader whose encoder stays as it is, and puts them into its graph.

    PYTHONPATH=src python -m training.frozen --bench BENCH --weights FOLDER --out FOLDER [--heads name fact] [--folds]

One hidden layer reads three layers of the shipped, quantised encoder; half of what it says is added to a head's scores
(names), or it stands in their place (factuality: an experiment, not shipped, see docs/reader.md). Nothing else in the
graph changes: every other score stays the same to the bit.
`--folds` trains as often with a part of the web documents left out each time, and says what the parts left out come to.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnx
import torch
from benchmarks.gold.load import load as load_gold
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn
from torch.nn import functional

from dateline.claim.certainty.factuality import THREE
from dateline.sentence.reader import decode, extents, session
from dateline.sentence.reader.windows import pack
from training import data
from training.data import FACTS, IGNORE, NAMES, Sample

LAYERS: Final = (6, 4, 2)
HIDDEN: Final = 96
# What each head is trained with: decay of the weights, words in a batch, passes over all words.
WAYS: Final = {"name": (0.01, 512, 6), "fact": (0.05, 128, 10)}
RATE: Final = 1e-3  # at the start; it falls in a straight line to a fiftieth
SHARE: Final = 0.5  # of what it says of names: with all of it the web's way goes over the newswire's in news too
NEWSWIRE: Final = 0.4  # of the sentences of CoNLL-2003, so that the web does not drown the newswire
FACT_WEIGHT: Final = (1.0, 2.0, 2.0)
SMOOTHING: Final = 0.1  # of the labels of factuality, whose shares are read as chances
OTHER: Final = 1 + 2 * NAMES.index("MISC")


@dataclass(slots=True)
class Read:
    """A corpus as the encoder sees it, word by word."""

    hidden: Tensor  # [words, layers x width], half precision
    scores: Tensor  # of the head as it stands
    labels: Tensor
    lines: list[Sample]
    three_kinds: bool  # a corpus without a label for other names: its "outside" may be one of those

    def documents(self) -> list[str]:
        """The document of each word."""
        return [s.document for s in self.lines for _ in s.line.spans]


class Extra(nn.Module):
    """One hidden layer over the encoder's layers."""

    def __init__(self, width: int, labels: int) -> None:
        super().__init__()
        self.lower, self.upper = nn.Linear(width, HIDDEN), nn.Linear(HIDDEN, labels)
        nn.init.zeros_(self.upper.weight)
        nn.init.zeros_(self.upper.bias)
        self.outer, self.inner = nn.Dropout(0.1), nn.Dropout(0.3)

    def forward(self, hidden: Tensor) -> Tensor:
        """Scores per word."""
        out: Tensor = self.upper(self.inner(functional.gelu(self.lower(self.outer(hidden.float())))))
        return out


# --- The shipped graph --------------------------------------------------------------------------------------------


def layer_outputs(model: Any) -> list[str]:
    """The names of the encoder's layers in the fused graph, the lowest first."""
    ends = {f"net.bert.encoder.layer.{n}.output.LayerNorm.bias": n for n in range(LAYERS[0])}
    sums = [n for n in model.graph.node if n.op_type == "Add"]
    found = {ends[name]: n.output[0] for n in sums for name in n.input if name in ends}
    return [found[n] for n in sorted(found)]


class Encoder:
    """The shipped graph with some of its layers laid open."""

    def __init__(self, folder: Path) -> None:
        shipped = session.load(folder)
        model = onnx.load(str(folder / "reader.onnx"))
        self.names = [layer_outputs(model)[n - 1] for n in LAYERS]
        for name in self.names:
            model.graph.output.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, None))
        self.session = session.opened(model.SerializeToString(), 1)
        self.tokenizer, self.slices = shipped.tokenizer, shipped.heads

    def read(self, samples: Sequence[Sample], head: str, three_kinds: bool = False) -> Read:
        """Every word of the samples, packed in order as reports are."""
        hidden, scores = [], []
        for window in pack(s.line for s in samples):
            feed = session.feed(window)
            tags, *layers = self.session.run(["tags", *self.names], feed)
            scores.append(tags[0][:, self.slices[head]])
            hidden.append(np.concatenate([x[0][feed["first"]] for x in layers], 1).astype(np.float16))
        labels = [label for s in samples for label in s.labels[head]]
        whole = torch.from_numpy(np.concatenate(hidden)), torch.from_numpy(np.concatenate(scores))
        return Read(*whole, torch.tensor(labels), list(samples), three_kinds)


# --- The corpora --------------------------------------------------------------------------------------------------


def name_corpora(bench: Path, encoder: Encoder) -> tuple[Read, list[Read]]:
    """Web text to learn from and to leave out in turn, and newswire and encyclopedia beside it."""
    tokenizer = encoder.tokenizer
    web = encoder.read(data.web_names(bench, tokenizer), "name", three_kinds=True)
    newswire = data.names(bench / "ner/conll2003_train.jsonl.gz", tokenizer)
    newswire = random.Random(0).sample(newswire, round(NEWSWIRE * len(newswire)))
    politics = [s for p in ("dev", "train") for s in data.names(bench / f"ner/politics_{p}.jsonl.gz", tokenizer)]
    return web, [encoder.read(newswire, "name"), encoder.read(politics, "name")]


def fact_corpora(bench: Path, encoder: Encoder) -> list[Read]:
    """Newswire, and the project's own gold (dev part) without the sentences of MEANTIME dev."""
    rows = {c: data.rows(bench / f"factuality/{c}.jsonl") for c in ("uw_train", "meantime_train", "meantime_dev")}
    measured = [_letters(r["text"]) for r in rows["meantime_dev"]]
    gold = load_gold(data=bench)
    marks: dict[str, list[dict[str, Any]]] = {}
    for entry in gold.entries["F"]:
        item = entry.item
        mark = {"span": [item.start, item.end], "label": THREE[item.label], "value": 0.0}
        marks.setdefault(item.passage, []).append(mark)
    own = [
        {"id": p.id, "text": p.text, "events": marks.get(p.id, [])}
        for p in gold.passages.values()
        if p.part == "dev" and "F" in p.layers and p.text and not any(m in _letters(p.text) for m in measured)
    ]
    corpora = (rows["uw_train"], own, rows["meantime_train"])
    return [encoder.read(data.facts(found, encoder.tokenizer), "fact") for found in corpora]


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


# --- Learning -----------------------------------------------------------------------------------------------------


def learn(parts: Sequence[tuple[Read, Tensor]], head: str, seed: int) -> Extra:
    """A head from the words named of each corpus."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    kinds = len(FACTS) if head == "fact" else parts[0][0].scores.shape[1]
    net = Extra(parts[0][0].hidden.shape[1], kinds)
    net.train()
    decay, size, passes = WAYS[head]
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=decay)
    total, step = passes * sum(len(w) // size + 1 for _, w in parts), 0
    for _ in range(passes):
        order = [(read, chunk) for read, w in parts for chunk in w[torch.randperm(len(w))].split(size)]
        chance.shuffle(order)
        for read, chunk in order:
            optimizer.param_groups[0]["lr"] = RATE * max(0.02, 1 - step / total)
            (fact_loss if head == "fact" else name_loss)(net, read, chunk).backward()
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
    rounded(net.lower)
    if head == "name":
        with torch.no_grad():
            net.upper.weight *= SHARE
            net.upper.bias *= SHARE
    net.eval()
    return net


def name_loss(net: Extra, read: Read, chunk: Tensor) -> Tensor:
    """Cross-entropy of the summed scores; where other names have no label, "outside" is their sum with it."""
    scores, labels = read.scores[chunk] + net(read.hidden[chunk]), read.labels[chunk]
    if not read.three_kinds:
        return functional.cross_entropy(scores, labels)
    chances = functional.log_softmax(scores, 1)
    outside = torch.logsumexp(chances[:, [0, OTHER, OTHER + 1]], 1)
    return -torch.where(labels == 0, outside, chances.gather(1, labels[:, None])[:, 0]).mean()


def fact_loss(net: Extra, read: Read, chunk: Tensor) -> Tensor:
    """Weighted cross-entropy; the head stands in the place of the old one."""
    weight = torch.tensor(FACT_WEIGHT)
    return functional.cross_entropy(
        net(read.hidden[chunk]), read.labels[chunk], weight=weight, label_smoothing=SMOOTHING
    )


def rounded(layer: nn.Linear) -> tuple[Tensor, Tensor]:
    """Rounds the weights to a byte each, per output; returns bytes and scales, as they ship."""
    scale = layer.weight.detach().abs().amax(1) / 127
    whole = (layer.weight.detach() / scale[:, None]).round().clamp(-127, 127)
    with torch.no_grad():
        layer.weight.copy_(whole * scale[:, None])
    return whole.to(torch.int8), scale


def everything(read: Read) -> Tensor:
    """The words that carry a label."""
    return (read.labels != IGNORE).nonzero()[:, 0]


def web_f1(net: Extra, web: Read, part: int) -> tuple[int, int, int]:
    """Right, found and true names of the web documents of that part."""
    owners = web.documents()
    with torch.no_grad():
        scores = (web.scores + net(web.hidden)).numpy()
    right = found = true = at = 0
    for sample in web.lines:
        low, at = at, at + len(sample.line.spans)
        if data.part_of(owners[low]) == part:
            texts = [sample.tokens[i] for i, _ in sample.line.spans]
            got = {r for r in extents.names(scores[low:at], [0] * (at - low), texts) if NAMES[r[0]] != "MISC"}
            gold = set(decode.runs(sample.labels["name"], [0] * (at - low)))
            right, found, true = right + len(got & gold), found + len(got), true + len(gold)
    return right, found, true


def learn_names(bench: Path, encoder: Encoder, folds: bool) -> Extra:
    """The head of names, learnt without the part of the web documents that is kept back.

    Prints what it and, with `folds`, heads learnt without each of the other parts find in the part left out.
    """
    web, beside = name_corpora(bench, encoder)
    parts = torch.tensor([data.part_of(d) for d in web.documents()])
    counts, kept = np.zeros(3), None
    for part in range(data.PARTS) if folds else (data.KEPT_PART,):
        chosen = [(web, (parts != part).nonzero()[:, 0]), *((b, everything(b)) for b in beside)]
        net = learn(chosen, "name", seed=part)
        here = np.array(web_f1(net, web, part))
        counts += here
        print("web part", part, "F1", f1(here), flush=True)
        kept = net if part == data.KEPT_PART else kept
    print("web parts left out, together: F1", f1(counts))
    assert kept is not None, "the part kept back is one of the parts"
    return kept


def f1(counts: np.ndarray[Any, Any]) -> float:
    """Percent, of (right, found, true)."""
    right, found, true = counts
    return round(float(200 * right / (found + true)), 2)


def learn_facts(bench: Path, encoder: Encoder) -> Extra:
    """The head of factuality."""
    return learn([(read, everything(read)) for read in fact_corpora(bench, encoder)], "fact", seed=0)


# --- Into the graph -----------------------------------------------------------------------------------------------


def graft(model: Any, heads: dict[str, tuple[Extra, slice]], outputs: int) -> None:
    """Adds the heads' nodes; the graph keeps its inputs and outputs."""
    graph, layers = model.graph, layer_outputs(model)
    last = next(n for n in graph.node if n.output[0] == "tags")
    last.output[0] = "tags_before"
    keep, put = np.ones(outputs, np.float32), []
    graph.node.append(helper.make_node("Concat", [layers[n - 1] for n in LAYERS], ["extra_all"], axis=-1))
    graph.node.append(helper.make_node("Gather", ["extra_all", "first"], ["extra_in"], axis=1))
    for head, (net, part) in heads.items():
        whole, scale = rounded(net.lower)
        upper, bias = np.zeros((HIDDEN, outputs), np.float32), np.zeros(outputs, np.float32)
        size = net.upper.bias.shape[0]
        upper[:, part.start : part.start + size] = net.upper.weight.detach().numpy().T
        bias[part.start : part.start + size] = net.upper.bias.detach().numpy()
        if head == "fact":
            keep[part.start : part.start + size] = 0
        parts = {
            "lower": np.ascontiguousarray(whole.numpy().T), "scale": scale.numpy(), "zero": np.zeros(HIDDEN, np.int8),
            "shift": net.lower.bias.detach().numpy(), "upper": upper, "bias": bias,
        }  # fmt: skip
        at = {k: f"extra_{head}_{k}" for k in (*parts, "real", "product", "sum", "curve", "wide", "out")}
        graph.initializer.extend(numpy_helper.from_array(v, at[k]) for k, v in parts.items())
        graph.node.extend(
            [
                helper.make_node("DequantizeLinear", [at["lower"], at["scale"], at["zero"]], [at["real"]], axis=1),
                helper.make_node("MatMul", ["extra_in", at["real"]], [at["product"]]),
                helper.make_node("Add", [at["product"], at["shift"]], [at["sum"]]),
                helper.make_node("Gelu", [at["sum"]], [at["curve"]]),
                helper.make_node("MatMul", [at["curve"], at["upper"]], [at["wide"]]),
                helper.make_node("Add", [at["wide"], at["bias"]], [at["out"]]),
            ]
        )
        put.append(at["out"])
    graph.initializer.append(numpy_helper.from_array(keep, "extra_keep"))
    graph.node.append(helper.make_node("Mul", ["tags_before", "extra_keep"], ["tags_kept"]))
    graph.node.append(helper.make_node("Sum", ["tags_kept", *put], ["tags"]))
    onnx.checker.check_model(model)


def write(args: argparse.Namespace, heads: dict[str, tuple[Extra, slice]], outputs: int) -> None:
    """A folder of weights with the heads in it; the card says what was added, and last."""
    args.out.mkdir(parents=True, exist_ok=True)
    model = onnx.load(str(args.weights / "reader.onnx"))
    graft(model, heads, outputs)
    onnx.save(model, str(args.out / "reader.onnx"))
    for name in ("labels.json", "lemmas.json.gz", "tokenizer.json") if args.out != args.weights else ():
        shutil.copy(args.weights / name, args.out / name)
    card = json.loads((args.weights / "card.json").read_text(encoding="utf-8"))
    described = json.loads(args.card.read_text(encoding="utf-8")) if args.card else {}
    card |= {k: described[k] for k in ("date", "data", "note") if k in described}
    card["added"] = {
        "heads": sorted(heads),
        "share": SHARE,
        "to": card["sha256"]["reader.onnx"],
        "held_out": {"uner": f"documents of part {data.KEPT_PART} of {data.PARTS}, by the hash of their ids"},
    }
    card["sha256"] = {n: hashlib.sha256((args.out / n).read_bytes()).hexdigest() for n in card["sha256"]}
    (args.out / "card.json").write_text(json.dumps(card, indent=1), encoding="utf-8")


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True, help="a folder of weights to add to")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--heads", nargs="+", default=["name"], choices=["name", "fact"])
    parser.add_argument("--folds", action="store_true", help="say what web parts left out in turn come to")
    parser.add_argument("--card", type=Path)
    args = parser.parse_args()
    torch.set_num_threads(1)
    encoder = Encoder(args.weights)
    heads: dict[str, tuple[Extra, slice]] = {}
    if "name" in args.heads:
        heads["name"] = learn_names(args.bench, encoder, args.folds), encoder.slices["name"]
    if "fact" in args.heads:
        heads["fact"] = learn_facts(args.bench, encoder), encoder.slices["fact"]
    write(args, heads, max(s.stop for s in encoder.slices.values()))


if __name__ == "__main__":
    main()
