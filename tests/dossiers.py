"""Generated dossiers, and what people do to them between two builds."""

from dataclasses import dataclass

from hypothesis import strategies as st

Files = dict[str, str]
"""Path in the dossier to the file's text."""

NAMES = (
    "PMF",
    "Popular Mobilization Forces",
    "Baghdad",
    "Karim Haddad",
    "strike",
    "الحشد الشعبي",
    "Katā’ib",
)
PLAIN = (
    "the",
    "report",
    "said",
    "that",
    "of 2 February",
    "was",
    "unclear;",
    "see",
    "and",
    "é",
    "*",
    "<b>",
    "[x]",
    "1.",
)
LINKS = (
    "[[one]]",
    "[[pmf]]",
    "[two](two.md)",
    "[out](https://example.org/)",
    "[[nowhere]]",
    "`PMF`",
    "**PMF**",
)

_words = st.lists(st.sampled_from(NAMES + PLAIN), min_size=1, max_size=12).map(" ".join)
_marked = st.lists(st.sampled_from(NAMES + PLAIN + LINKS), min_size=1, max_size=12).map(" ".join)
_block = st.one_of(
    _marked,
    _marked.map(lambda words: f"## {words}"),
    _marked.map(lambda words: f"> {words}"),
    st.lists(_words, min_size=1, max_size=3).map(
        lambda items: "\n".join(f"- {item}" for item in items)
    ),
    _words.map(lambda words: words.replace(" ", "\n")),
    st.just("| a | PMF |\n|---|---|\n| Baghdad | x |"),
)
markdown = st.lists(_block, min_size=1, max_size=6).map("\n\n".join)
plain = st.lists(_words, min_size=1, max_size=4).map("\n\n".join)
_stem = st.sampled_from(("one", "two", "three", "four"))
_date = st.sampled_from(("2024-02-02", "2024-01", "2014?", "2023-10/2024-02"))


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of the files: `path` gets `text`, goes to `target`, or goes."""

    path: str
    text: str | None = None
    target: str = ""

    def on(self, files: Files) -> Files:
        """The files after the change."""
        after = dict(files)
        if self.text is not None:
            return {**after, self.path: self.text}
        text = after.pop(self.path, None)
        if text is not None and self.target:
            after[self.target] = text
        return after


def record(title: str, date: str, tag: str) -> str:
    """A document's record."""
    return f"title: {title}\ndate: {date}\ntags: [{tag}]\npublisher: A press\n"


_record = st.builds(
    record, st.sampled_from(("One", "Two", "A title")), _date, st.sampled_from(("war", "law"))
)

GLOSSARY = """\
- term: PMF
  expansion: Popular Mobilization Forces
  for: forces
  aliases: [الحشد الشعبي]
"""
ORGANISATIONS = """\
- id: forces
  name: Popular Mobilization Forces
  definition: Armed groups. See [[karim-haddad]].
"""
PEOPLE = """\
- name: Karim Haddad
  role: {role}
  definition: {definition}
"""
CONFIG = "title: {title}\nlanguage: {language}\nbase_url: https://example.org/{base}\n"

_people = st.builds(
    lambda role, words: PEOPLE.format(role=role, definition=words),
    st.sampled_from(("Clerk", "Minister")),
    st.sampled_from(("A man of the PMF.", "He lives in Baghdad.")),
)
_config = st.builds(
    lambda title, language, base: CONFIG.format(title=title, language=language, base=base),
    st.sampled_from(("A dossier", "Another")),
    st.sampled_from(("en", "fr", "ar")),
    st.sampled_from(("", "repo/")),
)
_page = st.builds(
    lambda title, body: f"---\ntitle: {title}\n---\n{body}\n", st.just("Words"), markdown
)

dossiers = st.fixed_dictionaries(
    {
        "dossier.yaml": _config,
        "content/index.md": _page,
        "content/glossary.yaml": st.just(GLOSSARY),
        "content/organisations.yaml": st.just(ORGANISATIONS),
        "content/people.yaml": _people,
        "seeds/one.md": markdown,
        "seeds/one.md.yaml": _record,
        "seeds/two.md": markdown,
        "seeds/letter.txt": plain,
    }
)

edits = st.one_of(
    st.builds(lambda stem, text: Edit(f"seeds/{stem}.md", text), _stem, markdown),
    st.builds(lambda text: Edit("seeds/letter.txt", text), plain),
    st.builds(lambda stem, text: Edit(f"seeds/{stem}.md.yaml", text), st.just("one"), _record),
    st.builds(lambda stem: Edit(f"seeds/{stem}.md"), st.sampled_from(("two", "three"))),
    st.builds(
        lambda a, b: Edit(f"seeds/{a}.md", target=f"seeds/{b}.md"), st.just("two"), st.just("four")
    ),
    st.builds(lambda text: Edit("content/people.yaml", text), _people),
    st.builds(lambda text: Edit("content/about.md", text), _page),
    st.builds(lambda text: Edit("dossier.yaml", text), _config),
    st.just(Edit("content/organisations.yaml", ORGANISATIONS.replace("Armed", "Some armed"))),
    st.just(Edit("content/places.yaml", "- name: Baghdad\n  definition: A city.\n")),
    st.just(Edit("content/places.yaml")),
    st.just(Edit("themes/folio/styles/own.css", ":root { color: black }\n")),
    st.just(
        Edit(
            "themes/folio/templates/not-found.html",
            "{% extends 'base.html' %}{% block main %}<h1>Gone</h1>{% endblock %}\n",
        )
    ),
)
