"""The European Parliament: procedures, documents, sittings and votes."""
