"""Attribution spans of news articles against a gold standard: how many are found, and whose words they are said to be.

    python -m tests.benchmarks.bench_claims_gum DIR [--misses] [--roles] [--instant]

DIR holds `NAME.docs.json` ([{"doc_id", "text"}]), `NAME.gold.jsonl` (one span a line: doc_id, start, end, speaker_text,
speaker_resolved, cue_text; code points) and the scorer `eval_quotes.py`. Texts of others are not kept here: the GUM
corpus (https://gucorpling.org/gum/, news part, annotation CC BY 4.0) gives both. Prints precision, recall and F1 of
exact and partial matches by kind, and the share of speakers resolved; `--misses` lists each span that was not found
and each speaker that is another one.
"""

import argparse
import importlib.util
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from reviewer.analysing.analyse import analyse
from reviewer.model.analysis import Depth
from reviewer.model.claim import Claim
from reviewer.opening.open import open_file

Span = dict[str, Any]
CAPTION = "Image"
"""What the GUM set, made automatically, calls the speaker of captions of pictures; nobody says them."""


def main() -> None:
    """Measure every set of the folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--roles", action="store_true", help="give a speaker's roles after the name")
    parser.add_argument("--instant", action="store_true", help="the pass that looks at the wording alone")
    arguments = parser.parse_args()
    scorer = load_scorer(arguments.folder)
    depth = Depth.INSTANT if arguments.instant else Depth.FULL
    for listing in sorted(arguments.folder.glob("*.docs.json")):
        documents = json.loads(listing.read_text("utf-8"))
        name = listing.name.removesuffix(".docs.json")
        gold = scorer.load(arguments.folder / f"{name}.gold.jsonl")
        found = [span for one in documents for span in spans_of(one["doc_id"], one["text"], depth, arguments.roles)]
        report(name, scorer.evaluate(documents, gold, found))
        spoken = [span for span in gold if span["speaker_resolved"] != CAPTION]
        if len(spoken) < len(gold):
            print(f"  without the {len(gold) - len(spoken)} captions that the set gives to a speaker called {CAPTION}:")
            summary(scorer.evaluate(documents, spoken, found))
        if arguments.misses:
            texts = {one["doc_id"]: one["text"] for one in documents}
            print("\n".join(misses(scorer, texts, gold, found)))


def load_scorer(folder: Path) -> ModuleType:
    """Return the scorer that lies beside the gold standard."""
    sys.path.insert(0, str(folder))
    spec = importlib.util.spec_from_file_location("eval_quotes", folder / "eval_quotes.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no eval_quotes.py in {folder}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def spans_of(name: str, text: str, depth: Depth, with_roles: bool) -> Iterator[Span]:
    """Yield every stretch that the analysis gives to somebody, in code points of the text as it stands in the set."""
    document = open_file(f"{name}.txt", text.encode())[0].document
    if document.text != text:
        raise SystemExit(f"{name}: opening changed the text, its offsets would be wrong")
    analysis = analyse(document, depth)
    roles = {speaker.name: speaker.roles for speaker in analysis.speakers}
    for claim in analysis.claims:
        yield from spans_of_claim(name, claim, roles if with_roles else {})


def spans_of_claim(name: str, claim: Claim, roles: Mapping[str, Sequence[str]]) -> Iterator[Span]:
    """Yield what a claim gives to somebody; a quotation that its tag splits is one stretch for each half.

    The set names some speakers by role alone (whoever it calls the director of a study has a name in the text), so
    that the roles the analysis knows for a speaker can be given after the name.
    """
    said = claim.attribution
    for span in claim.said if said is not None else ():
        yield {
            "doc_id": name,
            "start": span.start,
            "end": span.end,
            "speaker_text": said.speaker if said else "",
            "speaker_resolved": ", ".join([said.resolved, *roles.get(said.resolved, ())]) if said else "",
            "cue_text": said.cue if said else "",
        }


def report(name: str, result: dict[str, Any]) -> None:
    """Print one set's figures."""
    print(f"{name}: precision / recall / F1 (gold, found)")
    for level in ("exact", "partial"):
        for kind, one in result[level].items():
            print(
                f"  {level:8} {kind:9} {one['p']:5} / {one['r']:5} / {one['f1']:5}  ({one['n_gold']}, {one['n_pred']})"
            )
    print(f"  recall of plain reporting words: {result['core_recall']}")
    summary(result)


def summary(result: dict[str, Any]) -> None:
    """Print what the spans of every kind come to."""
    partial, speaker = result["partial"]["all"], result["speaker"]
    print(f"  partial, all kinds: {partial['p']} / {partial['r']} / {partial['f1']}")
    print(f"  speaker as printed: {speaker['mention_acc']} of those found, {speaker['e2e_recall']} of all")
    print(f"  speaker resolved:   {speaker['resolved_acc']} of those found, {speaker['resolved_e2e']} of all")


def misses(scorer: ModuleType, texts: dict[str, str], gold: list[Span], found: list[Span]) -> Iterator[str]:
    """Yield a line for each span that no prediction shares half its words with, and each speaker that is another."""
    for span in gold:
        text = texts[span["doc_id"]]
        near = [one for one in found if one["doc_id"] == span["doc_id"] and overlap(one, span)]
        best = max(near, key=lambda one: share(text, one, span), default=None)
        words = f"{span['doc_id']} [{span['cue_text']}] {span['speaker_resolved']}: {text[span['start'] : span['end']]}"
        if best is None or share(text, best, span) < 0.5:
            other = f"\n      found {text[best['start'] : best['end']]}" if best else ""
            yield f"MISSED {words}{other}"
        elif span["speaker_resolved"] and not scorer.same_mention(
            best["speaker_resolved"] or best["speaker_text"], span["speaker_resolved"]
        ):
            yield f"OTHER SPEAKER ({best['speaker_text']} -> {best['speaker_resolved']}) {words}"


def overlap(one: Span, other: Span) -> bool:
    """Return whether two spans share a code point."""
    return int(one["start"]) < int(other["end"]) and int(other["start"]) < int(one["end"])


def share(text: str, one: Span, other: Span) -> float:
    """Return the share of the words of two spans together that stand in both."""
    words = [{at for at in range(span["start"], span["end"]) if text[at].isalnum()} for span in (one, other)]
    return len(words[0] & words[1]) / max(1, len(words[0] | words[1]))


if __name__ == "__main__":
    main()
