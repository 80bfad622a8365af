//! Letters handed to a mail server over a real socket, and to the file that stands for one.

#![allow(clippy::unwrap_used)] // a test may stop where it fails

use std::fs;
use std::os::unix::fs::PermissionsExt;

use enishi_mail::{
    Charset, Letter, MailConfig, MailSender, Outbox, Outcome, Provider, Smtp, Tls, sender_from,
};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

fn letter(to: &str) -> Letter {
    Letter {
        to: to.to_owned(),
        subject: "ご確認ください".to_owned(),
        body: "一行目\n.\n三行目".to_owned(),
        unsubscribe: None,
        charset: Charset::Utf8,
    }
}

/// A mail server that answers the end of a letter with `verdict`, or hangs up where it is empty, and returns
/// everything it was told.
async fn server(verdict: &'static str) -> (MailConfig, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let heard = tokio::spawn(async move {
        let (socket, _) = listener.accept().await.unwrap();
        let mut socket = BufReader::new(socket);
        let mut heard = String::new();
        let mut is_letter = false;
        socket.write_all(b"220 ready\r\n").await.unwrap();
        loop {
            let mut line = String::new();
            if socket.read_line(&mut line).await.unwrap_or(0) == 0 {
                return heard;
            }
            heard.push_str(&line);
            let answer = match (is_letter, line.trim_end()) {
                (true, ".") if verdict.is_empty() => return heard,
                (true, ".") => {
                    is_letter = false;
                    verdict
                }
                (true, _) => continue,
                (false, "DATA") => {
                    is_letter = true;
                    "354 go on"
                }
                (false, _) => "250 ok",
            };
            socket.write_all(format!("{answer}\r\n").as_bytes()).await.unwrap();
        }
    });
    let config = MailConfig {
        provider: Provider::Smtp,
        from: "no-reply@example.jp".to_owned(),
        smtp_host: "127.0.0.1".to_owned(),
        smtp_port: port,
        tls: Tls::None,
        total_seconds: 5,
        ..MailConfig::default()
    };
    (config, heard)
}

#[tokio::test]
async fn a_letter_arrives_at_an_address_no_standard_knows() {
    let (config, heard) = server("250 taken").await;
    let smtp = Smtp::new(&config).unwrap();
    assert_eq!(smtp.send(&letter("a..b.@docomo.ne.jp")).await, Outcome::Accepted);
    drop(smtp);
    let heard = heard.await.unwrap();
    assert!(heard.contains("RCPT TO:<a..b.@docomo.ne.jp>"), "{heard}");
    assert!(heard.contains("Subject: =?UTF-8?B?"), "{heard}");
    assert_eq!(heard.matches("\r\n.\r\n").count(), 1, "{heard}");
}

#[tokio::test]
async fn the_servers_word_decides_what_becomes_of_it() {
    for (verdict, is_as_expected) in [
        ("450 busy", (|outcome| matches!(outcome, Outcome::Later { .. })) as fn(&Outcome) -> bool),
        ("550 no such mailbox hanako@example.jp", |outcome| {
            *outcome == Outcome::Refused { reason: "the server answered 550".to_owned() }
        }),
        ("", |outcome| matches!(outcome, Outcome::Unknown { .. })),
    ] {
        let (config, _heard) = server(verdict).await;
        let outcome = Smtp::new(&config).unwrap().send(&letter("hanako@example.jp")).await;
        assert!(is_as_expected(&outcome), "{verdict:?}: {outcome:?}");
    }
}

#[tokio::test]
async fn nobody_home_means_not_sent() {
    let (config, heard) = server("250 taken").await;
    heard.abort();
    let _ = heard.await;
    let outcome = Smtp::new(&config).unwrap().send(&letter("hanako@example.jp")).await;
    assert!(matches!(outcome, Outcome::Later { .. }), "{outcome:?}");
}

#[tokio::test]
async fn a_second_receiver_is_never_smuggled_in() {
    let (config, heard) = server("250 taken").await;
    for to in ["a@b.jp\r\nRCPT TO:<x@y.jp>", "a@b.jp,x@y.jp", "<a@b.jp>"] {
        let outcome = Smtp::new(&config).unwrap().send(&letter(to)).await;
        assert!(matches!(outcome, Outcome::Refused { .. }), "{to:?}: {outcome:?}");
    }
    heard.abort();
}

#[tokio::test]
async fn the_outbox_is_one_line_a_letter_for_its_owner_alone() {
    let dir = tempfile::tempdir().unwrap();
    let sender = sender_from(&MailConfig::default(), dir.path()).unwrap();
    assert_eq!(sender.send(&letter("hanako@example.jp")).await, Outcome::Accepted);
    let path = Outbox::new(dir.path()).path().to_owned();
    let text = fs::read_to_string(&path).unwrap();
    let line: serde_json::Value = serde_json::from_str(text.lines().next().unwrap()).unwrap();
    assert_eq!(line["to"], "hanako@example.jp");
    assert_eq!(line["body"], "一行目\n.\n三行目");
    assert_eq!(line.as_object().unwrap().len(), 4);
    assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn what_smtp_needs_is_named() {
    let config = MailConfig { provider: Provider::Smtp, ..MailConfig::default() };
    let why = sender_from(&config, std::path::Path::new("")).err().unwrap().to_string();
    assert!(why.contains("mail.from"), "{why}");
    let shown = format!("{:?}", MailConfig { smtp_password: "hush".to_owned(), ..config });
    assert!(!shown.contains("hush"), "{shown}");
    assert_eq!(format!("{:?}", letter("hanako@example.jp")), "Letter { .. }");
}
