"""Answers to conditional requests (RFC 9110): who has the newest bytes is told so and gets none."""

from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response


def conditional(request: Request, answer: Response, modified: str = "") -> Response:
    """`modified`: the instant (UTC, Z) from which on the bytes are these."""
    if answer.status_code != 200:
        return answer
    tag = etag(bytes(answer.body))
    answer.headers["ETag"] = tag
    if modified:
        answer.headers["Last-Modified"] = format_datetime(datetime.fromisoformat(modified).astimezone(UTC), usegmt=True)
    answer.headers.setdefault("Cache-Control", "max-age=600")
    if not _has(request, tag, modified):
        return answer
    kept = {name: answer.headers[name] for name in ("ETag", "Last-Modified", "Cache-Control") if name in answer.headers}
    return Response(status_code=304, headers=kept)


def etag(body: bytes) -> str:
    """Strong: the same bytes, the same tag."""
    return f'"{sha256(body).hexdigest()[:32]}"'


def _has(request: Request, tag: str, modified: str) -> bool:
    """A tag wins over a date."""
    if asked := request.headers.get("if-none-match", ""):
        return unchanged(tag, asked)
    since = _instant(request.headers.get("if-modified-since", ""))
    return bool(modified and since and datetime.fromisoformat(modified) <= since)


def unchanged(tag: str, if_none_match: str) -> bool:
    """Weak tags compare like strong ones here, as RFC 9110 has it."""
    asked = {one.strip().removeprefix("W/") for one in if_none_match.split(",")}
    return "*" in asked or tag in asked


def _instant(words: str) -> datetime | None:
    """Nothing for what is no HTTP date."""
    try:
        moment = parsedate_to_datetime(words)
    except ValueError:
        return None
    return moment.replace(tzinfo=moment.tzinfo or UTC)
