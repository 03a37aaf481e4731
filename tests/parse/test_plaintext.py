import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dossier.parse.characters import without_controls
from dossier.parse.plaintext import to_markdown

PARSERS = (
    MarkdownIt("commonmark", {"html": False}),
    MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]),
)
MARKS = (
    *(
        "\t",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\r",
        "\f",
        "\x00",
        "\x0b",
        "\x1c",
        "\x85",
        "\u00a0",
        "\u2003",
    ),
    *("\u2028", "#", "##", "-", "- ", "+", "+++", "1.", "1) ", "2023. ", ">", "*", "**", "_", "__"),
    *("`", "```", "~", "~~", "~~~", "|", "||", "|-", ":-", "===", "---", "[x]", "[x]: y", "[[y]]"),
    *("![", "](", ")", "[^1]", "[^1]: n", "<b>", "</b>", "<!--", "<?", "<a@b.c>", "<http://x>"),
    *(
        "&amp;",
        "&#35;",
        "&",
        ";",
        "\\",
        "\\\\",
        "http://",
        "www.",
        "a",
        "é",
        "B",
        "7",
        ".",
        "(",
        "!",
    ),
)
TEXTS = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=["Cs"])),
    st.lists(st.sampled_from(MARKS), max_size=12).map("".join),
)


def shown(parser: MarkdownIt, markdown: str) -> tuple[list[str], list[str]]:
    """The paragraphs as a browser has them in `textContent`, and the elements that are none."""
    words: list[str] = []
    others: list[str] = []
    for token in parser.parse(markdown):
        children = token.children or []
        if token.type == "inline":
            words.append(
                "".join("\n" if each.type == "softbreak" else each.content for each in children)
            )
            others += [each.type for each in children if each.type not in {"text", "softbreak"}]
        elif token.type not in {"paragraph_open", "paragraph_close"}:
            others.append(token.type)
    return words, others


def paragraphs(text: str) -> list[str]:
    """What the module's docstring promises to show."""
    lines = re.sub("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]", "\ufffd", re.sub("\r\n?", "\n", text))
    blocks = "\n".join(line if line.strip() else "" for line in lines.split("\n"))
    return [block.strip("\n") for block in re.split("\n\n+", blocks) if block.strip("\n")]


@pytest.mark.parametrize("parser", PARSERS, ids=["commonmark", "with HTML and tables"])
@given(text=TEXTS)
@example("| a | b |\n|---|---|\n| 1 | 2 |")
@example("a\n===\n\nb\n---")
@example("[x]: y\n\n[x]")
@example("1. a\n01) b\n   3. c")
@example("[a [b](c)](d) [e]\\(f)")
@example("*[PMF]: Popular")
@example("`a` ``b` \\`c`")
@example("a\\\nb  \nc")
def test_every_text_is_shown_as_it_is(parser: MarkdownIt, text: str) -> None:
    words, others = shown(parser, to_markdown(text))

    assert (words, others) == (paragraphs(text), [])


@given(text=TEXTS)
def test_every_line_stays_on_its_line(text: str) -> None:
    lines = re.split("\r\n?|\n", text)

    markdown = to_markdown(text).split("\n")

    assert [bool(line) for line in markdown] == [
        bool(without_controls(line).strip()) for line in lines
    ]


@pytest.mark.parametrize(
    "prose",
    [
        "Early this morning in northern Iraq, U.S. military personnel were",
        "[Applause.] He said 5 * 3 = 15 (see C:\\Users\\x), about ~200 people & <5% more.",
        "MS. JEAN-PIERRE: snake_case, http://example.org/a?b=c&d=e #hashtag - dash",
        "| a | b |",
    ],
)
def test_ordinary_prose_comes_out_unchanged(prose: str) -> None:
    assert to_markdown(prose) == prose


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "[a" * 100_000,
        "_" * 100_000,
        "`" * 100_000,
        "<" * 100_000,
        " " * 100_000 + "x",
    ],
    ids=lambda text: text[:2],
)
def test_a_hundred_thousand_marks_take_no_more_than_their_length(text: str) -> None:
    markdown = to_markdown(text)

    assert len(markdown) <= 2 * len(text)
