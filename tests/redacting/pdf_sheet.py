"""One-page PDFs put together object by object, so that a word can be hidden in any place of them."""

import io
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

WORD = "Hanes"
PLAIN = "Ferry times changed on Monday."


class Sheet:
    """A PDF with one page of 300 by 300 points, a line of plain text at its head and Helvetica as F1."""

    def __init__(self, width: int = 300, height: int = 300) -> None:
        self.pdf = pikepdf.new()
        self.pdf.add_blank_page(page_size=(width, height))
        self.page = self.pdf.pages[0].obj
        self.font = self.add(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
        self.page.Resources = Dictionary(Font=Dictionary(F1=self.font))
        self.content = f"BT /F1 12 Tf 20 270 Td ({PLAIN}) Tj ET\n".encode()

    def add(self, **entries: Any) -> Any:
        return self.pdf.make_indirect(Dictionary(**entries))

    def stream(self, data: bytes | str, **entries: Any) -> Any:
        return self.pdf.make_stream(data.encode("latin-1") if isinstance(data, str) else data, **entries)

    def draw(self, content: bytes | str) -> "Sheet":
        self.content += (content.encode("latin-1") if isinstance(content, str) else content) + b"\n"
        return self

    def line(self, text: str, x: float = 20, y: float = 240, size: float = 12, more: str = "") -> "Sheet":
        safe = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return self.draw(f"BT {more} /F1 {size} Tf {x} {y} Td ({safe}) Tj ET")

    def resource(self, category: str, name: str, value: Any) -> "Sheet":
        group = self.page.Resources.get(f"/{category}")
        if group is None:
            self.page.Resources[f"/{category}"] = Dictionary()
        self.page.Resources[f"/{category}"][f"/{name}"] = value
        return self

    def form(self, content: str, **entries: Any) -> Any:
        resources = entries.pop("Resources", Dictionary(Font=Dictionary(F1=self.font)))
        return self.stream(
            content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 300, 300]), Resources=resources, **entries
        )

    def annotation(self, subtype: str, rect: tuple[int, int, int, int] = (20, 200, 120, 220), **entries: Any) -> Any:
        made = self.add(Type=Name.Annot, Subtype=Name(f"/{subtype}"), Rect=Array(list(rect)), F=4, **entries)
        if "/Annots" not in self.page:
            self.page.Annots = Array([])
        self.page.Annots.append(made)
        return made

    def field(self, name: str = "who", **entries: Any) -> Any:
        made = self.annotation("Widget", FT=Name.Tx, T=String(name), DA=String("/F1 12 Tf 0 g"), **entries)
        if "/AcroForm" not in self.pdf.Root:
            self.pdf.Root.AcroForm = self.add(
                Fields=Array([]), DR=Dictionary(Font=Dictionary(F1=self.font)), DA=String("/F1 12 Tf 0 g")
            )
        self.pdf.Root.AcroForm.Fields.append(made)
        return made

    def finished(self, **options: Any) -> bytes:
        self.page.Contents = self.pdf.make_stream(self.content)
        buffer = io.BytesIO()
        self.pdf.save(buffer, fix_metadata_version=False, **options)
        return buffer.getvalue()


def hex_of(text: str, encoding: str = "latin-1") -> str:
    return text.encode(encoding).hex()
