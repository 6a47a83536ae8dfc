"""From what people type to questions for an engine, and what to offer when nothing answers."""
