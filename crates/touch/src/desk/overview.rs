//! How the site is doing: what is switched off and what should be looked at, then the figures, each leading on.

use enishi_core::operator::{Glance, Switches};
use enishi_face::desk::OverviewPage;
use enishi_face::{Context, DeskPlace, Letters, Phrase, Place};
use maud::{Markup, html};

use super::security;
use super::sms::figure;
use crate::parts::buttons::{self, Look};
use crate::parts::layout::Sheet;

/// A week, as the figures cut it.
const WEEK_DAYS: usize = 7;

pub(super) fn overview(page: &OverviewPage, context: &Context<'_>) -> Sheet {
    let (words, glance) = (context.words, &page.glance);
    let body = html! {
        h1 { (words.say("overview-title")) }
        (switched(glance, context))
        (faults(page, context))
        (figures(glance, context))
        (alerts(glance, context))
        p.hint.about { (words.tell(&Phrase::new("overview-about").with("version", page.version).with("engine", page.engine))) }
    };
    Sheet::new(words.say("overview-title"), body)
}

/// What does not run as the settings say.
fn switched(glance: &Glance, context: &Context<'_>) -> Markup {
    let words = context.words;
    let Switches { mode, messages_stopped, stopped, .. } = &glance.stops.switches;
    html! {
        @if *messages_stopped {
            p.warning { (way(DeskPlace::Sms, &words.say("sms-all-stopped"), context)) }
        }
        @for country in stopped {
            @let place = Letters::of(country).map_or(DeskPlace::Sms, DeskPlace::SmsCountry);
            p.warning { (way(place, &words.say_with("overview-country-stopped", "country", country.as_str()), context)) }
        }
        @if glance.stops.first_posts_held {
            p.warning { (way(DeskPlace::Held, &words.say("overview-first-posts"), context)) }
        }
        @if *mode != glance.configured {
            p.warning { (words.say("overview-mode-switched")) " " (words.say_of("overview-mode", mode.word())) }
        }
    }
}

fn faults(page: &OverviewPage, context: &Context<'_>) -> Markup {
    html! {
        @if !page.profile_faults.is_empty() {
            div.warning {
                p { (context.words.say("overview-profile-faults")) }
                @for fault in &page.profile_faults { p.fault lang="en" { (fault) } }
            }
        }
    }
}

fn figures(glance: &Glance, context: &Context<'_>) -> Markup {
    let words = context.words;
    let people = |n: i64| words.say_with("sms-people", "n", n);
    let joined = &glance.figures.joined;
    let week: i64 = joined.iter().rev().take(WEEK_DAYS).sum();
    let today = joined.last().copied().unwrap_or_default();
    let budget = &glance.budget;
    let of_most = Phrase::new("sms-of-most").with("n", budget.spent).with("most", budget.most);
    let texts = way(DeskPlace::Sms, &words.tell(&of_most), context);
    let mode =
        way(DeskPlace::Joining, &words.say_of("overview-mode", glance.stops.switches.mode.word()), context);
    let waiting = way(DeskPlace::Waiting, &people(glance.waiting), context);
    html! {
        dl.figures {
            (figure(&words.say("desk-members"), html! { (people(glance.figures.members)) }, &[], false))
            (figure(&words.say("overview-joined"), html! { (people(today)) }, &[words.say_with("overview-joined-week", "n", week)], false))
            (figure(&words.say("overview-waiting"), waiting, &[], glance.waiting > 0))
            (figure(&words.say("overview-mode"), mode, &[], false))
            (figure(&words.say("sms-today"), texts, &[], budget.is_near()))
        }
    }
}

fn alerts(glance: &Glance, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        section {
            h2 { (words.say("log-alerts")) }
            @if glance.alerts.lines.is_empty() { p.hint { (words.say("log-alerts-none")) } }
            @else { div.alerts { (security::lines(&glance.alerts, context)) } }
            p.ways { (buttons::link(context, Place::Desk(DeskPlace::Security), &words.say("log-title"), Look::Plain)) }
        }
    }
}

fn way(place: DeskPlace, label: &str, context: &Context<'_>) -> Markup {
    html! { a href=(context.links.to(Place::Desk(place))) { (label) } }
}
