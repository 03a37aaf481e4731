"""Where sentences begin and end."""

from hypothesis import given
from hypothesis import strategies as st

from dossier.link.sentences import Sentences
from dossier.model import Passage
from dossier.parse.markdown import parse_markdown
from tests.text_cases import Agree, Case, every_case


def sentences_of(passage: Passage) -> list[str]:
    sentences = Sentences(passage)
    spans = dict.fromkeys(sentences.around(offset) for offset in range(len(passage.text)))
    return [passage.text[start:stop] for start, stop in spans if start < stop]


@every_case("sentences")
def test_sentences(case: Case, agree: Agree) -> None:
    passages = parse_markdown(case.input).passages

    agree(case, "\n".join(repr(it) for passage in passages for it in sentences_of(passage)))


@given(st.text(alphabet="aB .!?\"'\n1(…。", max_size=80))
def test_sentences_cover_all_but_white_space_and_do_not_overlap(text: str) -> None:
    found = sentences_of(Passage("paragraph", "p", text, 0))

    assert "".join("".join(found).split()) == "".join(text.split())


def test_a_sentence_without_end_is_cut_at_a_space() -> None:
    text = "word " * 1_000

    lengths = {len(sentence) for sentence in sentences_of(Passage("paragraph", "p", text, 0))}

    assert max(lengths) <= 900
