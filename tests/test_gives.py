"""The page of what each source gives says what the parsers make of our own documents."""

from tests.gives import DOCS, page


def test_the_page_says_what_the_parsers_do_now() -> None:
    assert DOCS.read_text(encoding="utf-8").splitlines() == page().splitlines(), "run `python -m tests.gives`"
