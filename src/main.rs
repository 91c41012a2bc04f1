//! The command `congbao`.

mod cli;

fn main() -> std::process::ExitCode {
    cli::run()
}
