//! One socket, watched: a head in its time and size, an answer that is read, no silence without end.

use std::future::Future;
use std::io::{Error, ErrorKind, Result};
use std::net::SocketAddr;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::{Duration, Instant};

use actix_web::rt::net::TcpStream;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Sleep, sleep};

use super::crowd::{Crowd, Seat};
use super::refusals::Refusal;
use super::rules::LineRules;
use super::scan::{Scan, Verdict};
use super::watch::{Phase, Watch};

/// A socket with its limits.
pub struct Line {
    socket: TcpStream,
    rules: LineRules,
    watch: Rc<Watch>,
    scan: Scan,
    timer: Pin<Box<Sleep>>,
    /// Since when the client reads nothing of what it was sent.
    stalled: Option<(Instant, Pin<Box<Sleep>>)>,
    farewell: Option<Farewell>,
    _seat: Seat,
}

/// The last words on a line, and when to hang up whatever comes.
struct Farewell {
    words: Vec<u8>,
    until: Instant,
}

/// A client that sends on regardless is listened to for so long, so that it reads why it is refused.
const LAST_WORDS: Duration = Duration::from_secs(2);

impl Line {
    /// Takes a socket in, if its address has a place left.
    pub fn take(
        socket: TcpStream,
        rules: LineRules,
        crowd: &Arc<Crowd>,
    ) -> Result<(Line, Option<SocketAddr>)> {
        let peer = socket.peer_addr()?;
        let seat = crowd.seat(peer.ip()).ok_or_else(|| Error::from(ErrorKind::ConnectionRefused))?;
        socket.set_nodelay(true)?;
        let line = Line {
            socket,
            rules,
            watch: Watch::new(),
            scan: Scan::default(),
            timer: Box::pin(sleep(Duration::from_secs(rules.head_seconds))),
            stalled: None,
            farewell: None,
            _seat: seat,
        };
        Ok((line, Some(peer)))
    }

    /// What the requests on this line tell it.
    pub fn watch(&self) -> &Rc<Watch> {
        &self.watch
    }

    /// Judges bytes that have just come. What belongs to a head that is too much never reaches the parser.
    fn judge(&mut self, came: &[u8]) -> Option<Refusal> {
        if matches!(self.watch.phase(), Phase::Silent | Phase::Idle) {
            self.scan = Scan::default();
            self.watch.enter(Phase::Head);
        }
        if self.watch.phase() != Phase::Head {
            return None;
        }
        match self.scan.take(came, &self.rules) {
            Verdict::More => None,
            Verdict::Whole => {
                self.watch.enter(Phase::Busy);
                None
            }
            Verdict::UrlTooLong => Some(Refusal::UrlTooLong),
            Verdict::HeadTooLarge => Some(Refusal::HeadTooLarge),
        }
    }

    fn refuse(&mut self, why: Refusal) {
        self.farewell = Some(Farewell { words: why.bytes(), until: Instant::now() + LAST_WORDS });
    }

    /// Nothing came in time. Half a head is told so; silence is just ended.
    fn poll_patience(&mut self, cx: &mut Context<'_>) -> Poll<Result<()>> {
        loop {
            let deadline = self.watch.deadline(&self.rules);
            if deadline <= Instant::now() {
                if self.watch.phase() != Phase::Head {
                    return Poll::Ready(Err(ErrorKind::TimedOut.into()));
                }
                self.refuse(Refusal::TooSlow);
                return self.poll_farewell(cx);
            }
            self.timer.as_mut().reset(deadline.into());
            ready!(self.timer.as_mut().poll(cx));
        }
    }

    /// Says the last words, swallows what still comes, and then is at its end.
    fn poll_farewell(&mut self, cx: &mut Context<'_>) -> Poll<Result<()>> {
        let Some(farewell) = &mut self.farewell else { return Poll::Ready(Ok(())) };
        while !farewell.words.is_empty() {
            let said = ready!(Pin::new(&mut self.socket).poll_write(cx, &farewell.words))?;
            farewell.words.drain(..said.max(1).min(farewell.words.len()));
        }
        let until = farewell.until;
        self.timer.as_mut().reset(until.into());
        let (mut room, mut over) = ([0; 16_384], self.timer.as_mut().poll(cx).is_ready());
        let _ = Pin::new(&mut self.socket).poll_shutdown(cx);
        while !over {
            let mut swallowed = ReadBuf::new(&mut room);
            let read = ready!(Pin::new(&mut self.socket).poll_read(cx, &mut swallowed));
            over = read.is_err() || swallowed.filled().is_empty() || until <= Instant::now();
        }
        Poll::Ready(Ok(()))
    }

    fn note_written(&mut self) {
        self.stalled = None;
        self.watch.refresh();
    }

    /// The client has room for nothing more: for a while that is its good right.
    fn poll_stall(&mut self, cx: &mut Context<'_>) -> Poll<Result<usize>> {
        let most = Duration::from_secs(self.rules.stall_seconds);
        let (since, timer) = self.stalled.get_or_insert_with(|| (Instant::now(), Box::pin(sleep(most))));
        let _ = timer.as_mut().poll(cx);
        match since.elapsed() >= most {
            true => Poll::Ready(Err(ErrorKind::TimedOut.into())),
            false => Poll::Pending,
        }
    }
}

impl AsyncRead for Line {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, room: &mut ReadBuf<'_>) -> Poll<Result<()>> {
        let line = &mut *self;
        if line.farewell.is_some() {
            return line.poll_farewell(cx);
        }
        let before = room.filled().len();
        match Pin::new(&mut line.socket).poll_read(cx, room) {
            Poll::Pending => line.poll_patience(cx),
            Poll::Ready(Err(why)) => Poll::Ready(Err(why)),
            Poll::Ready(Ok(())) => {
                let came = &room.filled()[before..];
                if came.is_empty() {
                    return Poll::Ready(Ok(()));
                }
                let Some(why) = line.judge(came) else { return Poll::Ready(Ok(())) };
                room.set_filled(before);
                line.refuse(why);
                line.poll_farewell(cx)
            }
        }
    }
}

impl AsyncWrite for Line {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<Result<usize>> {
        match Pin::new(&mut self.socket).poll_write(cx, bytes) {
            Poll::Pending => self.poll_stall(cx),
            written => {
                self.note_written();
                written
            }
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<()>> {
        Pin::new(&mut self.socket).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<()>> {
        Pin::new(&mut self.socket).poll_shutdown(cx)
    }
}
