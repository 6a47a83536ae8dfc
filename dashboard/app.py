"""The web application: Streamlit's pages, and beside them the routes that need no script. Start it with `amicus serve`."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from crawlers.fault import Fault
from dashboard.guard import Guard, proxies
from dashboard.pages.faults import stopped
from dashboard.routes import reply, routes
from dashboard.security import Headers
from dashboard.upkeep import background, warming


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """What a first visitor would wait for is made before one is answered; an update ends with the server."""
    proxies()
    await asyncio.to_thread(warming.begin)
    yield
    background.stop()


# outside of everything, so that an answer to an error that nobody foresaw has the headers too
app = Headers(
    st.App(
        Path(__file__).parent / "pages" / "shell.py",
        routes=routes(),
        middleware=[Middleware(Guard)],
        lifespan=lifespan,
        exception_handlers={Fault: reply.fault},
        on_script_error=stopped,
    )
)
