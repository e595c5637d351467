"""The curators' site: reference data, documents, figures and their review, on Django's stock admin."""
