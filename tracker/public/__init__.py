"""The readers' site: open, read-only pages, charts' data and downloads."""
