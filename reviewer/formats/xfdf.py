"""The comments of a PDF as XFDF, the XML form that other readers import (ISO 19444-1)."""

import io
from collections.abc import Iterator

import pikepdf
from lxml import etree

_NAMESPACE = "http://ns.adobe.com/xfdf/"
_ELEMENTS = {"/Highlight": "highlight", "/Text": "text"}
_FLAGS = ((1, "invisible"), (2, "hidden"), (4, "print"), (8, "nozoom"), (16, "norotate"), (32, "noview"))
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def xfdf_of(pdf_content: bytes, pdf_name: str) -> bytes:
    """Return the highlights of a PDF with their replies and states; pages are counted from 0, boxes in PDF points.

    Raises pikepdf.PdfError when the PDF cannot be read.
    """
    root = etree.fromstring(f'<xfdf xmlns="{_NAMESPACE}"/>')
    root.set(_XML_SPACE, "preserve")
    annotations = etree.SubElement(root, _tag("annots"))
    with pikepdf.open(io.BytesIO(pdf_content)) as pdf:
        for number, page in enumerate(pdf.pages):
            for annotation in _comments(page):
                annotations.append(_element(annotation, number))
    etree.SubElement(root, _tag("f"), {"href": pdf_name})
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=False))


def _comments(page: pikepdf.Page) -> Iterator[pikepdf.Object]:
    for annotation in page.obj.get("/Annots", []):
        if str(annotation.get("/Subtype")) in _ELEMENTS:
            yield annotation


def _element(annotation: pikepdf.Object, page: int) -> etree._Element:
    made = etree.Element(_tag(_ELEMENTS[str(annotation.Subtype)]))
    made.set("page", str(page))
    made.set("rect", _numbers(annotation.Rect))
    for key, name in (("/NM", "name"), ("/T", "title"), ("/Subj", "subject"), ("/M", "date")):
        if key in annotation:
            made.set(name, str(annotation[key]))
    if "/CreationDate" in annotation:
        made.set("creationdate", str(annotation.CreationDate))
    if "/QuadPoints" in annotation:
        made.set("coords", _numbers(annotation.QuadPoints))
    if "/C" in annotation:
        made.set("color", "#" + "".join(f"{round(float(part) * 255):02X}" for part in annotation.C))
    flags = int(annotation.get("/F", 0))
    made.set("flags", ",".join(word for bit, word in _FLAGS if flags & bit))
    _add_answer(made, annotation)
    etree.SubElement(made, _tag("contents")).text = str(annotation.get("/Contents", ""))
    return made


def _add_answer(made: etree._Element, annotation: pikepdf.Object) -> None:
    """Say which comment an annotation answers, and the state it gives that one."""
    if "/IRT" in annotation:
        made.set("inreplyto", str(annotation.IRT.get("/NM", "")))
        made.set("replyType", "reply")
    for key, name in (("/State", "state"), ("/StateModel", "statemodel")):
        if key in annotation:
            made.set(name, str(annotation[key]))


def _numbers(values: pikepdf.Object) -> str:
    return ",".join(f"{float(value):.2f}" for value in values)


def _tag(name: str) -> str:
    return f"{{{_NAMESPACE}}}{name}"
