"""The labels that sources go by: S1, S2, and S2.1 for what was attached to S2."""

from collections.abc import Sequence

from reviewer.model.source import SourceEntry


def next_source_label(sources: Sequence[SourceEntry], parent: str | None) -> str:
    """Return the label of a source about to be added.

    A label is never given twice while a higher one stands, so that a locator written down keeps its meaning.
    `parent` is the id of the mail or container that the document came in, when it is itself among the sources.
    """
    above = next((entry.label for entry in sources if entry.document == parent), None)
    prefix = f"{above}." if above else "S"
    taken = [
        int(rest)
        for entry in sources
        if entry.label.startswith(prefix) and (rest := entry.label.removeprefix(prefix)).isdigit()
    ]
    return f"{prefix}{max(taken, default=0) + 1}"
