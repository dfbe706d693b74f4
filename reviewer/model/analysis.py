"""What analysing makes of one document, article and source alike."""

from enum import StrEnum

import msgspec

from reviewer.model.claim import Claim
from reviewer.model.geometry import Span


class Depth(StrEnum):
    """How a document was analysed.

    `INSTANT` finds claims and speakers by wording, for the screen at once; `WORDING` all else too, without a language
    model; `FULL` parses every sentence.
    """

    INSTANT = "instant"
    WORDING = "wording"
    FULL = "full"


class CheckKind(StrEnum):
    """A slip that shows in the article alone."""

    WEEKDAY_DATE = "weekday_date"
    ARITHMETIC = "arithmetic"
    PERCENTAGE = "percentage"
    AGE = "age"
    UNIT = "unit"
    COUNT_MISMATCH = "count_mismatch"
    NAME_SPELLING = "name_spelling"
    UNBALANCED_QUOTE = "unbalanced_quote"


class InternalCheck(msgspec.Struct, frozen=True):
    """A slip at a place; `arguments` holds the values that show it (such as `printed`, `expected`, `working`)."""

    start: int
    end: int
    kind: CheckKind
    arguments: dict[str, str] = {}


class SensitiveKind(StrEnum):
    """What may have to be redacted."""

    PERSON_PRIVATE = "person_private"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    ID_NUMBER = "id_number"
    IBAN = "iban"
    DATE_OF_BIRTH = "date_of_birth"
    SOURCE_IDENTITY = "source_identity"
    EMBARGO = "embargo"


class Sensitive(msgspec.Struct, frozen=True):
    """A stretch suggested for redaction; a person decides. Offsets are code points."""

    start: int
    end: int
    kind: SensitiveKind


class Speaker(msgspec.Struct, frozen=True):
    """A person or institution of a document: canonical name, roles as printed, and every mention of it."""

    name: str
    roles: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()


class Analysis(msgspec.Struct, frozen=True):
    """Everything found in one document.

    In a source, `claims` are its own statements and quotes with their speakers: that is how the speaker of a
    passage is known. `furniture` are the stretches treated as page furniture when it was made. `model` names the
    language model used, empty for none.
    """

    document: str
    depth: Depth
    claims: tuple[Claim, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    checks: tuple[InternalCheck, ...] = ()
    sensitive: tuple[Sensitive, ...] = ()
    furniture: tuple[Span, ...] = ()
    published: str | None = None
    model: str = ""
