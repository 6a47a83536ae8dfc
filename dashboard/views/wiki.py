"""The one way from words and addresses of a source to wikitext: they close no cell, call no template, make no link."""

import re

from dashboard.views.text import web
from dashboard.words.tongue import direction, tag

_MEANS = re.compile(r"[\[\]{}|<>'=~_&#:;*/]|https?(?=:)|ISBN|RFC|PMID")


def escape(words: str) -> str:
    """On one line, as text that the wiki shows as it is: every character that means something there is an entity."""
    plain = " ".join(words.split())
    return _MEANS.sub(lambda found: "".join(f"&#{ord(letter)};" for letter in found.group()), plain)


def spoken(escaped: str, language: str) -> str:
    """Marked with its language, where that is known."""
    code = tag(language)
    return f'<span lang="{code}" dir="{direction(code)}">{escaped}</span>' if code and escaped else escaped


def link(url: str) -> str:
    """Safe inside brackets: what could end the link or call a template is percent-encoded; empty where it is no web address."""
    return re.sub(r"[\s\[\]{}|<>'\"]", lambda found: f"%{ord(found.group()):02X}", web(url))
