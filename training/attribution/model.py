"""The attribution model: tags of cues, inner cues and names for each word, and from each word (as a cue) to each word a role.

Channels of a link, in order: nothing, source, content (one softmax), then source starts, source ends,
content starts, content ends (four sigmoids). The link is linear in the cue's projection, so a cue of
several words links by the mean of its words' rows: the graph needs no list of cues.
"""

import torch
import torch.nn as nn
import torch.nn.functional as F

CHANNELS = 7
NAMES = 7  # none, then begins and in for person, organisation, place
SHAPES = 12  # letter case (0-4), later piece of a word (5), the same at the start of a paragraph (+6)
REACH = 512  # farthest distance, in words, that the distance table tells apart


class Attributor(nn.Module):
    def __init__(self, encoder, link=192):
        super().__init__()
        hidden = encoder.hidden
        self.encoder = encoder
        self.shape = nn.Embedding(SHAPES, hidden)
        self.cue = nn.Linear(hidden, 3)
        self.inner = nn.Linear(hidden, 3)  # cues that stand in what another is reported to have said
        self.name = nn.Sequential(nn.Linear(hidden, 96), nn.GELU(), nn.Linear(96, NAMES))
        self.with_names = True  # whether the exported graph gives them
        self.head = nn.Linear(hidden, link)
        self.tail = nn.Linear(hidden, link)
        self.bilinear = nn.Parameter(torch.randn(link, CHANNELS * link) * 0.02)
        self.from_cue, self.to_word = nn.Linear(link, CHANNELS), nn.Linear(link, CHANNELS)
        distance = torch.arange(-REACH, REACH + 1)
        bucket = (torch.sign(distance) * (torch.log2(distance.abs().float() + 1) * 4).round()).long() + 37
        self.register_buffer("bucket", bucket, persistent=False)
        self.distance = nn.Embedding(75, CHANNELS)
        for table in (self.shape, self.distance):
            nn.init.zeros_(table.weight)

    def words(self, ids, shapes, first, mask=None):
        """ids, shapes [batch, pieces], first [batch, words] -> [batch, words, hidden]."""
        hidden = self.encoder(ids, self.shape(shapes), mask)
        return torch.gather(hidden, 1, first[:, :, None].expand(-1, -1, hidden.shape[-1]))

    def project(self, words):
        return F.gelu(self.head(words)), F.gelu(self.tail(words))

    def links(self, heads, tails, positions):
        """heads [cues, link], tails [words, link], positions [cues] -> [cues, words, channels]."""
        cues, words = heads.shape[0], tails.shape[0]
        scores = (heads @ self.bilinear).view(cues, CHANNELS, -1) @ tails.T
        offset = torch.arange(words, device=tails.device)[None] - positions[:, None]
        bucket = self.bucket[offset.clamp(-REACH, REACH) + REACH]
        scores = scores + self.from_cue(heads)[:, :, None] + self.to_word(tails).T[None]
        return scores.transpose(1, 2) + self.distance(bucket)

    def forward(self, ids, shapes, first):
        """One window, as exported: ids, shapes [1, pieces], first [1, words] -> cues [words, 3], links [words, words, 7],
        inner [words, 3], names [words, 7].

        Cues and inner cues are logarithms of probabilities (not a cue, begins one, goes on), names probabilities. Links
        are raw: average the rows of a cue's words first, then softmax over the first three channels and sigmoid over the
        last four.
        """
        words = self.words(ids, shapes, first)[0]
        heads, tails = self.project(words)
        raw = self.links(heads, tails, torch.arange(words.shape[0], device=words.device))
        out = [self.cue(words).log_softmax(-1), raw, self.inner(words).log_softmax(-1)]
        if self.with_names:
            out.append(self.name(words).softmax(-1))
        return tuple(out)
