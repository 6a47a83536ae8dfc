"""Why a request brought no answer, in one sentence."""

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    NotSupported,
    ResponseDataLossError,
)

UNANSWERED = (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
PASSING = UNANSWERED[1:]  # a name that is not known now is not known in a minute either
_SENTENCES: dict[type[BaseException], str] = {
    CannotResolveHostError: "the host's name leads to no public address, or there is no network",
    DownloadConnectionRefusedError: "the host refuses connections",
    DownloadTimeoutError: "no whole answer came within the time allowed",
    ResponseDataLossError: "the answer broke off",
    DownloadCancelledError: "the answer is larger than allowed",
    NotSupported: "the answer cannot be followed",
}


def why(fault: BaseException) -> str:
    for kind, sentence in _SENTENCES.items():
        if isinstance(fault, kind):
            return sentence
    if isinstance(fault, IgnoreRequest) and "decompress" in str(fault):
        return "the answer unpacks to more than allowed"
    if isinstance(fault, DownloadFailedError):
        return f"the connection failed: {' '.join(str(fault).split())[:160]}"
    return str(fault) or type(fault).__name__
