"""A cluster of Elasticsearch and who we are to it; its faults and the network's become one sentence."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from elasticsearch import ApiError, Elasticsearch, NotFoundError, TransportError

from index.engines.engine import NoEngine


class Cluster:
    """`key` is an API key, or `name:password`; `ca` a file of certificates to trust."""

    def __init__(self, url: str, key: str = "", ca: str = "") -> None:
        who: dict[str, Any] = (
            {"basic_auth": tuple(key.split(":", 1))} if ":" in key else {"api_key": key} if key else {}
        )
        trust: dict[str, Any] = {"ca_certs": ca} if ca else {}
        self.url = url
        self.client = Elasticsearch(url, max_retries=3, retry_on_timeout=True, request_timeout=60, **who, **trust)

    @contextmanager
    def asking(self) -> Iterator[None]:
        """Faults of the network and of the cluster as one sentence."""
        try:
            yield
        except TransportError as error:
            raise NoEngine(
                f"the search engine at {self.url} does not answer ({error.message}); check that it runs"
            ) from error
        except NotFoundError:
            raise
        except ApiError as error:
            raise NoEngine(
                f"the search engine at {self.url} refused ({error.status_code}: {error.message}); see its log"
            ) from error
