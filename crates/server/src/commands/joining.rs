//! `enishi joining`: the mode, those who wait, and who is kept out, from the machine itself.

use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, Subcommand};
use enishi_core::ban::{self, Memo, Reason, Sentence};
use enishi_core::ids::MemberId;
use enishi_core::joining::{self, Mode, Revoke};
use enishi_core::store::Error;

use crate::cli::print;
use crate::config::Config;
use crate::site::Site;
use crate::welcome::welcome;

/// What to do about joining. A member is named by the id in the address of their page, never by a number.
#[derive(Subcommand)]
pub enum Joining {
    /// Print how people join now; with a word, change it for every running process.
    Mode { mode: Option<Mode> },
    /// Print who waits for a yes, the longest wait first.
    Waiting,
    /// Let a waiting member in; their phone is told once.
    Approve { member: MemberId },
    /// Send a waiting member away. Nothing of them is kept.
    Decline { member: MemberId },
    /// Keep a member out until they are resumed.
    Suspend(Kept),
    /// Let a suspended member in again.
    Resume(Kept),
    /// Keep a member out, and their number off the site for a year.
    Ban(Kept),
    /// Take a member's number off the list and let them in again.
    Lift(Kept),
    /// End the open invitations of a member and of everybody who came through them.
    Revoke {
        #[command(flatten)]
        kept: Kept,
        /// Also suspend those of the branch who joined within so many seconds.
        #[arg(long)]
        suspend_joined_within: Option<i64>,
    },
}

/// Whom, and why.
#[derive(Args)]
pub struct Kept {
    member: MemberId,
    /// spam, harassment, impersonation, fraud, underage, branch or other.
    #[arg(long, default_value = "other")]
    reason: String,
    /// What to remember.
    #[arg(long, default_value = "")]
    memo: String,
}

impl Kept {
    fn sentence(&self) -> anyhow::Result<Sentence> {
        let reason = Reason::of_word(&self.reason);
        let reason = reason.ok_or_else(|| anyhow::anyhow!("there is no reason called {}", self.reason))?;
        Ok(Sentence { reason, memo: Memo::parse(&self.memo)?, by: None })
    }
}

/// Does it, and says whether there was anything to do; the exit code is 1 if not.
pub fn run(asked: Joining, config: Config) -> anyhow::Result<ExitCode> {
    let site = Site::open(config)?;
    let is_done = match asked {
        Joining::Mode { mode } => return say_mode(&site, mode),
        Joining::Waiting => return say_waiting(&site),
        Joining::Approve { member } => {
            let (keys, welcome) = (Arc::clone(&site.keys), welcome(&site));
            site.store.write(move |tx| joining::approve(tx, &keys, member, None, &welcome))?
        }
        Joining::Decline { member } => {
            site.store.write(move |tx| joining::decline(tx, member, None, None))?
        }
        Joining::Suspend(kept) => judge(&site, &kept, ban::suspend)?,
        Joining::Resume(kept) => judge(&site, &kept, ban::resume)?,
        Joining::Ban(kept) => {
            judge(&site, &kept, |tx, member, why| ban::ban(tx, member, why, ban::DEFAULT_SECONDS))?
        }
        Joining::Lift(kept) => judge(&site, &kept, ban::lift)?,
        Joining::Revoke { kept, suspend_joined_within } => {
            return revoke(&site, &kept, suspend_joined_within);
        }
    };
    print(if is_done { "done" } else { "there was nothing to do" });
    Ok(if is_done { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn judge<F>(site: &Site, kept: &Kept, change: F) -> anyhow::Result<bool>
where
    F: FnOnce(&mut enishi_core::store::Tx<'_>, MemberId, &Sentence) -> Result<bool, Error>
        + Clone
        + Send
        + 'static,
{
    let (member, sentence) = (kept.member, kept.sentence()?);
    Ok(site.store.write(move |tx| change(tx, member, &sentence))?)
}

fn say_mode(site: &Site, mode: Option<Mode>) -> anyhow::Result<ExitCode> {
    if let Some(mode) = mode {
        site.store.write(move |tx| joining::set_mode(tx, mode))?;
    }
    let configured = site.config.signup.mode;
    print(site.store.read(|tx| joining::mode(tx, configured))?);
    Ok(ExitCode::SUCCESS)
}

fn say_waiting(site: &Site) -> anyhow::Result<ExitCode> {
    let page = site.store.read(joining::waiting)?;
    for one in &page.applicants {
        let inviter = one.inviter.as_ref().map_or(String::new(), |card| format!("  (through {})", card.id));
        let since = one.asked_at.in_zone(&site.zone);
        print(format!("{}  {}  since {since}{inviter}", one.card.id, one.card.nickname));
    }
    print(format!("{} waiting", page.total));
    Ok(ExitCode::SUCCESS)
}

fn revoke(site: &Site, kept: &Kept, suspend_joined_within: Option<i64>) -> anyhow::Result<ExitCode> {
    let (member, sentence) = (kept.member, kept.sentence()?);
    let how = Revoke { suspend_joined_within, ban_seconds: None, with_root: true, sentence };
    let done = site.store.write(move |tx| joining::revoke(tx, member, &how))?;
    print(format!("{} invitations ended, {} members suspended", done.invitations, done.members));
    Ok(ExitCode::SUCCESS)
}
