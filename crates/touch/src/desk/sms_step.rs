//! One switch of the text messages: what moving it means, and the code that moves it.

use enishi_core::sms_desk::Stand;
use enishi_face::desk::SmsStepPage;
use enishi_face::{Context, DeskPlace, Letters, Phrase, Place};
use maud::{Markup, html};

use super::door::code;
use crate::parts::buttons::{self, Look, submit};
use crate::parts::field::{Field, Line};
use crate::parts::form;
use crate::parts::layout::Sheet;

pub(super) fn step(page: &SmsStepPage, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let said = Said::of(&page.stand);
    let title = words.tell(&said.title);
    let fields = html! {
        (field(page, context))
        (code(&page.form, "sms-code-hint", context))
        div.ways {
            (submit(&words.tell(&said.button), Look::Primary))
            (buttons::link(context, Place::Desk(DeskPlace::Sms), &words.say("yes-go-back"), Look::Plain))
        }
    };
    let body = html! {
        h1 { (title) }
        p { (words.tell(&said.ask)) }
        (form::refusal(&page.form, &["code", "most"], context))
        (form::post(context, Place::Desk(said.place), &fields))
    };
    Sheet::new(title.as_str(), body)
}

/// The words of a step, and where it is taken.
struct Said {
    place: DeskPlace,
    title: Phrase,
    ask: Phrase,
    button: Phrase,
}

impl Said {
    fn of(stand: &Stand) -> Said {
        match stand {
            Stand::Everything { is_stopped: false } => {
                Said::all("sms-stop-all", "sms-stop-all-ask", "sms-stop-button")
            }
            Stand::Everything { is_stopped: true } => {
                Said::all("sms-open-all", "sms-open-all-ask", "sms-open-button")
            }
            Stand::Country { country, is_stopped } => Said::country(country, *is_stopped),
            Stand::Prefix(known) => Said {
                place: DeskPlace::SmsPrefix(known.id),
                title: Phrase::new("sms-release").with("prefix", known.digits.as_str()),
                ask: Phrase::new("sms-release-ask"),
                button: Phrase::new("sms-open-button"),
            },
            Stand::Budget(budget) => Said {
                place: DeskPlace::SmsBudget,
                title: Phrase::new("sms-budget"),
                ask: Phrase::new("sms-budget-ask").with("most", budget.most).with("spent", budget.spent),
                button: Phrase::new("sms-budget-button"),
            },
        }
    }

    fn all(title: &'static str, ask: &'static str, button: &'static str) -> Said {
        let (title, ask, button) = (Phrase::new(title), Phrase::new(ask), Phrase::new(button));
        Said { place: DeskPlace::SmsStop, title, ask, button }
    }

    fn country(country: &str, is_stopped: bool) -> Said {
        let (title, ask, button) = match is_stopped {
            true => ("sms-open-country", "sms-open-country-ask", "sms-open-button"),
            false => ("sms-stop-country", "sms-stop-country-ask", "sms-stop-button"),
        };
        let place = Letters::of(country).map_or(DeskPlace::Sms, DeskPlace::SmsCountry);
        let title = Phrase::new(title).with("country", country);
        Said { place, title, ask: Phrase::new(ask), button: Phrase::new(button) }
    }
}

/// What is asked for beside the code. A stop says which way it goes, so that a press that comes late undoes nothing.
fn field(page: &SmsStepPage, context: &Context<'_>) -> Markup {
    match &page.stand {
        Stand::Everything { is_stopped } | Stand::Country { is_stopped, .. } => {
            form::unseen("stop", if *is_stopped { "0" } else { "1" })
        }
        Stand::Prefix(_) => html! {},
        Stand::Budget(budget) => {
            let typed = page.form.value("most");
            let most = if page.form.is_refused() { typed.to_owned() } else { budget.most.to_string() };
            Field::of(&page.form, context, "most", context.words.say("sms-budget-most"))
                .line(&most, Line::NUMBER)
        }
    }
}
