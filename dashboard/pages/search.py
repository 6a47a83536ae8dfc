"""Placeholder."""

import streamlit as st

st.html("<div class=am><h1>search</h1></div>")
