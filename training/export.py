"""Turns trained weights into what the package ships: one int8 ONNX file, labels, lemmas, tokenizer and card.

    PYTHONPATH=src python -m training.export --base BASE --bench BENCH --run FOLDER --out FOLDER [--card FILE]

The aids of training (ECB+ mentions) are left out. Dynamic int8: weights are stored in a byte each, per output channel.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import shutil
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnxruntime
import torch
from lemminflect.core.Inflections import Inflections
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from torch import Tensor, nn
from torch.nn import functional

from dateline.sentence.reader.lemma import script
from dateline.sentence.reader.windows import MAX_PIECES
from training import data
from training.data import NAMES, TIMES, UPOS, Inventory
from training.model import Reader, sizes

AIDS: Final = ("mention", "entity")
OPEN_CLASSES: Final = ("VERB", "AUX", "NOUN", "ADJ", "ADV", "PRON", "DET", "PART")
SURE: Final = 0.9  # share of a form's occurrences that agree on the lemma, to enter the table
SHARED_PLURALS: Final = {("NOUN", "bases"): "base"}  # of the words that share a plural, the one that news means
VERSION: Final = "1"


class Shipped(nn.Module):
    """The encoder with its heads side by side and its pointers multiplied out, as one graph for one window.

    A window has no padding, so nothing is masked. Attention is one operator of the run time; normalising is written
    out, because the run time's own operator for it takes three times as long as the few that it is made of.
    """

    def __init__(self, net: Reader, heads: list[str]) -> None:
        super().__init__()
        self.net = net
        given = net.bert.embeddings
        with torch.no_grad():
            where = given.position_embeddings.weight + given.token_type_embeddings.weight[0]
            self.place = nn.Parameter(where[:MAX_PIECES].clone())
        self.tags = _stack([net.heads[h] for h in heads])
        size, relations = net.relation.shape[1], net.relation.shape[0]
        self.relation = nn.Linear(size, relations * size, bias=False)
        with torch.no_grad():
            self.relation.weight.copy_(net.relation.permute(0, 2, 1).reshape(relations * size, size))

    def forward(self, ids: Tensor, shapes: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Scores per word: labels, link and arc to every other, relations to be met by a head's vector.

        `first` holds the first sub-token of each word.
        """
        return self.scores(self.encode(ids, shapes), first)

    def scores(self, hidden: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """All that the heads say of the encoder's last layer."""
        word = hidden[:, first]
        rooted = torch.cat([hidden[:, :1], word], 1)
        link = self.net.link[0](word) @ self.net.link[1](word).transpose(1, 2)
        arc = self.net.arc[0](word) @ self.net.arc[1](rooted).transpose(1, 2)
        lower, upper = functional.gelu(self.net.rel[0](word)), functional.gelu(self.net.rel[1](rooted))
        related = self.relation(functional.pad(lower, (0, 1), value=1.0))  # of every relation in a row: see `Scores`
        return self.tags(word), link, arc, related, functional.pad(upper, (0, 1), value=1.0)

    def encode(self, ids: Tensor, shapes: Tensor) -> Tensor:
        """What `Reader.encode` gives for one window."""
        given = self.net.bert.embeddings
        x = given.word_embeddings(ids) + self.net.case(shapes) + self.place[: ids.shape[1]]
        x = _normal(x, given.LayerNorm)
        for layer in self.net.bert.encoder.layer:
            x = _normal(
                layer.attention.output.dense(_attend(x, layer.attention.self)) + x, layer.attention.output.LayerNorm
            )
            wide = functional.gelu(layer.intermediate.dense(x))
            x = _normal(layer.output.dense(wide) + x, layer.output.LayerNorm)
        return x


def _attend(x: Tensor, own: Any) -> Tensor:
    asked = (own.query(x), own.key(x), own.value(x))
    heads = {"num_heads": own.num_attention_heads}
    operator = "com.microsoft::MultiHeadAttention"
    return torch.onnx.ops.symbolic(operator, asked, heads, dtype=x.dtype, shape=x.shape, version=1)


def _normal(x: Tensor, by: nn.LayerNorm) -> Tensor:
    centred = x - x.mean(-1, keepdim=True)
    spread = torch.sqrt((centred * centred).mean(-1, keepdim=True) + by.eps)
    return centred * torch.reciprocal(spread) * by.weight + by.bias


def _stack(layers: list[nn.Module]) -> nn.Linear:
    weight = torch.cat([x.weight for x in layers])
    out = nn.Linear(weight.shape[1], weight.shape[0])
    with torch.no_grad():
        out.weight.copy_(weight)
        out.bias.copy_(torch.cat([x.bias for x in layers]))
    return out


def to_onnx(net: Reader, heads: list[str], out: Path) -> None:
    """Writes `reader.onnx`, fused and quantised, and says how far its vectors are from the exact ones."""
    whole = Shipped(net, heads).eval()
    ids = torch.randint(1000, 20000, (1, 37), generator=torch.Generator().manual_seed(0))
    shapes = torch.randint(0, 6, (1, 37), generator=torch.Generator().manual_seed(1))
    first = torch.arange(1, 36, 2)
    length, count = torch.export.Dim("length", min=3, max=MAX_PIECES), torch.export.Dim("count", min=1, max=MAX_PIECES)
    exact, fused = out / "exact.onnx", out / "fused.onnx"
    torch.onnx.export(
        whole,
        (ids, shapes, first),
        str(exact),
        dynamo=True,
        dynamic_shapes=({1: length}, {1: length}, {0: count}),
        input_names=["ids", "shapes", "first"],
        output_names=["tags", "link", "arc", "related", "upper"],
        external_data=False,
    )
    model = optimizer.optimize_model(str(exact), model_type="bert", num_heads=12, hidden_size=384, opt_level=0)
    print("fused", model.get_fused_operator_statistics())
    model.save_model_to_file(str(fused))
    quantize_dynamic(str(fused), str(out / "reader.onnx"), weight_type=QuantType.QInt8, per_channel=True)
    _compare(whole, (ids, shapes, first), [exact, fused, out / "reader.onnx"])
    for path in (exact, fused):
        path.unlink()


def _compare(whole: Shipped, given: tuple[Tensor, Tensor, Tensor], paths: list[Path]) -> None:
    ids, shapes, first = given
    with torch.no_grad():
        hidden = whole.net.encode(ids, torch.ones_like(ids), shapes)
        wanted = [x.numpy() for x in whole.scores(hidden, first)]
    feed = {"ids": ids.numpy(), "shapes": shapes.numpy(), "first": first.numpy()}
    for path in paths:
        got = onnxruntime.InferenceSession(str(path)).run(None, feed)
        far = [round(float(np.abs(a - b).max()), 3) for a, b in zip(wanted, got, strict=True)]
        print(path.name, path.stat().st_size // 1000, "kB; largest difference", far)


def lemma_table(ewt: Path) -> dict[str, dict[str, str]]:
    """Part of speech to form to lemma: what the treebank writes of a form, and the verbs of an open lexicon."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for _, sentence in data.conllu(ewt):
        for row in sentence:
            if row[3] in OPEN_CLASSES and "typo" not in row[5].lower():
                seen[row[3], row[1].lower()][row[2]] += 1
    table: dict[str, dict[str, str]] = defaultdict(dict)
    for form, lemma in sorted(_verbs().items()):
        table["VERB"][form] = lemma
    for (tag, form), lemmas in sorted(seen.items()):
        (lemma, times), total = lemmas.most_common(1)[0], sum(lemmas.values())
        if times / total >= SURE and (total > 1 or not script(form, lemma).startswith("!")):
            table[tag][form] = lemma
    for (tag, form), lemma in SHARED_PLURALS.items():
        table[tag][form] = lemma
    return {tag: dict(sorted(forms.items())) for tag, forms in sorted(table.items())}


def _verbs() -> dict[str, str]:
    """Inflected forms of the verbs that lemminflect (MIT; from the NIH SPECIALIST lexicon) knows, to their lemmas."""
    out: dict[str, set[str]] = defaultdict(set)
    for lemma, forms in Inflections()._getInflDict().items():
        for tag in ("VBD", "VBN", "VBG", "VBZ"):
            for form in forms.get(tag, ()) if lemma.isalpha() and lemma.islower() else ():
                out[form.lower()].add(lemma)
    return {form: min(lemmas) for form, lemmas in out.items() if len(lemmas) == 1 and form not in lemmas}


def write(args: argparse.Namespace) -> None:
    """Everything a folder of weights holds; the card comes last, so that a folder with a card is whole."""
    labels = Inventory(**{k: tuple(v) for k, v in json.loads((args.run / "labels.json").read_text()).items()})
    net = Reader(args.base, labels)
    net.load_state_dict(torch.load(args.run / "weights.pt", map_location="cpu"))
    net.eval()
    args.out.mkdir(parents=True, exist_ok=True)
    heads = [h for h in sizes(labels) if h not in AIDS]
    to_onnx(net, heads, args.out)
    trans, start = (x.detach().numpy() for x in net.chain())
    described = {
        "heads": [[h, sizes(labels)[h]] for h in heads],
        "speech": {"transitions": trans.tolist(), "start": start.tolist()},
        "relations": labels.relations,
        "scripts": labels.scripts,
        "upos": UPOS,
        "names": NAMES,
        "times": TIMES,
    }
    (args.out / "labels.json").write_text(json.dumps(described), encoding="utf-8")
    table = json.dumps(lemma_table(args.bench / "ud/ewt_train.conllu.gz"), ensure_ascii=False).encode("utf-8")
    (args.out / "lemmas.json.gz").write_bytes(gzip.compress(table, mtime=0))
    shutil.copy(Path(args.base) / "tokenizer.json", args.out / "tokenizer.json")
    names = ("reader.onnx", "labels.json", "lemmas.json.gz", "tokenizer.json")
    card = {
        "name": "dateline-reader",
        "version": VERSION,
        "sha256": {n: hashlib.sha256((args.out / n).read_bytes()).hexdigest() for n in names},
        "run": json.loads((args.run / "run.json").read_text(encoding="utf-8")),
    }
    if args.card:
        card |= json.loads(args.card.read_text(encoding="utf-8"))
    (args.out / "card.json").write_text(json.dumps(card, indent=1), encoding="utf-8")


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", required=True)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--card", type=Path, help="a JSON file with data, licences and figures to put into the card")
    write(parser.parse_args())


if __name__ == "__main__":
    main()
