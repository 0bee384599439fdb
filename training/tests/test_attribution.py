"""Tests of the training code: python -m unittest discover -s tests (in training/, with requirements.txt installed)."""

import itertools
import os
import random
import tempfile
import unittest

import torch

from attribution.articles import Article, held_out, read_article, words_of
from attribution.calibrate import choose, fit, linked, within_others
from attribution.conflict import lessons_of
from attribution.decode import best_path, find_cues
from attribution.encoder import Encoder
from attribution.model import Attributor
from attribution.named import IGNORED, PERSON, mark, paragraphs, read_lgl, shouted
from attribution.nesting import nested
from attribution.silver import alone
from attribution.train import edges, inner_targets, targets
from attribution.windows import Lesson, Pieces, Window, cut, damaged, shape

SMALL = {
    "hidden_size": 16, "vocab_size": 50, "max_position_embeddings": 64, "type_vocab_size": 2,
    "num_attention_heads": 4, "intermediate_size": 32, "num_hidden_layers": 2,
}  # fmt: skip


def made(words, outer, names=None):
    return Lesson(words, [True] + [False] * (len(words) - 1), outer, [], frozenset(), names)


class Articles(unittest.TestCase):
    def test_reads_roles_as_words_and_skips_malformed_lines(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("text", "attributions"):
                os.mkdir(os.path.join(folder, name))
            path = os.path.join(folder, "text", "oru.txt")
            with open(path, "w", encoding="utf8") as file:
                file.write("“We left,” Ms Roe said, “at noon.”")
            with open(os.path.join(folder, "attributions", "oru_a.ann"), "w", encoding="utf8") as file:
                file.write("T1\tContent 0 10;24 34\tx\nT2\tSource 11 17\tx\nT3\tCue 18 22\tx\nT9\tbroken\n")
                file.write("E1\tAttribution:T3 Content:T1 Cue:T3 Source:T2\n#1\tnote\n")
            article = read_article(folder, path)
        words = [article.text[s:e] for s, e in article.words]
        (found,) = article.attributions
        self.assertEqual([words[i] for i in found["source"]], ["Ms", "Roe"])
        self.assertEqual([words[i] for i in found["cue"]], ["said"])
        self.assertEqual([words[i] for i in found["content"]], ["“", "We", "left", ",", "”", "“", "at", "noon", ".", "”"])

    def test_holds_out_the_same_articles_whatever_their_order(self):
        class Named:
            def __init__(self, name):
                self.name = name

        articles = [Named(str(n)) for n in range(50)]
        _, one = held_out(articles)
        _, other = held_out(articles[::-1])
        self.assertEqual({a.name for a in one}, {a.name for a in other})
        self.assertEqual(len(one), 5)


class Windows(unittest.TestCase):
    def test_hold_every_word_within_the_size_at_any_phase(self):
        rng = random.Random(2)
        for _ in range(200):
            ids = [[7] * rng.randint(1, 8) for _ in range(rng.randint(1, 120))]
            size = rng.randint(20, 60)
            stride = rng.randint(8, size - 2)
            windows = cut(Pieces(ids, [1] * len(ids)), size, stride, rng.randrange(stride))
            self.assertEqual({i for w in windows for i in range(w.start, w.end)}, set(range(len(ids))))
            self.assertTrue(all(len(w.ids) <= size and len(w.ids) == len(w.shapes) for w in windows))

    def test_damage_keeps_letters_in_their_order_and_moves_every_label(self):
        words = "“ We left , ” she said . “ At noon ”".split()
        given = made(words, [{"source": [5], "cue": [6], "content": [0, 1, 2, 3, 4]}], names=list(range(len(words))))
        seen = set()
        for seed in range(300):
            out = damaged(given, random.Random(seed))
            self.assertEqual(len(out.words), len(out.breaks))
            self.assertTrue(out.breaks[0])
            letters = [w.lower() for w, label in zip(out.words, out.names) if words[label].isalpha()]
            self.assertEqual(letters, [w.lower() for w in words if w.isalpha()])
            (a,) = out.outer
            self.assertEqual([out.words[i].lower() for i in a["source"] + a["cue"]], ["she", "said"])
            seen.add(out.words[0])
        self.assertTrue({"“", '"', "'", "`", "â", "We"} <= seen, seen)

    def test_shape_tells_letter_case(self):
        self.assertEqual([shape(w) for w in ("said", "NATO", "A", "Oru", "2031", "—")], [1, 2, 3, 3, 4, 0])


class Nesting(unittest.TestCase):
    def test_puts_another_source_before_or_after_a_sentence_and_moves_every_role(self):
        words = "Rain fell . Ms Roe said the weir held . Denn left .".split()
        given = made(words, [{"source": [3, 4], "cue": [5], "content": [6, 7, 8]}])
        seen = set()
        for seed in range(60):
            new = nested(given, [(["the", "clinic"], ["reported"])], random.Random(seed))
            out = new.words
            self.assertEqual(len(out), len(new.breaks))
            if not new.inner:
                continue
            (inner,), (outer,) = new.inner, new.outer
            seen.add(" ".join(out[3:12]))
            self.assertEqual([out[i] for r in ("source", "cue", "content") for i in inner[r]], "Ms Roe said the weir held".split())
            self.assertEqual([out[i].lower() for i in outer["source"] + outer["cue"]], ["the", "clinic", "reported"])
            self.assertTrue(set(inner["source"] + inner["cue"] + inner["content"]) <= set(outer["content"]))
        self.assertEqual(seen, {"The clinic reported that Ms Roe said the weir", "Ms Roe said the weir held , the clinic"})

    def test_leaves_sentences_with_quotation_marks_and_sources_within_a_sentence_alone(self):
        given = made("Then Ms Roe said “ no ” .".split(), [{"source": [1, 2], "cue": [3], "content": [4, 5, 6]}])
        self.assertEqual(nested(given, [(["he"], ["said"])], random.Random(1)).words, given.words)

    def test_reads_a_content_alone_without_its_marks_and_its_that(self):
        text = "Ms Roe said that “the clinic denied it.”"
        article = Article("oru.txt", text, words_of(text), [])
        small, kept = alone(article, range(3, 11))
        self.assertEqual(small.text, "The clinic denied it .")
        self.assertEqual([text[slice(*article.words[i])] for i in kept], ["the", "clinic", "denied", "it"])

    def test_keeps_a_nested_candidate_only_where_its_cue_stands_in_another_content(self):
        inner = [({"cue": {4}, "source": {3}, "content": {5, 6, 7, 8, 9}}, [])]
        others = [{"cue": {1}, "source": {0}, "content": {2, 3, 4, 5, 6, 7, 8}}]
        ((found, _),) = within_others(inner, others)
        self.assertEqual(found["content"], {5, 6, 7, 8})
        self.assertEqual(within_others(inner, [{**others[0], "content": {2, 3}}]), [])
        self.assertEqual(within_others(inner, [*others, {"cue": {4}, "source": set(), "content": {5}}]), [])


class Named(unittest.TestCase):
    def test_a_title_is_no_part_of_a_name(self):
        text = "The Prime Minister Oru Vane of Denn"
        words = words_of(text)
        labels = [0] * len(words)
        mark(labels, (words, text), 0, 27, PERSON, strip=True)
        self.assertEqual(labels, [0, 0, 0, 1, 2, 0, 0])

    def test_a_headline_in_capitals_teaches_nothing(self):
        text = "Prefect Denies Shelling Of Oru\nThe prefect of Oru denied it again."
        words = words_of(text)
        one, two = paragraphs(words, text)
        self.assertEqual((shouted(words, text, one), shouted(words, text, two)), (True, False))

    def test_places_are_known_and_other_capitals_are_not(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "lgl.xml")
            with open(path, "w", encoding="utf8") as file:
                file.write('<articles><article docid="1"><text>Roe left Oru by Denn Road.</text><toponyms>'
                           "<toponym><start>9</start><end>12</end><phrase>Oru</phrase></toponym>"
                           "<toponym><start>16</start><end>20</end><phrase>Denn</phrase></toponym></toponyms></article></articles>")
            ((_, labels),) = read_lgl(path)
        self.assertEqual(labels, [IGNORED, 0, 5, 0, IGNORED, IGNORED, 0])


class Folds(unittest.TestCase):
    def test_every_document_is_in_one_fold_whatever_is_read_of_it(self):
        report, name = Article("a.txt", "Roe left", [(0, 3), (4, 8)], []), Article("b.txt", "Oru", [(0, 3)], [])
        given = [(report, {"inner": [], "unsure": []})], [(name, [5]), (report, [1, 0])]
        counts = [[len(x) for x in lessons_of(*given, held, 2)] for held in (None, 0, 1)]
        self.assertEqual(counts, [[1, 2], [0, 1], [1, 1]])


class Targets(unittest.TestCase):
    def test_tag_the_cue_and_mark_edges_but_not_those_that_the_window_cuts(self):
        attribution = {"source": [0, 1], "cue": [2], "content": [3, 4, 5, 6]}
        window = Window(0, 6, [], [], [])
        tags, ((cue, roles, ends),) = targets(window, [attribution])
        self.assertEqual(tags.tolist(), [0, 0, 1, 0, 0, 0])
        self.assertEqual((cue, roles.tolist()), ([2], [1, 1, 0, 2, 2, 2]))
        self.assertEqual(ends.tolist(), edges(roles, attribution, window).tolist())
        self.assertEqual([tuple(row) for row in ends.tolist()], [(1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 0, 0), (0, 0, 1, 0), (0, 0, 0, 0), (0, 0, 0, 0)])


    def test_words_that_may_be_inner_cues_are_ignored_unless_they_are(self):
        given = Lesson(["w"] * 5, [], [], [{"source": [], "cue": [1], "content": [2, 3]}], frozenset({1, 4}), None)
        tags, _ = inner_targets(Window(0, 5, [], [], []), given)
        self.assertEqual(tags.tolist(), [0, 1, 0, 0, IGNORED])


class Links(unittest.TestCase):
    def test_padding_changes_nothing_of_a_window(self):
        torch.manual_seed(0)
        model = Attributor(Encoder(SMALL, 0.0), link=8).eval()
        ids, shapes, first = torch.tensor([[1, 2, 3, 4]]), torch.tensor([[0, 1, 3, 0]]), torch.tensor([[1, 2]])
        alone = model.words(ids, shapes, first)
        padded = model.words(
            torch.tensor([[1, 2, 3, 4, 0, 0]]), torch.tensor([[0, 1, 3, 0, 0, 0]]), first, torch.tensor([[True] * 4 + [False] * 2])
        )
        self.assertTrue(torch.allclose(alone, padded, atol=1e-5))

    def test_best_path_is_the_best_of_all_sequences(self):
        torch.manual_seed(1)
        for words in (1, 3, 5):
            scores = torch.randn(words, 7) * 2
            source, content = best_path(scores)
            roles = [0] * words
            for role, runs in ((1, source), (2, content)):
                for first, last in runs:
                    roles[first : last + 1] = [role] * (last + 1 - first)
            allowed = (s for s in itertools.product((0, 1, 2), repeat=words) if starts(s) <= 1)
            self.assertAlmostEqual(worth(scores, roles), max(worth(scores, s) for s in allowed), places=5)

    def test_find_cues_opens_a_new_run_where_a_word_rather_begins_one(self):
        logs = torch.tensor([[0.1, 0.8, 0.1], [0.2, 0.1, 0.7], [0.1, 0.6, 0.3], [0.9, 0.05, 0.05]]).log()
        self.assertEqual(find_cues(logs, 0.5), [(0, 1), (2, 2)])


class Calibration(unittest.TestCase):
    def test_each_gold_attribution_counts_once(self):
        gold = [{"source": {0}, "content": {5, 6, 7}}]
        found = [{"source": {0}, "content": {5, 6, 7}}, {"source": {0}, "content": {5, 6}}]
        self.assertEqual(linked(found, gold), [True, False])

    def test_thresholds_keep_the_best_f1_and_show_nine_in_ten(self):
        import numpy as np

        confidence, right = np.linspace(0.99, 0.01, 40), np.array([1.0] * 18 + [0.0, 1.0] + [0.0] * 20)
        keep, shown, f1 = choose(confidence, right, 20)
        self.assertAlmostEqual(shown, confidence[20])  # 19 of 21
        self.assertAlmostEqual(keep, confidence[19])
        self.assertAlmostEqual(f1, 2 * 19 / 40)

    def test_fit_finds_the_odds(self):
        import numpy as np

        x = np.repeat([[0.0], [1.0]], 1000, axis=0)
        y = np.concatenate([np.arange(1000) < 200, np.arange(1000) < 700]).astype(float)
        w = fit(x, y)
        said = 1 / (1 + np.exp(-(w[1] + np.array([0, 1]) * w[0])))
        self.assertTrue(abs(said - [0.2, 0.7]).max() < 0.02)


def starts(roles):
    return sum(r == 1 and (i == 0 or roles[i - 1] != 1) for i, r in enumerate(roles))


def worth(scores, roles):
    inside, edge = scores[:, :3].log_softmax(-1), scores[:, 3:].sigmoid()
    total = sum(inside[i, r].item() for i, r in enumerate(roles))
    for i, r in enumerate(roles):
        for side, step in ((0, -1), (1, 1)):
            if r:
                same = 0 <= i + step < len(roles) and roles[i + step] == r
                p = edge[i, (0 if r == 1 else 2) + side]
                total += (1 - p if same else p).log().item()
    return total


if __name__ == "__main__":
    unittest.main()
