"""Placeholder."""

import streamlit as st

st.html("<div class=am><h1>compare</h1></div>")
