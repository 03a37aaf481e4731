"""Pages of relations, claims, paths, coverage and the network, and what they put on other pages, from whole dossiers."""

import json
import re
from pathlib import Path

import pytest

from dossier.render.layout import places_of
from tests.builds import built_site, run_dossier
from tests.site_checks import links, markup
from tests.site_checks.pages import read_site
from tests.words_and_links import of_html, of_markdown

RIGHTS = "rights: {text: full, licence: CC0-1.0}\n"
FILES = {
    "dossier.yaml": "title: Small\nlanguage: en\n",
    "seeds/alpha.md": "Sixteen died at the bridge.\n\nThe Brigade belongs to the Force.\n",
    "seeds/alpha.md.yaml": "title: Alpha\ndate: 2024-02-02\ndate_as_stated: last Wednesday\n"
    "publisher: The Herald\ntags: [war]\n" + RIGHTS,
    "seeds/beta.md": "A paper says 17.\n\nOthers repeat 16. Note[^1].\n\n[^1]: Small print.\n",
    "seeds/beta.md.yaml": "title: Beta\ndate: 2024-05\npublisher: The Post\n" + RIGHTS,
    "seeds/gamma.md": "Ann leads the Brigade[^1].\n\n[^1]: Other print.\n",
    "seeds/gamma.md.yaml": "title: Gamma\ndate: 2024-05-03\npublisher: The Post\n" + RIGHTS,
    "content/people.yaml": "- {id: ann, name: Ann, role: A leader}\n",
    "content/organisations.yaml": "- id: brigade\n  name: Brigade\n  definition: Men.\n  relations:\n"
    "  - {type: part_of, to: force, date: 2013/.., evidence: {reading: alpha, exact: belongs to the Force}}\n"
    "  - {type: led_by, to: ann, evidence: {reading: gamma, exact: Ann leads the Brigade}}\n"
    "- {id: force, name: Force, definition: More men.}\n",
    "content/events.yaml": "- {title: First, date: 2014-06-10, entries: [force]}\n"
    "- {title: Between, entries: [brigade]}\n"
    "- {title: Last, date: 2024-02-02?, date_as_stated: Friday, entries: [brigade],"
    " evidence: {reading: alpha, exact: Sixteen died}}\n",
    "content/claims.yaml": "- id: dead\n  question: How many died?\n  unit: men\n  answers:\n"
    "  - {id: herald, value: 16, by: force, as_of: 2024-02-03, reading: alpha, exact: Sixteen died}\n"
    "  - {value: 17, by: A paper, reading: beta, exact: A paper says 17.}\n"
    "  - {value: 16, reading: beta, exact: Others repeat 16., repeats: herald}\n",
    "content/paths/way.yaml": "title: A way\npurpose: For haste.\nstops:\n"
    "- {text: Begin with Ann., reading: beta}\n"
    "- {reading: alpha, exact: belongs to the Force}\n"
    "- {reading: gamma}\n- {text: That was all.}\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_site(tmp_path_factory.mktemp("small"), FILES)


def page(site: Path, address: str) -> str:
    return (site / address / "index.md").read_text("utf-8")


def in_both_forms(site: Path) -> list[Path]:
    """Pages with their Markdown beside them; in Markdown footnotes stand at the end, after all else."""
    pages = [path for path in sorted(site.rglob("index.html")) if path.with_suffix(".md").is_file()]
    return [path for path in pages if "[^" not in path.with_suffix(".md").read_text("utf-8")]


def test_every_page_is_well_formed_every_link_arrives_and_both_forms_agree(site: Path) -> None:
    written = read_site(site)
    apart = [
        path
        for path in in_both_forms(site)
        if of_html(path.read_text("utf-8"))
        != of_markdown(path.with_suffix(".md").read_text("utf-8"))
    ]

    assert [it for page in written.pages.values() for it in markup.complaints_about(page)] == []
    assert links.broken_links(written, links.Place("file:///media/stick/")) == ()
    assert apart == []


def test_a_relation_stands_on_both_pages_with_its_date_and_evidence(site: Path) -> None:
    one, other = page(site, "organisations/brigade"), page(site, "organisations/force")

    assert "**Part of**\n\n- [Force](../force/index.md) (since 2013)" in one
    assert "[Alpha](../../readings/alpha/index.md): belongs to the Force" in one
    assert "**Parts**\n\n- [Brigade](../brigade/index.md) (since 2013)" in other
    assert "**Leads**\n\n- [Brigade](../../organisations/brigade/index.md)" in page(
        site, "people/ann"
    )


def test_a_claim_shows_each_answer_the_spread_and_how_many_sources_there_are(site: Path) -> None:
    shown = page(site, "claims/dead")

    assert "3 answers · 2 independent sources · 16–17 men" in shown
    assert "[Force](../../organisations/force/index.md) · as of 3 February 2024" in shown
    assert "Only repeats: [Force: 16 men](#_answer-1)" in shown
    assert "2 independent sources" in page(site, "claims")


def test_a_reading_leads_to_the_claims_that_it_answers(site: Path) -> None:
    assert "[How many died?](../../claims/dead/index.md#_answer-2) 17 men [¶ 1](#" in page(
        site, "readings/beta"
    )
    html = (site / "readings/beta/index.html").read_text("utf-8")
    assert html.count('aria-label="Where sources differ: How many died?">≠</a>') == 2


def test_a_path_leads_from_stop_to_stop_and_says_how_long_it_takes(site: Path) -> None:
    way, alpha = page(site, "paths/way"), page(site, "readings/alpha")

    assert "1 minute · 3 stops" in way
    assert "> The Brigade belongs to the Force. [¶ 2]" in way
    assert "Begin with [Ann](../../people/ann/index.md)." in way
    assert "Stop 2 of 3 Before: [Beta](../beta/index.md) Next: [Gamma](../gamma/index.md)" in alpha


def test_a_booklet_has_every_word_and_keeps_the_footnotes_of_readings_apart(site: Path) -> None:
    html = (site / "paths/way/booklet/index.html").read_text("utf-8")
    ids = re.findall(r' id="([^"]+)"', html)

    assert "Small print." in html
    assert "Other print." in html
    assert len(ids) == len(set(ids))


def test_an_undated_event_stands_where_it_was_put_and_is_marked(site: Path) -> None:
    shown = page(site, "timeline")

    assert re.findall(r"(?m)^##+ (.*)", shown) == [
        "2014",
        "10 June 2014: First",
        "Undated: Between",
        "2024",
        "possibly 2 February 2024 (“Friday”): Last",
    ]


def test_a_date_is_shown_with_the_words_of_its_source(site: Path) -> None:
    assert "2 February 2024 · (“last Wednesday”)" in page(site, "readings/alpha")


def test_coverage_counts_and_says_what_is_not_there(site: Path) -> None:
    shown = page(site, "about/coverage")

    assert "| May 2024 | 2 |" in shown
    assert "between March 2024 and April 2024" in shown
    assert "The Herald: [Alpha](../../readings/alpha/index.md)" in shown
    assert "[Last](../../timeline/index.md#last): [Alpha]" in shown


def test_the_network_draws_relations_apart_and_says_the_same_in_tables(site: Path) -> None:
    html = (site / "network/index.html").read_text("utf-8")

    assert html.count('class="is-relation"') == 2
    assert '<a class="network-node is-person" href="../people/ann/index.html">' in html
    assert "| [Brigade](../organisations/brigade/index.md) | Part of | [Force]" in page(
        site, "network"
    )


def test_the_places_in_the_picture_are_the_same_for_the_same_network() -> None:
    edges = [(0, 1, 0.3), (1, 2, 0.2), (0, 3, 0.1)]

    places = places_of(5, edges)

    assert places == places_of(5, edges)
    assert len(set(places)) == 5
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in places)


def test_what_is_not_shown_is_evidence_by_reference_only(tmp_path: Path) -> None:
    kept = FILES["seeds/alpha.md.yaml"].replace("text: full", "text: link")
    site = built_site(tmp_path, {**FILES, "seeds/alpha.md.yaml": kept})
    shown = "\n".join(path.read_text("utf-8") for path in sorted(site.rglob("*.md")))

    assert "Sixteen died" not in shown
    assert "belongs to the Force" not in shown
    assert "[Alpha](../../readings/alpha/index.md)" in page(site, "claims/dead")
    assert "[Alpha](../../readings/alpha/index.md)" in page(site, "organisations/brigade")


def test_stats_prints_the_same_for_people_and_for_programs(tmp_path: Path) -> None:
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")

    printed = run_dossier("stats", str(tmp_path))
    found = json.loads(run_dossier("stats", str(tmp_path), "--format", "json").stdout)

    assert "Readings by source\n  2  The Post\n  1  The Herald\n" in printed.stdout
    assert "Months with nothing\n  2024-03 to 2024-04\n" in printed.stdout
    assert found["readings"] == 3
    assert found["sources"] == {"The Post": 2, "The Herald": 1}
    assert found["single"] == {"last": "alpha"}


def test_stats_of_a_dossier_with_an_error_says_it_and_prints_nothing(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "claims.yaml").write_text("- {question: Why?}\n", encoding="utf-8")

    printed = run_dossier("stats", str(tmp_path))

    assert printed.returncode == 1
    assert printed.stdout == ""
    assert "key-missing" in printed.stderr
