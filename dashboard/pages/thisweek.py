"""Placeholder."""

import streamlit as st

st.html("<div class=am><h1>thisweek</h1></div>")
