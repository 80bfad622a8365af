# How one signs in and what guards it: second factor, passkeys, sessions, asking again.
