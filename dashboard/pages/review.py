"""Placeholder."""

import streamlit as st

st.html("<div class=am><h1>review</h1></div>")
