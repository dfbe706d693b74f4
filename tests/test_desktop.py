import configparser
from xml.etree import ElementTree

from reviewer import __version__
from reviewer.assets import resource
from reviewer.reviewing.schema import APPLICATION_ID

MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def mime_type():
    return ElementTree.parse(resource("desktop", "reviewer-mime.xml")).getroot().find(f"{MIME}mime-type")


def entry():
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(resource("desktop", "reviewer.desktop"), "utf-8")
    return parser["Desktop Entry"]


def metainfo():
    return ElementTree.parse(resource("desktop", "reviewer.metainfo.xml")).getroot()


def test_a_review_file_is_known_by_its_ending_and_by_what_stands_in_it():
    assert mime_type().find(f"{MIME}glob").get("pattern") == "*.review"
    inner = mime_type().find(f"{MIME}magic/{MIME}match/{MIME}match")
    assert (inner.get("type"), inner.get("offset"), int(inner.get("value"), 16)) == ("big32", "68", APPLICATION_ID)


def test_the_desktop_opens_review_files_with_reviewer():
    assert entry()["MimeType"] == f"{mime_type().get('type')};"
    assert entry()["Exec"] == "reviewer %F"
    assert metainfo().findtext("provides/mediatype") == mime_type().get("type")


def test_the_icon_that_the_desktop_shows_is_shipped():
    assert resource("icons", f"{entry()['Icon']}.svg").is_file()


def test_the_software_catalogue_names_this_version_first():
    assert metainfo().find("releases/release").get("version") == __version__
    assert metainfo().findtext("launchable") == "reviewer.desktop"
