"""Lists of words that the readers share, by what they name: people, things, places, speakers, what happened to people."""
