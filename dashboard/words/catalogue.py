"""Brings the catalogues up to what pages say: `python -m dashboard.words.catalogue` keeps translations, adds what is new."""

import ast
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from crawlers.joining.notes import SENTENCES
from crawlers.sources import watched
from dashboard.digest import names
from dashboard.words import binding, windows
from dashboard.words.tongue import FOLDER, LANGUAGES
from dashboard.words.vocabulary import phrases
from index.advice.brief import phrases as briefs
from index.advice.dossier import headings
from index.advice.opportunities import says, weights
from index.advice.recurring import recurring
from index.lenses import lenses

Said = str | tuple[str, str]
HEADER = """{name}, for the pages of Amicus. Each English sentence is a key; a test holds the file complete.
# Made by machine: no speaker has read it. Whoever has takes this line out, and the pages stop saying so."""
# Commands are for the desk: they speak English.
ELSEWHERE = ("commands/",)
# which arguments of a call are words of ours, and which calls have forms for one and for many
WHICH = {"say": (0,), "later": (0,), "phrase": (0,), "heading": (0, 1)}
FORMS = ("count", "plural")


@cache
def messages() -> tuple[Said, ...]:
    """Everything that pages say, once each: a sentence, or the forms for one and for many."""
    return tuple(dict.fromkeys([*_code(), *_templates(), *phrases(), *_facts()]))


def _files(pattern: str) -> list[Path]:
    root = FOLDER.parent
    ours = [path for path in root.rglob(pattern) if not str(path.relative_to(root)).startswith(ELSEWHERE)]
    return [*sorted(ours), *sorted((root.parent / "index").rglob(pattern))]


def _code() -> Iterator[Said]:
    """Read from the tree, so that a call inside a formatted string is seen too."""
    for path in _files("*.py"):
        calls = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))
        for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
            yield from _said(call)


def _said(call: ast.Call) -> Iterator[Said]:
    name = ast.unparse(call.func).rpartition(".")[2]
    given = [one.value if isinstance(one, ast.Constant) and isinstance(one.value, str) else "" for one in call.args]
    if name in WHICH:
        yield from (given[at] for at in WHICH[name] if at < len(given) and given[at])
    elif name in FORMS and len(given) > 1 and given[0] and given[1]:
        yield given[0], given[1]


def _templates() -> Iterator[Said]:
    options = {"trim_blocks": "true", "lstrip_blocks": "true"}
    for path in _files("*.html"):
        with path.open("rb") as file:
            for _, name, words, _ in babel_extract(file, ["_", "say", "ngettext"], [], options):
                given = words if isinstance(words, tuple) else (words,)
                yield (str(given[0]), str(given[1])) if name == "ngettext" else str(given[0])


def _facts() -> Iterator[Said]:
    """Words of our files of facts that pages show."""
    yield from windows.sentences()
    yield from binding.sentences()
    yield from names.phrases()
    yield from SENTENCES
    yield from (usual.says for usual in recurring().values())
    yield from (lens.name for lens in lenses())
    yield from (heading.title for heading in headings().values())
    yield from weights().criteria
    yield from says()
    yield from (words for told in (briefs().hits, briefs().decides) for words in told.values())
    yield from (place.name for place in watched().jurisdictions.values())


def brought_up(code: str) -> Catalog:
    """The language's catalogue with exactly these messages; what is not yet translated is empty."""
    path = FOLDER / f"{code}.po"
    old = read_po(path.open("rb"), locale=code) if path.is_file() else Catalog(code, creation_date=datetime.now(UTC))
    new = Catalog(
        code,
        project="Amicus",
        version="1",
        header_comment=old.header_comment if path.is_file() else "# " + HEADER.format(name=LANGUAGES[code]),
        msgid_bugs_address="the issues of the project",
        creation_date=old.creation_date,
        revision_date=old.creation_date,
        last_translator="machine",
        language_team=LANGUAGES[code],
        fuzzy=False,
    )
    for said in messages():
        known = old.get(said)
        new.add(said, known.string if known else None)
    return new


def write(code: str) -> int:
    """How many messages are still without words of this language."""
    catalogue = brought_up(code)
    with (FOLDER / f"{code}.po").open("wb") as file:
        write_po(file, catalogue, width=0, omit_header=False)
    return len(unsaid(catalogue))


def unsaid(catalogue: Catalog) -> list[str]:
    """Messages that lack words, or one of their forms."""
    return [str(one.id) for one in catalogue if one.id and not all(_forms(one.string))]


def _forms(said: str | Sequence[str] | None) -> Sequence[str]:
    return [said or ""] if said is None or isinstance(said, str) else said


if __name__ == "__main__":
    left = {code: write(code) for code in LANGUAGES if code != "en"}
    raise SystemExit("\n".join(f"{code}.po: {number} without words" for code, number in left.items() if number))
