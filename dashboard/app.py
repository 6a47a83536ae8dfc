"""The web application: Streamlit's pages, and beside them the routes that need no script. Start it with `amicus serve`."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.applications import Starlette
from starlette.middleware import Middleware

from dashboard import update
from dashboard.routes import routes
from dashboard.security import Headers


@asynccontextmanager
async def lifespan(_: Starlette) -> AsyncIterator[None]:
    """On a first start the update begins by itself; it ends with the server."""
    if os.environ.get("AMICUS_FIRST") == "1":
        update.start()
    yield
    update.stop()


app = st.App(
    Path(__file__).parent / "pages" / "shell.py", routes=routes(), middleware=[Middleware(Headers)], lifespan=lifespan
)
