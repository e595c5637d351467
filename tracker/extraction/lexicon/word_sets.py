"""Lists of words as the extractor's modules write them: as text, to be read and sorted by people."""


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text, between spaces."""
    return frozenset(text.split())


def name_set(text: str) -> frozenset[str]:
    """Return the names of a text, between commas, in lower case."""
    return frozenset(" ".join(name.split()).lower() for name in text.split(",") if name.strip())
