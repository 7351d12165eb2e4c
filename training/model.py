"""The encoder and its heads, and the loss of each task.

In:   batches of windows with labels (`train.py` makes them).
Out:  one loss per batch; the heads' sizes, which the run time reads from `heads.json`.
"""

from __future__ import annotations

from typing import Any, Final

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from training.data import ENTITIES, FACTS, IGNORE, NAMES, TIMES, UPOS, Inventory

SPEECH_LABELS: Final = 7  # O, and B I for source, cue, content
LINK, ARC, REL = 128, 256, 96  # sizes of the pointers
FACT_WEIGHT: Final = (0.7, 1.3, 1.6)  # happened is 84 % of the newswire events
FORBIDDEN: Final = -1e4


def sizes(labels: Inventory) -> dict[str, int]:
    """Outputs per word of each head."""
    return {
        "speech": SPEECH_LABELS,
        "name": 1 + 2 * len(NAMES),
        "time": 1 + 2 * len(TIMES),
        "event": 2,
        "fact": len(FACTS) + 1,
        "begin": 2,
        "upos": len(UPOS),
        "lemma": len(labels.scripts),
        "mention": 3,
        "entity": 1 + 2 * len(ENTITIES),
    }


def transitions() -> Tensor:
    """An inside label may only follow a begin or inside label of its own kind."""
    table = torch.zeros(SPEECH_LABELS, SPEECH_LABELS)
    for a in range(SPEECH_LABELS):
        for b in range(2, SPEECH_LABELS, 2):
            if a not in (b, b - 1):
                table[a, b] = FORBIDDEN
    return table


class Reader(nn.Module):
    """MiniLM with a case-shape embedding, linear heads, three pointers and one linear-chain CRF."""

    def __init__(self, base: str, labels: Inventory, dropout: float = 0.1) -> None:
        super().__init__()
        self.bert = AutoModel.from_pretrained(
            base,
            attn_implementation="eager",  # three times faster on a CPU under bf16 than the default
            hidden_dropout_prob=dropout,
            attention_probs_dropout_prob=0.0,
            add_pooling_layer=False,
        )
        width = self.bert.config.hidden_size
        self.case = nn.Embedding(7, width)
        nn.init.zeros_(self.case.weight)
        self.heads = nn.ModuleDict({k: nn.Linear(width, n) for k, n in sizes(labels).items()})
        self.link = nn.ModuleList([nn.Linear(width, LINK), nn.Linear(width, LINK)])
        self.arc = nn.ModuleList([nn.Linear(width, ARC), nn.Linear(width, ARC)])
        self.rel = nn.ModuleList([nn.Linear(width, REL), nn.Linear(width, REL)])
        self.relation = nn.Parameter(torch.randn(len(labels.relations), REL + 1, REL + 1) * 0.05)
        self.trans = nn.Parameter(torch.zeros(SPEECH_LABELS, SPEECH_LABELS))
        self.start = nn.Parameter(torch.zeros(SPEECH_LABELS))
        self.register_buffer("mask_trans", transitions())
        self.register_buffer("mask_start", torch.tensor([0.0, 0.0, FORBIDDEN, 0.0, FORBIDDEN, 0.0, FORBIDDEN]))
        self.register_buffer("fact_weight", torch.tensor(FACT_WEIGHT))
        self.drop = nn.Dropout(dropout)
        self.bert.embeddings.word_embeddings.weight.requires_grad_(False)

    def encode(self, ids: Tensor, mask: Tensor, shapes: Tensor) -> Tensor:
        """The encoder's last layer per sub-token."""
        embedded = self.bert.embeddings.word_embeddings(ids) + self.case(shapes)
        out = self.bert(inputs_embeds=embedded, attention_mask=mask, token_type_ids=torch.zeros_like(ids))
        return self.drop(out.last_hidden_state)

    def chain(self) -> tuple[Tensor, Tensor]:
        """Transition and start scores of the speech labels."""
        return self.trans + self.mask_trans, self.start + self.mask_start


def loss(net: Reader, task: str, hidden: Tensor, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """The weighted parts of a task's loss; weights were chosen by dev figures."""
    first, mask = batch["first"], batch["words"]
    word = hidden.gather(1, first[..., None].expand(-1, -1, hidden.shape[-1]))
    if task == "syntax":
        return _syntax_loss(net, hidden, word, mask, batch)
    if task == "speech":
        return _speech_loss(net, word, mask, batch)
    if task == "fact":
        return _fact_loss(net, word, mask, batch)
    weight = {"name": 3.0, "time": 1.0, "mention": 0.7, "entity": 0.7}
    return {k: w * _tag_loss(net, k, word, mask, batch) for k, w in weight.items() if k in batch}


def _tag_loss(net: Reader, head: str, word: Tensor, mask: Tensor, batch: dict[str, Tensor]) -> Tensor:
    return functional.cross_entropy(net.heads[head](word[mask]), batch[head][mask], ignore_index=IGNORE)


def _syntax_loss(
    net: Reader, hidden: Tensor, word: Tensor, mask: Tensor, batch: dict[str, Tensor]
) -> dict[str, Tensor]:
    rooted = torch.cat([hidden[:, :1], word], 1)
    score = net.arc[0](word) @ net.arc[1](rooted).transpose(1, 2) / ARC**0.5
    sentence = batch["sentence"]
    same = (sentence[:, :, None] == sentence[:, None, :]) & mask[:, None, :]
    allowed = torch.cat([torch.ones_like(mask[:, :, None]), same], 2)
    score = score.masked_fill(~allowed, FORBIDDEN)
    head = (batch["head"] + 1).clamp(min=0)
    lower = functional.gelu(net.rel[0](word))
    upper = functional.gelu(net.rel[1](rooted)).gather(1, head[..., None].expand(-1, -1, REL))
    one = torch.ones_like(lower[..., :1])
    lower, upper = torch.cat([lower, one], -1)[mask], torch.cat([upper, one], -1)[mask]
    related = torch.einsum("ni,rij,nj->nr", lower, net.relation, upper)
    return {
        "arc": 0.6 * functional.cross_entropy(score[mask], head[mask]),
        "rel": 0.6 * functional.cross_entropy(related, batch["rel"][mask], ignore_index=IGNORE),
        "upos": 0.5 * _tag_loss(net, "upos", word, mask, batch),
        "lemma": 0.3 * _tag_loss(net, "lemma", word, mask, batch),
        "begin": 0.5 * _tag_loss(net, "begin", word, mask, batch),
    }


def _speech_loss(net: Reader, word: Tensor, mask: Tensor, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    labels = batch["speech"]
    out = {"speech": 2.0 * chain_loss(net, net.heads["speech"](word), labels, mask)}
    row, place = (batch["link"] >= 0).nonzero(as_tuple=True)
    if len(row):
        score = net.link[0](word) @ net.link[1](word).transpose(1, 2) / LINK**0.5
        score = score.masked_fill(~((labels == 3) & mask)[:, None, :], FORBIDDEN)
        out["link"] = 0.2 * functional.cross_entropy(score[row, place], batch["link"][row, place])
    return out


def _fact_loss(net: Reader, word: Tensor, mask: Tensor, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    out = {"event": _tag_loss(net, "event", word, mask, batch)}
    known = mask & (batch["fact"] >= 0)
    if known.any():
        score = net.heads["fact"](word[known])
        gold = batch["fact"][known]
        out["fact"] = 0.5 * functional.cross_entropy(score[:, : len(FACTS)], gold, weight=net.fact_weight)
        out["value"] = 0.1 * functional.smooth_l1_loss(score[:, len(FACTS)], batch["values"][known])
    return out


def chain_loss(net: Reader, score: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
    """Negative log-likelihood per word of a linear-chain conditional random field (Lafferty et al. 2001)."""
    trans, start = net.chain()
    kept = mask.float()
    gold = (score.gather(2, labels[..., None])[..., 0] * kept).sum(1) + start[labels[:, 0]]
    gold = gold + (trans[labels[:, :-1], labels[:, 1:]] * kept[:, 1:]).sum(1)
    total = start + score[:, 0]
    for t in range(1, score.shape[1]):
        following = torch.logsumexp(total[:, :, None] + trans[None], 1) + score[:, t]
        total = torch.where(mask[:, t, None], following, total)
    return (torch.logsumexp(total, 1) - gold).sum() / kept.sum()


def parameters(net: Reader) -> list[dict[str, Any]]:
    """Parameter groups: trunk, heads, case shapes (no decay)."""
    named = [(n, p) for n, p in net.named_parameters() if p.requires_grad]
    trunk = [p for n, p in named if n.startswith("bert")]
    heads = [p for n, p in named if not n.startswith(("bert", "case"))]
    return [
        {"params": trunk, "rate": 1.5e-4},
        {"params": heads, "rate": 1e-3},
        {"params": [net.case.weight], "rate": 1e-3, "weight_decay": 0.0},
    ]
