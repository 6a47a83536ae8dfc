"""The settings of the crawl, with the reason beside each number."""

from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from crawlers import settings
from crawlers.sources import Source

TIMEOUT = 90  # seconds for one whole answer: official servers are slow, a stuck one must not hold the run
LARGEST = 64_000_000  # bytes of one answer; a bulk file that is larger says so in its entry (options: max_mb)
DEPTH = 1_000  # follow-ups of follow-ups: the longest honest chain of pages seen has 300
AT_ONCE = 16  # requests of one source under way; its gate lets through what politeness allows


def user_agent() -> str:
    """Who asks, and how to reach them."""
    contact = settings.setting("AMICUS_CONTACT") or "no contact set by the operator"
    try:
        number = version("amicus")
    except PackageNotFoundError:
        number = "0"
    return f"Amicus/{number} (reads public legal documents; {contact})"


def crawl_settings(source: Source, changed: Mapping[str, Any]) -> dict[str, Any]:
    """Scrapy's settings for one source. `changed` is for tests."""
    return {
        "USER_AGENT": user_agent(),
        "ROBOTSTXT_OBEY": False,  # Scrapy's own middleware lets requests past; ours is below
        "COOKIES_ENABLED": False,  # nobody is followed, nobody follows us
        "TELNETCONSOLE_ENABLED": False,
        "METAREFRESH_ENABLED": False,  # nothing is fetched from inside a document
        "DOWNLOAD_VERIFY_CERTIFICATES": True,  # what is shown as evidence comes from whom it says
        "DOWNLOAD_TIMEOUT": float(source.options.get("timeout", TIMEOUT)),
        "DOWNLOAD_MAXSIZE": int(float(source.options.get("max_mb", LARGEST / 1e6)) * 1e6),
        "DOWNLOAD_WARNSIZE": 0,  # the largest size is the only one that matters
        "DOWNLOAD_DELAY": 0,  # gates wait, across sources and runs
        "CONCURRENT_REQUESTS": AT_ONCE,
        "CONCURRENT_REQUESTS_PER_DOMAIN": AT_ONCE,
        "CONCURRENT_ITEMS": 1,  # Scrapy starts so many tasks for each answer; ours hold only requests
        "REDIRECT_MAX_TIMES": 5,  # browsers allow 20; an official page that needs six is a loop
        "URLLENGTH_LIMIT": 8_000,  # queries of SPARQL end points are long
        "DEFAULT_REQUEST_HEADERS": {"Accept": "*/*", "Accept-Language": ", ".join(source.languages)},
        "TWISTED_DNS_RESOLVER": "crawlers.fetch.reach.PublicResolver",
        "DOWNLOAD_HANDLERS": _HANDLERS,
        "DOWNLOADER_MIDDLEWARES": _DOWNLOADER,
        "SPIDER_MIDDLEWARES": dict.fromkeys(_UNUSED_SPIDER),
        "EXTENSIONS": dict.fromkeys(_UNUSED_EXTENSIONS),
        "LOG_INSTALL_ROOT_HANDLER": False,
        "LOG_ENABLED": False,  # one line a source and run is told by the sink
        "WARN_ON_GENERATOR_RETURN_VALUE": False,
        **changed,
    }


_POLITE = "crawlers.fetch.handler.PoliteHandler"
_HANDLERS = {"http": _POLITE, "https": _POLITE, "file": None, "ftp": None, "s3": None, "data": None}
_MIDDLEWARES = "scrapy.downloadermiddlewares"
_DOWNLOADER: dict[str, int | None] = {
    "crawlers.fetch.robots.Robots": 100,
    "crawlers.fetch.patience.Patience": 550,
    "crawlers.fetch.redirect.Redirect": 600,
    **dict.fromkeys(
        f"{_MIDDLEWARES}.{name}"
        for name in (
            "offsite.OffsiteMiddleware",
            "robotstxt.RobotsTxtMiddleware",
            "httpauth.HttpAuthMiddleware",
            "retry.RetryMiddleware",
            "redirect.MetaRefreshMiddleware",
            "redirect.RedirectMiddleware",
            "cookies.CookiesMiddleware",
            "stats.DownloaderStats",
            "httpcache.HttpCacheMiddleware",
        )
    ),
}
_UNUSED_SPIDER = (
    "scrapy.spidermiddlewares.httperror.HttpErrorMiddleware",  # error answers are read too
    "scrapy.spidermiddlewares.referer.RefererMiddleware",  # nobody is told where we come from
    "scrapy.spidermiddlewares.depth.DepthMiddleware",  # the frontier counts
    "scrapy.spidermiddlewares.metacopy.MetaCopyDetectionMiddleware",
    "scrapy.spidermiddlewares.start.StartSpiderMiddleware",
)
_UNUSED_EXTENSIONS = (
    "scrapy.extensions.logcount.LogCount",
    "scrapy.extensions.memusage.MemoryUsage",
    "scrapy.extensions.logstats.LogStats",
    "scrapy.extensions.remote_control.RemoteControl",
    "scrapy.extensions.telnet.TelnetConsole",
    "scrapy.extensions.closespider.CloseSpider",
    "scrapy.extensions.feedexport.FeedExporter",
    "scrapy.extensions.spiderstate.SpiderState",
    "scrapy.extensions.throttle.AutoThrottle",
    "scrapy.extensions.memdebug.MemoryDebugger",
)
