"""Placeholder."""

import streamlit as st

st.html("<div class=am><h1>duties</h1></div>")
