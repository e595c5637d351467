"""Work in the background: reading figures in documents, on a queue in the same database, and how that stands."""
