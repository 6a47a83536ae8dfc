"""CSV as records by the names of its first row."""

import csv
import io

from crawlers.files import reading
from crawlers.response import Unreadable


def table(body: bytes) -> list[dict[str, str]]:
    """Every row as a record, missing cells empty; the delimiter is whichever the first line has more of. Raises Unreadable."""
    text = reading.decode(body).replace("\0", "")
    head = text.partition("\n")[0]
    delimiter = max((",", ";", "\t"), key=head.count)
    try:
        rows = list(csv.DictReader(io.StringIO(text), delimiter=delimiter, restval=""))
    except csv.Error as error:
        raise Unreadable(f"the file is no table: {error}") from error
    return [{name: value for name, value in row.items() if name is not None} for row in rows]
