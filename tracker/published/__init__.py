"""What the public may ask for: one filter object for page, chart, CSV and JSON; rows as the series see them."""
