"""Trains every head over one encoder.

    PYTHONPATH=src python -m training.train --base BASE --bench BENCH --out FOLDER --minutes 80

Runs on a CPU or a GPU alike; the same seed and `--steps` give the same order of batches. The learning rate falls in
a straight line to nothing at the end of the budget; a checkpoint is written every few minutes.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

import torch
from tokenizers import Tokenizer
from torch import Tensor

from dateline.sentence.reader.windows import CLS, SEP, Line
from training import data
from training.data import Inventory, Sample
from training.model import Reader, loss, parameters
from training.tasks import Choice, Task, corpora

WARM_UP: Final = 60  # steps
FLOOR: Final = 0.02  # of the learning rate
SAVE_EVERY: Final = 300.0  # seconds
POINTERS: Final = ("head", "link")


@dataclass(slots=True)
class Packed:
    """A window with the labels of its words."""

    ids: list[int]
    shapes: list[int]
    first: list[int]
    labels: dict[str, list[int]]
    values: list[float]


def pack(samples: Sequence[Sample], chance: random.Random, sizes: Sequence[int]) -> list[Packed]:
    """Lines packed in order into windows of random size, so that packing differs from pass to pass."""
    out: list[Packed] = []
    room = 0
    for one in samples:
        if not out or len(out[-1].ids) + len(one.line.ids) + 1 > room:
            out.append(Packed([CLS], [0], [], {k: [] for k in one.labels}, []))
            room = chance.choice(sizes)
        _append(out[-1], one.line, one)
    return out


def _append(window: Packed, line: Line, one: Sample) -> None:
    piece, word = len(window.ids), len(window.first)
    window.ids += [*line.ids, SEP]
    window.shapes += [*line.shapes, 0]
    window.first += [piece + i for i in line.first]
    for key, labels in one.labels.items():
        window.labels[key] += [i + word if i >= 0 else i for i in labels] if key in POINTERS else labels
    window.values += one.values


def batches(windows: list[Packed], chance: random.Random, size: int) -> list[list[Packed]]:
    """Windows of like length together, at most `size` sub-tokens with their padding; in random order."""
    chance.shuffle(windows)
    windows.sort(key=lambda w: len(w.ids) // 8)
    out: list[list[Packed]] = [[]]
    for window in windows:
        longest = max(len(window.ids), max((len(w.ids) for w in out[-1]), default=0))
        if out[-1] and longest * (len(out[-1]) + 1) > size:
            out.append([])
        out[-1].append(window)
    chance.shuffle(out)
    return out


def endless(task: Task, seed: int) -> Iterator[list[Packed]]:
    """Batches for ever, each pass packed anew."""
    chance = random.Random(f"{seed} {task.name}")
    while True:
        yield from batches(pack(task.lines(chance), chance, task.windows), chance, task.size)


def tensors(batch: Sequence[Packed], device: str) -> dict[str, Tensor]:
    """The batch as padded tensors."""

    def padded(found: list[list[Any]], fill: float, kind: torch.dtype) -> Tensor:
        longest = max(map(len, found))
        return torch.tensor([x + [fill] * (longest - len(x)) for x in found], dtype=kind, device=device)

    out = {
        "ids": padded([w.ids for w in batch], 0, torch.long),
        "shapes": padded([w.shapes for w in batch], 0, torch.long),
        "first": padded([w.first for w in batch], 0, torch.long),
        "mask": padded([[1] * len(w.ids) for w in batch], 0, torch.long),
        "words": padded([[1] * len(w.first) for w in batch], 0, torch.bool),
    }
    for key in batch[0].labels:
        fill = -1 if key in (*POINTERS, "sentence") else 0
        out[key] = padded([w.labels[key] for w in batch], fill, torch.long)
    if batch[0].values:
        out["values"] = padded([w.values for w in batch], 0.0, torch.float)
    return out


@dataclass(slots=True)
class Run:
    """What a run has done so far; written beside the weights."""

    seed: int
    minutes: float
    steps: int
    seen: dict[str, int]  # sub-tokens per task
    passes: dict[str, float]
    held_out: dict[str, list[str]]
    device: str


def save(net: Reader, run: Run, labels: Inventory, out: Path) -> None:
    """Writes weights, label sets and the run's record; a reader never sees half a file."""
    out.mkdir(parents=True, exist_ok=True)
    torch.save(net.state_dict(), out / "weights.tmp")
    (out / "weights.tmp").replace(out / "weights.pt")
    (out / "labels.json").write_text(json.dumps(asdict(labels)), encoding="utf-8")
    (out / "run.json").write_text(json.dumps(asdict(run), indent=1), encoding="utf-8")


def resumed(net: Reader, folder: Path | None) -> Run:
    """The run to go on with, its weights loaded; one that has done nothing where there is none."""
    if folder is None:
        return Run(0, 0.0, 0, {}, {}, {}, "")
    net.load_state_dict(torch.load(folder / "weights.pt", map_location="cpu"))
    return Run(**json.loads((folder / "run.json").read_text(encoding="utf-8")))


def train(args: argparse.Namespace) -> None:
    """The whole run."""
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    tokenizer = Tokenizer.from_file(f"{args.base}/tokenizer.json")
    tokenizer.no_truncation()
    tokenizer.no_padding()
    labels = data.inventory(args.bench / "ud/ewt_train.conllu.gz")
    tasks, kept = corpora(args.bench, tokenizer, labels, Choice(args.open_only, args.speech_share))
    tasks = [t for t in tasks if t.name in args.tasks] if args.tasks else tasks
    whole = {t.name: sum(len(s.line.ids) + 1 for s in t.lines(random.Random(0))) for t in tasks}
    print("sub-tokens a pass", whole, flush=True)
    net = Reader(args.base, labels).to(args.device).train()
    before = resumed(net, args.resume)
    optimizer = torch.optim.AdamW(parameters(net), lr=1e-3, weight_decay=0.01, betas=(0.9, 0.98))
    flows = {t.name: endless(t, args.seed + before.steps) for t in tasks}
    seen = Counter({t.name: before.seen.get(t.name, 0) for t in tasks})
    until = dict(seen)  # shares count from here: a run that goes on makes up for nothing
    log = Log(whole)
    started = time.time() - 60 * before.minutes
    saved = time.time()
    step = before.steps
    while True:
        spent = time.time() - started
        done = step / args.steps if args.steps else spent / (60 * args.minutes)
        if done >= 1:
            break
        task = min(tasks, key=lambda t: (seen[t.name] - until[t.name]) / t.share)  # the furthest behind its share
        packed = next(flows[task.name])
        rate = min(1.0, (step - before.steps + 1) / WARM_UP) * max(FLOOR, 1 - done)
        found = one_step(net, optimizer, task.name, tensors(packed, args.device), rate)
        step += 1
        seen[task.name] += sum(len(w.ids) for w in packed)
        log.add(found, step, done, spent, seen)
        if time.time() - saved > SAVE_EVERY:
            saved = time.time()
            save(net, _record(args, spent, step, seen, whole, kept), labels, args.out)
    save(net, _record(args, time.time() - started, step, seen, whole, kept), labels, args.out)
    print("done", step, flush=True)


def one_step(
    net: Reader, optimizer: torch.optim.Optimizer, task: str, batch: dict[str, Tensor], rate: float
) -> dict[str, Tensor]:
    """Learns from one batch; returns the parts of its loss."""
    for group in optimizer.param_groups:
        group["lr"] = group["rate"] * rate
    with torch.autocast(batch["ids"].device.type, dtype=torch.bfloat16):
        hidden = net.encode(batch["ids"], batch["mask"], batch["shapes"])
    found = loss(net, task, hidden.float(), batch)
    torch.stack(list(found.values())).sum().backward()
    torch.nn.utils.clip_grad_norm_([p for g in optimizer.param_groups for p in g["params"]], 1.0)
    optimizer.step()
    optimizer.zero_grad(set_to_none=True)
    return found


@dataclass(slots=True)
class Log:
    """Prints the mean parts of the loss every fifty steps."""

    whole: dict[str, int]  # sub-tokens of a pass
    parts: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    count: Counter[str] = field(default_factory=Counter)

    def add(self, found: dict[str, Tensor], step: int, done: float, spent: float, seen: Counter[str]) -> None:
        """Counts one step in, and prints when it is time."""
        for key, part in found.items():
            self.parts[key] += part.item()
            self.count[key] += 1
        if step % 50 == 0:
            pace = int(sum(seen.values()) / max(spent, 1))
            losses = {k: round(self.parts[k] / self.count[k], 4) for k in sorted(self.parts)}
            passes = {k: round(v / self.whole[k], 2) for k, v in seen.items()}
            print(step, f"{done:.3f}", f"{spent:.0f}s {pace}/s", losses, passes, flush=True)
            self.parts.clear()
            self.count.clear()


def _record(
    args: argparse.Namespace,
    spent: float,
    step: int,
    seen: Counter[str],
    whole: dict[str, int],
    kept: dict[str, list[str]],
) -> Run:
    passes = {k: round(v / whole[k], 2) for k, v in seen.items()}
    return Run(args.seed, round(spent / 60, 1), step, dict(seen), passes, kept, args.device)


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", required=True, help="folder with model.safetensors, config.json, tokenizer.json")
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=80.0)
    parser.add_argument("--steps", type=int, default=0, help="a budget in steps instead of minutes")
    parser.add_argument("--resume", type=Path, help="a checkpoint's folder to go on from, within the same budget")
    parser.add_argument("--tasks", nargs="*", help="learn these alone (a learning curve of one task)")
    parser.add_argument("--speech-share", type=float, default=1.0, help="of the attribution articles, for a curve")
    parser.add_argument("--open-only", action="store_true", help="learn from openly licensed corpora alone")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    train(parser.parse_args())


if __name__ == "__main__":
    main()
