import pytest

from dossier.model import Source
from dossier.nodes import Scalar, Sequence, Table
from dossier.parse.frontmatter import FrontMatter, Split, read_front_matter, split


def source(text: str) -> Source:
    return Source("seeds/a.md", "document", text, "")


def plain(node: object) -> object:
    match node:
        case Table(pairs=pairs):
            return {key.text: plain(value) for key, value in pairs}
        case Sequence(items=items):
            return [plain(item) for item in items]
        case Scalar(text=text):
            return text
        case _:
            return None


def test_yaml_between_fences_is_split_off_with_its_lines() -> None:
    text = "---\ntitle: A\ndate: 2024\n--- \n\nBody\n"

    assert split(text) == Split("yaml", "title: A\ndate: 2024", 2, "\nBody\n", 5)


def test_toml_between_fences_is_split_off_with_its_lines() -> None:
    assert split('+++\ntitle = "A"\n+++\nBody') == Split("toml", 'title = "A"', 2, "Body", 4)


def test_empty_front_matter_is_front_matter() -> None:
    assert split("---\n---\nBody") == Split("yaml", "", 2, "Body", 3)


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nA text after a break.\n\n---\n\nMore.",
        "Body",
        "",
        "---",
        " ---\na: b\n---",
        "---\n- a\n---\n",
    ],
)
def test_a_thematic_break_is_no_fence(text: str) -> None:
    assert read_front_matter(source(text)) == (FrontMatter(None, "", text, 1), ())


def test_prose_between_two_breaks_stays_text() -> None:
    text = "---\nNote: this is prose: not\na record\n---\nBody"

    front, problems = read_front_matter(source(text))

    assert (front.body, problems) == (text, ())


def test_broken_yaml_in_a_record_is_an_error_with_its_line() -> None:
    front, problems = read_front_matter(source('---\ntitle: "A\ndate: 2024\n---\nBody'))

    assert (front.node, front.body) == (None, "Body")
    assert [each.code for each in problems] == ["yaml-syntax"]
    assert problems[0].position.path == "seeds/a.md"


def test_a_record_that_nothing_ends_is_an_error() -> None:
    _, problems = read_front_matter(source("---\ntitle: A\n\nBody"))

    assert [(each.code, each.position.line) for each in problems] == [("front-matter-open", 1)]


def test_toml_values_become_text_with_their_places() -> None:
    text = '+++\ntitle = "A"\ndate = 2024-01-28\ndraft = true\nsize = 1.10\ntags = ["a", "b"]\n[link]\n"x y" = "z"\n+++\n'

    front, problems = read_front_matter(source(text))

    assert plain(front.node) == {
        "title": "A",
        "date": "2024-01-28",
        "draft": "true",
        "size": "1.10",
        "tags": ["a", "b"],
        "link": {"x y": "z"},
    }
    assert front.node is not None
    assert [value.position.line for _, value in front.node.pairs] == [2, 3, 4, 5, 6, 7]
    assert problems == ()


def test_broken_toml_is_an_error_with_its_place() -> None:
    _, problems = read_front_matter(source('+++\ntitle = "A"\ndate = \n+++\nBody'))

    assert [(each.code, each.position.line, each.position.column) for each in problems] == [
        ("toml-syntax", 3, 8)
    ]
    assert problems[0].excerpt == "date = "
