"""Placeholder."""

import streamlit as st

st.html("<div class=am><h1>calendar</h1></div>")
