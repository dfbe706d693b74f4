"""Matches 200 quotations against sources of 1 MB and 20 MB, beside two peers in the same run.

    python -m tests.benchmarks.bench_matching [--large] [--alone]

Texts are made up from a fixed word list, so that the numbers compare between machines. Prints seconds of CPU time:
cold, with the index in memory, and with the index from the review file (its bytes read, the postings sorted anew); the
ratios to rapidfuzz's partial ratio over whole sources and to BM25 with rapidfuzz, both measured on some of the claims
and scaled (BM25 with its own index built, and without); and the peak memory before the peers
begin, the texts and the making of them included. `--alone` leaves the peers out.
"""

import argparse
import hashlib
import random
import resource
import time
from collections.abc import Callable

from reviewer.matching.index import IndexShelf
from reviewer.matching.match import match_claims
from reviewer.model.anchor import anchor_at
from reviewer.model.claim import Claim, ClaimKind, claim_id
from reviewer.model.document import Block, BlockKind, Document
from tests.benchmarks.peers import Bm25, partial_ratio

CLAIMS, PEER_CLAIMS = 200, 10
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


def measure(size: int, count: int, with_peers: bool) -> None:
    """Match against `count` sources of `size` characters in all: cold, index in memory, index from its file."""
    chance = random.Random(size)
    words = words_of_a_language(20_000, chance)
    sources = [make_document(f"source {at}", make_text(size // count, words, chance)) for at in range(count)]
    article, claims = make_claims(sources, chance)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    shelf = IndexShelf()
    seconds = {
        "cold": seconds_for(lambda: match_claims(article, claims, sources, (), shelf=shelf)),
        "index at hand": seconds_for(lambda: match_claims(article, claims, sources, (), shelf=shelf)),
    }
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    files = shelf.files(sources, ())
    shelf = IndexShelf()
    fresh = IndexShelf()
    seconds["reading its file"] = seconds_for(lambda: take(fresh, sources, files))
    seconds["index from its file"] = seconds["reading its file"] + seconds_for(
        lambda: match_claims(article, claims, sources, (), shelf=fresh)
    )
    weight = sum(map(len, files.values())) / 1e6
    print(
        f"{size / 1e6:.0f} MB, {count} sources, {CLAIMS} claims; peak {memory:.0f} MB ({before:.0f} before); index files {weight:.0f} MB"
    )
    peers = peer_seconds(claims, sources) if with_peers else {}
    for name, ours in seconds.items():
        ratios = ", ".join(f"{theirs / ours:.1f}x {peer}" for peer, theirs in peers.items())
        print(f"  {name:20} {ours:6.2f} s  {ratios}")
    print("  " + ", ".join(f"{peer} {theirs:.1f} s" for peer, theirs in peers.items()))


def take(shelf: IndexShelf, sources: list[Document], files: dict[str, bytes]) -> None:
    """Put the index files of sources on a shelf and build the index from them."""
    shelf.put(sources, files)
    shelf.index_of(sources)


def seconds_for(step: Callable[[], object]) -> float:
    """Return the seconds of CPU time that a step takes."""
    started = time.process_time()
    step()
    return time.process_time() - started


def peer_seconds(claims: list[Claim], sources: list[Document]) -> dict[str, float]:
    """Return the seconds that each peer needs for all claims."""
    texts, some = [source.text for source in sources], [claim.text for claim in claims[:PEER_CLAIMS]]
    scale = CLAIMS / PEER_CLAIMS
    ratio = seconds_for(lambda: partial_ratio(some, texts)) * scale
    started = time.process_time()
    index = Bm25(texts)
    building = time.process_time() - started
    asking = seconds_for(lambda: [index.best(text) for text in some]) * scale
    return {"partial_ratio": ratio, "BM25+rapidfuzz cold": building + asking, "BM25+rapidfuzz": asking}


def main() -> None:
    """Run the measurement of 1 MB, or with --large that of 20 MB."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--alone", action="store_true")
    arguments = parser.parse_args()
    measure(*((20_000_000, 64) if arguments.large else (1_000_000, 4)), not arguments.alone)


if __name__ == "__main__":
    main()
