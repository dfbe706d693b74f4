import pytest

from reviewer.model.document import NoticeCode
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.opening.html import read_html
from reviewer.opening.reading import Reading
from tests.documents.html_builder import build_page


def read(body: str, head: str = "") -> Reading:
    return read_html("page.html", build_page(body, head))


def blocks(reading: Reading) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(reading.text)) for block in reading.blocks]


def furniture(reading: Reading) -> list[str]:
    return [block.span.of(reading.text) for block in reading.blocks if block.furniture]


def test_white_space_collapses_as_in_a_browser():
    assert read("<p>One\n   two <b> three</b>,\tfour</p>").text == "One two three, four"


def test_a_no_break_space_is_kept():
    assert read("<p>27&nbsp;pounds</p>").text == "27\u00a0pounds"


def test_entities_become_their_characters():
    assert read("<p>&ldquo;Yes&rdquo; &mdash; &#8364;5 &amp; &eacute;</p>").text == "“Yes” — €5 & é"


def test_a_line_break_is_kept_and_parts_lines():
    reading = read("<div>One<br>two<br><br>three</div>")
    assert reading.text == "One\ntwo\n\nthree"
    assert [words for _, words in blocks(reading)] == ["One", "two", "three"]


def test_the_first_level_heading_is_the_headline():
    reading = read("<h1>Boat back</h1><p>It sailed.</p><h2>Money</h2><p>It cost.</p>")
    assert [kind for kind, _ in blocks(reading)] == ["headline", "paragraph", "heading", "paragraph"]


def test_a_page_whose_body_shows_no_headline_gets_the_one_of_its_head():
    reading = read("<p>It sailed.</p>", '<meta property="og:title" content="Boat back"><title>x | y</title>')
    assert blocks(reading) == [("headline", "Boat back"), ("paragraph", "It sailed.")]


def test_the_name_of_the_site_is_no_part_of_the_title():
    assert blocks(read("<p>It sailed.</p>", "<title>Boat back | Harbour Post</title>"))[0] == ("headline", "Boat back")


def test_scripts_styles_and_hidden_parts_are_left_out():
    reading = read(
        "<script>var a</script><style>p{}</style><noscript>no</noscript><template><p>t</p></template>"
        '<p hidden>h</p><p style="display: none">d</p><p class="sr-only">s</p><p>Seen.</p>'
    )
    assert reading.text == "Seen."
    assert NoticeCode.HIDDEN_TEXT in [notice.code for notice in reading.notices]


def test_a_class_that_hides_on_small_screens_only_hides_nothing():
    assert read('<p class="hidden md:block">Seen.</p>').text == "Seen."


def test_captions_quotes_lists_and_tables_are_told():
    reading = read(
        "<figure><figcaption>The boat</figcaption></figure><blockquote><p>We sail.</p></blockquote>"
        "<ul><li>one</li></ul><table><tr><th>Year</th><th>Fare</th></tr><tr><td>2024</td><td>£27</td></tr></table>"
    )
    assert [kind for kind, _ in blocks(reading)] == ["caption", "quote", "list_item"] + ["table_cell"] * 4
    assert reading.text.endswith("Year\tFare\n2024\t£27")


def test_a_table_that_lays_out_the_page_is_read_as_paragraphs():
    page = "<table><tr><td><p>One.</p><p>Two.</p></td><td><p>Three.</p></td></tr></table>"
    assert blocks(read(page)) == [("paragraph", "One."), ("paragraph", "Two."), ("paragraph", "Three.")]


def test_navigation_asides_and_footers_are_furniture_and_not_lost():
    reading = read(
        "<nav><a>Home</a></nav><article><h1>Boat</h1><p>It sailed.</p><aside><p>Other boats</p></aside></article>"
        "<footer>About us</footer>"
    )
    assert furniture(reading) == ["Home", "Other boats", "About us"]


def test_classes_of_furniture_are_understood():
    story = "<p>" + "It sailed on Friday. " * 10 + "</p>"
    page = f'<h1>Boat</h1><div class="article__byline">Ada Quill</div>{story}<div class="newsletterSignup">Hello</div>'
    assert furniture(read(page)) == ["Ada Quill", "Hello"]


def test_a_class_never_turns_the_story_into_furniture():
    story = "<p>" + "It sailed on Friday. " * 10 + "</p>"
    page = f'<div class="page-with-sidebar related">{story * 3}</div><p class="newsletter">{story}</p>'
    assert furniture(read(page)) == []


def test_nothing_is_fetched_and_what_was_left_out_is_counted():
    reading = read(
        '<p>It sailed.</p><img src="https://pix.example/a.png"><iframe src="//v.example"></iframe><img src="a.png">'
    )
    notice = next(n for n in reading.notices if n.code is NoticeCode.REMOTE_CONTENT_LEFT_OUT)
    assert notice.arguments == {"count": "2"}


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2025-09-16T10:14:00+01:00">',
        '<script type="application/ld+json">{"@graph":[{"datePublished":"2025-09-16T10:14:00Z"}]}</script>',
        '<script type="application/ld+json">{broken "datePublished": "2025-09-16"}</script>',
    ],
)
def test_the_day_of_publication_is_read_from_the_head(head):
    assert read("<p>It sailed.</p>", head).published == "2025-09-16"


def test_a_time_element_dates_the_page():
    assert read('<time datetime="2025-09-16T08:00">Tuesday</time><p>It sailed.</p>').published == "2025-09-16"


def test_the_encoding_is_the_one_the_page_declares():
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>“Café”</p></body></html>'.encode("cp1252")
    assert read_html("page.html", page).text == "“Café”"
    russian = '<html><head><meta charset="windows-1251"></head><body><p>Паром</p></body></html>'.encode("cp1251")
    assert read_html("page.html", russian).text == "Паром"


def test_a_megabyte_of_nested_boxes_is_refused_and_not_lost():
    with pytest.raises(ReviewerError) as caught:
        read("<div>" * 200_000 + "deep")
    assert caught.value.problem.code is ProblemCode.TOO_DEEP


def test_preformatted_text_keeps_its_spaces():
    assert read("<pre>a   b\n  c</pre>").text == "a   b\n  c"
