"""A small dossier that is edited again and again, and what is known of each of its passages meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random

WORDS = [
    "river",
    "valley",
    "bridge",
    "harbour",
    "winter",
    "summer",
    "letter",
    "minister",
    "treaty",
    "border",
    "village",
    "captain",
    "engine",
    "mountain",
    "market",
    "window",
    "silver",
    "copper",
    "timber",
    "wagon",
    "lantern",
    "soldier",
    "teacher",
    "garden",
    "orchard",
    "meadow",
    "canal",
    "library",
    "archive",
    "senate",
    "council",
    "verdict",
    "witness",
    "evidence",
    "inquiry",
    "deputy",
    "speaker",
    "budget",
    "tariff",
    "railway",
    "station",
    "platform",
    "signal",
    "weather",
    "thunder",
    "harvest",
    "granite",
    "marble",
    "pillar",
    "ceiling",
    "corridor",
    "passage",
    "chamber",
    "kitchen",
    "cellar",
    "tower",
    "castle",
    "island",
    "channel",
    "current",
    "anchor",
    "compass",
]


@dataclass
class Paragraph:
    """A passage with the names of all passages that its words come from."""

    words: list[str]
    origins: frozenset[int]
    is_heading: bool = False

    @property
    def text(self) -> str:
        return " ".join(self.words)

    @property
    def markdown(self) -> str:
        return f"## {self.text}" if self.is_heading else f"{self.text}."


@dataclass
class Manuscript:
    """Documents by file name, each a title and its passages."""

    random: Random
    documents: dict[str, tuple[str, list[Paragraph]]] = field(default_factory=dict)
    names: count[int] = field(default_factory=lambda: count(1))

    def begin(self, documents: int) -> None:
        for _ in range(documents):
            self.add_document()

    def add_document(self) -> None:
        body = [self.new(is_heading=at == 2) for at in range(self.random.randint(3, 7))]
        self.documents[f"paper-{next(self.names)}"] = (" ".join(self.some(3)).title(), body)

    def some(self, size: int) -> list[str]:
        return [self.random.choice(WORDS) for _ in range(size)]

    def new(self, *, is_heading: bool = False) -> Paragraph:
        size = self.random.randint(2, 4) if is_heading else self.random.randint(6, 30)
        return Paragraph(self.some(size), frozenset({next(self.names)}), is_heading)

    def write(self, root: Path) -> None:
        folder = root / "seeds"
        folder.mkdir(exist_ok=True)
        for file in folder.iterdir():
            file.unlink()
        for name, (title, body) in self.documents.items():
            text = "\n\n".join([f"# {title}", *(paragraph.markdown for paragraph in body)])
            (folder / f"{name}.md").write_text(f"{text}\n", encoding="utf-8")

    def origins(self, text: str) -> frozenset[int]:
        """Every name of the passages that read like this."""
        bare = text.rstrip(".")
        found = [
            it.origins for _, body in self.documents.values() for it in body if it.text == bare
        ]
        return frozenset().union(*found)

    # what may happen

    def edit(self, kind: str) -> None:
        name = self.random.choice(sorted(self.documents))
        _, body = self.documents[name]
        place = self.random.randrange(len(body)) if body else 0
        if kind in {"rename", "retitle", "swap", "withdraw", "add"}:
            self._edit_document(kind, name)
        elif kind == "insert" or not body:
            body.insert(place, self.new())
        elif kind == "delete":
            del body[place]
        elif kind == "move":
            body.insert(self.random.randint(0, len(body) - 1), body.pop(place))
        elif kind == "carry over":
            other = self.random.choice(sorted(self.documents))
            self.documents[other][1].append(body.pop(place))
        elif kind == "reword":
            self._reword(body, place)
        elif kind == "split":
            self._split(body, place)
        elif kind == "merge" and place + 1 < len(body):
            self._merge(body, place)
        elif kind == "repeat":
            it = body[place]
            body.append(Paragraph(list(it.words), it.origins, it.is_heading))

    def _reword(self, body: list[Paragraph], place: int) -> None:
        it = body[place]
        words = list(it.words)
        for _ in range(self.random.randint(1, max(1, len(words) // 4))):
            words[self.random.randrange(len(words))] = self.random.choice(WORDS)
        body[place] = Paragraph(words, it.origins, it.is_heading)

    def _split(self, body: list[Paragraph], place: int) -> None:
        it = body[place]
        if len(it.words) < 8 or it.is_heading:
            return
        cut = self.random.randint(3, len(it.words) - 3)
        body[place : place + 1] = [
            Paragraph(it.words[:cut], it.origins),
            Paragraph(it.words[cut:], it.origins),
        ]

    def _merge(self, body: list[Paragraph], place: int) -> None:
        one, other = body[place], body[place + 1]
        if not (one.is_heading or other.is_heading):
            whole = Paragraph([*one.words, *other.words], one.origins | other.origins)
            body[place : place + 2] = [whole]

    def _edit_document(self, kind: str, name: str) -> None:
        others = sorted(set(self.documents) - {name})
        title, body = self.documents[name]
        if kind == "rename":
            self.documents[f"paper-{next(self.names)}"] = self.documents.pop(name)
        elif kind == "retitle":
            self.documents[name] = (" ".join(self.some(3)).title(), body)
        elif kind == "add":
            self.add_document()
        elif kind == "swap" and others:
            other = self.random.choice(others)
            self.documents[name], self.documents[other] = self.documents[other], (title, body)
        elif kind == "withdraw" and len(others) > 1:
            del self.documents[name]


EDITS = (
    "reword",
    "insert",
    "delete",
    "move",
    "split",
    "merge",
    "rename",
    "retitle",
    "swap",
    "withdraw",
    "add",
    "carry over",
    "repeat",
)
