"""`python bench/corpus.py N DIR`: a dossier of N documents of about 9 kB, the same to the byte each time.

Three hundred acronyms and terms, five hundred people, organisations and places with two to four names; each
document names about fifteen of the first and twenty of the second, in 35 passages with headings, quotations,
lists and links.
"""

import random
import sys
from pathlib import Path

LEXICON = 300
NAMED = 500
SYLLABLES = [
    "ba",
    "be",
    "bi",
    "bo",
    "bu",
    "da",
    "de",
    "di",
    "do",
    "du",
    "fa",
    "fe",
    "fi",
    "fo",
    "ga",
    "ge",
    "gi",
    "go",
    "ka",
    "ke",
    "ki",
    "ko",
    "ku",
    "la",
    "le",
    "li",
    "lo",
    "lu",
    "ma",
    "me",
    "mi",
    "mo",
    "mu",
    "na",
    "ne",
    "ni",
    "no",
    "nu",
    "pa",
    "pe",
    "pi",
    "po",
    "ra",
    "re",
    "ri",
    "ro",
    "ru",
    "sa",
    "se",
    "si",
    "so",
    "su",
    "ta",
    "te",
    "ti",
    "to",
    "tu",
    "va",
    "ve",
    "vi",
    "vo",
    "za",
    "zo",
]
LETTERS = "ABCDEFGHIKLMNOPRSTUVWZ"
SMALL = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "that",
    "a",
    "is",
    "was",
    "for",
    "on",
    "as",
    "with",
    "by",
    "at",
    "from",
    "it",
    "be",
    "are",
    "this",
    "or",
    "an",
    "not",
    "which",
    "had",
]


class Corpus:
    """Words, names and documents drawn from one seed."""

    def __init__(self, seed: int = 20240202) -> None:
        self.random = random.Random(seed)  # noqa: S311  (no secret: the same bytes each time are wanted)
        self.words = [self._word(2, 4) for _ in range(4000)]
        self.acronyms = self._distinct(self._acronym, LEXICON * 2 // 3)
        self.terms = self._distinct(lambda: f"{self._word(3, 4)} {self._word(3, 4)}", LEXICON // 3)
        self.names = self._distinct(lambda: f"{self._name()} {self._name()}", NAMED)

    def _word(self, least: int, most: int) -> str:
        return "".join(
            self.random.choice(SYLLABLES) for _ in range(self.random.randint(least, most))
        )

    def _name(self) -> str:
        return self._word(2, 3).capitalize()

    def _acronym(self) -> str:
        return "".join(self.random.choice(LETTERS) for _ in range(self.random.randint(3, 5)))

    @staticmethod
    def _distinct(make: "object", count: int) -> list[str]:
        found: dict[str, None] = {}
        while len(found) < count:
            found[make()] = None  # type: ignore[operator]
        return list(found)

    def sentence(self, named: list[str]) -> str:
        """Nine to seventeen words, some of them a name out of `named`."""
        words: list[str] = []
        for _ in range(self.random.randint(9, 17)):
            draw = self.random.random()
            pool = SMALL if draw < 0.4 else self.words
            words.append(named.pop() if named and draw > 0.93 else self.random.choice(pool))
        return (words[0][0].upper() + words[0][1:] + " " + " ".join(words[1:])).strip() + "."

    def paragraph(self, named: list[str]) -> str:
        """Two to four sentences."""
        return " ".join(self.sentence(named) for _ in range(self.random.randint(2, 4)))

    def document(self, number: int, count: int) -> str:
        """About 1,400 words."""
        draw = self.random
        named = draw.sample(self.acronyms + self.terms, 15) + draw.sample(self.names, 20)
        named += draw.choices(named, k=30)
        draw.shuffle(named)
        blocks: list[str] = []
        for block in range(35):
            text = self.paragraph(named)
            if block % 9 == 0:
                blocks.append(f"## {self._name()} {self._word(2, 3)} {block}")
            if block % 11 == 5:
                text = f"> {text}"
            elif block % 13 == 7:
                text = "\n".join(f"- {self.sentence(named)}" for _ in range(3))
            elif block % 10 == 3:
                other = draw.randrange(count)
                text += f" See [another](document-{other:05}.md) and **{self._word(2, 3)}** *{self._word(2, 3)}*."
            blocks.append(text)
        blocks.append(
            f"The last word on {number} stands [elsewhere](https://example.org/{number})."
        )
        return "\n\n".join(blocks) + "\n"

    def record(self, number: int) -> str:
        """A document's record."""
        draw = self.random
        return (
            f"title: {self._name()} {self._word(2, 4)} {self._word(2, 4)} {number}\n"
            f"type: {draw.choice(('report', 'article-newspaper', 'speech'))}\n"
            f"author: {draw.choice(self.names)}\n"
            f"container-title: The {draw.choice(self.words).capitalize()} Review\n"
            f"date: 20{draw.randrange(14, 25)}-{draw.randrange(1, 13):02}-{draw.randrange(1, 29):02}\n"
            f"url: https://example.org/{number}\n"
            f"summary: {self.sentence([])}\n"
            f"tags: [{draw.choice(self.words[:40])}, {draw.choice(self.words[:40])}]\n"
        )

    def glossary(self) -> str:
        """The acronyms and terms."""
        acronyms = [
            f"- term: {acronym}\n  expansion: {self._name()} {self._name()} {self._name()}\n"
            f"  definition: {self.sentence([])}\n"
            for acronym in self.acronyms
        ]
        terms = [f"- term: {term}\n  definition: {self.sentence([])}\n" for term in self.terms]
        return "".join((*acronyms, *terms))

    def named(self, part: int) -> str:
        """A third of the people, organisations and places."""
        entries = []
        for name in self.names[part::3]:
            first, last = name.split()
            aliases = [
                f"{first[0]}. {last}",
                f"{last} {self._name()}",
                f"{first} {self._name()} {last}",
            ]
            chosen = ", ".join(aliases[: self.random.randint(1, 3)])
            entries.append(
                f"- name: {name}\n  aliases: [{chosen}]\n  definition: {self.sentence([])}\n"
            )
        return "".join(entries)


def write(count: int, root: Path) -> None:
    """Write the dossier of `count` documents into `root`."""
    corpus = Corpus()
    files = {
        "dossier.yaml": "title: The corpus\nbase_url: https://example.org/corpus/\n",
        "content/index.md": "---\ntitle: The corpus\n---\nWords to begin with.\n",
        "content/glossary.yaml": corpus.glossary(),
        "content/people.yaml": corpus.named(0),
        "content/organisations.yaml": corpus.named(1),
        "content/places.yaml": corpus.named(2),
    }
    for number in range(count):
        files[f"seeds/document-{number:05}.md"] = corpus.document(number, count)
        files[f"seeds/document-{number:05}.md.yaml"] = corpus.record(number)
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
