"""Follow redirects as far as reach allows, telling nobody where we come from."""

from scrapy import Request
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.http import Response


class Redirect(RedirectMiddleware):
    def handle_referer(self, request: Request, response: Response) -> None:  # noqa: ARG002 -- Scrapy's signature
        request.headers.pop("Referer", None)

    def _engine_started(self) -> None:
        """Scrapy would warn here that no referer is kept."""
