"""Placeholder."""

import streamlit as st

st.html("<div class=am><h1>collections</h1></div>")
