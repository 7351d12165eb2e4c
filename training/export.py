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
from typing import Final

import numpy as np
import onnxruntime
import torch
from lemminflect.core.Inflections import Inflections
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from torch import Tensor, nn
from torch.nn import functional

from dateline.sentence.reader.lemma import script
from training import data
from training.data import NAMES, TIMES, UPOS, Inventory
from training.model import Reader, sizes

AIDS: Final = ("mention", "entity")
OPEN_CLASSES: Final = ("VERB", "AUX", "NOUN", "ADJ", "ADV", "PRON", "DET", "PART")
SURE: Final = 0.9  # share of a form's occurrences that agree on the lemma, to enter the table
VERSION: Final = "1"


class Shipped(nn.Module):
    """The encoder with its heads side by side and its pointers multiplied out, as one graph for one window."""

    def __init__(self, net: Reader, heads: list[str]) -> None:
        super().__init__()
        self.net = net
        self.tags = _stack([net.heads[h] for h in heads])
        size, relations = net.relation.shape[1], net.relation.shape[0]
        self.relation = nn.Linear(size, relations * size, bias=False)
        with torch.no_grad():
            self.relation.weight.copy_(net.relation.permute(0, 2, 1).reshape(relations * size, size))

    def forward(self, ids: Tensor, shapes: Tensor) -> tuple[Tensor, ...]:
        """Scores per sub-token: labels, link and arc to every other, relations to be met by a head's vector."""
        hidden = self.net.encode(ids, torch.ones_like(ids), shapes)
        link = self.net.link[0](hidden) @ self.net.link[1](hidden).transpose(1, 2)
        arc = self.net.arc[0](hidden) @ self.net.arc[1](hidden).transpose(1, 2)
        lower, upper = (functional.gelu(layer(hidden)) for layer in self.net.rel)
        one = torch.ones_like(lower[..., :1])
        related = self.relation(torch.cat([lower, one], -1))
        return self.tags(hidden), link, arc, related, torch.cat([upper, one], -1)


def _stack(layers: list[nn.Module]) -> nn.Linear:
    weight = torch.cat([x.weight for x in layers])
    out = nn.Linear(weight.shape[1], weight.shape[0])
    with torch.no_grad():
        out.weight.copy_(weight)
        out.bias.copy_(torch.cat([x.bias for x in layers]))
    return out


def to_onnx(net: Reader, heads: list[str], out: Path) -> None:
    """Writes `reader.onnx`, fused and quantised, and says how far it is from the exact outputs."""
    whole = Shipped(net, heads).eval()
    ids = torch.randint(1000, 20000, (1, 37), generator=torch.Generator().manual_seed(0))
    shapes = torch.randint(0, 6, (1, 37), generator=torch.Generator().manual_seed(1))
    length = torch.export.Dim("length", min=3, max=500)
    exact, fused = out / "exact.onnx", out / "fused.onnx"
    torch.onnx.export(
        whole,
        (ids, shapes),
        str(exact),
        dynamo=True,
        dynamic_shapes=({1: length}, {1: length}),
        input_names=["ids", "shapes"],
        output_names=["tags", "link", "arc", "related", "upper"],
        external_data=False,
    )
    model = optimizer.optimize_model(str(exact), model_type="bert", num_heads=12, hidden_size=384, opt_level=0)
    print("fused", model.get_fused_operator_statistics())
    model.save_model_to_file(str(fused))
    quantize_dynamic(str(fused), str(out / "reader.onnx"), weight_type=QuantType.QInt8, per_channel=True)
    _compare(whole, ids, shapes, [exact, fused, out / "reader.onnx"])
    for path in (exact, fused):
        path.unlink()


def _compare(whole: Shipped, ids: Tensor, shapes: Tensor, paths: list[Path]) -> None:
    with torch.no_grad():
        wanted = [x.numpy() for x in whole(ids, shapes)]
    for path in paths:
        got = onnxruntime.InferenceSession(str(path)).run(None, {"ids": ids.numpy(), "shapes": shapes.numpy()})
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
