"""Placeholder."""

import streamlit as st

st.html("<div class=am><h1>opportunities</h1></div>")
