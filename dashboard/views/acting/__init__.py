"""What people here do, and by when: windows, deadlines, duties, folders."""
