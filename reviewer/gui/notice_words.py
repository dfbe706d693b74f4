"""Sentences for what an editor must know about a file that was opened."""

from reviewer.gui.translation import noop, translated
from reviewer.model.document import Document, Notice, NoticeCode
from reviewer.model.problem import printable

SENTENCES: dict[NoticeCode, str] = {
    NoticeCode.HIDDEN_TEXT: noop("Notices", "{name} holds hidden text."),
    NoticeCode.TRACKED_CHANGES: noop("Notices", "{name} holds tracked changes; it was read with all of them accepted."),
    NoticeCode.IMAGE_ONLY_PAGE: noop("Notices", "{name} has pages that are only images and were not read: {page}."),
    NoticeCode.RECOGNISED: noop(
        "Notices", "{name} has pages that are only images; their words were read by OCR, so check them: {page}."
    ),
    NoticeCode.PART_NOT_READ: noop("Notices", "A part of {name} was not read: {part}."),
    NoticeCode.ENCODING_GUESSED: noop("Notices", "The encoding of {name} was guessed ({encoding})."),
    NoticeCode.UNDECODABLE_BYTES: noop("Notices", "Some letters of {name} could not be read ({encoding})."),
    NoticeCode.REPAIRED: noop("Notices", "{name} was damaged; what is shown is a repaired copy."),
    NoticeCode.COMMENTS: noop("Notices", "{name} holds comments."),
    NoticeCode.ANNOTATIONS: noop("Notices", "{name} holds annotations."),
    NoticeCode.FORM_VALUES: noop("Notices", "{name} is a form with values filled in."),
    NoticeCode.ATTACHMENTS: noop("Notices", "{name} has attachments: {names}."),
    NoticeCode.ATTACHMENT_NOT_READ: noop("Notices", "An attachment of {name} was not read: {attachment}."),
    NoticeCode.SIGNED: noop("Notices", "{name} is signed."),
    NoticeCode.EMBARGO: noop("Notices", "{name} carries an embargo: {text}"),
    NoticeCode.REMOTE_CONTENT_LEFT_OUT: noop("Notices", "Content that {name} would load from the web was left out."),
}
MUST_BE_SEEN = frozenset(
    {
        NoticeCode.IMAGE_ONLY_PAGE,
        NoticeCode.RECOGNISED,
        NoticeCode.PART_NOT_READ,
        NoticeCode.UNDECODABLE_BYTES,
        NoticeCode.REPAIRED,
        NoticeCode.ATTACHMENT_NOT_READ,
        NoticeCode.EMBARGO,
    }
)
"""Said when the file is opened; the others stand in the tool tip of its tab."""


def was_recognised(document: Document) -> bool:
    """Return whether words of a document were read by OCR, so that the page itself is what counts."""
    return any(notice.code is NoticeCode.RECOGNISED for notice in document.notices)


class _Shown(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def notice_sentence(document: Document, notice: Notice) -> str:
    """Return the sentence for a notice; words that come from the file are made safe to show on one line."""
    values = {key: printable(value, 120) for key, value in notice.arguments.items()}
    if notice.code is NoticeCode.ATTACHMENT_NOT_READ:
        values["attachment"] = values.get("name", "…")
    values["name"] = printable(document.name, 80)
    if not values.get("part"):
        values.setdefault("page", "…")
    return translated("Notices", SENTENCES[notice.code]).format_map(_Shown(values))


def sentences_to_say(document: Document) -> list[str]:
    """Return what must be said about a document at once."""
    return [notice_sentence(document, notice) for notice in document.notices if notice.code in MUST_BE_SEEN]


def all_sentences(document: Document) -> list[str]:
    """Return everything there is to know about how a document was read."""
    return [notice_sentence(document, notice) for notice in document.notices]
