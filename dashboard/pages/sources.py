"""Placeholder."""

import streamlit as st

st.html("<div class=am><h1>sources</h1></div>")
