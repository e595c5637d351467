"""How right proposals are: figures marked by people, and what was found and missed of them."""
