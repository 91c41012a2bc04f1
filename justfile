# The commands that everyone needs. `just --list` shows them.

# The sample portal, into public/.
build *arguments:
    cargo run --release --locked -- build {{arguments}}

# The sample portal in a browser while you edit.
serve *arguments:
    cargo run --release --locked -- serve {{arguments}}

# Tests that need Rust alone; a name narrows them.
test *names:
    cargo test --locked -- {{names}}

# Form and lints.
lint:
    cargo fmt --all --check
    cargo clippy --locked --all-targets -- --deny warnings

# The documentation of the code.
doc:
    cargo doc --locked --no-deps --document-private-items --open

# Looks for bodies that lose a word, for so many seconds from a seed on.
fuzz seconds="600" seed="1":
    CONGBAO_FUZZ_SECONDS={{seconds}} CONGBAO_FUZZ_SEED={{seed}} cargo test --release --locked --test it -- --ignored --nocapture fuzz_bodies

# All that continuous integration does.
ci:
    bash .ci/run
