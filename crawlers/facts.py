"""Read facts from YAML strictly: a wrong key, type or value stops with one sentence naming file, entry and key."""

import re
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from crawlers.fault import Fault

T = TypeVar("T")

_PLACE = re.compile(r" - at `(?:key in )?\$\.?(.*?)`$")
_UNKNOWN = re.compile(r"Object contains unknown field `(.+?)`")
_LACKING = re.compile(r"Object missing required field `(.+?)`")


class BadFacts(Fault):
    """A fact file that cannot be read as it should be; the message is one sentence for the person who wrote it."""


# libyaml where the wheel has it: an eighth of the time, and jurisdictions.yaml is read by every command.
_Safe: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Safe):  # type: ignore[misc]
    """Plain words stay words (on, off, no, dates); a key that stands twice is refused."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [
            (tag, pattern)
            for tag, pattern in resolvers
            if tag not in {"tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool"}
        ]
        for first, resolvers in _Safe.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        seen: set[Any] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                raise yaml.constructor.ConstructorError(None, None, f"key {key!r} stands twice", key_node.start_mark)
            seen.add(key)
        made: dict[Any, Any] = super().construct_mapping(node, deep)
        return made


_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


def find(name: str) -> Path:
    """Where a fact file is: in the project (or an editable checkout), else beside the installed packages."""
    root = Path(__file__).resolve().parent.parent
    for place in (root / name, *root.glob(f"*/data/{name}")):
        if place.is_file():
            return place
    raise BadFacts(f"{name} is not there: it belongs in {root}; reinstall Amicus or run it from its checkout")


def load(path: Path) -> Any:
    """Plain YAML. Raises BadFacts with file and line."""
    try:
        return read(path.read_bytes(), path.name)
    except OSError as error:
        raise BadFacts(f"{path.name}: cannot be read ({error.strerror}); check that the file is there") from error


def read(content: bytes, file: str) -> Any:
    """The same from bytes."""
    try:
        return yaml.load(content, _Loader)  # noqa: S506 -- a SafeLoader
    except yaml.MarkedYAMLError as error:
        line = f"line {error.problem_mark.line + 1}: " if error.problem_mark else ""
        raise BadFacts(f"{file}: {line}{error.problem}") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise BadFacts(f"{file}: not readable as YAML in UTF-8 ({str(error).splitlines()[0]})") from error


def convert(value: Any, kind: type[T], file: str, entry: str) -> T:
    """The value as a struct. Raises BadFacts naming file, entry and key."""
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        raise BadFacts(f"{file}: {entry}: {_say(str(error))}") from error


def _say(message: str) -> str:
    """msgspec's message, key first: "minimum: expected `int`, got `str`"."""
    place = _PLACE.search(message)
    where = f"{place[1]}: " if place and place[1] else ""
    words = _PLACE.sub("", message)
    if unknown := _UNKNOWN.search(words):
        return f"{where}unknown key '{unknown[1]}'"
    if lacking := _LACKING.search(words):
        return f"{where}key '{lacking[1]}' is missing"
    return where + words[0].lower() + words[1:]
