"""What can go wrong with a file or a request: a code, its arguments, and one clear sentence."""

from enum import StrEnum

import msgspec


class ProblemCode(StrEnum):
    """Every named outcome other than success."""

    FILE_MISSING = "file_missing"
    NOT_A_FILE = "not_a_file"
    NOT_READABLE = "not_readable"
    EMPTY_FILE = "empty_file"
    FILE_TOO_LARGE = "file_too_large"
    KIND_NOT_SUPPORTED = "kind_not_supported"
    KIND_NOT_REDACTED = "kind_not_redacted"
    CONVERTER_NEEDED = "converter_needed"
    DAMAGED = "damaged"
    NO_PAGES = "no_pages"
    NO_TEXT = "no_text"
    PASSWORD_NEEDED = "password_needed"
    PASSWORD_WRONG = "password_wrong"
    EXPANDS_TOO_FAR = "expands_too_far"
    TOO_DEEP = "too_deep"
    WEB_ADDRESS = "web_address"
    TIME_LIMIT = "time_limit"
    MEMORY_LIMIT = "memory_limit"
    READER_DIED = "reader_died"
    NOT_COMPARED = "not_compared"
    FIRST_PASS_ONLY = "first_pass_only"
    READER_GARBLED = "reader_garbled"
    CANCELLED = "cancelled"
    MODEL_MISSING = "model_missing"
    MODEL_ALTERED = "model_altered"
    NO_ARTICLE = "no_article"
    REVIEW_DAMAGED = "review_damaged"
    REVIEW_TOO_NEW = "review_too_new"
    REVIEW_IN_USE = "review_in_use"
    CANNOT_WRITE = "cannot_write"
    DISK_FULL = "disk_full"
    PACKET_LEAKS = "packet_leaks"
    PACKET_BROKEN = "packet_broken"
    UNKNOWN_CLAIM = "unknown_claim"
    STILL_RECOVERABLE = "still_recoverable"
    CANNOT_REDACT = "cannot_redact"
    NOTHING_TO_REDACT = "nothing_to_redact"
    MARK_LOST = "mark_lost"
    ALREADY_THERE = "already_there"
    BAD_EXPRESSION = "bad_expression"
    NOT_A_REVIEW_JSON = "not_a_review_json"
    ANOTHER_ARTICLE = "another_article"
    NO_CLAIMS_YET = "no_claims_yet"


SENTENCES: dict[ProblemCode, str] = {
    ProblemCode.FILE_MISSING: "{name} is no longer there; check whether it was moved or renamed.",
    ProblemCode.NOT_A_FILE: "{name} is a folder, not a file; choose the files in it.",
    ProblemCode.NOT_READABLE: "{name} cannot be read ({reason}); check its permissions.",
    ProblemCode.EMPTY_FILE: "{name} is empty; ask the sender for it again.",
    ProblemCode.FILE_TOO_LARGE: "{name} is larger than {limit}; split it or export the part you need.",
    ProblemCode.KIND_NOT_SUPPORTED: "{name} is a kind of file that Reviewer does not read ({kind}); "
    "save it as PDF, DOCX, HTML or plain text.",
    ProblemCode.KIND_NOT_REDACTED: "{name} is a kind of file that Reviewer reads but cannot take words out of "
    "({kind}); save it as PDF or DOCX and redact that.",
    ProblemCode.CONVERTER_NEEDED: "{name} can only be read through LibreOffice, which is not installed; "
    "save it as PDF or DOCX.",
    ProblemCode.DAMAGED: "{name} is damaged and could not be repaired ({reason}); ask the sender for it again.",
    ProblemCode.NO_PAGES: "{name} has no pages; ask the sender for it again.",
    ProblemCode.NO_TEXT: "{name} holds no text that can be read; it may be a scan.",
    ProblemCode.PASSWORD_NEEDED: "{name} is protected by a password; enter the password to open it.",
    ProblemCode.PASSWORD_WRONG: "The password does not open {name}; try again.",
    ProblemCode.EXPANDS_TOO_FAR: "{name} unpacks to more than {limit}, as files made to do harm do; it was not opened.",
    ProblemCode.TOO_DEEP: "{name} is nested too deeply to be read safely; it was not opened.",
    ProblemCode.WEB_ADDRESS: "Reviewer never goes online. Save the page or print it to PDF and drop the file.",
    ProblemCode.TIME_LIMIT: "{name} took longer than {limit} and was stopped; nothing else is affected.",
    ProblemCode.MEMORY_LIMIT: "{name} needed more memory than is allowed and was stopped; nothing else is affected.",
    ProblemCode.FIRST_PASS_ONLY: "Only the first pass over {name} could be made; claims in other words are missing.",
    ProblemCode.NOT_COMPARED: (
        "{claims} could not be compared with the sources, because a rule of the program broke; check by hand."
    ),
    ProblemCode.READER_DIED: "The process that was reading {name} stopped unexpectedly; nothing is lost, try again.",
    ProblemCode.READER_GARBLED: "The process that was reading {name} gave an answer that makes no sense; "
    "the file was not opened.",
    ProblemCode.CANCELLED: "{name} was cancelled.",
    ProblemCode.MODEL_MISSING: "The language model is not installed; claims were found without it.",
    ProblemCode.MODEL_ALTERED: "The language model's files are not the ones that were tested; it was not loaded.",
    ProblemCode.NO_ARTICLE: "There is no article yet; drop or open one first.",
    ProblemCode.REVIEW_DAMAGED: "{name} is not a review file or is damaged ({reason}); open a copy of it.",
    ProblemCode.REVIEW_TOO_NEW: "{name} was made by a newer version of Reviewer; update this one to open it.",
    ProblemCode.REVIEW_IN_USE: "{name} is open in another window; it was opened for reading only.",
    ProblemCode.CANNOT_WRITE: "{name} could not be written ({reason}); choose another folder.",
    ProblemCode.DISK_FULL: "There is no room left on the disk for {name}; free some space and try again.",
    ProblemCode.PACKET_LEAKS: "The packet was not saved: {what} would still be found in {where}.",
    ProblemCode.PACKET_BROKEN: "The packet was not saved: {name} could not be read back ({reason}).",
    ProblemCode.UNKNOWN_CLAIM: "There is no claim {claim} in this review.",
    ProblemCode.STILL_RECOVERABLE: "{name} was not saved: a word that was to be removed is still found in {where}; "
    "{way_out}.",
    ProblemCode.CANNOT_REDACT: "{name} cannot be redacted safely: {reason}; {way_out}.",
    ProblemCode.NOTHING_TO_REDACT: "Nothing in {name} matches what is to be removed; no file was written.",
    ProblemCode.MARK_LOST: "{name} was not redacted: marks in it ({count}) have lost their place; "
    "remove them and mark those passages again.",
    ProblemCode.ALREADY_THERE: "{name} is in this review already; it was not added a second time.",
    ProblemCode.BAD_EXPRESSION: "The expression {expression} {reason}.",
    ProblemCode.NOT_A_REVIEW_JSON: "{name} is no review.json that can be taken over ({reason}).",
    ProblemCode.ANOTHER_ARTICLE: "{name} is the review of {article}, which is not this very file; "
    "open that file as the article first.",
    ProblemCode.NO_CLAIMS_YET: "{name} was not taken over: the claims of the article are still being found; "
    "try again when they are.",
}


class WayOut(StrEnum):
    """What an editor can do about a file that is not redacted; ends the sentence that says so."""

    PRINT = "print it to a new PDF and redact that"
    PRINT_PART = "print that part to a new PDF and redact that"
    TAKE_APART = "save its text and its attachments as files of their own and redact those"
    TAKE_OUT_PART = "take that part out in the program that the file was made with and redact it again"
    DECRYPT = "save it decrypted first"
    ONE_BY_ONE = "save its messages one by one"
    MARK_WORDS = "name the words themselves"
    MARK_LESS = "mark it in smaller pieces"
    MARK_MORE = "mark the words beside it as well"
    OTHER_AREA = "correct the area"
    OPEN_AGAIN = "open the file again and mark it there"
    OTHER_REASON = "give another reason, and no name where you sign"
    SPLIT = "split it and redact the pieces"


_MAIL = (".eml", ".mbox", ".mht", ".mhtml")


def way_out_of_part(name: str, content: bytes) -> WayOut:
    """Return what can be done about a part of a file, given by its name and bytes, that stays as it was."""
    if b"%PDF-" in content[:1024]:
        return WayOut.PRINT_PART
    return WayOut.TAKE_APART if name.casefold().endswith(_MAIL) else WayOut.TAKE_OUT_PART


class Problem(msgspec.Struct, frozen=True):
    """What went wrong, as data; `arguments` fill the sentence."""

    code: ProblemCode
    arguments: dict[str, str] = {}

    @property
    def sentence(self) -> str:
        """Return the English sentence; values that are missing show as an ellipsis.

        Names come from strangers: control and direction-changing characters are shown as a question mark, so
        that a name cannot break the line or dress up as another one.
        """
        return SENTENCES[self.code].format_map(_Shown(self.arguments))


class ReviewerError(Exception):
    """The one exception that crosses folders; carries a `Problem`."""

    def __init__(self, code: ProblemCode, **arguments: str) -> None:
        self.problem = Problem(code, arguments)
        super().__init__(self.problem.sentence)


class _Shown(dict[str, str]):
    def __init__(self, arguments: dict[str, str]) -> None:
        super().__init__({key: printable(value) for key, value in arguments.items()})

    def __missing__(self, key: str) -> str:
        return "…"


def printable(text: str, limit: int = 200) -> str:
    """Return a stranger's text made safe to show on one line, cut to `limit` code points."""
    safe = "".join(character if character.isprintable() else "�" for character in text)
    return safe if len(safe) <= limit else safe[: limit - 1] + "…"
