"""The window's words for the codes of the model; every text can be translated."""

from collections.abc import Mapping
from typing import TypeVar

from reviewer.gui.translation import noop
from reviewer.gui.translation import translated as translated_in
from reviewer.model.analysis import SensitiveKind
from reviewer.model.claim import Claim, ClaimKind, Place
from reviewer.model.evidence import DifferenceKind
from reviewer.model.finding import Finding, Rule
from reviewer.model.request import Step
from reviewer.model.source import Grade, SourceKind
from reviewer.model.verdict import Decision, Method, NoteKind

_Code = TypeVar("_Code", bound=str)

DECISIONS: dict[Decision, str] = {
    Decision.VERIFIED: noop("Words", "Verified"),
    Decision.FIX: noop("Words", "Fix"),
    Decision.UNSOURCED: noop("Words", "Unsourced"),
    Decision.QUERY: noop("Words", "Query"),
    Decision.NOT_CHECKABLE: noop("Words", "Not checkable"),
    Decision.CUT: noop("Words", "Cut"),
}
OPEN = noop("Words", "Open")

RULES: dict[Rule, str] = {
    Rule.CONTRADICTED: noop("Words", "contradicted"),
    Rule.FIGURE_CHANGED: noop("Words", "figure changed"),
    Rule.NEGATION_CHANGED: noop("Words", "negation changed"),
    Rule.DATE_CHANGED: noop("Words", "date changed"),
    Rule.NAME_CHANGED: noop("Words", "name changed"),
    Rule.MISATTRIBUTED: noop("Words", "misattributed"),
    Rule.OUT_OF_CONTEXT: noop("Words", "out of context"),
    Rule.STRENGTHENED: noop("Words", "strengthened"),
    Rule.SPLICED_QUOTE: noop("Words", "spliced quote"),
    Rule.ALTERED_QUOTE: noop("Words", "altered quote"),
    Rule.UNSUPPORTED: noop("Words", "not found"),
    Rule.PARAPHRASE_OK: noop("Words", "paraphrase"),
    Rule.VERBATIM: noop("Words", "verbatim"),
}

EXPLANATIONS: dict[Rule, str] = {
    Rule.CONTRADICTED: noop("Words", "a source says otherwise"),
    Rule.FIGURE_CHANGED: noop("Words", "a number is not the one in the source"),
    Rule.NEGATION_CHANGED: noop("Words", "a “not” was gained or lost"),
    Rule.DATE_CHANGED: noop("Words", "a date is not the one in the source"),
    Rule.NAME_CHANGED: noop("Words", "a name is not the one in the source"),
    Rule.MISATTRIBUTED: noop("Words", "the source gives the words to somebody else"),
    Rule.OUT_OF_CONTEXT: noop("Words", "what was left out turns the sense"),
    Rule.STRENGTHENED: noop("Words", "a hedge or condition was dropped"),
    Rule.SPLICED_QUOTE: noop("Words", "words from two places run together"),
    Rule.ALTERED_QUOTE: noop("Words", "the words in quotation marks are not the source’s"),
    Rule.UNSUPPORTED: noop("Words", "no source holds it"),
    Rule.PARAPHRASE_OK: noop("Words", "the source says the same in other words"),
    Rule.VERBATIM: noop("Words", "word for word as in the source"),
}

KINDS: dict[ClaimKind, str] = {
    ClaimKind.DIRECT_QUOTE: noop("Words", "direct quote"),
    ClaimKind.MIXED_QUOTE: noop("Words", "part quote"),
    ClaimKind.INDIRECT_QUOTE: noop("Words", "indirect quote"),
    ClaimKind.FIGURE: noop("Words", "figure"),
    ClaimKind.ASSERTION: noop("Words", "assertion"),
}

PLACES: dict[Place, str] = {
    Place.HEADLINE: noop("Words", "headline"),
    Place.STANDFIRST: noop("Words", "standfirst"),
    Place.BODY: noop("Words", "body"),
    Place.CAPTION: noop("Words", "caption"),
}

DIFFERENCES: dict[DifferenceKind, str] = {
    DifferenceKind.FIGURE: noop("Words", "figure"),
    DifferenceKind.UNIT: noop("Words", "unit"),
    DifferenceKind.DATE: noop("Words", "date"),
    DifferenceKind.NAME: noop("Words", "name"),
    DifferenceKind.NEGATION: noop("Words", "negation"),
    DifferenceKind.HEDGE: noop("Words", "hedge"),
    DifferenceKind.CONDITION: noop("Words", "condition"),
    DifferenceKind.SPEAKER: noop("Words", "speaker"),
    DifferenceKind.CUT: noop("Words", "cut"),
    DifferenceKind.WORD_CHANGED: noop("Words", "word changed"),
    DifferenceKind.WORD_ADDED: noop("Words", "word added"),
    DifferenceKind.WORD_DROPPED: noop("Words", "word dropped"),
    DifferenceKind.ORDER: noop("Words", "order"),
    DifferenceKind.TENSE: noop("Words", "tense"),
    DifferenceKind.ATTRIBUTION_VERB: noop("Words", "verb of saying"),
    DifferenceKind.ELLIPSIS: noop("Words", "ellipsis"),
    DifferenceKind.BRACKET: noop("Words", "bracket"),
    DifferenceKind.ROUNDING: noop("Words", "fair rounding"),
    DifferenceKind.NUMBER_FORMAT: noop("Words", "number format"),
    DifferenceKind.PUNCTUATION: noop("Words", "punctuation"),
    DifferenceKind.CAPITAL: noop("Words", "capital"),
    DifferenceKind.PARAPHRASE: noop("Words", "paraphrase"),
}

NOTE_KINDS: dict[NoteKind, str] = {
    NoteKind.DESK: noop("Words", "Comment"),
    NoteKind.LEGAL: noop("Words", "Legal note"),
    NoteKind.RESPONSE_SOUGHT: noop("Words", "Response sought"),
    NoteKind.RESPONSE_RECEIVED: noop("Words", "Response received"),
}

NOTE_HINTS: dict[NoteKind, str] = {
    NoteKind.DESK: noop("Words", "Comment to the reporter …"),
    NoteKind.LEGAL: noop("Words", "For the lawyer, privileged; only in the legal packet …"),
    NoteKind.RESPONSE_SOUGHT: noop("Words", "Whom did you ask, when and how …"),
    NoteKind.RESPONSE_RECEIVED: noop("Words", "What they answered, when …"),
}

METHODS: dict[Method, str] = {
    Method.DOCUMENT: noop("Words", "Document"),
    Method.RECORDING: noop("Words", "Recording"),
    Method.CALL_BACK: noop("Words", "Call-back"),
    Method.CALCULATION: noop("Words", "Calculation"),
    Method.OWN_OBSERVATION: noop("Words", "Own observation"),
    Method.AGREED_WITH_AUTHOR: noop("Words", "Agreed with author"),
}

SOURCE_KINDS: dict[SourceKind, str] = {
    SourceKind.PRESS_RELEASE: noop("Words", "Press release"),
    SourceKind.STATEMENT: noop("Words", "Statement"),
    SourceKind.TRANSCRIPT: noop("Words", "Transcript"),
    SourceKind.EMAIL: noop("Words", "E-mail"),
    SourceKind.COURT_PAPER: noop("Words", "Court paper"),
    SourceKind.REPORT: noop("Words", "Report"),
    SourceKind.EARLIER_STORY: noop("Words", "Earlier story"),
    SourceKind.TABLE: noop("Words", "Table"),
    SourceKind.OTHER: noop("Words", "Other"),
}

GRADES: dict[Grade, str] = {
    Grade.PRIMARY: noop("Words", "Primary"),
    Grade.SECONDARY: noop("Words", "Secondary"),
    Grade.PRESS_RELEASE: noop("Words", "Press release (not primary)"),
    Grade.AUTHOR: noop("Words", "From the author"),
    Grade.ANONYMOUS: noop("Words", "Anonymous"),
}

SENSITIVE_KINDS: dict[SensitiveKind, str] = {
    SensitiveKind.PERSON_PRIVATE: noop("Words", "Private person"),
    SensitiveKind.PHONE: noop("Words", "Phone number"),
    SensitiveKind.EMAIL: noop("Words", "E-mail address"),
    SensitiveKind.ADDRESS: noop("Words", "Address"),
    SensitiveKind.ID_NUMBER: noop("Words", "Identity number"),
    SensitiveKind.IBAN: noop("Words", "Bank account"),
    SensitiveKind.DATE_OF_BIRTH: noop("Words", "Date of birth"),
    SensitiveKind.SOURCE_IDENTITY: noop("Words", "Who a source is"),
    SensitiveKind.EMBARGO: noop("Words", "Embargo"),
}

STEPS: dict[Step, str] = {
    Step.READING: noop("Words", "Reading"),
    Step.RECOGNISING: noop("Words", "Reading images by OCR"),
    Step.TYPESETTING: noop("Words", "Setting pages"),
    Step.FINDING_CLAIMS: noop("Words", "Finding claims"),
    Step.MATCHING: noop("Words", "Comparing with the sources"),
    Step.WRITING_PACKET: noop("Words", "Writing the packet"),
    Step.CHECKING_PACKET: noop("Words", "Reading the packet back"),
    Step.REDACTING: noop("Words", "Looking for the words"),
    Step.PRINTING: noop("Words", "Printing"),
    Step.PROVING: noop("Words", "Trying to recover the words"),
}

EDITS: dict[str, str] = {
    "GiveVerdict": noop("Words", "verdict"),
    "ClearVerdict": noop("Words", "open again"),
    "WriteNote": noop("Words", "comment"),
    "WriteCorrection": noop("Words", "correction"),
    "ReadSecond": noop("Words", "second reader"),
    "SetArticle": noop("Words", "article"),
    "AddSource": noop("Words", "add source"),
    "RemoveSource": noop("Words", "remove source"),
    "DescribeSource": noop("Words", "kind and grade"),
    "DescribeReview": noop("Words", "description"),
    "AddClaim": noop("Words", "add claim"),
    "DismissClaim": noop("Words", "dismiss claim"),
    "ReshapeClaim": noop("Words", "begin and end of the claim"),
    "RestoreClaim": noop("Words", "bring claim back"),
    "LinkPassage": noop("Words", "link passage"),
    "ChooseCandidate": noop("Words", "other passage"),
    "SwitchFurniture": noop("Words", "page furniture"),
    "AddMarks": noop("Words", "redaction mark"),
    "RemoveMarks": noop("Words", "remove redaction mark"),
    "ChangeReason": noop("Words", "reason for redaction"),
    "CarryMarks": noop("Words", "redaction marks of the new draft"),
    "TakeOver": noop("Words", "decisions of another review"),
}


def word(table: Mapping[_Code, str], code: _Code) -> str:
    """Return the window's word for a code, in the language of the window; the code itself when there is none."""
    return translated(table.get(code, str(code)))


def translated(text: str) -> str:
    """Return a text of this module's tables in the language of the window."""
    return translated_in("Words", text)


def values_of(finding: Finding) -> str:
    """Return what shows a finding: the words of both sides, or the part of the claim that no source has."""
    values = " → ".join(finding.arguments[key] for key in ("article", "source") if finding.arguments.get(key))
    missing = finding.arguments.get("missing", "")
    if not missing:
        return values
    told = translated(noop("Words", "no source has “{words}”")).format(words=missing)
    return f"{values}; {told}" if values else told


def decision_word(decision: Decision | None) -> str:
    """Return the word for a verdict; Open for none."""
    return translated(DECISIONS[decision] if decision else OPEN)


def voice(claim: Claim) -> str:
    """Return who speaks: the resolved speaker, or the newsroom, with the place when it is not the body."""
    said = claim.attribution.resolved if claim.attribution else translated(noop("Words", "newsroom"))
    return said if claim.place is Place.BODY else f"{said} · {translated(PLACES[claim.place])}"
