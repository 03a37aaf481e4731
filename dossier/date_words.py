"""The words that dates read with in a language, as plain data; no grammar beyond templates."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class DateWords:
    """Templates of a language. `{start}`, `{end}`, `{date}` and `{list}` are filled with dates already in words."""

    language: str
    """BCP 47, without region."""
    months: tuple[str, ...]
    """Twelve names."""
    seasons: tuple[str, ...]
    """`{year}` templates for 21 to 41 of EDTF, in order."""
    day: str
    """`{day}`, `{month}`, `{year}`."""
    month: str
    decade: str
    century: str
    """`{first}` and `{last}` year."""
    before_era: str
    at_time: str
    """`{date}`, `{time}`."""
    approximate: str
    uncertain: str
    both: str
    """Uncertain and approximate."""
    between: str
    since: str
    until: Mapping[str, str]
    """By precision, or `qualified`, or `""` for all others; `{end}`."""
    from_unknown: str
    """`{end}` holds the words of `until`."""
    to_unknown: str
    one_of: str
    span: str
    """A stretch within a set."""
    or_before: str
    or_after: str
    and_before: str
    and_after: str
    comma: str
    last_or: str
    last_and: str
    first_day: str = "1"
    inside: Mapping[str, str] = field(default_factory=dict)
    """By precision: how `{date}` reads inside a phrase."""
    seasons_inside: tuple[str, ...] = ()
    """As `seasons`, inside a phrase, where that differs."""


ENGLISH = DateWords(
    language="en",
    months=(
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
    seasons=(
        *("spring {year}", "summer {year}", "autumn {year}", "winter {year}"),
        *("northern spring {year}", "northern summer {year}"),
        *("northern autumn {year}", "northern winter {year}"),
        *("southern spring {year}", "southern summer {year}"),
        *("southern autumn {year}", "southern winter {year}"),
        *("the first quarter of {year}", "the second quarter of {year}"),
        *("the third quarter of {year}", "the fourth quarter of {year}"),
        *("the first third of {year}", "the second third of {year}", "the last third of {year}"),
        *("the first half of {year}", "the second half of {year}"),
    ),
    day="{day} {month} {year}",
    month="{month} {year}",
    decade="the {year}s",
    century="between {first} and {last}",
    before_era="{year} BCE",
    at_time="{date}, {time}",
    approximate="around {date}",
    uncertain="possibly {date}",
    both="possibly around {date}",
    between="between {start} and {end}",
    since="since {start}",
    until={"": "until {end}"},
    from_unknown="{end}, start unknown",
    to_unknown="from {start}, end unknown",
    one_of="one of {list}",
    span="{start} to {end}",
    or_before="{date} or before",
    or_after="{date} or after",
    and_before="{date} and before",
    and_after="{date} and after",
    comma=", ",
    last_or=" or ",
    last_and=" and ",
)

FRENCH = DateWords(
    language="fr",
    months=(
        *("janvier", "février", "mars", "avril", "mai", "juin", "juillet"),
        *("août", "septembre", "octobre", "novembre", "décembre"),
    ),
    seasons=(
        *("printemps {year}", "été {year}", "automne {year}", "hiver {year}"),
        *("printemps boréal {year}", "été boréal {year}"),
        *("automne boréal {year}", "hiver boréal {year}"),
        *("printemps austral {year}", "été austral {year}"),
        *("automne austral {year}", "hiver austral {year}"),
        *("premier trimestre {year}", "deuxième trimestre {year}"),
        *("troisième trimestre {year}", "quatrième trimestre {year}"),
        *("premier tiers de {year}", "deuxième tiers de {year}", "dernier tiers de {year}"),
        *("premier semestre {year}", "second semestre {year}"),
    ),
    day="{day} {month} {year}",
    month="{month} {year}",
    decade="années {year}",
    century="entre {first} et {last}",
    before_era="{year} av. J.-C.",
    at_time="{date} à {time}",
    approximate="vers {date}",
    uncertain="peut-être {date}",
    both="peut-être vers {date}",
    between="entre {start} et {end}",
    since="depuis {start}",
    until={
        "day": "jusqu’au {end}",
        "month": "jusqu’en {end}",
        "year": "jusqu’en {end}",
        "qualified": "jusque {end}",
        "": "au plus tard {end}",
    },
    from_unknown="{end}, début inconnu",
    to_unknown="depuis {start}, fin inconnue",
    one_of="une de ces dates\u00a0: {list}",
    span="{start} à {end}",
    or_before="{date} ou avant",
    or_after="{date} ou après",
    and_before="{date} et avant",
    and_after="{date} et après",
    comma=", ",
    last_or=" ou ",
    last_and=" et ",
    first_day="1er",
    inside={"day": "le {date}", "decade": "les {date}"},
    seasons_inside=(
        *("le printemps {year}", "l’été {year}", "l’automne {year}", "l’hiver {year}"),
        *("le printemps boréal {year}", "l’été boréal {year}"),
        *("l’automne boréal {year}", "l’hiver boréal {year}"),
        *("le printemps austral {year}", "l’été austral {year}"),
        *("l’automne austral {year}", "l’hiver austral {year}"),
        *("le premier trimestre {year}", "le deuxième trimestre {year}"),
        *("le troisième trimestre {year}", "le quatrième trimestre {year}"),
        *(
            "le premier tiers de {year}",
            "le deuxième tiers de {year}",
            "le dernier tiers de {year}",
        ),
        *("le premier semestre {year}", "le second semestre {year}"),
    ),
)

ARABIC = DateWords(
    language="ar",
    months=(
        *("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو"),
        *("أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
    ),
    seasons=(
        *("ربيع {year}", "صيف {year}", "خريف {year}", "شتاء {year}"),
        *(
            "ربيع {year} (شمالي)",
            "صيف {year} (شمالي)",
            "خريف {year} (شمالي)",
            "شتاء {year} (شمالي)",
        ),
        *(
            "ربيع {year} (جنوبي)",
            "صيف {year} (جنوبي)",
            "خريف {year} (جنوبي)",
            "شتاء {year} (جنوبي)",
        ),
        *("الربع الأول من {year}", "الربع الثاني من {year}"),
        *("الربع الثالث من {year}", "الربع الرابع من {year}"),
        *("الثلث الأول من {year}", "الثلث الثاني من {year}", "الثلث الأخير من {year}"),
        *("النصف الأول من {year}", "النصف الثاني من {year}"),
    ),
    day="{day} {month} {year}",
    month="{month} {year}",
    decade="عقد {year}",
    century="بين {first} و{last}",
    before_era="{year} ق.م.",
    at_time="{date}، {time}",
    approximate="حوالي {date}",
    uncertain="ربما {date}",
    both="ربما حوالي {date}",
    between="بين {start} و{end}",
    since="منذ {start}",
    until={"": "حتى {end}"},
    from_unknown="{end}، والبداية غير معروفة",
    to_unknown="من {start}، والنهاية غير معروفة",
    one_of="أحد التواريخ: {list}",
    span="{start} إلى {end}",
    or_before="{date} أو قبله",
    or_after="{date} أو بعده",
    and_before="{date} وما قبله",
    and_after="{date} وما بعده",
    comma="، ",
    last_or=" أو ",
    last_and=" و",
)

CATALOGUES: tuple[DateWords, ...] = (ENGLISH, FRENCH, ARABIC)


def words_for(language: str) -> DateWords:
    """Give the catalogue for a BCP 47 tag; English where there is none."""
    primary = language.lower().replace("_", "-").partition("-")[0]
    return next((words for words in CATALOGUES if words.language == primary), ENGLISH)
