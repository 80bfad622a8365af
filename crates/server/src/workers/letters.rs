//! Sends queued letters. A letter is claimed before it is sent and settled after; its words are made here, in the
//! language of whoever it is about.

use std::sync::Arc;
use std::time::Duration;

use enishi_core::digest;
use enishi_core::ids::MemberId;
use enishi_core::letter::{self, Due, Matter, Settled};
use enishi_core::store::Error;
use enishi_face::{Language, Phrase, Words, digest_lines};
use enishi_keitai::text::{Encoding, encode};
use enishi_mail::{Charset, Letter, MailSender, Outcome, Unsubscribe};
use tokio::sync::watch;

use super::texts::change;
use crate::letter_mark;
use crate::site::Site;

/// How often the queue is looked at when nobody calls.
const PATIENCE: Duration = Duration::from_secs(5);
/// How many are claimed at once.
const AT_ONCE: i64 = 8;
/// The wait after a try that was put off, in seconds; doubled each time.
const FIRST_WAIT_SECONDS: i64 = 60;
/// Longer than any attempt may take: what was claimed before that has lost its process.
const LOST_AFTER_SECONDS: i64 = 300;

const DAY_SECONDS: i64 = 86_400;

/// Mail of the old carriers, whose phones read ISO-2022-JP and little else.
const OLD_CARRIERS: [&str; 8] = [
    "docomo.ne.jp",
    "ezweb.ne.jp",
    "softbank.ne.jp",
    "vodafone.ne.jp",
    "disney.ne.jp",
    "willcom.com",
    "pdx.ne.jp",
    "emnet.ne.jp",
];

pub async fn work(site: Arc<Site>, mut stopped: watch::Receiver<bool>) {
    let sender = match enishi_mail::sender_from(&site.config.mail, &site.config.server.data_dir) {
        Ok(sender) => sender,
        Err(error) => {
            tracing::error!(%error, "letters cannot be sent; they wait in the queue");
            return;
        }
    };
    loop {
        if let Err(error) = send_due(&site, sender.as_ref()).await {
            tracing::error!(%error, "the queue of letters could not be worked");
        }
        tokio::select! {
            _ = stopped.changed() => return,
            () = site.letters_wait.notified() => {}
            () = tokio::time::sleep(PATIENCE) => {}
        }
    }
}

async fn send_due(site: &Arc<Site>, sender: &dyn MailSender) -> Result<(), Error> {
    let keys = Arc::clone(&site.keys);
    let due = change(site, move |tx| {
        letter::settle_interrupted(tx, LOST_AFTER_SECONDS)?;
        letter::claim_due(tx, &keys, AT_ONCE)
    })
    .await?;
    for letter in due {
        let settled = match write(site, &letter).await? {
            Some(written) => settle(site, &letter, &sender.send(&written).await),
            None => Settled::Pointless,
        };
        change(site, move |tx| letter::settle(tx, letter.id, settled)).await?;
    }
    Ok(())
}

/// Links begin with the configured address alone: what a request calls this host is never put into a letter. `None` if
/// there is nothing left to tell.
async fn write(site: &Arc<Site>, due: &Due) -> Result<Option<Letter>, Error> {
    let language = due.language.as_deref().and_then(Language::from_code).unwrap_or(Language::Ja);
    let (words, url) = (language.words(), &site.config.server.public_url);
    let lines = match due.matter {
        Matter::Digest => gather(site, due.about, words).await?,
        _ => String::new(),
    };
    if due.matter == Matter::Digest && lines.is_empty() {
        return Ok(None);
    }
    let stop = format!("{url}/letters/stop/{}", letter_mark::write(&site.keys, due.about));
    let link = match &due.link {
        Some(link) => format!("{url}{}/{}", link_path(due.matter), link.as_str()),
        None => format!("{url}/login"),
    };
    let say = |phrase: Phrase| {
        let named = phrase.with("site", site.config.site.name.as_str()).with("name", due.name.as_str());
        let code = due.code.as_ref().map_or("", |code| code.as_str());
        let days = (site.config.claim.wait_seconds + DAY_SECONDS - 1) / DAY_SECONDS;
        let named = named.with("lines", lines.as_str()).with("stop", stop.as_str()).with("days", days);
        words.tell(&named.with("link", link.as_str()).with("code", code))
    };
    let (subject, body) = phrases(due.matter);
    let unsubscribe = match due.matter {
        Matter::Digest => Some(Unsubscribe::AtOnce(stop.clone())),
        matter => matter.is_notice().then(|| Unsubscribe::OnPage(format!("{url}/me/email"))),
    };
    Ok(Some(Letter {
        to: due.to.as_str().to_owned(),
        subject: say(subject),
        body: say(body),
        unsubscribe,
        charset: charset(due.to.domain()),
    }))
}

/// What happened, as its reader may see it now.
async fn gather(site: &Arc<Site>, reader: MemberId, words: &Words) -> Result<String, Error> {
    let by = Arc::clone(site);
    let digest =
        tokio::task::spawn_blocking(move || by.store.read(|tx| digest::gather(tx, reader, &by.zone)));
    let digest = digest.await.map_err(|why| Error::Broken(why.to_string()))??;
    Ok(digest_lines(&digest, words, &site.config.server.public_url))
}

fn link_path(matter: Matter) -> &'static str {
    match matter {
        Matter::ConfirmEmail | Matter::EmailTaken => "/email/confirm",
        Matter::NumberChanged => "/undo",
        Matter::EmailChanged
        | Matter::GuardChanged
        | Matter::RecoveryCode
        | Matter::TrustedChanged
        | Matter::FriendsAsked
        | Matter::FriendsRefused
        | Matter::Recovered
        | Matter::Leaving
        | Matter::Digest
        | Matter::NumberBack
        | Matter::NumberClaimed
        | Matter::NumberReleased => "/login",
    }
}

fn phrases(matter: Matter) -> (Phrase, Phrase) {
    match matter {
        Matter::ConfirmEmail => {
            (Phrase::new("letter-confirm-email-subject"), Phrase::new("letter-confirm-email-body"))
        }
        Matter::EmailTaken => {
            (Phrase::new("letter-email-taken-subject"), Phrase::new("letter-email-taken-body"))
        }
        Matter::EmailChanged => {
            (Phrase::new("letter-email-changed-subject"), Phrase::new("letter-email-changed-body"))
        }
        Matter::GuardChanged => {
            (Phrase::new("letter-guard-changed-subject"), Phrase::new("letter-guard-changed-body"))
        }
        Matter::RecoveryCode => {
            (Phrase::new("letter-recovery-code-subject"), Phrase::new("letter-recovery-code-body"))
        }
        Matter::Recovered => (Phrase::new("letter-recovered-subject"), Phrase::new("letter-recovered-body")),
        Matter::TrustedChanged => {
            (Phrase::new("letter-trusted-changed-subject"), Phrase::new("letter-trusted-changed-body"))
        }
        Matter::FriendsAsked => {
            (Phrase::new("letter-friends-asked-subject"), Phrase::new("letter-friends-asked-body"))
        }
        Matter::FriendsRefused => {
            (Phrase::new("letter-friends-refused-subject"), Phrase::new("letter-friends-refused-body"))
        }
        Matter::NumberChanged => {
            (Phrase::new("letter-number-changed-subject"), Phrase::new("letter-number-changed-body"))
        }
        Matter::NumberBack => {
            (Phrase::new("letter-number-back-subject"), Phrase::new("letter-number-back-body"))
        }
        Matter::NumberClaimed => {
            (Phrase::new("letter-number-claimed-subject"), Phrase::new("letter-number-claimed-body"))
        }
        Matter::NumberReleased => {
            (Phrase::new("letter-number-released-subject"), Phrase::new("letter-number-released-body"))
        }
        Matter::Digest => (Phrase::new("letter-digest-subject"), Phrase::new("letter-digest-body")),
        Matter::Leaving => (Phrase::new("letter-leaving-subject"), Phrase::new("letter-leaving-body")),
    }
}

fn charset(domain: &str) -> Charset {
    let is_of = |carrier: &str| {
        domain.strip_suffix(carrier).is_some_and(|before| before.is_empty() || before.ends_with('.'))
    };
    match OLD_CARRIERS.iter().any(|carrier| is_of(carrier)) {
        true => Charset::Iso2022Jp(|text| encode(text, Encoding::Iso2022Jp)),
        false => Charset::Utf8,
    }
}

fn settle(site: &Site, due: &Due, outcome: &Outcome) -> Settled {
    match outcome {
        Outcome::Accepted => {
            tracing::info!("a letter was accepted");
            Settled::Accepted
        }
        Outcome::Refused { reason } => {
            tracing::warn!(%reason, "a letter was refused");
            Settled::Refused { error: reason.clone() }
        }
        Outcome::Unknown { reason } => {
            tracing::warn!(%reason, "what became of a letter is unknown");
            Settled::Unknown { error: reason.clone() }
        }
        Outcome::Later { reason } => {
            tracing::warn!(%reason, "a letter was put off");
            let wait = FIRST_WAIT_SECONDS << (due.tries.clamp(1, letter::MOST_TRIES) - 1);
            Settled::Later { due_at: site.store.now().plus_seconds(wait), error: reason.clone() }
        }
    }
}
