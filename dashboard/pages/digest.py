"""Placeholder."""

import streamlit as st

st.html("<div class=am><h1>digest</h1></div>")
