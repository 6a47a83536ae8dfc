"""Take every request of a crawl to the server of tests.test_paths, whatever host it is for."""

import os

from scrapy import Request
from scrapy.http import Response

from crawlers.fetch.handler import PoliteHandler
from tests.served import SERVED, address


class Rerouted(PoliteHandler):
    """All that is ours (reach, gate, archive) sees the true address; only the exchange itself goes to loopback."""

    async def fetch(self, request: Request) -> Response:
        local = f"http://127.0.0.1:{os.environ['AMICUS_TEST_PORT']}/"
        sent = request.replace(url=local, headers={**request.headers, SERVED: address(request.url, request.body)})
        response = await super().fetch(sent)
        return response.replace(url=request.url, request=request)
