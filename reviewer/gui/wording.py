"""The window's words for the codes of the model; every text can be translated."""

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from reviewer.model.claim import Claim, ClaimKind, Place
from reviewer.model.evidence import DifferenceKind
from reviewer.model.finding import Rule
from reviewer.model.request import Step
from reviewer.model.source import Grade, SourceKind
from reviewer.model.verdict import Decision, Method

_T = QT_TRANSLATE_NOOP
_Code = TypeVar("_Code", bound=str)

DECISIONS: dict[Decision, str] = {
    Decision.VERIFIED: _T("Words", "Verified"),
    Decision.FIX: _T("Words", "Fix"),
    Decision.UNSOURCED: _T("Words", "Unsourced"),
    Decision.QUERY: _T("Words", "Query"),
    Decision.NOT_CHECKABLE: _T("Words", "Not checkable"),
    Decision.CUT: _T("Words", "Cut"),
}
OPEN = _T("Words", "Open")

RULES: dict[Rule, str] = {
    Rule.CONTRADICTED: _T("Words", "contradicted"),
    Rule.FIGURE_CHANGED: _T("Words", "figure changed"),
    Rule.NEGATION_CHANGED: _T("Words", "negation changed"),
    Rule.DATE_CHANGED: _T("Words", "date changed"),
    Rule.NAME_CHANGED: _T("Words", "name changed"),
    Rule.MISATTRIBUTED: _T("Words", "misattributed"),
    Rule.OUT_OF_CONTEXT: _T("Words", "out of context"),
    Rule.STRENGTHENED: _T("Words", "strengthened"),
    Rule.SPLICED_QUOTE: _T("Words", "spliced quote"),
    Rule.ALTERED_QUOTE: _T("Words", "altered quote"),
    Rule.UNSUPPORTED: _T("Words", "not found"),
    Rule.PARAPHRASE_OK: _T("Words", "paraphrase"),
    Rule.VERBATIM: _T("Words", "verbatim"),
}

EXPLANATIONS: dict[Rule, str] = {
    Rule.CONTRADICTED: _T("Words", "a source says otherwise"),
    Rule.FIGURE_CHANGED: _T("Words", "a number is not the one in the source"),
    Rule.NEGATION_CHANGED: _T("Words", "a “not” was gained or lost"),
    Rule.DATE_CHANGED: _T("Words", "a date is not the one in the source"),
    Rule.NAME_CHANGED: _T("Words", "a name is not the one in the source"),
    Rule.MISATTRIBUTED: _T("Words", "the source gives the words to somebody else"),
    Rule.OUT_OF_CONTEXT: _T("Words", "what was left out turns the sense"),
    Rule.STRENGTHENED: _T("Words", "a hedge or condition was dropped"),
    Rule.SPLICED_QUOTE: _T("Words", "words from two places run together"),
    Rule.ALTERED_QUOTE: _T("Words", "the words in quotation marks are not the source’s"),
    Rule.UNSUPPORTED: _T("Words", "no source holds it"),
    Rule.PARAPHRASE_OK: _T("Words", "the source says the same in other words"),
    Rule.VERBATIM: _T("Words", "word for word as in the source"),
}

KINDS: dict[ClaimKind, str] = {
    ClaimKind.DIRECT_QUOTE: _T("Words", "direct quote"),
    ClaimKind.MIXED_QUOTE: _T("Words", "part quote"),
    ClaimKind.INDIRECT_QUOTE: _T("Words", "indirect quote"),
    ClaimKind.FIGURE: _T("Words", "figure"),
    ClaimKind.ASSERTION: _T("Words", "assertion"),
}

PLACES: dict[Place, str] = {
    Place.HEADLINE: _T("Words", "headline"),
    Place.STANDFIRST: _T("Words", "standfirst"),
    Place.BODY: _T("Words", "body"),
    Place.CAPTION: _T("Words", "caption"),
}

DIFFERENCES: dict[DifferenceKind, str] = {
    DifferenceKind.FIGURE: _T("Words", "figure"),
    DifferenceKind.UNIT: _T("Words", "unit"),
    DifferenceKind.DATE: _T("Words", "date"),
    DifferenceKind.NAME: _T("Words", "name"),
    DifferenceKind.NEGATION: _T("Words", "negation"),
    DifferenceKind.HEDGE: _T("Words", "hedge"),
    DifferenceKind.CONDITION: _T("Words", "condition"),
    DifferenceKind.SPEAKER: _T("Words", "speaker"),
    DifferenceKind.CUT: _T("Words", "cut"),
    DifferenceKind.WORD_CHANGED: _T("Words", "word changed"),
    DifferenceKind.WORD_ADDED: _T("Words", "word added"),
    DifferenceKind.WORD_DROPPED: _T("Words", "word dropped"),
    DifferenceKind.ORDER: _T("Words", "order"),
    DifferenceKind.TENSE: _T("Words", "tense"),
    DifferenceKind.ATTRIBUTION_VERB: _T("Words", "verb of saying"),
    DifferenceKind.ELLIPSIS: _T("Words", "ellipsis"),
    DifferenceKind.BRACKET: _T("Words", "bracket"),
    DifferenceKind.ROUNDING: _T("Words", "fair rounding"),
    DifferenceKind.NUMBER_FORMAT: _T("Words", "number format"),
    DifferenceKind.PUNCTUATION: _T("Words", "punctuation"),
    DifferenceKind.CAPITAL: _T("Words", "capital"),
    DifferenceKind.PARAPHRASE: _T("Words", "paraphrase"),
}

METHODS: dict[Method, str] = {
    Method.DOCUMENT: _T("Words", "Document"),
    Method.RECORDING: _T("Words", "Recording"),
    Method.CALL_BACK: _T("Words", "Call-back"),
    Method.CALCULATION: _T("Words", "Calculation"),
    Method.OWN_OBSERVATION: _T("Words", "Own observation"),
    Method.AGREED_WITH_AUTHOR: _T("Words", "Agreed with author"),
}

SOURCE_KINDS: dict[SourceKind, str] = {
    SourceKind.PRESS_RELEASE: _T("Words", "Press release"),
    SourceKind.STATEMENT: _T("Words", "Statement"),
    SourceKind.TRANSCRIPT: _T("Words", "Transcript"),
    SourceKind.EMAIL: _T("Words", "E-mail"),
    SourceKind.COURT_PAPER: _T("Words", "Court paper"),
    SourceKind.REPORT: _T("Words", "Report"),
    SourceKind.EARLIER_STORY: _T("Words", "Earlier story"),
    SourceKind.TABLE: _T("Words", "Table"),
    SourceKind.OTHER: _T("Words", "Other"),
}

GRADES: dict[Grade, str] = {
    Grade.PRIMARY: _T("Words", "Primary"),
    Grade.SECONDARY: _T("Words", "Secondary"),
    Grade.PRESS_RELEASE: _T("Words", "Press release (not primary)"),
    Grade.AUTHOR: _T("Words", "From the author"),
    Grade.ANONYMOUS: _T("Words", "Anonymous"),
}

STEPS: dict[Step, str] = {
    Step.READING: _T("Words", "Reading"),
    Step.TYPESETTING: _T("Words", "Setting pages"),
    Step.FINDING_CLAIMS: _T("Words", "Finding claims"),
    Step.MATCHING: _T("Words", "Comparing with the sources"),
    Step.WRITING_PACKET: _T("Words", "Writing the packet"),
    Step.CHECKING_PACKET: _T("Words", "Reading the packet back"),
}

EDITS: dict[str, str] = {
    "GiveVerdict": _T("Words", "verdict"),
    "ClearVerdict": _T("Words", "open again"),
    "WriteNote": _T("Words", "comment"),
    "WriteCorrection": _T("Words", "correction"),
    "ReadSecond": _T("Words", "second reader"),
    "SetArticle": _T("Words", "article"),
    "AddSource": _T("Words", "add source"),
    "RemoveSource": _T("Words", "remove source"),
    "DescribeSource": _T("Words", "kind and grade"),
    "DescribeReview": _T("Words", "description"),
    "AddClaim": _T("Words", "add claim"),
    "DismissClaim": _T("Words", "dismiss claim"),
    "RestoreClaim": _T("Words", "bring claim back"),
    "LinkPassage": _T("Words", "link passage"),
    "ChooseCandidate": _T("Words", "other passage"),
    "SwitchFurniture": _T("Words", "page furniture"),
    "AddMark": _T("Words", "redaction mark"),
    "RemoveMark": _T("Words", "remove redaction mark"),
}


def word(table: Mapping[_Code, str], code: _Code) -> str:
    """Return the window's word for a code, in the language of the window; the code itself when there is none."""
    return translated(table.get(code, str(code)))


def translated(text: str) -> str:
    """Return a text of this module's tables in the language of the window."""
    return QCoreApplication.translate("Words", text)


def decision_word(decision: Decision | None) -> str:
    """Return the word for a verdict; Open for none."""
    return translated(DECISIONS[decision] if decision else OPEN)


def voice(claim: Claim) -> str:
    """Return who speaks: the resolved speaker, or the newsroom, with the place when it is not the body."""
    said = claim.attribution.resolved if claim.attribution else translated(_T("Words", "newsroom"))
    return said if claim.place is Place.BODY else f"{said} · {translated(PLACES[claim.place])}"
