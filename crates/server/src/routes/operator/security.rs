//! The security log.

use enishi_core::ids::MemberId;
use enishi_core::security_log::{self, Kind, LogPage, Sought};
use enishi_face::desk::{DeskPage, SecurityPage};
use enishi_face::{Form, Phrase};

use crate::answer::Answer;
use crate::request::Ask;
use crate::routes::route::{Outcome, Readers, Route, handler};

/// Alerts are shown for a week, and so many at most.
const ALERT_SECONDS: i64 = 7 * 86_400;
const ALERTS: i64 = 20;

pub fn routes() -> Vec<Route> {
    vec![Route::get("/operator/security", Readers::Operator, handler!(show))]
}

async fn show(ask: &mut Ask) -> Outcome {
    let typed = ask.query("member");
    let form = Form::empty().with("kind", ask.query("kind")).with("member", typed.as_str());
    let member = member_in(&typed);
    if member.is_none() && !typed.trim().is_empty() {
        let form = form.fault("member", Phrase::new("log-member-wrong"));
        let (alerts, log, sought) = (LogPage::default(), LogPage::default(), Sought::default());
        return Ok(Answer::desk_refused(DeskPage::Security(Box::new(SecurityPage {
            alerts,
            log,
            sought,
            form,
        }))));
    }
    let before = ask.query("before").parse().ok();
    let sought = Sought { kind: Kind::of_word(&ask.query("kind")), member, before };
    let (alerts, log) = ask
        .read_at_desk(move |tx, _| {
            Ok((security_log::alert_page(tx, ALERT_SECONDS, ALERTS)?, security_log::page(tx, sought)?))
        })
        .await?;
    Ok(Answer::desk(DeskPage::Security(Box::new(SecurityPage { alerts, log, sought, form }))))
}

/// An id, or the address of a member's page.
fn member_in(typed: &str) -> Option<MemberId> {
    let rest = typed.rsplit_once("/members/").map_or(typed, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default().trim().to_ascii_lowercase().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_found_in_an_address() {
        let id: Option<MemberId> = "3k7".parse().ok();
        assert!(id.is_some());
        for typed in ["3k7", " 3K7 ", "/members/3k7", "https://sns.example.jp/members/3k7/diary?before=2"] {
            assert_eq!(member_in(typed), id, "{typed}");
        }
        assert_eq!((member_in("さとう"), member_in("")), (None, None));
    }
}
