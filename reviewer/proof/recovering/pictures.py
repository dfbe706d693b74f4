"""Words in pictures: decoded whole, frame by frame and channel by channel, and read by OCR."""

import hashlib
import io
import re
from collections.abc import Callable

from PIL import Image, ImageOps, UnidentifiedImageError

from reviewer.model.problem import ReviewerError
from reviewer.pages.ocr import OcrWord, read_picture
from reviewer.proof.recovering.gathering import Gathering
from reviewer.proof.recovering.inflating import inflate_everything
from reviewer.proof.recovering.places import Piece

ENGINE = "ocr"
_SMALLEST = (16, 7)
_SMALL_SIDE = 900
_LARGEST_SIDE = 5_000
_MOST_PIXELS = 120_000_000
_MOST_FRAMES = 20
_FEW_WORDS = 2
_FAINT = 128
_WORD = re.compile(r"[^\W\d_]{3,}")
_FAULTS = (UnidentifiedImageError, OSError, ValueError, TypeError, SyntaxError, EOFError, IndexError, KeyError,
           OverflowError, AttributeError, NotImplementedError, Image.DecompressionBombError)  # fmt: skip
_EMBEDDED_JPEG = b"\xff\xd8\xff"

_Change = Callable[[Image.Image], Image.Image]
_CHANGES: tuple[_Change, ...] = (
    ImageOps.invert,
    lambda picture: picture.rotate(90, expand=True),
    lambda picture: picture.rotate(270, expand=True),
    lambda picture: picture.rotate(180),
)
Image.MAX_IMAGE_PIXELS = _MOST_PIXELS


class PictureReader:
    """Reads words off pictures; the same pixels are read only once."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._seen: dict[bytes, str] = {}

    def read(self, part: str, picture: Image.Image, form: str = "picture", dpi: int = 300) -> None:
        """Read a decoded picture in all its channels; `form` says how it was come by."""
        for face in _faces(picture):
            self._gathering.read_text(part, ENGINE, self._words(face, dpi), form=form)

    def read_as_seen(self, part: str, picture: Image.Image, dpi: int, form: str = "as seen") -> None:
        """Read a drawn page or a piece of one, upright only."""
        self._gathering.read_text(part, ENGINE, self.words_as_seen(picture, dpi), form=form)

    def words_as_seen(self, picture: Image.Image, dpi: int) -> str:
        """Return the words of a drawn page or a piece of one, read upright only."""
        if picture.width < _SMALLEST[0] or picture.height < _SMALLEST[1]:
            return ""
        return _upright(picture.convert("RGB"), dpi)

    def placed_words(self, picture: Image.Image, dpi: int) -> list[OcrWord]:
        """Return the words of a drawn piece of a page with their places in it, read upright only."""
        try:
            return read_picture(picture.width, picture.height, picture.convert("RGB").tobytes(), 3, dpi)
        except ReviewerError:
            return []

    def _words(self, picture: Image.Image, dpi: int) -> str:
        if picture.width < _SMALLEST[0] or picture.height < _SMALLEST[1]:
            return ""
        fitted = _fitted(picture)
        mark = hashlib.sha256(repr(fitted.size).encode() + fitted.tobytes()).digest()
        if mark not in self._seen:
            self._seen[mark] = _in_every_turn(fitted, dpi)
        return self._seen[mark]


def read_image_file(gathering: Gathering, piece: Piece, reader: PictureReader) -> None:
    """Read an image file: its bytes and compressed notes for metadata, its frames and previews for words."""
    gathering.read_bytes(piece.part(""), "raw bytes", piece.content)
    for inflated in inflate_everything(piece.content):
        gathering.read_bytes(piece.part(""), "zlib sweep", inflated.data)
    try:
        with Image.open(io.BytesIO(piece.content)) as picture:
            for frame in range(min(getattr(picture, "n_frames", 1), _MOST_FRAMES)):
                picture.seek(frame)
                picture.load()
                reader.read(piece.part(""), picture)
    except _FAULTS:
        gathering.mark_unread(piece.part(""))
    _read_previews(piece, reader)


def _read_previews(piece: Piece, reader: PictureReader) -> None:
    at = piece.content.find(_EMBEDDED_JPEG, 1)
    while at >= 0:
        try:
            with Image.open(io.BytesIO(piece.content[at:])) as preview:
                preview.load()
                reader.read(piece.part("preview"), preview)
        except _FAULTS:
            pass
        at = piece.content.find(_EMBEDDED_JPEG, at + 1)


def _faces(picture: Image.Image) -> list[Image.Image]:
    """Return a picture as it shows on white, its colours without transparency, and its transparency alone."""
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        full = picture.convert("RGBA")
        on_white = Image.new("RGB", full.size, "white")
        on_white.paste(full, mask=full.getchannel("A"))
        return [on_white, full.convert("RGB"), full.getchannel("A").convert("RGB")]
    if picture.mode.startswith(("I", "F")):
        return [ImageOps.autocontrast(picture.convert("F").point(lambda value: value).convert("L")).convert("RGB")]
    return [picture.convert("RGB")]


def _fitted(picture: Image.Image) -> Image.Image:
    """Bring a picture to a size and contrast in which letters can be read."""
    side = max(picture.size)
    if side < _SMALL_SIDE:
        factor = 3 if side < _SMALL_SIDE / 2 else 2
        picture = picture.resize((picture.width * factor, picture.height * factor), Image.Resampling.BICUBIC)
    elif side > _LARGEST_SIDE:
        picture.thumbnail((_LARGEST_SIDE, _LARGEST_SIDE))
    if 0 < _contrast(picture) < _FAINT:
        picture = ImageOps.autocontrast(picture.convert("L")).convert("RGB")
    return ImageOps.expand(picture, border=16, fill=_edge_colour(picture))


def _edge_colour(picture: Image.Image) -> tuple[int, int, int]:
    colour = picture.getpixel((0, 0))
    return (colour[0], colour[1], colour[2]) if isinstance(colour, tuple) else (255, 255, 255)


def _in_every_turn(picture: Image.Image, dpi: int) -> str:
    """Read a picture upright, and turned or inverted as well where that gives hardly a word."""
    if not _contrast(picture):
        return ""
    texts = [_upright(picture, dpi)]
    for change in _CHANGES:
        if sum(len(_WORD.findall(text)) for text in texts) >= _FEW_WORDS:
            break
        texts.append(_upright(change(picture), dpi))
    return "\n¦\n".join(texts)


def _contrast(picture: Image.Image) -> int:
    """Return how far the darkest and the lightest shade lie apart, 0 to 255."""
    used = [shade for shade, count in enumerate(picture.convert("L").histogram()) if count]
    return used[-1] - used[0] if used else 0


def _upright(picture: Image.Image, dpi: int) -> str:
    try:
        words = read_picture(picture.width, picture.height, picture.tobytes(), 3, dpi)
    except ReviewerError:
        return ""
    lines: dict[int, list[str]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word.text)
    return "\n".join(" ".join(line) for line in lines.values())
