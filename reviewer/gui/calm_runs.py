"""Takes the alarm out of a comparison in which nothing that matters differs."""

import msgspec

from reviewer.model.evidence import Evidence, RunKind


def calmed(evidence: Evidence | None) -> Evidence | None:
    """Return the evidence with differing runs shown as harmless when every difference of a supporting passage is.

    A fair paraphrase shares few words with its source; struck out in red it would look like a mistake.
    """
    if evidence is None or not evidence.supports or any(not one.harmless for one in evidence.differences):
        return evidence
    runs = tuple(
        run if run.kind is RunKind.EQUAL else msgspec.structs.replace(run, kind=RunKind.HARMLESS)
        for run in evidence.runs
    )
    return msgspec.structs.replace(evidence, runs=runs)
