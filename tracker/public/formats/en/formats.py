"""English dates in full: "15 March 2018", as Django's British form would abbreviate the month."""

DATE_FORMAT = "j F Y"
