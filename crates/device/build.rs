//! Builds again when a device profile was added or removed: `include_dir!` sees only the files it met last time.
#![allow(clippy::print_stdout)] // a build script speaks to cargo on standard output

fn main() {
    println!("cargo:rerun-if-changed=../../config/devices");
}
