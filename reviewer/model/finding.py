"""What the machine noticed about a claim: a rule and its arguments, never prose and never a verdict."""

from enum import StrEnum

import msgspec


class Rule(StrEnum):
    """The findings, in order of severity: the first of them that holds is shown first."""

    CONTRADICTED = "contradicted"
    FIGURE_CHANGED = "figure_changed"
    NEGATION_CHANGED = "negation_changed"
    DATE_CHANGED = "date_changed"
    NAME_CHANGED = "name_changed"
    MISATTRIBUTED = "misattributed"
    OUT_OF_CONTEXT = "out_of_context"
    STRENGTHENED = "strengthened"
    SPLICED_QUOTE = "spliced_quote"
    ALTERED_QUOTE = "altered_quote"
    UNSUPPORTED = "unsupported"
    PARAPHRASE_OK = "paraphrase_ok"
    VERBATIM = "verbatim"


SEVERITY: dict[Rule, int] = {rule: len(Rule) - place for place, rule in enumerate(Rule)}
"""Higher is worse; documented order of the command line's `finding` field."""

CLEAN: frozenset[Rule] = frozenset({Rule.VERBATIM, Rule.PARAPHRASE_OK})


class Tone(StrEnum):
    """How a claim is underlined: the four styles of window and packet."""

    CLEAN = "clean"
    PROBLEM = "problem"
    UNSUPPORTED = "unsupported"
    UNKNOWN = "unknown"


class Finding(msgspec.Struct, frozen=True):
    """One rule that holds for a claim, with the typed values that show it.

    `evidence` is the rank of the passage it speaks of among the claim's evidence, from 0; None when it is about no
    passage.
    """

    claim: str
    rule: Rule
    arguments: dict[str, str] = {}
    evidence: int | None = 0

    @property
    def severity(self) -> int:
        """Return the rule's place in the order of severity; higher is worse."""
        return SEVERITY[self.rule]


def worst(findings: tuple[Finding, ...]) -> Finding | None:
    """Return the finding to show first, or None when there is none."""
    return max(findings, key=lambda finding: finding.severity, default=None)


def tone_of(findings: tuple[Finding, ...]) -> Tone:
    """Return how a claim with these findings is drawn."""
    first = worst(findings)
    if first is None:
        return Tone.UNKNOWN
    if first.rule is Rule.UNSUPPORTED:
        return Tone.UNSUPPORTED
    return Tone.CLEAN if first.rule in CLEAN else Tone.PROBLEM
