//! Where messages go, what comes back, and why some do not arrive.

use enishi_core::phone::dial_code_of;
use enishi_core::sms_desk::{OfCountry, SmsDesk};
use enishi_face::desk::SmsPage;
use enishi_face::{Context, DeskPlace, Letters, Place};
use maud::{Markup, html};

use super::sms::money;
use crate::parts::moments::moment;

pub(super) fn countries(page: &SmsPage, context: &Context<'_>) -> Markup {
    let (words, desk) = (context.words, &page.desk);
    html! {
        section {
            h2 { (words.say("sms-countries")) }
            div.wide {
                table {
                    thead { tr {
                        th scope="col" { (words.say("sms-country")) }
                        th.number scope="col" { (words.say("sms-today-short")) }
                        th.number scope="col" { (words.say("sms-verified")) }
                        th.number scope="col" { (words.say("sms-failed")) }
                        th.number scope="col" { (words.say("sms-month-short")) }
                        @if page.prices.are_known() { th.number scope="col" { (words.say("sms-cost")) } }
                    } }
                    tbody { @for country in named(desk) { (row_of(page, &country, context)) } }
                }
            }
        }
    }
}

/// Every country that is open, stopped, or was sent to; those with the most messages first.
fn named(desk: &SmsDesk) -> Vec<String> {
    let sent = desk.countries.iter().map(|of| &of.country).chain(desk.month.iter().map(|of| &of.country));
    let mut named: Vec<String> = Vec::new();
    for country in sent.chain(&desk.open).chain(&desk.stops.countries) {
        if !named.contains(country) {
            named.push(country.clone());
        }
    }
    named
}

fn row_of(page: &SmsPage, country: &str, context: &Context<'_>) -> Markup {
    let desk = &page.desk;
    let today = desk.countries.iter().find(|of| of.country == country).cloned();
    let today = today.unwrap_or_else(|| OfCountry { country: country.to_owned(), ..OfCountry::default() });
    let month = desk.month.iter().find(|of| of.country == country).map_or(0, |of| of.sent);
    html! {
        tr {
            th scope="row" { (country) " +" (dial_code_of(country)) (switch(desk, country, context)) }
            td.number { (today.sent) }
            td.number { (today.verified) }
            td.number { (today.failed) }
            td.number { (month) }
            @if page.prices.are_known() { td.number { (money(page, page.prices.of(country, month))) } }
        }
    }
}

/// How its switch stands, which leads to moving it.
fn switch(desk: &SmsDesk, country: &str, context: &Context<'_>) -> Markup {
    let is_stopped = desk.stops.countries.iter().any(|stopped| stopped == country);
    let is_known = is_stopped || desk.open.iter().any(|open| open == country);
    let label = context.words.say(if is_stopped { "sms-stopped" } else { "sms-going" });
    html! {
        @if let Some(letters) = Letters::of(country).filter(|_| is_known) {
            br;
            a.loud[is_stopped] href=(context.links.to(Place::Desk(DeskPlace::SmsCountry(letters)))) { (label) }
        }
    }
}

pub(super) fn prefixes(desk: &SmsDesk, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        section {
            h2 { (words.say("sms-prefixes")) }
            @if desk.prefixes.is_empty() {
                p.hint { (words.say("sms-none")) }
            } @else {
                table {
                    thead { tr {
                        th scope="col" { (words.say("sms-prefix")) }
                        th.number scope="col" { (words.say("sms-sent")) }
                        th.number scope="col" { (words.say("sms-verified")) }
                    } }
                    tbody { @for of in &desk.prefixes { tr {
                        th scope="row" { (of.known.digits) }
                        td.number { (of.sent) }
                        td.number { (of.verified) }
                    } } }
                }
            }
        }
    }
}

pub(super) fn held(desk: &SmsDesk, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        section {
            h2 { (words.say("sms-held")) }
            @if desk.held.is_empty() {
                p.hint { (words.say("sms-held-none")) }
            } @else {
                p.hint { (words.say("sms-held-lead")) }
                ul.lines {
                    @for known in &desk.held {
                        @let place = Place::Desk(DeskPlace::SmsPrefix(known.id));
                        li {
                            a href=(context.links.to(place)) { (words.say_with("sms-release", "prefix", known.digits.as_str())) }
                            @if let Some(since) = known.held_at {
                                p.hint { (words.say_with("sms-held-since", "when", context.when(since).as_str())) }
                            }
                        }
                    }
                }
            }
        }
    }
}

pub(super) fn failures(desk: &SmsDesk, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        section {
            h2 { (words.say("sms-failures")) }
            @if desk.failures.is_empty() { p.hint { (words.say("sms-failures-none")) } }
            ul.lines {
                @for failure in &desk.failures {
                    li {
                        (moment(failure.at, context)) " " (failure.country) " "
                        (words.say_with("sms-ends-in", "digits", failure.last_two.as_str()))
                        br;
                        strong { (failure.code) } " "
                        @if failure.why.is_empty() { (words.say("sms-no-reason")) }
                        @else { span lang="en" { (failure.why) } }
                    }
                }
            }
        }
    }
}

pub(super) fn states(desk: &SmsDesk, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        section {
            h2 { (words.say("sms-states")) }
            @if desk.states.is_empty() {
                p.hint { (words.say("sms-none")) }
            } @else {
                table { tbody { @for (state, count) in &desk.states { tr {
                    th scope="row" { (words.say_of("sms-state", state)) }
                    td.number { (count) }
                } } } }
            }
        }
    }
}
