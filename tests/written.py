"""Documents of any number for tests of size and speed: words that no language has, as often as words are."""

import random


def _word(random_source: random.Random) -> str:
    """A word as they are in English: some thousand stems, the first far more often than the last."""
    number = int(random_source.paretovariate(0.75)) % 9000
    stem = ""
    while number or not stem:
        number, digit = divmod(number, 60)
        stem += "bdfgklmnprst"[digit % 12] + ("a", "e", "io", "u", "ant")[digit // 12]
    return stem


def written(seed: int) -> str:
    """A document of about 9 kB in 35 paragraphs, with nothing in it that could be looked up."""
    source = random.Random(seed)  # noqa: S311 - no secret
    return "\n\n".join(
        " ".join(_word(source) for _ in range(54)).capitalize() + "." for _ in range(35)
    )
