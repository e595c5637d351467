"""Template filters that the readers' pages share."""
