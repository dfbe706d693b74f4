"""Finding claims: words per second of processor time and partial F1, beside textacy and a plain regular expression.

    python -m tests.benchmarks.bench_claims_speed DIR [--textacy PYTHON]

DIR is the folder that bench_claims_gum takes. PYTHON is the interpreter of a second environment that holds textacy, so
that its pins need not suit ours; without it textacy is left out. To make one:

    python -m venv /some/where && /some/where/bin/pip install textacy "spacy==OUR VERSION"

Both sides read with the same language model (the one shipped with Reviewer), in one run on one machine, loaded and
warmed before the clock starts, so that only the ratios count. Then an invented article of 1,000 words is analysed; its
goals are 0.5 s for the full pass and 50 ms for the instant one.
"""

import argparse
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from reviewer.analysing import language_model
from reviewer.analysing.analyse import analyse
from reviewer.model.analysis import Depth
from reviewer.model.document import Document
from reviewer.opening.open import open_file
from tests.benchmarks.bench_claims_gum import load_scorer, spans_of_claim

ROUNDS = 5
PEER = """
import json, sys, time
import spacy, textacy.extract
model = spacy.load(sys.argv[1])
documents = json.load(sys.stdin)
def read(one):
    doc = model(one["text"])
    try:
        quotations = list(textacy.extract.direct_quotations(doc))
    except ValueError:  # an odd number of marks: it gives up on the whole text
        return
    for speaker, cue, content in quotations:
        yield {
            "doc_id": one["doc_id"], "start": content.start_char, "end": content.end_char,
            "speaker_text": " ".join(token.text for token in speaker), "cue_text": " ".join(token.text for token in cue),
        }
found = [span for one in documents for span in read(one)]
seconds = []
for _ in range(int(sys.argv[2])):
    started = time.process_time()
    for one in documents:
        list(read(one))
    seconds.append(time.process_time() - started)
json.dump({"found": found, "seconds": min(seconds)}, sys.stdout)
"""
QUOTATION = re.compile(r"[\"“][^\"”]{2,}[\"”]")
SENTENCES = (
    "Ada Moretti, the mayor of Sella, said on Friday that the bridge would stay shut until June.",
    "“We will not open it a day too soon,” she told the council. “Nobody wants to see this twice.”",
    "The regional water agency counted 1,240 lorries a day before the flood, up from 980 in 2021.",
    "According to Paolo Rienzi, the chief engineer, the second pier had moved by eleven centimetres.",
    "The repairs cost 4.2 million crowns, of which the town pays a quarter.",
    "He added that the work had begun in March, and that the contractor had been warned twice.",
    "Shopkeepers on the north bank have lost half of their trade since then.",
    "A spokeswoman for the ministry declined to comment.",
)


def main() -> None:
    """Measure accuracy and speed on a folder, then the article of 1,000 words."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--textacy", type=Path, metavar="PYTHON")
    arguments = parser.parse_args()
    scorer = load_scorer(arguments.folder)
    for listing in sorted(arguments.folder.glob("*.docs.json")):
        documents = json.loads(listing.read_text("utf-8"))
        name = listing.name.removesuffix(".docs.json")
        compare(scorer, name, documents, scorer.load(arguments.folder / f"{name}.gold.jsonl"), arguments.textacy)
    measure_article()


def compare(
    scorer: Any, name: str, documents: list[dict[str, str]], gold: list[dict[str, Any]], textacy: Path | None
) -> None:
    """Print what each system finds in a set and how fast, as a ratio to the full pass."""
    opened = [(one["doc_id"], open_file(f"{one['doc_id']}.txt", one["text"].encode())[0].document) for one in documents]
    systems = {"full pass": ours(opened, Depth.FULL), "instant pass": ours(opened, Depth.INSTANT)}
    systems["regular expression"] = (by_expression(documents), fastest(lambda: by_expression(documents)))
    if textacy is not None:
        systems["textacy"] = peer(textacy, documents)
    words = sum(len(one["text"].split()) for one in documents)
    slow = systems["full pass"][1]
    print(f"{name}: {words} words")
    for system, (found, seconds) in systems.items():
        result = scorer.evaluate(documents, gold, found)
        direct, everything = result["partial"]["direct"], result["partial"]["all"]
        speaker = result["speaker"]["e2e_recall"]
        print(
            f"  {system:18} {words / seconds:9.0f} words/s ({slow / seconds:6.1f}x the full pass), partial F1 direct "
            f"{direct['f1']}, all {everything['f1']}; found with the right speaker {speaker or 0.0}"
        )


def ours(opened: list[tuple[str, Document]], depth: Depth) -> tuple[list[dict[str, Any]], float]:
    """Return what Reviewer's analysis gives to somebody, and its fastest round in seconds of processor time."""
    found = [
        span
        for name, document in opened
        for claim in analyse(document, depth).claims
        for span in spans_of_claim(name, claim, {})
    ]
    return found, fastest(lambda: [analyse(document, depth) for _, document in opened])


def by_expression(documents: list[dict[str, str]]) -> list[dict[str, Any]]:
    """Return whatever stands between two quotation marks."""
    return [
        {"doc_id": one["doc_id"], "start": match.start(), "end": match.end()}
        for one in documents
        for match in QUOTATION.finditer(one["text"])
    ]


def peer(python: Path, documents: list[dict[str, str]]) -> tuple[list[dict[str, Any]], float]:
    """Return what textacy finds in its own environment, and its fastest round in seconds of processor time."""
    command = [str(python), "-c", PEER, str(language_model.model_folder()), str(ROUNDS)]
    run = subprocess.run(command, input=json.dumps(documents), capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(f"textacy could not be run ({run.stderr.strip().splitlines()[-1]}); see the head of this file")
    answer = json.loads(run.stdout)
    return answer["found"], float(answer["seconds"])


def fastest(work: Callable[[], object]) -> float:
    """Return the shortest of some rounds in seconds of processor time; short work is repeated within a round."""
    seconds = []
    for _ in range(ROUNDS):
        turns, started = 0, time.process_time()
        while not turns or time.process_time() - started < 0.05:
            work()
            turns += 1
        seconds.append((time.process_time() - started) / turns)
    return min(seconds)


def measure_article() -> None:
    """Print how long an article of 1,000 words takes, paragraphs of three sentences with a headline."""
    paragraphs, count, at = ["Bridge at Sella to stay shut until June, mayor says"], 0, 0
    while count < 1000:
        chosen = [SENTENCES[(at + place) % len(SENTENCES)] for place in range(3)]
        paragraphs.append(" ".join(chosen))
        count += len(paragraphs[-1].split())
        at += 3
    document = open_file("article.txt", "\n\n".join(paragraphs).encode())[0].document
    for depth, goal in ((Depth.FULL, 0.5), (Depth.INSTANT, 0.05)):
        seconds = fastest(lambda depth=depth: analyse(document, depth))  # type: ignore[misc]
        print(f"article of {count} words, {depth.value} pass: {seconds * 1000:.0f} ms (goal {goal * 1000:.0f} ms)")


if __name__ == "__main__":
    main()
