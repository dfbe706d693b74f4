"""Pages copied into a new PDF through a list of what a page needs: all else stays behind.

Resources get new names, content streams and tables are written anew, every stream is unpacked and packed again, and
pictures lose whatever is in them but pixels. The new file is written from scratch: it has no history, no orphans and
no bytes outside its objects.
"""

from collections.abc import Callable
from typing import Any

import pikepdf

from reviewer.formats.pdf_content import StrayContentError, bare_content
from reviewer.formats.pdf_font_uses import FontUses
from reviewer.formats.pdf_marked import MarkedSections
from reviewer.formats.pdf_objects import (
    DEEPEST,
    UNPACKED,
    CannotCopyError,
    channels_of,
    filters,
    inherited,
    limited,
    raw_jpeg,
    trimmed,
    unpacked,
    with_entries,
)
from reviewer.formats.pdf_schema import KINDS, PREFIXES
from reviewer.formats.pdf_streams import StrayJpegError, bare_jpeg, bare_table
from reviewer.formats.pdf_vocabulary import STANDARD_NAMES

_PLAIN_TYPES = (bool, int, float)
_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")

NameCheck = Callable[[str], bool]
PictureDecoder = Callable[[int], tuple[int, int, int, bytes]]


class PageCopier:
    """Copies pages of one PDF into another.

    `is_clean` says of a name or text whether it may be kept; `decode` unpacks a picture, by object number, to width,
    height, channels and bytes.
    """

    def __init__(self, target: pikepdf.Pdf, is_clean: NameCheck, decode: PictureDecoder) -> None:
        self.target = target
        self._is_clean = is_clean
        self._decode = decode
        self._done: dict[tuple[int, int, str], Any] = {}
        self.uses = FontUses()

    def copy_page(self, page: pikepdf.Page, keeps_marks: bool = False) -> dict[int, int]:
        """Add a copy of a page; return the new numbers of its marked content by the old ones, if it `keeps_marks`.

        Raises CannotCopyError.
        """
        try:
            sections = _sections(page) if keeps_marks else None
            self.target.pages.append(pikepdf.Page(self._page(page.obj, sections)))
            return sections.numbers if sections is not None else {}
        except (StrayContentError, StrayJpegError, pikepdf.PdfError, RecursionError, TypeError) as error:
            raise CannotCopyError(str(error)) from error

    def forget(self) -> None:
        """Forget what was copied: the next page comes from another file, whose objects have the same numbers."""
        self._done.clear()

    def _page(self, old: Any, sections: MarkedSections | None) -> Any:  # noqa: ANN401 - a page object
        new = pikepdf.Dictionary(Type=pikepdf.Name.Page)
        for key in ("/MediaBox", "/CropBox", "/Rotate", "/UserUnit"):
            value = inherited(old, key) if key in _INHERITED else old.get(key)
            if value is not None:
                new[key] = self._plain(value, 0)
        if "/Group" in old:
            new.Group = self._listed(old.Group, "group", 1)
        resources = _Resources(self, [inherited(old, "/Resources")], 1)
        content = bare_content(pikepdf.Page(old), resources.rename, resources.note, sections)
        new.Resources = resources.finished()
        new.Contents = self.target.make_stream(content)
        return self.target.make_indirect(new)

    def value(self, old: Any, kind: str, depth: int, parents: list[Any]) -> Any:  # noqa: ANN401 - any PDF value
        """Copy a value of a kind. Raises CannotCopyError."""
        if depth > DEEPEST:
            raise CannotCopyError("objects nested too deeply")
        key = (*old.objgen, kind) if isinstance(old, pikepdf.Object) and old.is_indirect else None
        if key is not None and key in self._done:
            known = self._done[key]
            if known is None:
                raise CannotCopyError("objects that hold themselves")
            return known
        if key is not None:
            self._done[key] = None
        try:
            new = self._copied(old, kind, depth, parents)
        except BaseException:
            if key is not None:
                del self._done[key]
            raise
        if key is not None:
            if isinstance(new, pikepdf.Dictionary | pikepdf.Array) and not isinstance(new, pikepdf.Stream):
                new = self.target.make_indirect(new)
            self._done[key] = new
        return new

    def _copied(self, old: Any, kind: str, depth: int, parents: list[Any]) -> Any:  # noqa: ANN401 - any PDF value
        special = _SPECIAL.get(kind)
        if special is not None:
            return special(self, old, depth, parents)
        return self._listed(old, kind, depth)

    def _word(self, old: Any, depth: int) -> Any:  # noqa: ANN401 - any PDF value
        """Copy the value of a listed key; a standard name says of what kind something is, whatever is to be removed."""
        is_standard = isinstance(old, pikepdf.Name) and str(old)[1:] in STANDARD_NAMES
        return pikepdf.Name(str(old)) if is_standard else self._plain(old, depth)

    def _plain(self, old: Any, depth: int) -> Any:  # noqa: ANN401 - any PDF value
        if isinstance(old, pikepdf.Array):
            return pikepdf.Array([self._plain(item, depth + 1) for item in limited(old, depth)])
        if isinstance(old, pikepdf.Name):
            if not self._is_clean(str(old)[1:]):
                raise CannotCopyError("a name that holds a marked word")
            return pikepdf.Name(str(old))
        if old is None or isinstance(old, _PLAIN_TYPES) or type(old).__name__ == "Decimal":
            return old
        if isinstance(old, pikepdf.Dictionary):
            return None
        return 0 if not isinstance(old, pikepdf.String) else None

    def _listed(self, old: Any, kind: str, depth: int) -> Any:  # noqa: ANN401 - any PDF value
        if not isinstance(old, pikepdf.Dictionary | pikepdf.Stream):
            return self._plain(old, depth)
        new = pikepdf.Dictionary()
        self.fill(old, new, kind, depth)
        if isinstance(old, pikepdf.Stream):
            return self._stream(old, new, kind)
        return new

    def fill(self, old: Any, new: Any, kind: str, depth: int, parents: list[Any] | None = None) -> None:  # noqa: ANN401 - any PDF value
        """Copy the listed entries of a dictionary."""
        for key, value_kind in KINDS[kind].items():
            value = old.get(f"/{key}")
            if value is not None:
                made = (
                    self._word(value, depth)
                    if value_kind == "plain"
                    else self.value(value, value_kind, depth + 1, parents or [])
                )
                if made is not None:
                    new[f"/{key}"] = made

    def _stream(self, old: Any, new: Any, kind: str) -> Any:  # noqa: ANN401 - any PDF value
        data = unpacked(old)
        if kind == "function" and int(old.get("/FunctionType", 0)) == 4:
            data = bare_table(data)
        stream = self.target.make_stream(data)
        for key, value in new.items():
            stream[key] = value
        return stream

    def font(self, old: Any, depth: int, parents: list[Any]) -> Any:  # noqa: ANN401 - a font
        """Copy a font; a Type 3 font with the drawings of its glyphs."""
        new = pikepdf.Dictionary()
        self.fill(old, new, "font", depth)
        if str(old.get("/Subtype", "")) == "/Type3":
            own = old.get("/Resources")
            new.CharProcs = pikepdf.Dictionary()
            resources = _Resources(self, [own, *parents], depth + 1)
            for name, drawing in old.CharProcs.items():
                if not self._is_clean(name[1:]):
                    raise CannotCopyError("a glyph named like a marked word")
                new.CharProcs[name] = self.target.make_stream(bare_content(drawing, resources.rename, resources.note))
            new.Resources = resources.finished()
        return new

    def font_name(self, old: Any, _depth: int, _parents: list[Any]) -> Any:  # noqa: ANN401 - a name
        """Copy a font's name, a neutral one instead of one that holds a marked word."""
        name = str(old)
        if self._is_clean(name[1:]) and self._is_clean(name[1:].split("+")[-1]):
            return pikepdf.Name(name)
        return pikepdf.Name("/AAAAAA+Font")

    def font_file(self, old: Any, _depth: int, _parents: list[Any]) -> Any:  # noqa: ANN401 - a stream
        """Copy a font program."""
        stream = self.target.make_stream(unpacked(old))
        for key in ("/Length1", "/Length2", "/Length3", "/Subtype"):
            if key in old:
                stream[key] = self._word(old[key], 1)
        return stream

    def text(self, old: Any, _depth: int, _parents: list[Any]) -> Any:  # noqa: ANN401 - a string
        """Copy a short text such as the name of a character collection."""
        if str(old) in ("Adobe", "Identity", "UCS"):
            return pikepdf.String(str(old))
        return pikepdf.String(str(old)) if self._is_clean(str(old)) and len(str(old)) < 64 else pikepdf.String("Adobe")

    def table(self, old: Any, _depth: int, _parents: list[Any]) -> Any:  # noqa: ANN401 - a stream or name
        """Copy a character table."""
        if not isinstance(old, pikepdf.Stream):
            return self._word(old, 1)
        stream = self.target.make_stream(bare_table(unpacked(old)))
        for key in ("/Type", "/WMode"):
            if key in old:
                stream[key] = self._plain(old[key], 1)
        if "/CMapName" in old:
            stream.CMapName = pikepdf.Name("/Letters")
        if "/UseCMap" in old:
            stream.UseCMap = self.value(old.UseCMap, "table", 2, [])
        if "/CIDSystemInfo" in old:
            stream.CIDSystemInfo = self._listed(old.CIDSystemInfo, "collection", 2)
        return stream

    def encoding(self, old: Any, depth: int, parents: list[Any]) -> Any:  # noqa: ANN401 - a name, dictionary or stream
        """Copy an encoding of either sort."""
        return (
            self.table(old, depth, parents) if isinstance(old, pikepdf.Stream) else self._listed(old, "encoding", depth)
        )

    def raw(self, old: Any, depth: int, _parents: list[Any]) -> Any:  # noqa: ANN401 - a name or stream
        """Copy a stream of numbers."""
        return self.target.make_stream(unpacked(old)) if isinstance(old, pikepdf.Stream) else self._plain(old, depth)

    def several(self, old: Any, depth: int, parents: list[Any]) -> Any:  # noqa: ANN401 - an array of fonts
        """Copy descendant fonts."""
        return pikepdf.Array([self.value(one, "font", depth + 1, parents) for one in limited(old, depth)])

    def font_and_size(self, old: Any, depth: int, parents: list[Any]) -> Any:  # noqa: ANN401 - an array
        """Copy the font of a graphics state."""
        self.uses.are_known = False
        return pikepdf.Array([self.value(old[0], "font", depth + 1, parents), self._plain(old[1], depth)])

    def function(self, old: Any, depth: int, parents: list[Any]) -> Any:  # noqa: ANN401 - a function or several
        """Copy a function, or an array of them."""
        if isinstance(old, pikepdf.Array):
            return pikepdf.Array([self.value(one, "function", depth + 1, parents) for one in limited(old, depth)])
        return self._listed(old, "function", depth)

    def colours(self, old: Any, depth: int, parents: list[Any]) -> Any:  # noqa: ANN401 - a colour space
        """Copy a colour space."""
        if not isinstance(old, pikepdf.Array):
            return self._word(old, depth)
        family = str(old[0])
        if family == "/ICCBased":
            profile = old[1]
            return pikepdf.Array([old[0], self._profile(profile, depth)])
        if family in ("/CalGray", "/CalRGB", "/Lab"):
            return pikepdf.Array([old[0], self._listed(old[1], "calibration", depth)])
        if family == "/Indexed":
            lookup = bytes(old[3]) if isinstance(old[3], pikepdf.String) else unpacked(old[3])
            base = self.value(old[1], "colours", depth + 1, parents)
            colours = lookup[: (int(old[2]) + 1) * channels_of(old[1])]
            return pikepdf.Array([old[0], base, int(old[2]), self.target.make_stream(colours)])
        if family in ("/Separation", "/DeviceN"):
            names = self._plain(old[1], depth)
            base = self.value(old[2], "colours", depth + 1, parents)
            return pikepdf.Array([old[0], names, base, self.value(old[3], "function", depth + 1, parents)])
        if family == "/Pattern" and len(old) > 1:
            return pikepdf.Array([old[0], self.value(old[1], "colours", depth + 1, parents)])
        return pikepdf.Array([self._plain(old[0], depth)])

    def _profile(self, old: Any, depth: int) -> Any:  # noqa: ANN401 - a stream
        data = unpacked(old)
        if not (self._is_clean(data.decode("latin-1")) and self._is_clean(data.decode("utf-16-be", "replace"))):
            raise CannotCopyError("a colour profile that holds a marked word")
        stream = self.target.make_stream(data)
        self.fill(old, stream, "profile", depth)
        return stream

    def image(self, old: Any, depth: int, parents: list[Any]) -> Any:  # noqa: ANN401 - an image, or colours to mask
        """Copy a picture: only its pixels."""
        if not isinstance(old, pikepdf.Stream):
            return self._plain(old, depth)
        codes = filters(old)
        new = pikepdf.Dictionary()
        self.fill(old, new, "image", depth, parents)
        new.Type, new.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        if set(codes) <= UNPACKED:
            data = trimmed(old, unpacked(old))
        elif codes[-1] == "/DCTDecode":
            data = bare_jpeg(raw_jpeg(old, codes))
            stream = pikepdf.Stream(self.target, data)
            stream.Filter = pikepdf.Name.DCTDecode
            return with_entries(stream, new)
        else:
            width, height, channels, data = self._decode(old.objgen[0])
            new.Width, new.Height, new.BitsPerComponent = width, height, 8
            if old.get("/ImageMask", False):
                raise CannotCopyError("a stencil in a code of its own")
            new.ColorSpace = pikepdf.Name.DeviceGray if channels == 1 else pikepdf.Name.DeviceRGB
            for key in ("/Decode", "/SMaskInData"):
                if key in new:
                    del new[key]
        return with_entries(self.target.make_stream(data), new)

    def xobject(self, old: Any, depth: int, parents: list[Any]) -> Any:  # noqa: ANN401 - a form or image
        """Copy what `Do` paints."""
        if "/OC" in old:
            raise CannotCopyError("a layer")
        if str(old.get("/Subtype", "")) == "/Image":
            return self.image(old, depth, parents)
        if str(old.get("/Subtype", "")) != "/Form":
            return None
        return self._drawing(old, "form", depth, parents)

    def pattern(self, old: Any, depth: int, parents: list[Any]) -> Any:  # noqa: ANN401 - a pattern
        """Copy a pattern."""
        if isinstance(old, pikepdf.Stream):
            return self._drawing(old, "pattern", depth, parents)
        return self._listed(old, "pattern", depth)

    def _drawing(self, old: Any, kind: str, depth: int, parents: list[Any]) -> Any:  # noqa: ANN401 - a form or pattern
        own = old.get("/Resources")
        resources = _Resources(self, [own, *parents] if own is not None else parents, depth + 1)
        stream = self.target.make_stream(bare_content(old, resources.rename, resources.note))
        self.fill(old, stream, kind, depth)
        stream.Resources = resources.finished()
        return stream


def _sections(page: pikepdf.Page) -> MarkedSections:
    resources = inherited(page.obj, "/Resources")
    return MarkedSections(resources.get("/Properties") if isinstance(resources, pikepdf.Dictionary) else None)


class _Resources:
    """The resources that one content stream uses, under new names."""

    def __init__(self, copier: PageCopier, dictionaries: list[Any], depth: int) -> None:
        self._copier = copier
        self._old = [one for one in dictionaries if isinstance(one, pikepdf.Dictionary)]
        self._depth = depth
        self._names: dict[tuple[str, str], str | None] = {}
        self._new = pikepdf.Dictionary()

    def rename(self, category: str, old: str) -> str | None:
        key = (category, old)
        if key not in self._names:
            self._names[key] = self._take(category, old)
        return self._names[key]

    def _take(self, category: str, old: str) -> str | None:
        found = next((one[f"/{category}"][old] for one in self._old if old in one.get(f"/{category}", {})), None)
        if found is None:
            return None
        copied = self._copier.value(found, _KIND_OF[category], self._depth, self._old)
        if copied is None:
            return None
        group = self._new.get(f"/{category}")
        if group is None:
            self._new[f"/{category}"] = pikepdf.Dictionary()
            group = self._new[f"/{category}"]
        name = f"{PREFIXES[category]}{len(group)}"
        group[f"/{name}"] = copied
        return name

    def note(self, font: str | None, data: bytes) -> None:
        self._copier.uses.note(self._new.Font[f"/{font}"] if font is not None else None, data)

    def finished(self) -> pikepdf.Dictionary:
        return self._new


_KIND_OF = {
    "Font": "font",
    "XObject": "xobject",
    "ExtGState": "state",
    "ColorSpace": "colours",
    "Pattern": "pattern",
    "Shading": "shading",
}
_Special = Callable[[PageCopier, Any, int, list[Any]], Any]
_SPECIAL: dict[str, _Special] = {
    "font": PageCopier.font,
    "fonts": PageCopier.several,
    "font_name": PageCopier.font_name,
    "font_file": PageCopier.font_file,
    "font_and_size": PageCopier.font_and_size,
    "text": PageCopier.text,
    "table": PageCopier.table,
    "encoding": PageCopier.encoding,
    "raw": PageCopier.raw,
    "function": PageCopier.function,
    "colours": PageCopier.colours,
    "image": PageCopier.image,
    "xobject": PageCopier.xobject,
    "pattern": PageCopier.pattern,
}
