"""The mentions in a text, and what they cost."""

from tests.link.small_dossier import lines_of, linked_site, shown
from tests.text_cases import Agree, Case, every_case

TEXT = "\n--- text\n"
RECORD = "\n--- record\n"


@every_case("mentions")
def test_mentions(case: Case, agree: Agree) -> None:
    """Input: entries, `--- record` and the record if any, `--- text` and a document in Markdown."""
    before, _, text = case.input.partition(TEXT)
    entries, _, record = before.partition(RECORD)
    files = {"content/glossary.yaml": entries, "seeds/a.md": text, "seeds/a.md.yaml": record}
    site, problems = linked_site(files)

    agree(case, "\n".join([shown(site.linked["seeds/a.md"]), *lines_of(problems)]))
