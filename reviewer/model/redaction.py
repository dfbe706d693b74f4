"""What is to be removed from a file, what was, and what could still be found in it."""

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from reviewer.model.analysis import SensitiveKind
from reviewer.model.anchor import Anchor
from reviewer.model.geometry import Box
from reviewer.model.verdict import Signature


class PageArea(msgspec.Struct, frozen=True, tag=True):
    """A rectangle on one page (from 1) of a document's galley, in points from the top left."""

    document: str
    page: int
    box: Box


class HiddenWord(msgspec.Struct, frozen=True, tag=True):
    """A word in parts of a document's file that its text does not show, such as properties, comments and pictures."""

    document: str
    word: str


MarkTarget = Anchor | PageArea | HiddenWord
"""What a mark covers."""


class RedactionMark(msgspec.Struct, frozen=True):
    """A passage, an area, or a word outside the text, to be removed on export, with its reason code."""

    id: str
    target: MarkTarget
    reason: str
    by: Signature


class PageBox(msgspec.Struct, frozen=True):
    """A rectangle on a page (from 1) of the file itself, in points from the top left of the page as displayed.

    `reason` is its own reason code; empty means that of the order.
    """

    page: int
    box: Box
    reason: str = ""


class RedactionHit(msgspec.Struct, frozen=True):
    """A place that an order would remove: the part of the file, the words with a little of what stands round them.

    `part` names a place a person can go to ("page 3", "header 2", "attachment list.csv", "title"); `box` is in
    points from the top left of the page as displayed, None where the part has no pages.
    """

    part: str
    text: str
    before: str = ""
    after: str = ""
    page: int | None = None
    box: Box | None = None


class RedactionOrder(msgspec.Struct, frozen=True):
    """What is to be removed from one file.

    `terms` match as words in every spelling, case and break; `patterns` are kinds of sensitive data; `expressions`
    are regular expressions over the text of each part; `areas` take everything inside them. `reason` is the code
    printed in each box and written to the log; `reasons` gives single terms a code of their own. `kept` are places
    that the order would reach and that stay because the editor decided so: only words that stand between the same
    words are meant, every other place goes.
    """

    terms: tuple[str, ...] = ()
    patterns: tuple[SensitiveKind, ...] = ()
    expressions: tuple[str, ...] = ()
    areas: tuple[PageBox, ...] = ()
    reason: str = ""
    reasons: Mapping[str, str] = {}
    kept: tuple[RedactionHit, ...] = ()


class AppliedRedaction(msgspec.Struct, frozen=True):
    """One removal as it may be told to anybody: where and why, never what."""

    part: str
    reason: str
    page: int | None = None
    box: Box | None = None


class RedactionLoss(StrEnum):
    """What else had to go for the file to be clean; said to the editor, never done silently."""

    SIGNATURE = "signature"
    SCRIPT = "script"
    ATTACHMENT = "attachment"
    FORM_FIELDS = "form_fields"
    ANNOTATIONS = "annotations"
    LAYERS = "layers"
    TAGS = "tags"
    OUTLINE = "outline"
    LINKS = "links"
    METADATA = "metadata"
    REVISIONS = "revisions"
    COMMENTS = "comments"
    HIDDEN_TEXT = "hidden_text"
    EMBEDDED_OBJECT = "embedded_object"
    TEXT_LAYER = "text_layer"


class LossNote(msgspec.Struct, frozen=True):
    """Something lost, and where: `part` as in `RedactionHit`; `reason` why, where there is one to tell."""

    loss: RedactionLoss
    part: str = ""
    reason: str = ""


class Survivor(msgspec.Struct, frozen=True):
    """A place where something that was to be removed can still be recovered.

    `needle` counts the terms looked for from 0 (the words themselves are not repeated), `engine` says who found it
    ("pdfium", "raw bytes", "ocr"), `form` how it was spelt there ("text", "utf-16", "hex", "split").
    """

    part: str
    needle: int
    engine: str
    form: str
