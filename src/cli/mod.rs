//! The command line: arguments, messages, exit codes. The only printer.
//!
//! Messages and progress go to standard error, results to standard output. The exit code is 0 when done, 1 when the
//! content has errors, 2 when the command was used wrongly or the machine refused.
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this is where the program meets its user"
)]

mod build;
mod cache;
mod check;
mod cite;
mod demo;
mod export;
#[cfg(feature = "external")]
mod external;
mod init;
mod manual;
mod new;
mod publish;
mod report;
mod schema;
#[cfg(feature = "serve")]
mod serve;
mod stopwatch;
mod verify;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use congbao::diag::{Catalogue, Language};

/// Makes the resolution portal of a People's Council from a folder of Markdown.
#[derive(Debug, Parser)]
#[command(
    name = "congbao",
    version,
    about,
    max_term_width = 100,
    after_help = "Examples:\n  congbao init my-portal\n  congbao new resolution \"Về dự toán ngân sách năm 2027\"\n  congbao check\n  congbao build"
)]
struct Arguments {
    /// The portal's folder; without it, the nearest folder from here upward with a congbao.yaml
    #[arg(long, global = true, value_name = "DIR")]
    root: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Show the portal in a browser while you write, with drafts and what is scheduled for later
    #[cfg(feature = "serve")]
    Serve(serve::ServeArguments),
    /// Build the site
    Build(build::BuildArguments),
    /// Tell whether a copy of the site is whole: every file as it was built, none missing, none added
    Verify(verify::VerifyArguments),
    /// Tell every problem of the content without building the site
    Check(check::CheckArguments),
    /// Show the citations and people that are recognised in any text, and where they lead within a portal
    Cite(cite::CiteArguments),
    /// Make the files for machines of one format, of the portal or of one document, without building the site
    Export(export::ExportArguments),
    /// Make a file to start from, in the right folder, with every field explained
    New(new::NewArguments),
    /// Print JSON Schemas of front matter and settings, for editors that complete what is typed
    Schema(schema::SchemaArguments),
    /// Make a portal to start from, with a guide and a few made-up documents
    Init(init::InitArguments),
    /// Make up a portal to try and to measure with; everything in it is invented
    Demo(demo::DemoArguments),
    /// Print what completes commands in a shell
    Completions(manual::CompletionsArguments),
    /// Print the manual page
    Man(manual::ManArguments),
}

/// The words that problems are told in.
fn words() -> Catalogue {
    Catalogue::of(Language::English)
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Done.
    Done,
    /// The content has errors.
    ContentErrors,
    /// Wrong use, or the machine refused.
    Refused,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Done => 0,
            Outcome::ContentErrors => 1,
            Outcome::Refused => 2,
        })
    }
}

/// Runs the command that the process was called with.
pub(crate) fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = match arguments.command {
        #[cfg(feature = "serve")]
        Command::Serve(serve) => {
            take_small_pages();
            serve::run(arguments.root, &serve)
        }
        Command::Build(build) => build::run(arguments.root, &build),
        Command::Verify(verify) => verify::run(arguments.root, &verify),
        Command::Check(check) => {
            take_small_pages();
            check::run(arguments.root, &check)
        }
        Command::Cite(cite) => cite::run(arguments.root, &cite),
        Command::Export(export) => export::run(arguments.root, &export),
        Command::New(new) => new::run(arguments.root, &new),
        Command::Schema(schema) => schema::run(&schema),
        Command::Init(init) => init::run(&init),
        Command::Demo(demo) => demo::run(&demo),
        Command::Completions(completions) => manual::completions(&completions),
        Command::Man(man) => manual::man(&man),
    };
    outcome
        .unwrap_or_else(|message| {
            eprintln!("error: {message}");
            Outcome::Refused
        })
        .into()
}

/// Takes memory from now on in pages of the smallest size. What reads a portal once uses most of its memory once, and
/// large pages take longer to be cleared than they save: half a second of three where memory comes from a virtual machine.
/// A build from nothing uses its memory often and is quicker with large ones.
#[cfg(target_os = "linux")]
fn take_small_pages() {
    // Where the system refuses, all is as it would be.
    let _ = rustix::thread::disable_transparent_huge_pages(true);
}

#[cfg(not(target_os = "linux"))]
fn take_small_pages() {}

/// The portal's folder: the one asked for, else the nearest with a configuration.
fn root(asked: Option<PathBuf>) -> Result<PathBuf, String> {
    if let Some(root) = asked {
        return match (root.is_dir(), root.exists()) {
            (true, _) => Ok(root),
            (false, true) => Err(format!("{} is a file; name the folder that it lies in", root.display())),
            (false, false) => Err(format!("there is no folder {}", root.display())),
        };
    }
    let here = std::env::current_dir().map_err(|error| error.to_string())?;
    congbao::disk::find_root(&here).ok_or_else(|| {
        format!(
            "there is no congbao.yaml in {} or above it; name the portal's folder with --root, or make a portal with \
             `congbao init`",
            here.display()
        )
    })
}

/// Writes a result to standard output. A reader who has seen enough and closes the pipe is no fault.
fn print(text: &str) -> Result<(), String> {
    let mut output = std::io::stdout().lock();
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.to_string()),
        _ => Ok(()),
    }
}
