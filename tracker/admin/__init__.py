"""The curators' site: reference data, documents, figures and their review, on Django's stock admin.

Nothing here writes by stock `save`: every write goes through `review`, `ingest` or a signed row.
"""

from tracker.admin import accounts, documents, figures, reference, revisions

__all__ = ["accounts", "documents", "figures", "reference", "revisions"]
