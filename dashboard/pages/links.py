"""Links that change the page in place: HTML of ours in the document, and a click reported as the address it leads to."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st
from markupsafe import Markup
from streamlit import runtime
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

from dashboard.pages import draw, speaker, tongued

STATIC = Path(__file__).parent.parent / "static"


@lru_cache(1)
def _component(manager: BidiComponentManager) -> Any:
    """Registered once with the server's manager. Its script is a file of this server, so that the policy needs no `blob:`."""
    manifest = ComponentManifest(
        name="amicus", version="1", components=[ComponentConfig(name="links", asset_dir="links")]
    )
    manager.register_from_manifest(manifest, STATIC)
    return st.components.v2.component("amicus.links", js="links.js", isolate_styles=False)


def links(html: Markup, key: str, go: Callable[[str], None]) -> None:
    """Draw; `go` gets the address of a clicked link before the page is run again.

    Where no server runs the page (in tests) they are plain links, as they are for a reader without scripts.
    """
    if not runtime.exists():
        draw(html)
        return

    def clicked() -> None:
        if address := st.session_state[key].go:
            go(str(address))

    # Bytes go as they are; for words Streamlit would first load pandas to see whether they are a table.
    shown = str(tongued(html, speaker())).encode()
    _component(get_bidi_component_manager())(key=key, data=shown, on_go_change=clicked)
