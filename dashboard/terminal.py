"""Words on a terminal: those of sources may say anything, and order nothing."""

import re

import typer

# Controls move the cursor, name the window or hide what was written; overrides of direction deceive the eye.
_ORDERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def harmless(words: str) -> str:
    return _ORDERS.sub("", words)


def tell(words: str) -> None:
    typer.echo(harmless(words))
