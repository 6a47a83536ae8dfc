"""National vocabularies of law texts, each read as a tree of units."""
