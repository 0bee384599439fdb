"""A BERT encoder in plain PyTorch, so that what is exported is what is read here.

Same arithmetic as the "bert" of Hugging Face (post-norm, learned positions, exact GELU); loads its weights.
"""

import json
import os

import torch
import torch.nn as nn
import torch.nn.functional as F


class ExportedAttention(torch.autograd.Function):
    """Attention as one operator of ONNX Runtime, a third faster than the plain graph. Only for export."""

    @staticmethod
    def forward(_, query, key, value, heads):
        return torch.zeros_like(query)

    @staticmethod
    def symbolic(graph, query, key, value, heads):
        out = graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads)
        return out.setType(query.type())


class Layer(nn.Module):
    def __init__(self, hidden, heads, inner, dropout):
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.query, self.key, self.value, self.out = (nn.Linear(hidden, hidden) for _ in range(4))
        self.up, self.down = nn.Linear(hidden, inner), nn.Linear(inner, hidden)
        self.norm1, self.norm2 = nn.LayerNorm(hidden, eps=1e-12), nn.LayerNorm(hidden, eps=1e-12)

    def forward(self, x, mask):
        if torch.onnx.is_in_onnx_export():  # one window a call: nothing is padded, no mask is needed
            attended = ExportedAttention.apply(self.query(x), self.key(x), self.value(x), self.heads)
            return self.finish(x, attended, 0.0)
        batch, length, hidden = x.shape
        split = lambda y: y.view(batch, length, self.heads, hidden // self.heads).transpose(1, 2)
        drop = self.dropout if self.training else 0.0
        q, k, v = split(self.query(x)), split(self.key(x)), split(self.value(x))
        attended = F.scaled_dot_product_attention(q, k, v, attn_mask=mask, dropout_p=drop)
        attended = attended.transpose(1, 2).reshape(batch, length, hidden)
        return self.finish(x, attended, drop)

    def finish(self, x, attended, drop):
        x = self.norm1(x + F.dropout(self.out(attended), drop))
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), drop))


class Encoder(nn.Module):
    def __init__(self, config, dropout=0.1):
        super().__init__()
        hidden = config["hidden_size"]
        self.hidden, self.dropout = hidden, dropout
        self.words = nn.Embedding(config["vocab_size"], hidden)
        self.positions = nn.Embedding(config["max_position_embeddings"], hidden)
        self.types = nn.Embedding(config["type_vocab_size"], hidden)
        self.norm = nn.LayerNorm(hidden, eps=1e-12)
        self.layers = nn.ModuleList(
            Layer(hidden, config["num_attention_heads"], config["intermediate_size"], dropout)
            for _ in range(config["num_hidden_layers"])
        )

    def forward(self, ids, extra, mask=None):
        """ids [batch, pieces], extra [batch, pieces, hidden] is added to the embeddings -> [batch, pieces, hidden]."""
        x = self.words(ids) + extra + self.positions.weight[: ids.shape[1]] + self.types.weight[0]
        x = F.dropout(self.norm(x), self.dropout, self.training)
        attention = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, attention)
        return x


NAMES = {
    "attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
    "attention.output.dense": "out", "attention.output.LayerNorm": "norm1",
    "intermediate.dense": "up", "output.dense": "down", "output.LayerNorm": "norm2",
}  # fmt: skip


def load_encoder(folder, dropout=0.1):
    """An Encoder with the weights of folder/model.safetensors (names as Hugging Face writes them for "bert")."""
    from safetensors.torch import load_file

    with open(os.path.join(folder, "config.json"), encoding="utf8") as file:
        config = json.load(file)
    encoder, weights = Encoder(config, dropout), {}
    for name, value in load_file(os.path.join(folder, "model.safetensors")).items():
        name = name.removeprefix("bert.")
        for long, short in (("word", "words"), ("position", "positions"), ("token_type", "types")):
            name = name.replace(f"embeddings.{long}_embeddings", short)
        name = name.replace("embeddings.LayerNorm", "norm").replace("encoder.layer.", "layers.")
        if name.startswith("layers."):
            _, number, rest = name.split(".", 2)
            part, kind = rest.rsplit(".", 1)
            name = f"layers.{number}.{NAMES[part]}.{kind}"
        weights[name] = value
    encoder.load_state_dict({k: weights[k] for k in encoder.state_dict()})
    return encoder, config
