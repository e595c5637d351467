"""What cannot be taken in."""


class Unusable(ValueError):
    """A text, a file or a page cannot be taken in; the message is one line for a person: why, and what to do."""
