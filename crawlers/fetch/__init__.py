"""How sources are asked: reach, politeness, memory across runs, archive."""
