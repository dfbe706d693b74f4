"""Matches 200 quotations against sources of 1 MB and 20 MB, beside rapidfuzz's partial ratio in the same run.

    python tests/benchmarks/bench_matching.py [--large]

Texts are made up from a fixed word list, so that the numbers compare between machines. Prints seconds (CPU time),
the ratio to the peer (measured on a few claims and scaled) and peak memory.
"""

import argparse
import hashlib
import random
import resource
import time

from rapidfuzz.fuzz import partial_ratio_alignment

from reviewer.matching.match import match_claims
from reviewer.model.anchor import anchor_at
from reviewer.model.claim import Claim, ClaimKind, claim_id
from reviewer.model.document import Block, BlockKind, Document

CLAIMS, PEER_CLAIMS = 200, 5
SYLLABLES = [*"bdfklmnrstv", "ka", "lo", "mi", "ren", "tas", "sho", "pe", "gu", "el", "wo", "an", "o"]


def words_of_a_language(count: int, chance: random.Random) -> list[str]:
    """Return made-up words, with the short ones first."""
    words = {"".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(count)}
    return sorted(words, key=lambda word: (len(word), word))


def make_text(size: int, words: list[str], chance: random.Random) -> str:
    """Return sentences of about `size` characters; word frequencies fall off as in a natural language."""
    weights = [1 / (rank + 2) for rank in range(len(words))]
    paragraphs, length = [], 0
    while length < size:
        sentences = []
        for _ in range(5):
            chosen = chance.choices(words, weights, k=chance.randint(8, 26))
            if chance.random() < 0.3:
                chosen.insert(3, f"{chance.randint(2, 9000):,}")
            sentences.append(" ".join(chosen).capitalize() + ".")
        paragraphs.append(" ".join(sentences))
        length += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)


def make_document(name: str, text: str) -> Document:
    """Return a plain-text document with its paragraphs as blocks."""
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(at, at + len(paragraph), BlockKind.PARAGRAPH))
        at += len(paragraph) + 2
    return Document(hashlib.sha256(text.encode()).hexdigest(), name, "text/plain", text, tuple(blocks), (), True)


def make_claims(sources: list[Document], chance: random.Random) -> tuple[Document, list[Claim]]:
    """Return an article of quotations from the sources, every second one with a word or figure changed."""
    quotes = []
    for at in range(CLAIMS):
        source = chance.choice(sources)
        block = chance.choice(source.blocks)
        sentence = chance.choice(block.span.of(source.text).split(". "))
        words = sentence.rstrip(".").split()
        if at % 2:
            words[len(words) // 2] = "zumzum"
        quotes.append(" ".join(words))
    text = "\n\n".join(quotes)
    article = make_document("article", text)
    spans = [block.span for block in article.blocks]
    return article, [
        Claim(claim_id(article.id, span), anchor_at(article, span), ClaimKind.DIRECT_QUOTE, quoted=(span,))
        for span in spans
    ]


def measure(size: int, count: int) -> None:
    """Match against `count` sources of `size` characters in all, cold and with the index at hand."""
    chance = random.Random(size)
    words = words_of_a_language(20_000, chance)
    sources = [make_document(f"source {at}", make_text(size // count, words, chance)) for at in range(count)]
    article, claims = make_claims(sources, chance)
    seconds = []
    for _ in range(2):
        started = time.process_time()
        match_claims(article, claims, sources, ())
        seconds.append(time.process_time() - started)
    started = time.process_time()
    for claim in claims[:PEER_CLAIMS]:
        for source in sources:
            partial_ratio_alignment(claim.text, source.text)
    peer = (time.process_time() - started) / PEER_CLAIMS * CLAIMS
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{size / 1e6:.0f} MB, {count} sources, {CLAIMS} claims: cold {seconds[0]:.2f} s ({peer / seconds[0]:.0f}x the peer), "
        f"index at hand {seconds[1]:.2f} s ({peer / seconds[1]:.0f}x), peer {peer:.0f} s, peak {memory:.0f} MB"
    )


def main() -> None:
    """Run the small measurement, and with --large that of 20 MB too."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--large", action="store_true")
    arguments = parser.parse_args()
    measure(1_000_000, 4)
    if arguments.large:
        measure(20_000_000, 64)


if __name__ == "__main__":
    main()
