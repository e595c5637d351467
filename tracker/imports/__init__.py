"""Files in: reference data and seed documents, read whole, checked, then handed to review."""
