"""The item types of the Citation Style Language 1.0.2, and no more of it."""

from __future__ import annotations

ITEM_TYPES = (
    *("article", "article-journal", "article-magazine", "article-newspaper"),
    *("bill", "book", "broadcast", "chapter"),
    *("classic", "collection", "dataset", "document"),
    *("entry", "entry-dictionary", "entry-encyclopedia", "event"),
    *("figure", "graphic", "hearing", "interview"),
    *("legal_case", "legislation", "manuscript", "map"),
    *("motion_picture", "musical_score", "pamphlet", "paper-conference"),
    *("patent", "performance", "periodical", "personal_communication"),
    *("post", "post-weblog", "regulation", "report"),
    *("review", "review-book", "software", "song"),
    *("speech", "standard", "thesis", "treaty"),
    "webpage",
)
"""What a record's `type` can be."""
