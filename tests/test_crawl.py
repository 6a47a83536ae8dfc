"""A crawl of a site that answers well and badly: each answer ends as it should, and the rest goes on."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import pytest
from msgspec.structs import replace

from crawlers.crawl.verdict import Verdict
from crawlers.sources import Canary
from tests.crawl import Plan, Told, crawl
from tests.loopback import Page, Site, bill, bills, bomb, endless, site, slow, source, truncated

pytestmark = pytest.mark.process

GOOD = Page(b'{"bills": [{"number": "1", "title": "Bill 1"}]}')
ERROR_PAGE = Page(
    b"<html><head><title>Service unavailable</title></head><body>Try later.</body></html>", media_type="text/html"
)
LOGIN = Page(
    b'<html><title>Welcome</title><form><input type="password" name="p"></form></html>', media_type="text/html"
)
TO_READ = {"number": "1", "title": "Bill 1"}
HOLLOW = [{"number": str(number), "title": ""} for number in range(2, 11)]


class Case(NamedTuple):
    """What the first page of a host answers, and what must be said of it; further pages at /other."""

    name: str
    pages: tuple[Page, ...]
    says: str = ""
    verdict: Verdict = Verdict.FAILED


def to(address: str) -> Page:
    return Page(status=302, headers={"Location": address})


CASES = [
    Case("sound", (GOOD,), verdict=Verdict.OK),
    Case("missing", (Page(status=404),), "the answer is 404"),
    Case("gone", (Page(status=410),), "the answer is 410"),
    Case("busy", (Page(status=429, headers={"Retry-After": "1"}), GOOD), verdict=Verdict.OK),
    Case(
        "busy for hours",
        (Page(status=429, headers={"Retry-After": "7200"}),),
        "not to be asked before",
        Verdict.NOT_ASKED,
    ),
    Case("unavailable", (Page(status=503), GOOD), verdict=Verdict.OK),
    Case("broken", (Page(status=500),), "the answer is 500"),
    Case("slow", (Page(act=slow),), "no whole answer came within the time allowed"),
    Case("truncated", (Page(act=truncated),), "the answer broke off"),
    Case("endless", (Page(act=endless),), "the answer is larger than allowed"),
    Case("bomb", (Page(act=bomb),), "the answer unpacks to more than allowed"),
    Case(
        "error page",
        (ERROR_PAGE,),
        "an error page came with status 200: “Service unavailable”",
        Verdict.SUSPICIOUS,
    ),
    Case("login", (LOGIN,), "a login page came instead of data", Verdict.SUSPICIOUS),
    Case("to a file", (to("file:///etc/passwd"),), "it leads to 'file:///etc/passwd', which is not followed"),
    Case("to private", (to("http://10.0.0.1/"),), "10.0.0.1, which is not among the hosts"),
    Case("to another host", (to("http://example.org/"),), "example.org, which is not among the hosts"),
    Case("to itself", (to("/"),), "max redirections reached"),
    Case("short", (bills(TO_READ, total=3),), "the source says it has 3, 1 came"),
    Case("hollow", (bills(TO_READ, *HOLLOW),), "9 of 10 records are incomplete", Verdict.SUSPICIOUS),
    Case("nothing", (Page(b'{"bills": []}'),), "0 came, at least 1 are expected", Verdict.SUSPICIOUS),
]
ROBOTS = len(CASES) + 2
LISTED, CANARY, QUOTA = ROBOTS + 1, ROBOTS + 2, ROBOTS + 3


class Crawled(NamedTuple):
    site: Site
    told: Told
    again: Told


def furnish(served: Site) -> None:
    """Hosts 2 and up are the cases, in order; then those with more than one page."""
    for number, case in enumerate(CASES, 2):
        served.put(number, "/", *case.pages)
    served.put(
        ROBOTS, "/robots.txt", Page(b"User-agent: *\nDisallow: /private\nCrawl-delay: 0.2\n", media_type="text/plain")
    )
    for path in ("/a", "/b", "/c", "/d", "/private"):
        served.put(ROBOTS, path, bill(path[1:]))
    served.put(
        LISTED, "/", bills({"number": "1", "title": "", "detail": "/1"}, total=2, following="/page2", etag='"one"')
    )
    served.put(LISTED, "/page2", bills({"number": "2", "title": "Bill 2", "detail": "/2"}, total=2, etag='"two"'))
    served.put(LISTED, "/1", bill("1", etag='"b1"'))
    served.put(LISTED, "/2", bill("2", etag='"b2"'))
    served.put(CANARY, "/", GOOD)
    served.put(CANARY, "/known", Page(b"all is well"))
    served.put(QUOTA, "/", bills(*({"number": str(n), "title": "x", "detail": f"/{n}"} for n in range(9))))
    for number in range(9):
        served.put(QUOTA, f"/{number}", bill(str(number)))


HURRIED: dict[str, Any] = {"options": {"timeout": "1"}, "languages": ("fi",)}


def planned(served: Site, home: str) -> Plan:
    canary = Canary(url=served.url(CANARY, "/known"), contains="the known answer")
    cases = [source(case.name.replace(" ", "-"), served.url(number)) for number, case in enumerate(CASES, 2)]
    cases = [replace(entry, **HURRIED) if entry.id == "slow" else entry for entry in cases]
    paths = ("/a", "/b", "/c", "/d", "/private")
    more = [
        source("robots", *(served.url(ROBOTS, path) for path in paths)),
        source("listed", served.url(LISTED)),
        source("canary", served.url(CANARY), canary=canary),
        source("quota", served.url(QUOTA), per_hour=5),
    ]
    return Plan(home, [*cases, *more])


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawled]:
    with site(QUOTA) as served:
        furnish(served)
        plan = planned(served, str(tmp_path_factory.mktemp("crawl")))
        told = crawl(plan)
        again = crawl(Plan(plan.home, [entry for entry in plan.sources if entry.id in {"listed", "quota"}]))
        yield Crawled(served, told, again)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_answer_ends_as_it_should(crawled: Crawled, case: Case) -> None:
    run = crawled.told.runs[case.name.replace(" ", "-")]
    assert (run.verdict, case.says in run.reason) == (case.verdict, True), run.reason


def test_robots_forbids_the_last_of_five_first_requests(crawled: Crawled) -> None:
    assert sorted(crawled.site.asked(ROBOTS)) == ["/a", "/b", "/c", "/d"]
    assert "robots.txt" in crawled.told.runs["robots"].reason


def test_crawl_delay_is_kept(crawled: Crawled) -> None:
    times = [one.at for one in crawled.site.log if one.host == f"127.0.0.{ROBOTS}" and one.path != "/robots.txt"]
    assert all(later - earlier > 0.15 for earlier, later in pairwise(times))


def test_retry_after_is_waited_for(crawled: Crawled) -> None:
    number = 2 + [case.name for case in CASES].index("busy")
    first, second = (one.at for one in crawled.site.log if one.host == f"127.0.0.{number}" and one.path == "/")
    assert second - first >= 0.95


def test_listing_pages_and_details_are_all_read(crawled: Crawled) -> None:
    run = crawled.told.runs["listed"]
    assert (run.verdict, run.fetched, run.declared, run.new) == (Verdict.OK, 2, 2, 2)
    assert crawled.told.matters("listed")["zz/bill/listed/1"].title == "Bill 1"


def test_the_second_run_asks_only_what_changed(crawled: Crawled) -> None:
    run = crawled.again.runs["listed"]
    assert (run.verdict, run.requests, run.unchanged, run.fetched) == (Verdict.OK, 5, 4, 2)
    assert not crawled.again.batches


def test_a_canary_without_its_known_answer_is_suspicious(crawled: Crawled) -> None:
    run = crawled.told.runs["canary"]
    assert (run.verdict, run.canary) == (Verdict.SUSPICIOUS, False)
    assert "canary" in run.reason


def test_a_quota_counts_across_runs(crawled: Crawled) -> None:
    assert len(crawled.site.asked(QUOTA, robots=True)) == 5
    assert "is not to be asked before" in crawled.told.runs["quota"].reason
    assert crawled.again.runs["quota"].verdict is Verdict.NOT_ASKED


def test_what_is_told_while_it_runs_names_hosts_and_numbers(crawled: Crawled) -> None:
    told = [progress for progress in crawled.told.progress if progress.source == "listed"]
    assert told[0].state == "asking"
    assert (told[-1].state, told[-1].requests, told[-1].fetched) == ("done", 5, 2)
    assert told[-1].hosts == (f"127.0.0.{LISTED}",)


def test_the_user_agent_says_who_asks(crawled: Crawled) -> None:
    assert {one.headers["User-Agent"].partition("/")[0] for one in crawled.site.log} == {"Amicus"}


def test_each_source_is_asked_under_its_own_settings(crawled: Crawled) -> None:
    """Scrapy lets the settings of the process override those of a crawler, unless these have a higher priority."""
    spoken = {one.host: one.headers["Accept-Language"] for one in crawled.site.log}
    finnish = [host for host, language in spoken.items() if language == "fi"]
    assert len(finnish) == 1
    assert len(set(spoken.values())) == 2
