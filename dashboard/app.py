"""The web application: Streamlit's pages, and beside them the routes that need no script. Start it with `amicus serve`."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Thread

import streamlit as st
from starlette.middleware import Middleware

from dashboard import doors
from dashboard.guard import Guard, proxies
from dashboard.routes import routes
from dashboard.security import Headers
from dashboard.upkeep import background


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """The index is brought up to the records while the first page loads; an update ends with the server."""
    proxies()
    Thread(target=doors.search, daemon=True).start()
    yield
    background.stop()


app = st.App(
    Path(__file__).parent / "pages" / "shell.py",
    routes=routes(),
    middleware=[Middleware(Headers), Middleware(Guard)],
    lifespan=lifespan,
)
