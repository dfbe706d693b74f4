"""Under what name a request is spoken of, and text that no codec stumbles over."""

from typing import TypeVar

from msgspec.structs import replace

from reviewer.model.request import (
    Analyse,
    CheckReviewFile,
    FindRedactions,
    LoadGalley,
    MakePacket,
    MatchClaims,
    Opened,
    OpenFile,
    OpenPastedText,
    ProveFile,
    ReadReviewJson,
    RedactFile,
    RenderPage,
    Reply,
    Request,
)

_T = TypeVar("_T", bound=Request)


class NameBook:
    """Remembers the names of opened documents, as drawing requests carry only the id."""

    def __init__(self) -> None:
        """Start empty."""
        self._names: dict[str, str] = {}

    def remember(self, reply: Reply) -> None:
        """Note the names in a reply that opened documents."""
        if isinstance(reply, Opened):
            self._names |= {opened.document.id: opened.document.name for opened in reply.documents}

    def name_of(self, request: Request) -> str:
        """Return the file name that a sentence about this request should use."""
        match request:
            case OpenFile() | OpenPastedText() | CheckReviewFile() | ReadReviewJson():
                return request.name
            case FindRedactions() | RedactFile() | ProveFile():
                return request.name
            case Analyse():
                return request.document.name
            case MatchClaims():
                return request.article.name
            case RenderPage() | LoadGalley():
                return self._names.get(request.document, "The page")
            case MakePacket():
                article = request.review.article
                return article.name if article else "The packet"
            case _:
                return "The reader"


def with_sendable_text(request: _T) -> _T:
    """Return the request with every half of a surrogate pair in its names and pasted text replaced by U+FFFD.

    Such halves come from undecodable file names and broken clipboards, and no UTF-8 codec takes them. One code point
    replaces one, so that offsets stay.
    """
    changes = {
        field: sendable(text)
        for field in ("name", "text", "html")
        if isinstance(text := getattr(request, field, None), str)
    }
    return replace(request, **changes) if changes else request


def sendable(text: str) -> str:
    """Return the text with lone surrogates replaced by U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("�" if "\ud800" <= character <= "\udfff" else character for character in text)
    return text
