"""A report's text to proposed figures, by `propose.propose`. Plain Python: no Django, no database, no network."""
