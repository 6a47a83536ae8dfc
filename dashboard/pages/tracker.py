"""Placeholder."""

import streamlit as st

st.html("<div class=am><h1>tracker</h1></div>")
