"""A PDF laid bare: every drawn thing on a page of its own, nothing clipped, covered, faint or switched off."""

import io
import re

import pikepdf

from reviewer.proof.recovering.pdf_objects import page_objects

_HUGE = (-14000, -14000, 14000, 14000)
_MOST_EXTRA_PAGES = 1_500
_MOST_NESTED = 200
_SIDES_OF_A_RECTANGLE = 6
_WIDEST_STEM = 9.0
_Step = tuple[list[pikepdf.Object], pikepdf.Operator]
_FAULTS = (pikepdf.PdfError, ValueError, TypeError, KeyError, RuntimeError, AttributeError, NotImplementedError)
_TEXT_SHOWN = re.compile(rb"\b(?:Tj|TJ)\b|['\"]\s")
_HIDING_OPERATORS = "W W* gs g G rg RG k K cs CS sc SC scn SCN ri Tr BDC BMC EMC MP DP sh d"
_HIDING = frozenset(_HIDING_OPERATORS.split())
_PAINTING = frozenset(("f", "F", "f*", "B", "B*", "b", "b*", "S", "s"))
_PATH = frozenset(("m", "l", "c", "v", "y", "h", "re"))


class ExtraPages:
    """Pages added to a copy of a PDF, each of which shows one stream; `names` say in order what it is."""

    def __init__(self, pdf: pikepdf.Pdf, content: bytes, names: list[str]) -> None:
        self.names = names
        self.content = content
        self.first = len(pdf.pages) - len(names)


def with_streams_as_pages(pdf: pikepdf.Pdf) -> ExtraPages | None:
    """Return a copy in which every form, appearance, pattern, glyph procedure and loose content stream is a page.

    The open document is changed in memory. None when there is nothing of the kind or no copy can be made.
    """
    try:
        fonts = _all_fonts(pdf)
        shown = {stream.objgen for page in page_objects(pdf) for stream in _contents(page)}
        forms = [(name, form) for name, form in _drawable_streams(pdf, shown)][:_MOST_EXTRA_PAGES]
        if not forms:
            return None
        for _, form in forms:
            _open_up(form)
            _add_page(pdf, form, fonts)
        if "/OCProperties" in pdf.Root:
            del pdf.Root["/OCProperties"]
        return ExtraPages(pdf, _saved(pdf), [name for name, _ in forms])
    except _FAULTS:
        return None


def with_bare_pages(content: bytes, password: str | None, numbers: set[int]) -> bytes | None:
    """Return a copy of which some pages (from 0) show all they draw in black, unclipped, whatever hides it.

    Clips, colours, transparency, layers and filled rectangles are left out, and the visible page is grown to what
    stands outside it. None when no copy can be made.
    """
    try:
        with pikepdf.open(io.BytesIO(content), password=password or "") as pdf:
            if "/OCProperties" in pdf.Root:
                del pdf.Root["/OCProperties"]
            for number in sorted(numbers):
                page = pdf.pages[number]
                stripped = _without_hiding(page)
                page.obj.Contents = pdf.make_stream(stripped)
                for key in ("/CropBox", "/Rotate", "/UserUnit", "/Annots"):
                    if key in page.obj:
                        del page.obj[key]
                page.obj.MediaBox = _grown(page)
            for thing in pdf.objects:
                if isinstance(thing, pikepdf.Stream) and str(thing.get("/Subtype", "")) == "/Form":
                    thing.write(_without_hiding(thing))
                    thing.BBox = pikepdf.Array(_HUGE)
                    for key in ("/OC", "/Group"):
                        if key in thing:
                            del thing[key]
            return _saved(pdf)
    except _FAULTS:
        return None


def _saved(pdf: pikepdf.Pdf) -> bytes:
    written = io.BytesIO()
    pdf.save(written, encryption=False, compress_streams=False)
    return written.getvalue()


def _contents(page: pikepdf.Object) -> list[pikepdf.Object]:
    contents = page.get("/Contents")
    if isinstance(contents, pikepdf.Stream):
        return [contents]
    return [one for one in contents if isinstance(one, pikepdf.Stream)] if isinstance(contents, pikepdf.Array) else []


def _all_fonts(pdf: pikepdf.Pdf) -> pikepdf.Dictionary:
    """Collect the fonts of all resources by name, for streams that have none of their own."""
    fonts = pikepdf.Dictionary()
    for thing in pdf.objects:
        holder = thing.get("/Resources", thing) if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream) else None
        listed = holder.get("/Font") if isinstance(holder, pikepdf.Dictionary) else None
        if isinstance(listed, pikepdf.Dictionary):
            for name, font in listed.items():
                if name not in fonts and isinstance(font, pikepdf.Dictionary):
                    fonts[name] = font if font.is_indirect else pdf.make_indirect(font)
    return fonts


def _drawable_streams(pdf: pikepdf.Pdf, shown: set[tuple[int, int]]) -> list[tuple[str, pikepdf.Stream]]:
    found: list[tuple[str, pikepdf.Stream]] = []
    procedures: dict[tuple[int, int], pikepdf.Object] = {}
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and str(thing.get("/Subtype", "")) == "/Type3":
            for _, procedure in thing.get("/CharProcs", pikepdf.Dictionary()).items():
                procedures[procedure.objgen] = thing.get("/Resources", pikepdf.Dictionary())
    for thing in pdf.objects:
        if not isinstance(thing, pikepdf.Stream) or "/Width" in thing:
            continue
        number = thing.objgen[0]
        if str(thing.get("/Subtype", "")) == "/Form":
            found.append((f"drawing {number}", thing))
        elif "/PatternType" in thing:
            found.append((f"pattern {number}", thing))
        elif thing.objgen in procedures:
            thing.Resources = procedures[thing.objgen]
            found.append((f"glyph {number}", thing))
        elif thing.objgen not in shown and "/Type" not in thing and "/Subtype" not in thing and _shows_text(thing):
            found.append((f"content {number}", thing))
    return found


def _shows_text(stream: pikepdf.Stream) -> bool:
    try:
        return _TEXT_SHOWN.search(stream.read_bytes()) is not None
    except _FAULTS:
        return False


def _open_up(form: pikepdf.Stream) -> None:
    form.Type = pikepdf.Name.XObject
    form.Subtype = pikepdf.Name.Form
    form.BBox = pikepdf.Array(_HUGE)
    for key in ("/OC", "/Group", "/Matrix", "/PatternType"):
        if key in form:
            del form[key]


def _add_page(pdf: pikepdf.Pdf, form: pikepdf.Stream, fonts: pikepdf.Dictionary) -> None:
    resources = form.get("/Resources")
    own = resources.get("/Font") if isinstance(resources, pikepdf.Dictionary) else None
    if not isinstance(resources, pikepdf.Dictionary):
        form.Resources = pikepdf.Dictionary(Font=fonts)
    elif not isinstance(own, pikepdf.Dictionary):
        resources.Font = fonts
    page = pikepdf.Dictionary(
        Type=pikepdf.Name.Page,
        MediaBox=pikepdf.Array(_HUGE),
        Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary(X0=form), Font=fonts),
        Contents=pdf.make_stream(b"/X0 Do"),
    )
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))


def _grown(page: pikepdf.Page) -> pikepdf.Array:
    """Return a box half a page larger on each side, within what pictures can hold."""
    left, bottom, right, top = (float(value) for value in page.mediabox)
    across, up = min((right - left) / 2, 600), min((top - bottom) / 2, 600)
    return pikepdf.Array([left - across, bottom - up, right + across, top + up])


def _without_hiding(drawn: pikepdf.Page | pikepdf.Stream) -> bytes:
    """Return a content stream without what hides: its paths are black, wide filled rectangles are gone."""
    kept: list[_Step | pikepdf.ContentStreamInlineImage] = []
    path: list[_Step] = []
    matrices = [pikepdf.Matrix()]
    for instruction in pikepdf.parse_content_stream(drawn):
        operator = str(instruction.operator)
        if isinstance(instruction, pikepdf.ContentStreamInlineImage):
            kept.append(instruction)
            continue
        step = (list(instruction.operands), instruction.operator)
        if operator in _PATH:
            path.append(step)
        elif operator in _PAINTING or operator == "n":
            if operator != "n" and _may_be_letters(path, matrices[-1]):
                kept += [*path, step]
            path = []
        elif operator not in _HIDING:
            _follow(matrices, operator, step[0])
            kept.append(step)
    return pikepdf.unparse_content_stream(kept)


def _follow(matrices: list[pikepdf.Matrix], operator: str, operands: list[pikepdf.Object]) -> None:
    if operator == "q" and len(matrices) < _MOST_NESTED:
        matrices.append(matrices[-1])
    elif operator == "Q" and len(matrices) > 1:
        matrices.pop()
    elif operator == "cm" and len(operands) == len("abcdef"):
        matrices[-1] = pikepdf.Matrix(*(float(value) for value in operands)) @ matrices[-1]


def _may_be_letters(path: list[_Step], matrix: pikepdf.Matrix) -> bool:
    """Return whether a path has curves or many sides, or is a rectangle as narrow as the stem of a letter."""
    if any(str(operator) in ("c", "v", "y") for _, operator in path) or len(path) > _SIDES_OF_A_RECTANGLE:
        return True
    across = [x for operands, operator in path for x in _across(operands, str(operator), matrix)]
    return bool(across) and max(across) - min(across) <= _WIDEST_STEM


def _across(operands: list[pikepdf.Object], operator: str, matrix: pikepdf.Matrix) -> list[float]:
    """Return how far to the right the corners of a step in a path lie, in points."""
    if operator not in ("m", "l", "re") or len(operands) < 2:
        return []
    x, y = float(operands[0]), float(operands[1])
    corners = [(x, y)]
    if operator == "re" and len(operands) == len("xywh"):
        corners.append((x + float(operands[2]), y + float(operands[3])))
    return [float(matrix.transform(corner)[0]) for corner in corners]
