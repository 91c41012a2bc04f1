//! `congbao completions` and `congbao man`: made from the declarations of the commands themselves.

use std::fs;
use std::path::PathBuf;

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::{Arguments, Outcome, print};

/// Arguments of `completions`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  congbao completions bash > ~/.local/share/bash-completion/completions/congbao\n  congbao completions zsh > ~/.zfunc/_congbao\n  congbao completions fish > ~/.config/fish/completions/congbao.fish\n  congbao completions powershell >> $PROFILE"
)]
pub(super) struct CompletionsArguments {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

/// Arguments of `man`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  congbao man | man -l -\n  congbao man --output ~/.local/share/man/man1")]
pub(super) struct ManArguments {
    /// Write a page for each command to this folder
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
}

pub(super) fn completions(arguments: &CompletionsArguments) -> Result<Outcome, String> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), "congbao", &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Done)
}

pub(super) fn man(arguments: &ManArguments) -> Result<Outcome, String> {
    let command = Arguments::command();
    if let Some(folder) = &arguments.output {
        let refused = |error: std::io::Error| format!("{}: {error}", folder.display());
        fs::create_dir_all(folder).map_err(refused)?;
        clap_mangen::generate_to(command, folder).map_err(refused)?;
        return Ok(Outcome::Done);
    }
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page).map_err(|error| error.to_string())?;
    print(&String::from_utf8_lossy(&page))?;
    Ok(Outcome::Done)
}
