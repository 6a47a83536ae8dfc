"""What people read, as HTML made from values; nothing here knows Streamlit or a database."""
