//! The enishi program: configuration, routes, sessions, forms, background work, commands.
