"""What is stored: places, sources, documents, proposals, figures and their revisions, and what the public may see."""

from tracker.models.documents import Document
from tracker.models.figures import MATERIAL_FIELDS, Figure
from tracker.models.places import Place, PlacePeriod
from tracker.models.proposals import Proposal
from tracker.models.published import PublishedFigure
from tracker.models.repeats import NotARepeat
from tracker.models.revisions import FigureRevision
from tracker.models.sources import Source

__all__ = [
    "MATERIAL_FIELDS",
    "Document",
    "Figure",
    "FigureRevision",
    "NotARepeat",
    "Place",
    "PlacePeriod",
    "Proposal",
    "PublishedFigure",
    "Source",
]
