//! `cargo xtask serve`: builds, then shows the bundle on this machine only.
//!
//! Pages may be private, so the server listens on the loopback address and sends no header that
//! lets another site read them.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::bundle;
use crate::http::{self, Answer};

/// How many ports are tried, from the one asked for.
const PORTS: u16 = 100;
/// The most bytes of a request's head; browsers send far less.
const HEAD: u64 = 64 * 1024;
/// How long a silent connection is kept.
const PATIENCE: Duration = Duration::from_secs(30);

/// Builds the bundle and serves it until the process is ended.
///
/// # Errors
/// Where the build fails or no port is free.
pub fn run(pages: &[PathBuf], port: u16) -> Result<()> {
    let dist = bundle::run(pages, None)?;
    let (listener, bound) = bind(port)?;
    if port != 0 && bound != port {
        println!("port {port} is taken; using {bound}");
    }
    println!();
    println!("Deltascope is at http://127.0.0.1:{bound}/  (Ctrl+C ends it)");
    println!("A browser that has been here before shows its earlier build and offers this one.");
    let root: Arc<Path> = dist.into();
    for stream in listener.incoming() {
        let Ok(stream) = stream else { continue };
        let root = Arc::clone(&root);
        // A browser that goes away in the middle is no failure of the server.
        thread::spawn(move || respond(&root, &stream).ok());
    }
    Ok(())
}

/// Listens on the first free port from `port` on.
fn bind(port: u16) -> Result<(TcpListener, u16)> {
    for candidate in port..=port.saturating_add(PORTS) {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, candidate)) {
            Ok(listener) => {
                let bound = listener.local_addr().context("the port is not known")?.port();
                return Ok((listener, bound));
            }
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
            Err(error) => {
                return Err(error).with_context(|| format!("port {candidate} cannot be used"));
            }
        }
    }
    bail!("no port from {port} on is free; name another by --port")
}

/// Reads one request and answers it.
fn respond(root: &Path, stream: &TcpStream) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut head = BufReader::new(stream.take(HEAD));
    let mut request = String::new();
    head.read_line(&mut request)?;
    // The headers change nothing, but unread bytes would reset the connection when it closes.
    let mut header = String::new();
    while head.read_line(&mut header)? > 2 {
        header.clear();
    }
    let body = !request.starts_with("HEAD ");
    write(stream, http::answer(root, request.trim_end()), body)
}

/// Writes one answer; `body` is false for HEAD.
fn write(mut stream: impl Write, answer: Answer, body: bool) -> io::Result<()> {
    const COMMON: &str =
        "Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n";
    match answer {
        Answer::File(path, kind) => {
            let mut file = File::open(path)?;
            let length = file.metadata()?.len();
            write!(
                stream,
                "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{COMMON}\r\n"
            )?;
            if body {
                io::copy(&mut file, &mut stream)?;
            }
        }
        Answer::Moved(to) => {
            write!(
                stream,
                "HTTP/1.1 301 Moved Permanently\r\nLocation: {to}\r\nContent-Length: 0\r\n{COMMON}\r\n"
            )?;
        }
        Answer::Refused(status, words) => {
            let text = if body { words } else { "" };
            write!(
                stream,
                "HTTP/1.1 {status} {words}\r\nContent-Type: text/plain; charset=utf-8\r\n\
                 Content-Length: {}\r\n{COMMON}\r\n{text}",
                words.len()
            )?;
        }
    }
    stream.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exchange(root: &Path, request: &str) -> String {
        let (listener, port) = bind(0).unwrap();
        let mut client = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
        client.write_all(request.as_bytes()).unwrap();
        let (server, _) = listener.accept().unwrap();
        respond(root, &server).unwrap();
        drop(server);
        let mut answer = String::new();
        client.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn a_file_and_a_missing_file_over_a_socket() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.wasm"), "bytes").unwrap();
        let found = exchange(folder.path(), "GET /a.wasm HTTP/1.1\r\nHost: x\r\n\r\n");
        assert!(found.starts_with("HTTP/1.1 200 OK\r\nContent-Type: application/wasm\r\n"));
        assert!(found.ends_with("\r\n\r\nbytes"));
        let head = exchange(folder.path(), "HEAD /a.wasm HTTP/1.1\r\n\r\n");
        assert!(head.contains("Content-Length: 5\r\n") && head.ends_with("\r\n\r\n"));
        let missing = exchange(folder.path(), "GET /b HTTP/1.1\r\n\r\n");
        assert!(missing.starts_with("HTTP/1.1 404 Not Found\r\n"));
    }

    #[test]
    fn a_taken_port_gives_the_next() {
        let (_held, port) = bind(0).unwrap();
        let (_other, next) = bind(port).unwrap();
        assert!(next > port);
    }
}
