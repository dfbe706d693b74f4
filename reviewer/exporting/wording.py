"""The English words of a packet: codes become words here and nowhere else."""

from collections.abc import Iterable
from datetime import datetime

from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.model.claim import ClaimKind
from reviewer.model.document import Notice, NoticeCode
from reviewer.model.evidence import DifferenceKind
from reviewer.model.finding import Finding, Rule
from reviewer.model.packet import Profile
from reviewer.model.source import Grade, SourceKind
from reviewer.model.verdict import Decision, Method

DECISIONS: dict[Decision | None, str] = {
    Decision.FIX: "Fix",
    Decision.UNSOURCED: "Unsourced",
    Decision.QUERY: "Query",
    None: "Open",
    Decision.CUT: "Cut",
    Decision.NOT_CHECKABLE: "Not checkable",
    Decision.VERIFIED: "Verified",
}
"""In the order in which a reader must act on them; None is a claim that nobody has judged."""

METHODS: dict[Method, str] = {
    Method.DOCUMENT: "document",
    Method.RECORDING: "recording",
    Method.CALL_BACK: "call back",
    Method.CALCULATION: "calculation",
    Method.OWN_OBSERVATION: "own observation",
    Method.AGREED_WITH_AUTHOR: "agreed with author",
}

PROFILES: dict[Profile, str] = {
    Profile.DESK: "Desk",
    Profile.LEGAL: "Legal",
    Profile.REPORTER: "Reporter",
    Profile.OUTSIDE: "Outside",
}

HANDLING: dict[Profile, tuple[str, str]] = {
    Profile.DESK: (
        "Desk use only.",
        "Unpublished. Privileged notes are left out of this profile. Not to leave the house.",
    ),
    Profile.LEGAL: ("Privileged.", "Unpublished. Holds legal notes. For the legal read only; not to be passed on."),
    Profile.REPORTER: (
        "For the reporter.",
        "Unpublished. Legal notes and confidential sources are left out of this profile.",
    ),
    Profile.OUTSIDE: ("", ""),
}

FOOT_MARKS: dict[Profile, str] = {
    Profile.DESK: "Desk use only",
    Profile.LEGAL: "Privileged, legal read only",
    Profile.REPORTER: "For the reporter only",
    Profile.OUTSIDE: "",
}

GRADES: dict[Grade, str] = {
    Grade.PRIMARY: "primary document",
    Grade.SECONDARY: "secondary",
    Grade.PRESS_RELEASE: "press release",
    Grade.AUTHOR: "from the author",
    Grade.ANONYMOUS: "anonymous",
}

SOURCE_KINDS: dict[SourceKind, str] = {kind: kind.value.replace("_", " ") for kind in SourceKind} | {
    SourceKind.EMAIL: "e-mail",
    SourceKind.OTHER: "document",
}

_SHOWN_OTHERWISE = frozenset({"article", "source", "difference"})
_ARGUMENT_LEADS = {"missing": "no source has", "reason": "", "places": "joined from places:"}

_RULES = {Rule.PARAPHRASE_OK: "paraphrase ok"}

_DIFFERENCES = {
    DifferenceKind.FIGURE: "figure changed",
    DifferenceKind.UNIT: "unit changed",
    DifferenceKind.DATE: "date changed",
    DifferenceKind.NAME: "name changed",
    DifferenceKind.NEGATION: "negation changed",
    DifferenceKind.HEDGE: "hedge changed",
    DifferenceKind.CONDITION: "condition changed",
    DifferenceKind.SPEAKER: "other speaker",
    DifferenceKind.CUT: "cut",
    DifferenceKind.ORDER: "other order",
    DifferenceKind.TENSE: "other tense",
    DifferenceKind.ATTRIBUTION_VERB: "other verb of saying",
    DifferenceKind.BRACKET: "bracketed insertion",
    DifferenceKind.ROUNDING: "rounded",
    DifferenceKind.CAPITAL: "capital letter",
}

_NOTICES = {
    NoticeCode.HIDDEN_TEXT: "holds hidden text",
    NoticeCode.TRACKED_CHANGES: "holds tracked changes; read with all of them accepted",
    NoticeCode.IMAGE_ONLY_PAGE: "a page is only an image and was not read",
    NoticeCode.RECOGNISED: "a page is only an image; its words were read by OCR",
    NoticeCode.PART_NOT_READ: "a part was not read",
    NoticeCode.ENCODING_GUESSED: "the encoding was guessed",
    NoticeCode.UNDECODABLE_BYTES: "some bytes could not be decoded",
    NoticeCode.REPAIRED: "was damaged and opened as a repaired copy",
    NoticeCode.COMMENTS: "holds comments",
    NoticeCode.ANNOTATIONS: "holds annotations",
    NoticeCode.FORM_VALUES: "holds form values",
    NoticeCode.ATTACHMENTS: "has attachments",
    NoticeCode.ATTACHMENT_NOT_READ: "an attachment was not read",
    NoticeCode.SIGNED: "is signed",
    NoticeCode.EMBARGO: "carries an embargo line",
    NoticeCode.REMOTE_CONTENT_LEFT_OUT: "remote content was left out",
}

NOT_READ = frozenset(
    {
        NoticeCode.IMAGE_ONLY_PAGE,
        NoticeCode.PART_NOT_READ,
        NoticeCode.ATTACHMENT_NOT_READ,
        NoticeCode.UNDECODABLE_BYTES,
        NoticeCode.REMOTE_CONTENT_LEFT_OUT,
    }
)
"""Notices that say that something was not checked."""


def rule_words(rule: Rule) -> str:
    """Return a finding's rule as words, such as "figure changed"."""
    return _RULES.get(rule, rule.value.replace("_", " "))


def kind_words(kind: ClaimKind) -> str:
    """Return a claim's kind as words, such as "direct quote"."""
    return kind.value.replace("_", " ")


def difference_words(kind: DifferenceKind) -> str:
    """Return what changed as words."""
    return _DIFFERENCES.get(kind, kind.value.replace("_", " "))


def finding_reason(finding: Finding) -> str:
    """Return the values that show a finding: `article “1,200 jobs”, source “120 jobs”`; empty when it has none."""
    arguments = finding.arguments
    article, source = arguments.get("article", ""), arguments.get("source", "")
    parts = []
    if article and source:
        parts.append(f"article “{article}”, source “{source}”")
    elif source:
        parts.append(f"only the source has “{source}”")
    elif article:
        parts.append(f"only the article has “{article}”")
    for key, value in arguments.items():
        if value and key not in _SHOWN_OTHERWISE:
            lead = _ARGUMENT_LEADS.get(key, key.replace("_", " "))
            parts.append(f"{lead} {value.replace('_', ' ')}".strip())
    return ", ".join(parts)


def notice_words(notice: Notice) -> str:
    """Return a notice as words with its arguments."""
    extra = ", ".join(f"{key} {value}" for key, value in notice.arguments.items() if value)
    words = _NOTICES[notice.code]
    return f"{words} ({extra})" if extra else words


def check_words(check: InternalCheck) -> str:
    """Return a slip inside the article as words."""
    names = {CheckKind.WEEKDAY_DATE: "weekday and date", CheckKind.UNBALANCED_QUOTE: "quotation mark without partner"}
    name = names.get(check.kind, check.kind.value.replace("_", " "))
    values = ", ".join(f"{key} {value}" for key, value in check.arguments.items() if value)
    return f"{name}: {values}" if values else name


def counted(count: int, one: str, many: str = "") -> str:
    """Return "1 page", "2 pages"."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def listed(words: Iterable[str]) -> str:
    """Return "a", "a and b", "a, b and c"."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def day_and_time(iso: str) -> str:
    """Return "6 May 2026, 10:42"; the text itself when it is no date."""
    moment = _moment(iso)
    return f"{moment.day} {moment:%B %Y, %H:%M}" if moment else iso


def short_time(iso: str) -> str:
    """Return "6 May 10:42"; the text itself when it is no date."""
    moment = _moment(iso)
    return f"{moment.day} {moment:%b %H:%M}" if moment else iso


def clock(iso: str) -> str:
    """Return "10:42"; the text itself when it is no date."""
    moment = _moment(iso)
    return f"{moment:%H:%M}" if moment else iso


def full_time(iso: str) -> str:
    """Return "Wednesday 6 May 2026, 11:34 (UTC+1)"; the text itself when it is no date."""
    moment = _moment(iso)
    if moment is None:
        return iso
    return f"{moment:%A} {moment.day} {moment:%B %Y, %H:%M}{_zone(moment)}"


def is_date(iso: str) -> bool:
    """Return whether a text is an ISO 8601 date and time."""
    return _moment(iso) is not None


def _zone(moment: datetime) -> str:
    offset = moment.utcoffset()
    if offset is None:
        return ""
    minutes = int(offset.total_seconds()) // 60
    if minutes == 0:
        return " (UTC)"
    hours, rest = divmod(abs(minutes), 60)
    return f" (UTC{'+' if minutes > 0 else '−'}{hours}{f':{rest:02d}' if rest else ''})"


def _moment(iso: str) -> datetime | None:
    try:
        return datetime.fromisoformat(iso)
    except ValueError:
        return None
