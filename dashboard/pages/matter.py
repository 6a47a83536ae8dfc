"""Placeholder."""

import streamlit as st

st.html("<div class=am><h1>matter</h1></div>")
