//! `congbao serve`
//!
//! Three parts: [`watch`] tells what has changed on the disk, [`round`] makes the portal again from it, [`server`] hands
//! out the pages of the latest round and tells browsers of the next one.

mod answer;
mod round;
mod server;
mod watch;

use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use super::Outcome;
use round::Portal;

/// The port where none is asked for.
const USUAL_PORT: u16 = 8750;
/// How many ports behind a taken one are tried.
const NEXT_PORTS: u16 = 50;

/// Arguments of `serve`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  congbao serve\n  congbao serve --open\n  congbao serve --port 9000\n\nEnd it with Ctrl-C."
)]
pub(super) struct ServeArguments {
    /// Listen on this port; without it, on the first free one from 8750 upward
    #[arg(long, value_name = "N")]
    port: Option<u16>,
    /// Open the portal in a browser
    #[arg(long)]
    open: bool,
    /// Listen on this address, so that other machines can look: they see drafts too
    #[arg(long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    host: IpAddr,
}

pub(super) fn run(root: Option<PathBuf>, arguments: &ServeArguments) -> Result<Outcome, String> {
    let root = super::root(root)?.canonicalize().map_err(|error| error.to_string())?;
    let listener = listen(arguments)?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    // Watching begins before reading, so that no change falls between.
    let changes = watch::watch(&root)?;
    let portal = Arc::new(Portal::open(root).map_err(|error| error.to_string())?);
    let home = format!("http://{address}{}", portal.home());
    println!("{home}\nit follows what you save; Ctrl-C ends it");
    if arguments.open && open::that(&home).is_err() {
        eprintln!("no browser could be opened; open {home} yourself");
    }
    let follower = Arc::clone(&portal);
    std::thread::spawn(move || {
        for changed in changes {
            follower.follow(&changed);
        }
    });
    server::serve(listener, portal).map_err(|error| error.to_string())?;
    Ok(Outcome::Done)
}

/// A free port: the one asked for, else the next from the usual one.
fn listen(arguments: &ServeArguments) -> Result<TcpListener, String> {
    let bind = |port: u16| TcpListener::bind(SocketAddr::new(arguments.host, port));
    if bind(0).is_err_and(|error| error.kind() == std::io::ErrorKind::AddrNotAvailable) {
        return Err(format!("{} is no address of this machine", arguments.host));
    }
    let next = |from: u16| (from..from.saturating_add(NEXT_PORTS)).find_map(|port| bind(port).ok());
    let Some(port) = arguments.port else {
        return next(USUAL_PORT)
            .ok_or_else(|| format!("no port from {USUAL_PORT} upward is free; name one with --port"));
    };
    bind(port).map_err(|error| {
        let free = next(port.saturating_add(1)).and_then(|listener| listener.local_addr().ok());
        let offer = free
            .map_or_else(String::new, |free| format!("; {0} is free: congbao serve --port {0}", free.port()));
        format!("port {port} cannot be had ({error}){offer}")
    })
}
