"""Ways in which a PDF can hold a word round its pages: annotations, forms, document, file structure."""

import io
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.redacting.pdf_sheet import Sheet

Case = Callable[[], bytes]
TEXT = String("Seen by Hanes")


def _annotation(subtype: str, **entries: Any) -> Case:
    def build() -> bytes:
        sheet = Sheet()
        sheet.annotation(subtype, **entries)
        return sheet.finished()

    return build


def _appearance(state: str = "N", flags: int = 4) -> Case:
    def build() -> bytes:
        sheet = Sheet()
        made = sheet.annotation("Stamp", Contents=String("x"))
        made.F = flags
        made.AP = Dictionary(N=sheet.form("0 0 5 5 re f"))
        made.AP[f"/{state}"] = sheet.form("BT /F1 12 Tf 20 205 Td (Hanes) Tj ET")
        return sheet.finished()

    return build


def _reply() -> bytes:
    sheet = Sheet()
    first = sheet.annotation("Text", Contents=String("first"))
    sheet.annotation("Text", Contents=TEXT, IRT=first, RT=Name.R)
    return sheet.finished()


def _popup() -> bytes:
    sheet = Sheet()
    note = sheet.annotation("Text", Contents=String("note"))
    note.Popup = sheet.annotation("Popup", Parent=note, Contents=TEXT)
    return sheet.finished()


def _file_attachment() -> bytes:
    sheet = Sheet()
    stored = sheet.stream("the words of Hanes", Type=Name.EmbeddedFile)
    sheet.annotation("FileAttachment", FS=sheet.add(Type=Name.Filespec, F=String("a.txt"), EF=Dictionary(F=stored)))
    return sheet.finished()


def _link(**action: Any) -> Case:
    return _annotation("Link", A=Dictionary(**action))


def _field(**entries: Any) -> Case:
    def build() -> bytes:
        sheet = Sheet()
        sheet.field(**entries)
        return sheet.finished()

    return build


def _field_without_widget() -> bytes:
    sheet = Sheet()
    sheet.field()
    sheet.pdf.Root.AcroForm.Fields.append(sheet.add(FT=Name.Tx, T=String("lost"), V=TEXT))
    return sheet.finished()


def _choice() -> bytes:
    sheet = Sheet()
    sheet.field(Opt=Array([String("Voss"), TEXT]), V=String("Voss")).FT = Name.Ch
    return sheet.finished()


def _signature() -> bytes:
    sheet = Sheet()
    value = sheet.add(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), Name=TEXT, Contents=String(b"\0" * 16), ByteRange=Array([0, 1, 2, 3]))  # fmt: skip
    sheet.field(V=value).FT = Name.Sig
    sheet.pdf.Root.AcroForm.SigFlags = 3
    return sheet.finished()


def _hybrid_xfa() -> bytes:
    sheet = Sheet()
    sheet.field(V=String("x"))
    sheet.pdf.Root.AcroForm.XFA = sheet.stream("<xdp><who>Hanes</who></xdp>")
    return sheet.finished()


ANNOTATION_CASES: dict[str, Case] = {
    "Contents of a note": _annotation("Text", Contents=TEXT),
    "Contents in UTF-16": _annotation("Text", Contents=String("Seen by Hanes ☞")),
    "rich text RC": _annotation("Text", RC=String("<body><p>Ha<b>nes</b> Hanes</p></body>")),
    "author T": _annotation("Text", T=TEXT, Contents=String("x")),
    "Subj": _annotation("Text", Subj=TEXT, Contents=String("x")),
    "NM": _annotation("Text", NM=TEXT, Contents=String("x")),
    "private key of a note": _annotation("Text", Contents=String("x"), ACME_Seen=TEXT),
    "free text": _annotation("FreeText", Contents=TEXT, DA=String("/Helv 12 Tf 0 g")),
    "highlight with a comment": _annotation("Highlight", Contents=TEXT, QuadPoints=Array([20, 285, 100, 285, 20, 265, 100, 265])),
    "overlay of an unapplied redaction": _annotation("Redact", OverlayText=TEXT, QuadPoints=Array([20, 285, 100, 285, 20, 265, 100, 265])),
    "caret": _annotation("Caret", Contents=TEXT),
    "appearance of a stamp": _appearance(),
    "appearance when pressed": _appearance("D"),
    "appearance under the pointer": _appearance("R"),
    "hidden annotation": _appearance(flags=2),
    "annotation that is not printed": _appearance(flags=0),
    "annotation only for print": _appearance(flags=36),
    "reply": _reply,
    "popup": _popup,
    "file attachment annotation": _file_attachment,
    "screen annotation": _annotation("Screen", T=TEXT, A=Dictionary(S=Name.Rendition, N=TEXT)),
    "rich media": _annotation("RichMedia", RichMediaContent=Dictionary(Assets=Dictionary(Names=Array([TEXT, Dictionary()])))),
    "unknown kind of annotation": _annotation("Zzz", Contents=TEXT),
    "web link": _link(S=Name.URI, URI=String("https://paper.example/who?name=Hanes")),
    "web link in percent codes": _link(S=Name.URI, URI=String("https://paper.example/%48anes Hanes")),
    "mail link": _link(S=Name.URI, URI=String("mailto:hanes@town.example")),
    "link to another file": _link(S=Name.GoToR, F=String("Hanes.pdf"), D=Array([0, Name.Fit])),
    "link that launches": _link(S=Name.Launch, F=String("Hanes.exe")),
    "link with a following action": _link(S=Name.URI, URI=String("https://a.example"), Next=Dictionary(S=Name.JavaScript, JS=TEXT)),
    "link's tooltip": _annotation("Link", Contents=TEXT, A=Dictionary(S=Name.URI, URI=String("https://a.example"))),
    "value of a field": _field(V=TEXT),
    "default value of a field": _field(V=String("x"), DV=TEXT),
    "rich value of a field": _field(V=String("x"), RV=String("<p>Hanes</p>")),
    "tooltip of a field": _field(V=String("x"), TU=TEXT),
    "mapping name of a field": _field(V=String("x"), TM=TEXT),
    "name of a field": _field(name="Hanes", V=String("x")),
    "caption of a button": _field(MK=Dictionary(CA=TEXT)),
    "script of a field": _field(V=String("x"), AA=Dictionary(K=Dictionary(S=Name.JavaScript, JS=TEXT))),
    "options of a choice": _choice,
    "field without a widget": _field_without_widget,
    "signer's name": _signature,
    "XFA beside fields": _hybrid_xfa,
}  # fmt: skip


def _root(**entries: Any) -> Case:
    def build() -> bytes:
        sheet = Sheet()
        for key, value in entries.items():
            sheet.pdf.Root[f"/{key}"] = value(sheet) if callable(value) else value
        return sheet.finished()

    return build


def _page(**entries: Any) -> Case:
    def build() -> bytes:
        sheet = Sheet()
        for key, value in entries.items():
            sheet.page[f"/{key}"] = value(sheet) if callable(value) else value
        return sheet.finished()

    return build


def _info(key: str, value: str = "Seen by Hanes") -> Case:
    def build() -> bytes:
        sheet = Sheet()
        sheet.pdf.docinfo[f"/{key}"] = String(value)
        return sheet.finished()

    return build


def _outline(*titles: str) -> Case:
    def build() -> bytes:
        sheet = Sheet()
        with sheet.pdf.open_outline() as outline:
            outline.root.extend(pikepdf.OutlineItem(title, 0) for title in titles)
        return sheet.finished()

    return build


def _embedded(name: str = "list.txt", data: bytes = b"x", described: str = "") -> Case:
    def build() -> bytes:
        sheet = Sheet()
        sheet.pdf.attachments[name] = pikepdf.AttachedFileSpec(sheet.pdf, data, filename=name, description=described)
        return sheet.finished()

    return build


def _zipped() -> bytes:
    import zipfile

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("inner.txt", "seen by Hanes")
    return buffer.getvalue()


def _names(tree: str, value: Callable[[Sheet], Any]) -> Case:
    return _root(Names=lambda sheet: Dictionary(**{tree: Dictionary(Names=Array([TEXT, value(sheet)]))}))


def _script(_sheet: Sheet) -> Any:
    return Dictionary(S=Name.JavaScript, JS=TEXT)


def _xmp(_sheet: Sheet) -> Any:
    return _sheet.stream(
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><dc>Hanes</dc></x:xmpmeta>", Type=Name.Metadata, Subtype=Name.XML
    )


def _structure(**entries: Any) -> Case:
    def tree(sheet: Sheet) -> Any:
        element = sheet.add(Type=Name.StructElem, S=Name.P, **entries)
        return sheet.add(Type=Name.StructTreeRoot, K=element)

    return _root(StructTreeRoot=tree, MarkInfo=Dictionary(Marked=True))


def _intent(sheet: Sheet) -> Any:
    return Array([Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFA1, OutputConditionIdentifier=TEXT)])


def _private(_sheet: Sheet) -> Any:
    return Dictionary(ACME=Dictionary(LastModified=String("D:2024"), Private=TEXT))


def _trailer_key() -> bytes:
    sheet = Sheet()
    sheet.pdf.trailer[Name("/Seen")] = TEXT
    return sheet.finished()


DOCUMENT_CASES: dict[str, Case] = {
    "title": _info("Title"),
    "author": _info("Author"),
    "subject": _info("Subject"),
    "keywords": _info("Keywords", "ferry, Hanes"),
    "producer": _info("Producer"),
    "custom property": _info("Informant"),
    "name of a custom property": _info("Hanes", "x"),
    "XMP of the document": _root(Metadata=_xmp),
    "XMP of the page": _page(Metadata=_xmp),
    "outline": _outline("Talk with Hanes"),
    "outline beside clean entries": _outline("Chapter one", "Talk with Hanes", "Chapter two"),
    "named destination": _names("Dests", lambda sheet: Array([sheet.page, Name.Fit])),
    "old named destination": _root(Dests=lambda sheet: Dictionary(Hanes=Array([sheet.page, Name.Fit]))),
    "page labels": _root(PageLabels=Dictionary(Nums=Array([0, Dictionary(S=Name.D, P=TEXT)]))),
    "embedded file": _embedded(data=b"seen by Hanes"),
    "embedded file's name": _embedded(name="Hanes.txt"),
    "embedded file's description": _embedded(described="seen by Hanes"),
    "zip inside": _embedded(name="all.zip", data=_zipped()),
    "associated file": _root(AF=lambda sheet: Array([sheet.add(Type=Name.Filespec, F=TEXT)])),
    "portfolio": _root(Collection=Dictionary(Type=Name.Collection, Schema=Dictionary(N=Dictionary(N=TEXT, Subtype=Name.S)))),
    "script by name": _names("JavaScript", _script),
    "opening script": _root(OpenAction=_script),
    "chain of actions": _root(OpenAction=Dictionary(S=Name.Named, N=Name.NextPage, Next=Array([_script(Sheet())]))),
    "document action": _root(AA=lambda sheet: Dictionary(WC=_script(sheet))),
    "page action": _page(AA=lambda sheet: Dictionary(O=_script(sheet))),
    "PieceInfo of the document": _root(PieceInfo=_private),
    "PieceInfo of the page": _page(PieceInfo=_private),
    "structure Alt": _structure(Alt=TEXT),
    "structure ActualText": _structure(ActualText=TEXT),
    "structure E": _structure(E=TEXT),
    "structure T": _structure(T=TEXT),
    "structure ID": _structure(ID=TEXT),
    "structure class": _structure(C=Name.Hanes),
    "structure attributes": _structure(A=Dictionary(O=Name.UserProperties, P=Array([Dictionary(N=TEXT, V=TEXT)]))),
    "structure type": _structure(S2=Name.Hanes),
    "role map": _root(StructTreeRoot=Dictionary(Type=Name.StructTreeRoot, RoleMap=Dictionary(Hanes=Name.P))),
    "threads": _root(Threads=Array([Dictionary(Type=Name.Thread, I=Dictionary(Title=TEXT))])),
    "output intent": _root(OutputIntents=_intent),
    "base of addresses": _root(URI=Dictionary(Base=String("https://hanes.example/"))),
    "web capture": _root(SpiderInfo=Dictionary(V=1.0, C=Array([Dictionary(P=TEXT)]))),
    "security store": _root(DSS=Dictionary(Type=Name.DSS, VRI=Dictionary(Hanes=Dictionary()))),
    "document parts": _root(DPartRoot=Dictionary(Type=Name.DPartRoot, NodeNameList=Array([Name.Hanes]))),
    "templates": _names("Templates", lambda _: Dictionary(Type=Name.Template)),
    "language": _root(Lang=String("en-Hanes")),
    "viewer preferences": _root(ViewerPreferences=Dictionary(ACME=TEXT)),
    "requirements": _root(Requirements=Array([Dictionary(Type=Name.Requirement, S=Name.EnableJavaScripts, RH=TEXT)])),
    "permissions": _root(Perms=Dictionary(ACME=Dictionary(Name=TEXT))),
    "legal attestation": _root(Legal=Dictionary(Attestation=TEXT)),
    "private key of the catalog": _root(ACME_Seen=TEXT),
    "private key of the page": _page(ACME_Seen=TEXT),
    "key that is the word": _root(Hanes=True),
    "thumbnail's private key": _page(Thumb=lambda sheet: sheet.stream(b"\0" * 4, Width=2, Height=2, BitsPerComponent=8, ColorSpace=Name.DeviceGray, Seen=TEXT)),
    "separation information": _page(SeparationInfo=Dictionary(Pages=Array([]), DeviceColorant=TEXT)),
    "transition": _page(Trans=Dictionary(S=Name.Dissolve, ACME=TEXT)),
    "trailer key": _trailer_key,
}  # fmt: skip


def _history() -> bytes:
    """The word in an earlier version of the page's content."""
    before = (
        Sheet().line("Mr Hanes").finished(compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    )
    with pikepdf.open(io.BytesIO(before)) as pdf:
        content, page = pdf.pages[0].Contents.objgen[0], len(pdf.objects)
        root = pdf.trailer.Root.objgen[0]
    body = b"BT /F1 12 Tf 20 270 Td (Ferry times changed.) Tj ET"
    start = len(before)
    update = b"%d 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n" % (content, len(body), body)
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<</Size %d /Root %d 0 R /Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (
        content, start, page + 1, root, int(before.rsplit(b"startxref", 1)[1].split()[0]), start + len(update),
    )  # fmt: skip
    return before + update + table


def _orphan(packed: bool) -> Case:
    def build() -> bytes:
        plain = Sheet().finished(object_stream_mode=pikepdf.ObjectStreamMode.disable)
        data = zlib.compress(b"seen by Hanes") if packed else b"seen by Hanes"
        orphan = b"900 0 obj\n<</Length %d%s>>\nstream\n%s\nendstream\nendobj\n" % (
            len(data), b"/Filter/FlateDecode" if packed else b"", data,
        )  # fmt: skip
        at = plain.rindex(b"xref\n", 0, plain.rindex(b"startxref"))
        return plain[:at] + orphan + plain[at:]

    return build


def _around(before: bytes = b"", after: bytes = b"") -> Case:
    return lambda: before + Sheet().finished() + after


def _encrypted() -> bytes:
    sheet = Sheet().line("Mr Hanes")
    return sheet.finished(encryption=pikepdf.Encryption(owner="owner", user="", R=6))


def _broken_table() -> bytes:
    whole = Sheet().line("Mr Hanes").finished()
    return whole[: whole.rindex(b"startxref")] + b"startxref\n7\n%%EOF\n"


def _second_page() -> bytes:
    sheet = Sheet()
    sheet.pdf.add_blank_page(page_size=(300, 300))
    page = sheet.pdf.pages[1].obj
    page.Resources = Dictionary(Font=Dictionary(F1=sheet.font))
    page.Contents = sheet.stream("BT /F1 12 Tf 20 200 Td (Hanes was there) Tj ET")
    return sheet.finished()


def _turned(degrees: int) -> Case:
    def build() -> bytes:
        sheet = Sheet().line("Mr Hanes")
        sheet.page.Rotate = degrees
        return sheet.finished()

    return build


def _inherited() -> bytes:
    sheet = Sheet().line("Mr Hanes")
    parent = sheet.pdf.Root.Pages
    parent.Resources, parent.Rotate = sheet.page.Resources, 90
    del sheet.page.Resources
    return sheet.finished()


def _user_unit() -> bytes:
    sheet = Sheet().line("Mr Hanes")
    sheet.page.UserUnit = 2.0
    return sheet.finished()


FILE_CASES: dict[str, Case] = {
    "earlier version": _history,
    "orphan stream": _orphan(packed=False),
    "packed orphan stream": _orphan(packed=True),
    "object streams": lambda: Sheet().line("Mr Hanes").finished(object_stream_mode=pikepdf.ObjectStreamMode.generate),
    "bytes behind the end": _around(after=b"\n% Hanes\n"),
    "bytes before the head": _around(before=b"% Hanes\n"),
    "encrypted without a password": _encrypted,
    "broken table of objects": _broken_table,
    "uncompressed": lambda: Sheet().line("Mr Hanes").finished(compress_streams=False),
    "linearised": lambda: Sheet().line("Mr Hanes").finished(linearize=True),
    "second page": _second_page,
    "turned by 90": _turned(90),
    "turned by 180": _turned(180),
    "turned by 270": _turned(270),
    "inherited resources": _inherited,
    "user unit": _user_unit,
}  # fmt: skip
