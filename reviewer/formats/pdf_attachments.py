"""Files inside a PDF: those of its name tree and those pinned to its pages (ISO 32000-2, 7.11.4 and 12.5.6.15)."""

import io
from collections.abc import Iterator

import pikepdf
from pikepdf import Dictionary, Name

_MOST_FILES = 200
_LARGEST = 256 * 1024 * 1024


def attached_files(content: bytes, password: str | None = None) -> list[tuple[str, bytes | None]]:
    """Return name and bytes of each file inside a PDF, at most 200; None for one that cannot be taken out.

    A PDF whose structure cannot be read has none. Bytes over 256 MB are not taken out.
    """
    try:
        with pikepdf.open(io.BytesIO(content), password=password or "") as pdf:
            seen: dict[tuple[int, int], tuple[str, bytes | None]] = {}
            for at, specification in enumerate(_specifications(pdf)):
                if len(seen) >= _MOST_FILES:
                    break
                key = specification.objgen if specification.objgen[0] else (0, -at)
                seen.setdefault(key, (_name(specification, at + 1), _bytes(specification)))
            return list(seen.values())
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, RuntimeError):
        return []


def _specifications(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    names = pdf.Root.get(Name.Names, Dictionary())
    if isinstance(names, Dictionary) and Name.EmbeddedFiles in names:
        for _, value in pikepdf.NameTree(names.EmbeddedFiles).items():
            if isinstance(value, Dictionary):
                yield value
    for page in pdf.pages:
        for remark in page.obj.get(Name.Annots, pikepdf.Array()):
            if isinstance(remark, Dictionary) and remark.get(Name.Subtype) == Name.FileAttachment:
                specification = remark.get(Name.FS)
                if isinstance(specification, Dictionary):
                    yield specification


def _name(specification: pikepdf.Object, number: int) -> str:
    for key in (Name.UF, Name.F):
        value = specification.get(key)
        if isinstance(value, pikepdf.String) and (name := str(value).replace("\\", "/").rsplit("/", 1)[-1].strip()):
            return name
    return f"attachment {number}"


def _bytes(specification: pikepdf.Object) -> bytes | None:
    files = specification.get(Name.EF)
    if not isinstance(files, Dictionary):
        return None
    for key in (Name.UF, Name.F):
        stream = files.get(key)
        if isinstance(stream, pikepdf.Stream):
            try:
                content = stream.read_bytes()
            except pikepdf.PdfError:
                return None
            return content if len(content) <= _LARGEST else None
    return None
