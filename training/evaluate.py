"""Measures a folder of weights on the dev parts, through the very code that reads reports.

    DATELINE_READER=FOLDER PYTHONPATH=src:. python -m training.evaluate --bench BENCH [--only syntax,names,...] [--json]

Standard measures: UPOS, lemma, UAS, LAS (universal relations, subtypes cut) on gold words and from raw text as in the
CoNLL 2018 shared task; entity F1 as in conlleval; the bench's own scorers for speech, factuality and times.
Figures are in per cent. The installed packages of the product are enough; nothing of the training is imported.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import numpy as np

from dateline.sentence.parse import read
from dateline.sentence.reader import decode, extents, lemma
from dateline.sentence.reader.session import Scores, Weights, folder, weights
from dateline.sentence.reader.windows import Line, fit, line_of, pack
from dateline.sentence.reader.words import words
from training.data import FACTS, KEPT_PART, NAME_OF, conllu, held_out, part_of, rows, web_rows

Figures = dict[str, float]
FIVE_HUNDRED: Final = 500  # words of a report, for the speed
COLD: Final = """
import json, resource, sys, time
texts = json.load(sys.stdin)
start = time.perf_counter()
from dateline.sentence.parse import read
read(texts[0])
first = time.perf_counter() - start
start = time.perf_counter()
for text in texts:
    read(text)
took = time.perf_counter() - start
print(json.dumps([first, took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


def scorer(path: Path) -> ModuleType:
    """A scorer of the bench as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is not there; name the bench's folder with --bench")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def f1(hit: float, predicted: float, gold: float) -> float:
    """In per cent."""
    return round(200 * hit / (predicted + gold), 2) if predicted + gold else 0.0


def scored(reader: Weights, lines: Iterable[Line]) -> Iterable[tuple[Line, Scores, int, int]]:
    """Each line with its window's scores and the range of its words in the window."""
    for window in pack(lines):
        scores, at = reader.scores(window), 0
        for line in window.lines:
            yield line, scores, at, at + len(line.spans)
            at += len(line.spans)


def syntax(bench: Path) -> Figures:
    """EWT dev on gold words and gold sentences, each sentence a line."""
    reader = weights()
    sentences = [s for _, s in conllu(bench / "ud/ewt_dev.conllu.gz")]
    lines = [
        line_of(reader.tokenizer, [r[1] for r in s], [(n, i) for i in range(len(s))]) for n, s in enumerate(sentences)
    ]
    hit = dict.fromkeys(("UPOS", "lemma", "verb lemma", "UAS", "LAS", "LAS with subtypes"), 0)
    total = verbs = 0
    for line, scores, low, high in scored(reader, (x for x in lines if len(x.ids) <= 254)):
        gold = sentences[line.spans[0][0]]
        upos = scores.tags["upos"][low:high].argmax(1)
        texts, tags = [r[1] for r in gold], [reader.labels["upos"][int(u)] for u in upos]
        cuts = decode.cuts(texts, tags, low)
        ((heads, relations),) = decode.parse(scores, reader.labels["relations"], [(low, high)], [cuts])
        scripts = scores.tags["lemma"][low:high].argmax(1)
        for n, row in enumerate(gold):
            tag = reader.labels["upos"][int(upos[n])]
            known = reader.lemmas.get(tag, {}).get(row[1].lower())
            found = known if known is not None else lemma.apply(row[1], reader.labels["scripts"][int(scripts[n])])
            right = heads[n] == int(row[6]) - 1
            same = relations[n].split(":")[0] == row[7].split(":")[0]
            hit["UPOS"] += tag == row[3]
            hit["lemma"] += found == row[2]
            hit["UAS"] += right
            hit["LAS"] += right and same
            hit["LAS with subtypes"] += right and relations[n] == row[7]
            if row[3] == "VERB":
                verbs += 1
                hit["verb lemma"] += found == row[2]
        total += len(gold)
    return {k: round(100 * v / (verbs if k == "verb lemma" else total), 2) for k, v in hit.items()}


def raw_syntax(bench: Path) -> Figures:
    """EWT dev from raw text, a document a line: F1 over words of the same characters."""
    documents: dict[str, list[list[list[str]]]] = {}
    for name, sentence in conllu(bench / "ud/ewt_dev.conllu.gz"):
        documents.setdefault(name, []).append(sentence)
    hit = dict.fromkeys(("words", "sentences", "UPOS", "UAS", "LAS"), 0)
    predicted = gold_count = predicted_sentences = gold_sentences = 0
    for sentences in documents.values():
        text, gold, bounds = _raw(sentences)
        reading = read(text)
        found = {}
        for s in reading.sentences:
            for i, t in enumerate(s.tokens):
                head = None if t.head == i else (s.tokens[t.head].start, s.tokens[t.head].end)
                found[t.start, t.end] = (t.upos, head, t.deprel.split(":")[0])
        predicted += len(found)
        gold_count += len(gold)
        predicted_sentences += len(reading.sentences)
        gold_sentences += len(bounds)
        hit["sentences"] += len(bounds & {(s.start, s.end) for s in reading.sentences})
        for span, (upos, head, relation) in gold.items():
            got = found.get(span)
            if got:
                hit["words"] += 1
                hit["UPOS"] += got[0] == upos
                hit["UAS"] += got[1] == head
                hit["LAS"] += got[1:] == (head, relation)
    out = {f"raw {k}": f1(v, predicted, gold_count) for k, v in hit.items() if k != "sentences"}
    return out | {"raw sentences": f1(hit["sentences"], predicted_sentences, gold_sentences)}


def _raw(sentences: Sequence[list[list[str]]]) -> tuple[str, dict[tuple[int, int], Any], set[tuple[int, int]]]:
    text, gold, bounds = "", {}, set()
    for sentence in sentences:
        spans = []
        for row in sentence:
            spans.append((len(text), len(text) + len(row[1])))
            text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
        text = text.rstrip(" ") + " "
        bounds.add((spans[0][0], spans[-1][1]))
        for row, span in zip(sentence, spans, strict=True):
            head = None if row[6] == "0" else spans[int(row[6]) - 1]
            gold[span] = (row[3], head, row[7].split(":")[0])
    return text, gold, bounds


def names(bench: Path) -> Figures:
    """Entity F1 on CoNLL-2003 dev and UNER EWT dev (which has no MISC), gold words, each sentence a line.

    Of UNER a fifth of the documents, which no training sees; `training/frozen.py --folds` measures on all of them.
    """
    out: Figures = {}
    web = [row for document, row in web_rows(bench) if part_of(document) == KEPT_PART]
    for label, found in (("CoNLL-2003", rows(bench / "ner/conll2003_dev.jsonl.gz")), ("UNER", web)):
        counts: dict[str, list[int]] = {}
        reader = weights()
        lines = [x for n, r in enumerate(found) for x in _gold_lines(reader, r["tokens"], n)]
        predicted: dict[int, set[tuple[str, int, int]]] = {n: set() for n in range(len(found))}
        for line, scores, low, high in scored(reader, lines):
            texts = [found[n]["tokens"][i] for n, i in line.spans]
            for kind, a, b in extents.names(scores.tags["name"][low:high], [0] * (high - low), texts):
                predicted[line.spans[0][0]].add((reader.labels["names"][kind], line.spans[a][1], line.spans[b][1]))
        for n, row in enumerate(found):
            tags = [0 if t == "O" else 1 + 2 * KIND.index(NAME_OF[t[2:]]) + (t[0] == "I") for t in row["tags"]]
            gold = {(KIND[k], a, b) for k, a, b in decode.runs(tags, [0] * len(tags))}
            got = {x for x in predicted[n] if label != "UNER" or x[0] != "MISC"}
            for key in (*KIND, "all"):
                g, p = ({x for x in y if key in ("all", x[0])} for y in (gold, got))
                cell = counts.setdefault(key, [0, 0, 0])
                cell[0] += len(g & p)
                cell[1] += len(p)
                cell[2] += len(g)
        out |= {f"{label} {k}": f1(*v) for k, v in counts.items() if v[2]}
    return out


KIND: Final = ("PER", "ORG", "LOC", "MISC")


def _gold_lines(reader: Weights, tokens: list[str], number: int) -> Iterable[Line]:
    yield from fit(line_of(reader.tokenizer, tokens, [(number, i) for i in range(len(tokens))]), tokens)


def attribution(bench: Path) -> Figures:
    """PolNeAR dev with the bench's scorer."""
    tool = scorer(bench / "attribution/score_attribution.py")
    documents = []
    for row in rows(bench / "attribution/polnear_dev.jsonl"):
        found = [{"source": s.source, "cue": s.cue, "content": s.content} for s in read(row["text"]).speech]
        documents.append((row["text"], row["relations"], found))
    result = tool.score(documents)
    return {
        "relation P": round(100 * result["relation"]["P"], 1),
        "relation R": round(100 * result["relation"]["R"], 1),
        "relation F1": round(100 * result["relation"]["F1"], 1),
        "indirect recall": round(100 * result["subset_recall"]["indirect"][0], 1),
        "direct recall": round(100 * result["subset_recall"]["direct"][0], 1),
        "right speaker": round(100 * result["who"], 1),
        "contents found": round(100 * result["content_found"], 1),
    }


def factuality(bench: Path) -> Figures:
    """Macro-F1 over the three classes at the gold event words, and F1 of event words."""
    tool = scorer(bench / "factuality/score_factuality.py")
    reader = weights()
    out: Figures = {}
    for corpus in ("uw", "meantime"):
        pairs, hit, predicted, gold = [], 0, 0, 0
        for row in rows(bench / f"factuality/{corpus}_dev.jsonl"):
            text = row["text"].replace("\n", " ")
            spans = words(text)
            tokens = [text[s:e] for s, e in spans]
            left = {tuple(e["span"]): e for e in row["events"]}
            gold += len(left)
            for line, scores, low, _ in scored(reader, fit(line_of(reader.tokenizer, tokens, spans), tokens)):
                for n, (s, e) in enumerate(line.spans, start=low):
                    says = scores.tags["event"][n, 1] > scores.tags["event"][n, 0]
                    predicted += bool(says)
                    here = next((k for k in left if k[0] < e and k[1] > s), None)
                    if here is None:
                        continue
                    mark = left.pop(here)
                    hit += bool(says)
                    guess = FACTS[int(scores.tags["fact"][n, :3].argmax())]
                    value = float(np.clip(scores.tags["fact"][n, 3], -3, 3))
                    pairs.append((mark["label"], mark["value"], guess, value))
        result = tool.score(pairs)
        out |= {
            f"{corpus} macro-F1": round(100 * result["macro_F1"], 1),
            f"{corpus} accuracy": round(100 * result["accuracy"], 1),
            f"{corpus} event words F1": f1(hit, predicted, gold),
        }
    return out


def times(bench: Path) -> Figures:
    """Extents on the documents that training never saw: every fifth of TimeBank, and two of WikiWars.

    Paired one to one in document order, as the bench's scorer pairs them (it also wants values, which come later).
    """
    out: Figures = {}
    for corpus, file in (("TimeBank", "timebank"), ("WikiWars", "wikiwars_odd")):
        _, kept = held_out(rows(bench / f"timex/{file}.jsonl"), 5)
        strict = relaxed = typed = predicted = gold = 0
        for row in kept:
            found = read(row["text"]).times
            marks = sorted(row["timexes"], key=lambda t: t["start"])
            predicted, gold, at = predicted + len(found), gold + len(marks), 0
            for time_ in found:
                while at < len(marks) and marks[at]["end"] <= time_.start:
                    at += 1
                if at < len(marks) and marks[at]["start"] < time_.end:
                    strict += (marks[at]["start"], marks[at]["end"]) == (time_.start, time_.end)
                    typed += marks[at]["type"] == time_.type
                    relaxed += 1
                    at += 1
        out |= {
            f"{corpus} strict": f1(strict, predicted, gold),
            f"{corpus} relaxed": f1(relaxed, predicted, gold),
            f"{corpus} type": f1(typed, predicted, gold),
        }
    return out


def speed(bench: Path) -> Figures:
    """Reports of 500 words a second on one core, first answer from a cold start, peak memory, size on disk."""
    texts = []
    for row in rows(bench / "attribution/polnear_dev.jsonl")[:24]:
        cut = words(row["text"])[:FIVE_HUNDRED]
        texts.append(row["text"][: cut[-1][1]])
    return reading_speed(texts)


def reading_speed(texts: Sequence[str]) -> Figures:
    """How fast, how soon and how large, in a process of its own; the benchmarks call this with texts of theirs."""
    done = subprocess.run(
        [sys.executable, "-c", COLD], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    first, took, memory = json.loads(done.stdout)
    return {
        "reports a second": round(len(texts) / took, 2),
        "first answer, s": round(first, 2),
        "peak memory, MB": round(memory),
        "weights, MB": round(sum(p.stat().st_size for p in folder().iterdir()) / 1e6, 1),
    }


PARTS: Final[dict[str, Callable[[Path], Figures]]] = {
    "speed": speed,
    "syntax": syntax,
    "raw": raw_syntax,
    "names": names,
    "attribution": attribution,
    "factuality": factuality,
    "times": times,
}


def main() -> None:
    """Reads the command line and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--only", default=",".join(PARTS))
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    out = {part: PARTS[part](args.bench) for part in args.only.split(",")}
    if args.json:
        print(json.dumps({"reader": weights().name, **out}, indent=1))
        return
    print(weights().name)
    for part, figures in out.items():
        print(f"{part:12}", "  ".join(f"{k} {v}" for k, v in figures.items()))


if __name__ == "__main__":
    main()
