"""Dockets and courts: what entries mean, and how courts are named."""
