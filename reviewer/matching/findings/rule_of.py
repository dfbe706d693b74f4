"""Which rule a difference breaks."""

from collections.abc import Iterable

from reviewer.matching.differences.hedge import strength_of
from reviewer.model.evidence import Difference, DifferenceKind
from reviewer.model.finding import Finding, Rule

_RULES = {
    DifferenceKind.FIGURE: Rule.FIGURE_CHANGED,
    DifferenceKind.UNIT: Rule.FIGURE_CHANGED,
    DifferenceKind.ROUNDING: Rule.FIGURE_CHANGED,
    DifferenceKind.DATE: Rule.DATE_CHANGED,
    DifferenceKind.NAME: Rule.NAME_CHANGED,
    DifferenceKind.NEGATION: Rule.NEGATION_CHANGED,
    DifferenceKind.CONDITION: Rule.STRENGTHENED,
    DifferenceKind.SPEAKER: Rule.MISATTRIBUTED,
    DifferenceKind.CUT: Rule.OUT_OF_CONTEXT,
}


def rule_of(difference: Difference) -> Rule:
    """Return the rule that a difference breaks; a hedge counts as strengthened only when the article is surer."""
    if difference.kind is DifferenceKind.HEDGE:
        surer = strength_of(difference.article) > strength_of(difference.source)
        return Rule.STRENGTHENED if surer or not difference.article else Rule.ALTERED_QUOTE
    return _RULES.get(difference.kind, Rule.ALTERED_QUOTE)


def findings_from(claim: str, differences: Iterable[Difference], rank: int) -> list[Finding]:
    """Return one finding for each rule that the differences break, with the words of the first that breaks it."""
    found: dict[Rule, Finding] = {}
    for difference in differences:
        if difference.harmless:
            continue
        rule = rule_of(difference)
        if rule not in found:
            arguments = {
                "difference": difference.kind.value,
                "article": difference.article,
                "source": difference.source,
            }
            found[rule] = Finding(claim, rule, arguments, rank)
    return list(found.values())
