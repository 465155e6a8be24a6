//! A site of another origin, on a second loopback port, whose pages hold the explainer in a frame.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use anyhow::Result;

/// What a path of the site gives: media type and content; none for what there is not.
type Answers = dyn Fn(&str) -> Option<(&'static str, Vec<u8>)> + Send + Sync;

/// The site. Its thread ends with the process.
pub struct Parent {
    /// `http://127.0.0.1:port/`.
    pub address: String,
    is_cut_off: Arc<AtomicBool>,
}

impl Parent {
    /// Serves pages on a free port.
    pub fn start<C: Into<Vec<u8>>>(
        answers: impl Fn(&str) -> Option<(&'static str, C)> + Send + Sync + 'static,
    ) -> Result<Parent> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let address = format!("http://{}/", listener.local_addr()?);
        let answers: Arc<Answers> =
            Arc::new(move |path| answers(path).map(|(kind, content)| (kind, content.into())));
        let is_cut_off = Arc::new(AtomicBool::new(false));
        let cut_off = Arc::clone(&is_cut_off);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if cut_off.load(Ordering::Relaxed) {
                    continue;
                }
                let answers = Arc::clone(&answers);
                // A browser that goes away early is no concern of ours.
                thread::spawn(move || answer(stream, &*answers).ok());
            }
        });
        Ok(Parent { address, is_cut_off })
    }

    /// Cuts the site off: every connection ends without an answer.
    pub fn cut_off(&self) {
        self.is_cut_off.store(true, Ordering::Relaxed);
    }

    /// A site whose every page is one frame in a sandbox that fills it; the query says of what address.
    pub fn sandbox() -> Result<Parent> {
        Parent::start(|path| {
            let source = decoded(path.strip_prefix("/?")?);
            let source = source.replace('&', "&amp;").replace('"', "&quot;");
            Some((
                "text/html; charset=utf-8",
                format!(
                    "<!doctype html><html lang=\"en\"><title>A page of another site</title><link rel=\"icon\" href=\"data:,\">\
                     <style>body {{ margin: 0 }} iframe {{ display: block; width: 100vw; height: 100vh; border: 0 }}</style>\
                     <iframe sandbox=\"allow-scripts\" title=\"VPC\" src=\"{source}\"></iframe>"
                ),
            ))
        })
    }

    /// The address of the page that holds this one.
    pub fn holding(&self, address: &str) -> String {
        let plain = |byte: &u8| byte.is_ascii_alphanumeric();
        let letter =
            |byte: u8| if plain(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
        format!("{}?{}", self.address, address.bytes().map(letter).collect::<String>())
    }
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let code = if byte == b'%' { rest.next().zip(rest.next()) } else { None };
        let digits = code
            .and_then(|(high, low)| Some([char::from(high).to_digit(16)?, char::from(low).to_digit(16)?]));
        bytes.push(digits.and_then(|[high, low]| u8::try_from(high * 16 + low).ok()).unwrap_or(byte));
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn answer(mut stream: TcpStream, answers: &Answers) -> Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let request = lines.next().unwrap_or_else(|| Ok(String::new()))?;
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let path = request.split(' ').nth(1).unwrap_or("/");
    let (status, kind, content) = match answers(path) {
        Some((kind, content)) => ("200 OK", kind, content),
        None => ("404 Not Found", "text/plain", Vec::new()),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n",
        content.len()
    )?;
    stream.write_all(&content)?;
    Ok(stream.flush()?)
}
