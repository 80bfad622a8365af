# The habits of this house.

# What a newcomer installs for the browser and PostgreSQL tests.
setup:
    sudo apt-get install -y chromium chromium-driver libxml2-utils w3c-sgml-lib w3m tmux postgresql

# Serve what is in ./data.
run:
    cargo run --release -- serve

# Serve with people in it.
demo:
    cargo run --release -- demo

# What CI checks, quickly.
check:
    cargo fmt --all -- --check
    cargo clippy --workspace --all-targets -- -D warnings
    cargo deny check bans licenses sources

# Every test, on SQLite.
test:
    cargo test --workspace

# The same, on PostgreSQL too.
test-postgres url="postgres://root@127.0.0.1/test":
    ENISHI_TEST_POSTGRES_URL={{url}} cargo test --workspace

# Sign up and write in a real browser, with keys alone, and in a terminal.
test-browser:
    cargo test -p enishi-server --features browser-tests --test browser -- --nocapture

# docs/works-on.md and its pictures, written anew.
works-on:
    ENISHI_WORKS_ON=write cargo test --workspace --features enishi-server/browser-tests --test it --test browser works_on::

# Requests a second, as a share of a bare hello; bytes; start; memory.
bench:
    bash bench/run
