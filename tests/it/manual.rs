//! Help, completion and manual of every command.

use crate::check::{folder, run};

const COMMANDS: [&str; 12] = [
    "serve",
    "build",
    "verify",
    "check",
    "cite",
    "export",
    "new",
    "schema",
    "init",
    "demo",
    "completions",
    "man",
];

#[test]
fn every_command_has_examples_and_a_page() {
    let folder = folder("");
    let (_, help, _) = run(folder.path(), &["--help"]);
    for command in COMMANDS {
        assert!(help.contains(&format!("\n  {command} ")), "{command}");
        let (code, stdout, _) = run(folder.path(), &[command, "--help"]);
        assert_eq!(code, 0);
        let (_, examples) =
            stdout.split_once("\nExample").unwrap_or_else(|| panic!("{command} has no example"));
        assert!(examples.contains(&format!("congbao {command}")), "{examples}");
    }
    let said = help.lines().filter_map(|line| line.strip_prefix("  ")?.split_once("  "));
    let said: Vec<&str> =
        said.map(|(name, _)| name).filter(|name| !name.is_empty() && !name.contains('-')).collect();
    assert_eq!(said, [&COMMANDS[..], &["help"]].concat(), "{help}");

    assert_eq!(run(folder.path(), &["man", "--output", "man"]).0, 0);
    for command in COMMANDS {
        assert!(folder.path().join(format!("man/congbao-{command}.1")).is_file(), "{command}");
    }
    let (_, page, _) = run(folder.path(), &["man"]);
    assert!(page.contains(".TH congbao 1"), "{page}");
}

#[test]
fn shells_complete_every_command() {
    let folder = folder("");
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let (code, script, _) = run(folder.path(), &["completions", shell]);
        assert_eq!(code, 0);
        for wanted in COMMANDS.into_iter().chain(["explain", "format", "strict"]) {
            assert!(script.contains(wanted), "{shell} does not know `{wanted}`");
        }
    }
    assert_eq!(run(folder.path(), &["completions", "cmd"]).0, 2);
}
