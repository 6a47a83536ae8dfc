"""Links that change the page in place: HTML of ours in the document, and a click reported as the address it leads to."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from markupsafe import Markup
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

STATIC = Path(__file__).parent.parent / "static"


@cache
def _component() -> Any:
    """Registered once. Its script is a file of this server, so that the policy needs no `blob:`."""
    manifest = ComponentManifest(
        name="amicus", version="1", components=[ComponentConfig(name="links", asset_dir="links")]
    )
    get_bidi_component_manager().register_from_manifest(manifest, STATIC)
    return st.components.v2.component("amicus.links", js="links.js", isolate_styles=False)


def links(html: Markup, key: str, go: Callable[[str], None]) -> None:
    """Draw; `go` gets the address of a clicked link before the page is run again."""

    def clicked() -> None:
        if address := st.session_state[key].go:
            go(str(address))

    _component()(key=key, data=str(html), on_go_change=clicked)
