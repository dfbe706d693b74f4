import time

from lxml import etree

from reviewer.formats.docx_names import W
from reviewer.formats.docx_paragraph_styles import DocxStyles
from reviewer.redacting.docx_form_fields import HiddenRuns

STYLES = f"""<w:styles xmlns:w="{W[1:-1]}"><w:style w:type="paragraph" w:styleId="Unseen"><w:name w:val="Unseen"/>
<w:rPr><w:vanish/></w:rPr></w:style></w:styles>"""


def paragraph(runs: int, style: str = "") -> etree._Element:
    made = etree.Element(f"{W}p")
    if style:
        etree.SubElement(etree.SubElement(made, f"{W}pPr"), f"{W}pStyle").set(f"{W}val", style)
    for _ in range(runs):
        etree.SubElement(made, f"{W}r")
    return made


def test_the_style_of_each_paragraph_counts_for_its_runs():
    hidden = HiddenRuns(DocxStyles(etree.fromstring(STYLES)))
    seen, unseen = paragraph(2), paragraph(2, "Unseen")
    runs = [*seen.iterchildren(f"{W}r"), *unseen.iterchildren(f"{W}r"), *seen.iterchildren(f"{W}r")]
    assert [hidden.has(run) for run in runs] == [False, False, True, True, False, False]


def test_a_paragraph_of_very_many_runs_is_looked_through_once():
    hidden, long = HiddenRuns(DocxStyles(None)), paragraph(60_000)
    started = time.process_time()
    assert not any(hidden.has(run) for run in long)
    assert time.process_time() - started < 5
