"""Mixed content of the Union's acts: running words, and the blocks between them."""

from collections.abc import Callable, Iterator

from crawlers.files.reading import Element


def mixed(
    element: Element, is_block: Callable[[Element], bool], inline: Callable[[Element], str]
) -> Iterator[str | Element]:
    running = [element.text or ""]
    for child in element:
        if is_block(child):
            yield "".join(running)
            yield child
            running = []
        else:
            running.append(inline(child))
        running.append(child.tail or "")
    yield "".join(running)
