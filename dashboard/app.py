"""The web application: Streamlit's pages, and beside them the routes that need no script. Start it with `amicus serve`."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from dashboard.routes import routes
from dashboard.security import Headers

app = st.App(Path(__file__).with_name("shell.py"), routes=routes(), middleware=[Middleware(Headers)])
