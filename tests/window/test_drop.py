from PySide6.QtCore import QMimeData, QUrl

from reviewer.gui.drop import Dropped, files_in, is_web_address, read_mime


def mime(urls=(), text="", html=""):
    made = QMimeData()
    made.setUrls([QUrl.fromLocalFile(str(url)) if not str(url).startswith("http") else QUrl(url) for url in urls])
    if text:
        made.setText(text)
    if html:
        made.setHtml(html)
    return made


def test_files_and_folders_are_told_apart(tmp_path):
    file, folder = tmp_path / "article.txt", tmp_path / "sources"
    file.write_text("words")
    folder.mkdir()
    dropped = read_mime(mime([file, folder]))
    assert (dropped.files, dropped.folders) == ((file,), (folder,))


def test_a_browser_drag_is_an_address(tmp_path):
    assert read_mime(mime(["https://ferries.example/fares"])).addresses == ("https://ferries.example/fares",)


def test_a_pasted_address_is_an_address_and_no_article():
    dropped = read_mime(mime(text="https://ferries.example/fares "))
    assert dropped.addresses == ("https://ferries.example/fares",)
    assert dropped.text == ""


def test_text_that_holds_an_address_is_text():
    assert not is_web_address("See https://ferries.example/fares for more")
    assert read_mime(mime(text="The fare is £27.", html="<p>The fare is £27.</p>")).html == "<p>The fare is £27.</p>"


def test_blank_text_is_neither_an_address_nor_a_file():
    assert read_mime(mime(text="  ")) == Dropped(text="  ")


def test_the_files_of_a_folder_come_without_hidden_ones_and_links(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "mail.eml").write_text("x")
    (tmp_path / "a.pdf").write_text("x")
    (tmp_path / ".hidden").write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert [path.name for path in files_in(tmp_path)] == ["a.pdf", "mail.eml"]
