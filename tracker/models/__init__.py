"""What is stored: places, sources, documents, proposals, figures and their revisions, and what the public may see."""

from tracker.models.desk_holds import DeskHold
from tracker.models.documents import Document
from tracker.models.editions import Edition
from tracker.models.extractions import Extraction
from tracker.models.figures import MATERIAL_FIELDS, Figure
from tracker.models.incoming import IncomingReport
from tracker.models.near_copies import DocumentFingerprint, NearCopy
from tracker.models.places import Place, PlacePeriod
from tracker.models.proposals import Proposal
from tracker.models.published import PublishedFigure
from tracker.models.repeats import NotARepeat
from tracker.models.revisions import FigureRevision
from tracker.models.sources import Source

__all__ = [
    "MATERIAL_FIELDS",
    "DeskHold",
    "Document",
    "DocumentFingerprint",
    "Edition",
    "Extraction",
    "Figure",
    "FigureRevision",
    "IncomingReport",
    "NearCopy",
    "NotARepeat",
    "Place",
    "PlacePeriod",
    "Proposal",
    "PublishedFigure",
    "Source",
]
