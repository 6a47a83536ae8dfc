"""Placeholder."""

import streamlit as st

st.html("<div class=am><h1>assessments</h1></div>")
