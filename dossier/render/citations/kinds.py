"""Which CSL item types the styles treat alike; no layout."""

from __future__ import annotations

PERIODICALS = frozenset(
    {
        *("article-journal", "article-magazine", "article-newspaper"),
        *("paper-conference", "post-weblog", "review", "review-book"),
    }
)
"""A part of something that appears again and again; the publisher is not named."""
NEWS = frozenset({"article-newspaper", "article-magazine"})
PAGES = frozenset({"webpage", "post"})
"""The container is a site, and may be the author too."""
BOOKS = frozenset({"book", "classic", "graphic", "map"})
"""Whole in themselves even where a container is named."""
BROADCASTS = frozenset({"broadcast", "motion_picture"})
PAPERS = frozenset(
    {
        *("", "article", "dataset", "document", "interview", "manuscript"),
        *("personal_communication", "speech", "post", "collection"),
    }
)
"""Titles that stand in quotation marks in Chicago and MLA although nothing contains them."""
DATED_BY_YEAR = frozenset(
    {"book", "chapter", "figure", "motion_picture", "pamphlet", "report", "classic", "thesis"}
)
"""In Chicago."""
DATED_BY_YEAR_IN_APA = frozenset(
    {
        *("article", "article-journal", "book", "chapter", "classic", "dataset", "entry"),
        *("entry-dictionary", "entry-encyclopedia", "figure", "graphic", "manuscript", "map"),
        *("patent", "report", "review", "review-book", "software", "standard", "thesis"),
    }
)
DATED_BY_YEAR_IN_MLA = frozenset(
    {"book", "chapter", "motion_picture", "paper-conference", "thesis"}
)
