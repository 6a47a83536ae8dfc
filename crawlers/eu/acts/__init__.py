"""The printed words of Union acts, in every format of four decades, as one tree of units."""
