"""Where the event of a figure was: the places that a text names, how they stand to the event, and the one that fits."""

from tracker.extraction.places.place import place_of

__all__ = ["place_of"]
