"""Copies one DOCX part: changes accepted, fields and controls replaced by what they show, nothing unknown."""

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from reviewer.formats.docx_names import MC, A, R, W
from reviewer.formats.docx_namespaces import PREFIXES, local_name, new_root, prefix_of
from reviewer.formats.docx_paragraph_styles import DocxStyles, is_on
from reviewer.formats.markup_vocabulary import XML_NAMES
from reviewer.model.redaction import RedactionLoss
from reviewer.redacting.docx_crops import VML_CROPS, drawing_crop, set_or_drop, vml_crop, without
from reviewer.redacting.docx_fields import Fields, kept_instruction
from reviewer.redacting.docx_form_fields import HiddenRuns, shown_by_form_field
from reviewer.redacting.docx_links import PartLinks
from reviewer.redacting.docx_tags import DROPPED, OFFICE, PIC, TEXT, UNWRAPPED, VALUES, VML, C
from reviewer.redacting.docx_values import PARAGRAPH_ID, Values, is_paragraph_id
from reviewer.redacting.ledger import Ledger

_BLIP_FILLS = (f"{PIC}blipFill", f"{A}blipFill")
_UNSEEN = "data that no reader shows"
_NO_REFERENCE = "Sheet1!$A$1"


@dataclass(frozen=True)
class DocxShared:
    """What all parts of one file share: styles (hidden or not), bookmarks that are led to, and judged values."""

    styles: DocxStyles
    bookmarks: dict[str, str]
    values: Values


class PartCopier:
    """Copies one part. `place` names it in hits and reports."""

    def __init__(self, ledger: Ledger, shared: DocxShared, links: PartLinks, place: str) -> None:
        self._ledger = ledger
        self._shared = shared
        self._links = links
        self._place = place
        self._fields = Fields(self._saw_instruction)
        self._hidden = HiddenRuns(shared.styles)
        self._joining: list[etree._Element] = []
        self._stray: list[str] = []
        self._handlers = self._make_handlers()

    def copy(self, root: etree._Element) -> etree._Element:
        """Return the root of the new part; its text is still as it was."""
        made = new_root(str(root.tag))
        self._shared.values.copy(root, made, self._place)
        self._stray_text(root.text)
        self._content(root, made)
        self._fields.finish()
        for paragraph in self._joining:
            _join_with_next(paragraph)
        self._ledger.look(f"{self._place}, text between the paragraphs", "\n".join(self._stray))
        return made

    def _make_handlers(self) -> dict[str, Callable[[etree._Element, etree._Element], None]]:
        return {
            f"{W}p": self._paragraph,
            f"{W}r": self._run,
            f"{W}tr": self._row,
            f"{W}tc": self._cell,
            f"{W}sdt": self._control,
            f"{W}fldSimple": self._simple_field,
            f"{W}instrText": lambda element, _: self._fields.add_instruction(element.text or ""),
            f"{W}bookmarkStart": self._bookmark,
            f"{W}hyperlink": self._link,
            f"{W}headerReference": self._linked,
            f"{W}footerReference": self._linked,
            f"{W}altChunk": self._linked,
            f"{C}chart": self._chart,
            f"{A}hlinkClick": self._linked,
            f"{W}object": self._object,
            f"{W}comment": self._comment,
            f"{MC}AlternateContent": self._alternative,
            f"{VML}imagedata": self._vml_picture,
            **dict.fromkeys(_BLIP_FILLS, self._filled),
        }

    def _content(self, source: etree._Element, target: etree._Element) -> None:
        for child in source:
            if isinstance(child.tag, str):
                self._element(child, target)
                self._stray_text(child.tail)

    def _element(self, element: etree._Element, target: etree._Element) -> None:
        tag = str(element.tag)
        handler = self._handlers.get(tag)
        if handler is not None:
            handler(element, target)
        elif tag in DROPPED:
            self._drop(element, DROPPED[tag])
        elif tag in UNWRAPPED:
            self._unwrap(element, target, UNWRAPPED[tag])
        elif prefix_of(tag) in ("?", "") or not self._shared.values.is_safe("", local_name(tag)):
            self._drop_unless_known(element, target)
        else:
            self._copied(element, target)

    def _drop_unless_known(self, element: etree._Element, target: etree._Element) -> None:
        if prefix_of(str(element.tag)) not in ("?", "") and local_name(str(element.tag)) in XML_NAMES:
            self._copied(element, target)
        else:
            self._shared.values.enter(f"{self._place}, element", local_name(str(element.tag)))
            self._drop(element, None)

    def _copied(self, source: etree._Element, target: etree._Element) -> etree._Element | None:
        tag = str(source.tag)
        made = etree.SubElement(target, tag)
        whole = self._shared.values.copy(source, made, self._place)
        self._follow_links(source, made)
        if tag in TEXT:
            made.text = source.text
            without(made, "{http://www.w3.org/XML/1998/namespace}space")
        elif tag in VALUES:
            whole = self._take_value(source, made) and whole
        else:
            self._stray_text(source.text)
        if not whole:
            self._drop(source, None)
            target.remove(made)
            return None
        self._content(source, made)
        return made

    def _take_value(self, source: etree._Element, made: etree._Element) -> bool:
        value = source.text or ""
        if self._shared.values.is_safe("text", value):
            made.text = value
            return True
        self._ledger.look(f"{self._place}, value", value)
        made.text = {f"{C}f": _NO_REFERENCE, f"{C}formatCode": "General"}.get(str(source.tag))
        return made.text is not None

    def _drop(self, element: etree._Element, loss: RedactionLoss | None) -> None:
        words = "".join(str(piece) for piece in element.itertext())
        place = f"{self._place}, {_NAMES_OF_LOSSES.get(loss, _UNSEEN)}" if loss else f"{self._place}, {_UNSEEN}"
        self._ledger.look(place, words)
        self._shared.values.look(element, place)
        if loss is not None:
            self._ledger.lose(loss, self._place)

    def _unwrap(self, element: etree._Element, target: etree._Element, loss: RedactionLoss | None = None) -> None:
        self._look_at_attributes(element)
        if loss is not None:
            self._ledger.lose(loss, self._place)
        self._content(element, target)

    def _look_at_attributes(self, element: etree._Element) -> None:
        self._shared.values.look_at_own(element, f"{self._place}, attribute")

    def _paragraph(self, element: etree._Element, target: etree._Element) -> None:
        made = self._copied(element, target)
        self._fields.end_paragraph()
        own_id = element.get(PARAGRAPH_ID, "")
        if made is None:
            return
        if self._links.keeps_paragraph_ids and is_paragraph_id(own_id):
            made.set(PARAGRAPH_ID, own_id)
        if element.find(f"{W}pPr/{W}rPr/{W}del") is not None:
            self._joining.append(made)

    def _run(self, element: etree._Element, target: etree._Element) -> None:
        if self._hidden.has(element):
            self._drop(element, RedactionLoss.HIDDEN_TEXT)
            return
        self._look_at_attributes(element)
        made = etree.SubElement(target, element.tag)
        for child in element:
            tag = child.tag
            if tag == f"{W}fldChar":
                self._form_field(child, made)
                self._fields.meet(child, made)
            elif tag in (f"{W}rPr", f"{W}instrText") or not self._fields.is_in_instruction:
                if isinstance(tag, str):
                    self._element(child, made)
            else:
                self._drop(child, None)
            self._stray_text(child.tail)
        if len(made) == 0 or (len(made) == 1 and made[0].tag == f"{W}rPr"):
            target.remove(made)

    def _form_field(self, mark: etree._Element, run: etree._Element) -> None:
        for other in mark:
            if isinstance(other.tag, str) and other.tag != f"{W}ffData":
                self._drop(other, None)
        data = mark.find(f"{W}ffData")
        if data is None:
            return
        self._drop(data, RedactionLoss.FORM_FIELDS)
        if shown := shown_by_form_field(data):
            etree.SubElement(run, f"{W}t").text = shown

    def _row(self, element: etree._Element, target: etree._Element) -> None:
        if element.find(f"{W}trPr/{W}del") is not None:
            self._drop(element, RedactionLoss.REVISIONS)
        elif is_on(element.find(f"{W}trPr/{W}hidden")):
            self._drop(element, RedactionLoss.HIDDEN_TEXT)
        else:
            self._copied(element, target)

    def _cell(self, element: etree._Element, target: etree._Element) -> None:
        if element.find(f"{W}tcPr/{W}cellDel") is not None:
            self._drop(element, RedactionLoss.REVISIONS)
        else:
            self._copied(element, target)

    def _control(self, element: etree._Element, target: etree._Element) -> None:
        for child in element:
            if child.tag == f"{W}sdtContent":
                self._content(child, target)
            elif isinstance(child.tag, str):
                self._drop(child, None)
        self._ledger.lose(RedactionLoss.FORM_FIELDS, self._place)

    def _simple_field(self, element: etree._Element, target: etree._Element) -> None:
        instruction = element.get(f"{W}instr", "")
        kept = kept_instruction(instruction)
        if kept:
            made = etree.SubElement(target, element.tag)
            made.set(f"{W}instr", kept)
            self._content(element, made)
            return
        self._saw_instruction(instruction)
        self._content(element, target)

    def _saw_instruction(self, instruction: str) -> None:
        was_hit = self._ledger.look(f"{self._place}, field", instruction)
        if instruction.strip() and not kept_instruction(instruction):
            loss = RedactionLoss.LINKS if "HYPERLINK" in instruction.upper() else RedactionLoss.FORM_FIELDS
            self._ledger.lose(loss, self._place)
        elif was_hit:
            self._ledger.lose(RedactionLoss.FORM_FIELDS, self._place)

    def _bookmark(self, element: etree._Element, target: etree._Element) -> None:
        name = element.get(f"{W}name", "")
        self._ledger.look_at_name(f"{self._place}, bookmark", name)
        if name in self._shared.bookmarks:
            number = str(list(self._shared.bookmarks).index(name) + 1)
            for tag in (f"{W}bookmarkStart", f"{W}bookmarkEnd"):
                etree.SubElement(target, tag).set(f"{W}id", number)
            target[-2].set(f"{W}name", self._shared.bookmarks[name])

    def _link(self, element: etree._Element, target: etree._Element) -> None:
        made = self._copied(element, target)
        if made is None:
            return
        anchor = element.get(f"{W}anchor", "")
        without(made, f"{W}anchor")
        if anchor in self._shared.bookmarks and element.get(f"{R}id") is None:
            made.set(f"{W}anchor", self._shared.bookmarks[anchor])
        if f"{R}id" not in made.attrib and f"{W}anchor" not in made.attrib:
            _replace_by_content(made)

    def _linked(self, element: etree._Element, target: etree._Element) -> None:
        """Copy an element that is nothing without its link."""
        made = self._copied(element, target)
        if made is not None and f"{R}id" not in made.attrib:
            target.remove(made)

    def _chart(self, element: etree._Element, target: etree._Element) -> None:
        if element.get(f"{R}id") is None:
            self._copied(element, target)
        else:
            self._linked(element, target)

    def _object(self, element: etree._Element, target: etree._Element) -> None:
        """Keep the picture of an embedded object; the object goes."""
        made = etree.SubElement(target, f"{W}pict")
        self._stray_text(element.text)
        self._content(element, made)

    def _comment(self, element: etree._Element, target: etree._Element) -> None:
        made = self._copied(element, target)
        author = element.get(f"{W}author", "")
        if made is None or not (author or element.get(f"{W}initials")):
            return
        if self._ledger.look(f"{self._place}, author", author) or self._ledger.finder.hides_a_term(author):
            made.set(f"{W}author", self._ledger.block())
            made.set(f"{W}initials", "")
        if self._ledger.look(f"{self._place}, author", element.get(f"{W}initials", "")):
            made.set(f"{W}initials", "")

    def _alternative(self, element: etree._Element, target: etree._Element) -> None:
        chosen = None
        for child in element:
            needs = (child.get("Requires") or "").split()
            spaces = [PREFIXES.get(child.nsmap.get(prefix, "")) for prefix in needs]
            if chosen is None and child.tag == f"{MC}Choice" and spaces and all(spaces):
                chosen = child
                made = etree.SubElement(etree.SubElement(target, element.tag), child.tag)
                made.set("Requires", " ".join(space for space in spaces if space))
                self._content(child, made)
        for child in element.iterchildren(f"{MC}Fallback"):
            if chosen is None:
                self._content(child, target)
            elif _words(child) != _words(chosen):
                self._drop(child, None)

    def _filled(self, element: etree._Element, target: etree._Element) -> None:
        made = self._copied(element, target)
        blip, crop = element.find(f"{A}blip"), element.find(f"{A}srcRect")
        if made is None or blip is None:
            return
        new_blip, new_crop = made.find(f"{A}blip"), made.find(f"{A}srcRect")
        if new_blip is not None:
            set_or_drop(new_blip, f"{R}embed", self._links.picture(blip.get(f"{R}embed"), drawing_crop(crop)))
        if new_crop is not None:
            made.remove(new_crop)

    def _vml_picture(self, element: etree._Element, target: etree._Element) -> None:
        made = self._copied(element, target)
        if made is None:
            return
        for name in (*VML_CROPS, f"{OFFICE}title"):
            without(made, name)
        set_or_drop(made, f"{R}id", self._links.picture(element.get(f"{R}id"), vml_crop(element)))

    def _follow_links(self, source: etree._Element, made: etree._Element) -> None:
        if str(source.tag) in (f"{A}blip", f"{VML}imagedata"):
            return
        for name, value in source.attrib.items():
            if str(name).startswith(R):
                new = self._links.follow(str(value))
                if new is not None:
                    made.set(name, new)

    def _stray_text(self, text: str | None) -> None:
        if text and not text.isspace():
            self._stray.append(text)


_NAMES_OF_LOSSES = {
    RedactionLoss.REVISIONS: "tracked change",
    RedactionLoss.HIDDEN_TEXT: "hidden text",
    RedactionLoss.EMBEDDED_OBJECT: "embedded object",
    RedactionLoss.FORM_FIELDS: "form field",
}


def _join_with_next(paragraph: etree._Element) -> None:
    following = paragraph.getnext()
    if following is None or following.tag != f"{W}p":
        return
    at = 1 if len(following) and following[0].tag == f"{W}pPr" else 0
    for child in [child for child in paragraph if child.tag != f"{W}pPr"]:
        following.insert(at, child)
        at += 1
    parent = paragraph.getparent()
    if parent is not None:
        parent.remove(paragraph)


def _replace_by_content(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    parent[at : at + 1] = list(element)


def _words(element: etree._Element) -> list[str]:
    return "".join(str(piece) for piece in element.itertext()).split()
