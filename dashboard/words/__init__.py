"""Labels and sentences of the interface: English in words.yaml, other languages in catalogues beside it."""
