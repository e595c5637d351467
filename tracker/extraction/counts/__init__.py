"""All counts of one sentence: the governed ones, then their parts, their wholes and their neighbours."""
