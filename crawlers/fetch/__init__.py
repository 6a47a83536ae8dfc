"""How sources are asked: reach, politeness, patience, and every answer kept."""
