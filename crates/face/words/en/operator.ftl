# The operators' desk.
