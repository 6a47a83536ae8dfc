"""The version of the tagger: it changes whenever the same words may be read differently."""

VERSION = "21"
