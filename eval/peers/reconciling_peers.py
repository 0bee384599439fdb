"""Other programs on the same articles: MinHash-LSH and SimHash for copies, TF-IDF for stories. Not needed to use the program.

usage: reconciling_peers.py ECB TEXTS
  ECB    EVENT/NAME.json, one folder an event; the figures of EVENT's name are its topic
  TEXTS  NAME.txt, the articles as the program reads them
Needs datasketch, simhash and scikit-learn. Prints one row a program: for copies, recall of the pairs of which .1 or .3 of
the smaller text's word 5-grams stand in the larger, and precision (pairs of any shared 5-grams count as right); "tuned" is
the threshold of the best F1 on the same pairs, which flatters. For stories B3 by five folds over topics, the threshold
learned on the other topics, mean of three divisions.
"""

import glob, json, os, re, sys
from collections import Counter
from itertools import combinations

import numpy as np
from datasketch import MinHash, MinHashLSH
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform
from simhash import Simhash
from sklearn.feature_extraction.text import TfidfVectorizer

WORD = re.compile(r"\w+")


def grams(text, n=5):
    words = [word.lower() for word in WORD.findall(text)]
    return {" ".join(words[i : i + n]) for i in range(len(words) - n + 1)}


def truth(sets):
    pairs, holders = Counter(), {}
    for number, of in enumerate(sets):
        for gram in of:
            for other in holders.get(gram, ()):
                pairs[other, number] += 1
            holders.setdefault(gram, []).append(number)
    return {pair: shared / min(len(sets[pair[0]]), len(sets[pair[1]])) for pair, shared in pairs.items()}


def report(name, found, gold):
    figures = []
    for least in (0.1, 0.3):
        wanted = {pair for pair, share in gold.items() if share >= least}
        figures.append(len(found & wanted) / len(wanted))
    precision = sum(pair in gold for pair in found) / len(found) if found else float("nan")
    print(f"{name}\trecall .1 {figures[0]:.3f}\trecall .3 {figures[1]:.3f}\tprecision {precision:.3f}\tpairs {len(found)}", flush=True)


def best(scores, gold):
    """The pairs above the threshold of the best F1 at containment .1."""
    wanted = {pair for pair, share in gold.items() if share >= 0.1}
    ranked = sorted(scores.items(), key=lambda one: -one[1])
    hits, top, cut = 0, 0, 0
    for number, (pair, score) in enumerate(ranked, 1):
        hits += pair in wanted
        last = number == len(ranked) or ranked[number][1] != score
        if last and 2 * hits / (number + len(wanted)) > top:
            top, cut = 2 * hits / (number + len(wanted)), number
    return {pair for pair, _ in ranked[:cut]}


def copies(texts):
    sets = [grams(text) for text in texts]
    gold = truth(sets)
    prints = []
    for of in sets:
        print_ = MinHash(num_perm=128)
        print_.update_batch([gram.encode() for gram in of])
        prints.append(print_)
    lsh = MinHashLSH(threshold=0.7, num_perm=128)
    for number, print_ in enumerate(prints):
        lsh.insert(number, print_)
    found = {tuple(sorted((a, b))) for a, print_ in enumerate(prints) for b in lsh.query(print_) if a != b}
    report("datasketch MinHash-LSH at .7", found, gold)
    report("datasketch MinHash, tuned", best({(a, b): s for a, b in combinations(range(len(prints)), 2) if (s := prints[a].jaccard(prints[b])) > 0}, gold), gold)
    hashes = [Simhash(sorted(of)).value for of in sets]
    near = {(a, b): -(hashes[a] ^ hashes[b]).bit_count() for a, b in combinations(range(len(hashes)), 2)}
    report("simhash at 3 bits", {pair for pair, score in near.items() if score >= -3}, gold)
    report("simhash, tuned", best(near, gold), gold)


def b3(stories, events):
    both, story, event = Counter(zip(stories, events)), Counter(stories), Counter(events)
    p = np.mean([both[a, b] / story[a] for a, b in zip(stories, events)])
    r = np.mean([both[a, b] / event[b] for a, b in zip(stories, events)])
    return p, r, 2 * p * r / (p + r)


def stories(texts, events):
    topics = np.array([int(re.match(r"\d+", event).group()) for event in events])
    matrix = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(texts)
    distance = 1 - np.asarray((matrix @ matrix.T).todense())
    np.fill_diagonal(distance, 0)
    events, figures = np.array(events), []

    def cluster(which, cut):
        part = np.clip(distance[np.ix_(which, which)], 0, None)
        return fcluster(linkage(squareform(part, checks=False), "average"), cut, "distance")

    for seed in range(3):
        order = np.random.RandomState(seed).permutation(np.unique(topics))
        fold = {topic: index % 5 for index, topic in enumerate(order)}
        of = np.array([fold[topic] for topic in topics])
        found = np.zeros(len(events), int)
        for k in range(5):
            rest, held = np.where(of != k)[0], np.where(of == k)[0]
            cut = max(np.arange(0.5, 0.99, 0.02), key=lambda c: b3(cluster(rest, c), events[rest])[2])
            found[held] = cluster(held, cut) + len(events) * k
        figures.append(b3(found, events))
    print("scikit-learn TF-IDF, average linkage\tB3 P %.3f R %.3f F1 %.3f" % tuple(np.mean(figures, 0)))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    folder, out = sys.argv[1:]
    paths = sorted(path for path in glob.glob(os.path.join(glob.escape(folder), "*", "*.json")) if "annotation" not in path)
    names = [os.path.basename(path).removesuffix(".json") for path in paths]
    texts = [open(os.path.join(out, f"{name}.txt"), encoding="utf8").read() for name in names]
    copies(texts)
    stories(texts, [os.path.basename(os.path.dirname(path)) for path in paths])


main()
