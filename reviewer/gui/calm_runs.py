"""Takes the alarm out of a comparison in which nothing that matters differs."""

import msgspec

from reviewer.model.evidence import Evidence, RunKind


def calmed(evidence: Evidence | None) -> Evidence | None:
    """Return the evidence without runs that would look like mistakes and are none.

    A fair paraphrase shares few words with its source, so its differing runs are shown as harmless. Against a passage
    that is only the nearest a word-by-word comparison says nothing, so there it has no runs at all.
    """
    if evidence is None:
        return None
    if not evidence.supports:
        return msgspec.structs.replace(evidence, runs=())
    if any(not one.harmless for one in evidence.differences):
        return evidence
    runs = tuple(
        run if run.kind is RunKind.EQUAL else msgspec.structs.replace(run, kind=RunKind.HARMLESS)
        for run in evidence.runs
    )
    return msgspec.structs.replace(evidence, runs=runs)
