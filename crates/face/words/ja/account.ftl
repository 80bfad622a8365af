# Recovery, numbers that change, e-mail, leaving.
