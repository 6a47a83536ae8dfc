"""Lines of a law that quotes another: what stands between quotation marks is one line, so that its numbers do not count."""

from collections.abc import Iterable


def together(lines: Iterable[str], opening: str, closing: str) -> list[str]:
    """The same, those from a mark that opens to the one that closes it joined; not where none closes it."""
    said = list(lines)
    last = max((at for at, line in enumerate(said) if closing in line), default=-1)
    kept: list[str] = []
    inside = False
    for at, line in enumerate(said):
        if inside and kept:
            kept[-1] += f"\n{line}"
        else:
            kept.append(line)
        if opening in line or closing in line:
            inside = line.rfind(opening) > line.rfind(closing) and at < last
    return kept
