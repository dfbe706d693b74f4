import io

import pikepdf
from lxml import etree
from pikepdf import Array, Dictionary, Name, String

from reviewer.formats.xfdf import xfdf_of

X = "{http://ns.adobe.com/xfdf/}"


def pdf(*annotations):
    made = pikepdf.new()
    page = made.add_blank_page(page_size=(200, 100))
    page.obj.Annots = made.make_indirect(Array([made.make_indirect(one) for one in annotations]))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def highlight(**more):
    return Dictionary(
        Type=Name.Annot,
        Subtype=Name.Highlight,
        Rect=Array([10, 20, 60.5, 30]),
        QuadPoints=Array([10, 30, 60, 30, 10, 20, 60, 20]),
        C=Array([1, 0.5, 0]),
        NM=String("c1"),
        T=String("Mara Dunmore"),
        Contents=String("Fix: £72 <not> £27"),
        F=4,
        **more,
    )


def read(content):
    return etree.fromstring(xfdf_of(content, "a packet.pdf"))


def test_a_highlight_keeps_author_words_place_and_colour():
    (one,) = read(pdf(highlight())).iter(f"{X}highlight")
    assert (one.get("name"), one.get("title"), one.get("page"), one.get("flags")) == (
        "c1",
        "Mara Dunmore",
        "0",
        "print",
    )
    assert one.get("rect") == "10.00,20.00,60.50,30.00"
    assert one.get("coords").startswith("10.00,30.00,60.00,30.00")
    assert one.get("color") == "#FF8000"
    assert one.findtext(f"{X}contents") == "Fix: £72 <not> £27"


def test_links_and_other_annotations_are_no_comments():
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 1, 1]))
    assert len(read(pdf(link)).find(f"{X}annots")) == 0


def test_the_file_it_belongs_to_is_named():
    assert read(pdf()).find(f"{X}f").get("href") == "a packet.pdf"
