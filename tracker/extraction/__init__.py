"""Reading text: numbers, dates and passages. Plain Python: no Django, no database, no network."""
