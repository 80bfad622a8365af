//! Which handsets came, and what one of them gets.

use enishi_core::handset::Seen;
use enishi_face::desk::{DevicesPage, PhoneAsked, Told};
use enishi_face::{Context, DeskPlace, Place};
use maud::{Markup, html};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::parts::buttons::{Look, submit};
use crate::parts::field::{Field, Line};
use crate::parts::layout::Sheet;
use crate::parts::pager::pager;

pub(super) fn devices(page: &DevicesPage, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let body = html! {
        h1 { (words.say("desk-devices")) }
        @for fault in &page.faults { p.fault { (fault) } }
        p { a href=(context.links.to(Place::Desk(DeskPlace::Phone))) { (words.say("desk-phone")) } }
        (ask(page, context))
        @if let Some(told) = &page.told { (told_of(told, context)) }
        p.hint { (words.say_with("desk-devices-lead", "days", page.days)) }
        @if page.seen.profiles.is_empty() { p { (words.say("desk-devices-none")) } }
        @if !page.seen.unknown.is_empty() {
            h2 { (words.say("desk-devices-unknown")) }
            p.hint { (words.say("desk-devices-unknown-lead")) }
            (bars(&page.seen.unknown, |seen| &seen.handset.agent, context))
            (pager(context, page.seen.next.map(|from| Place::Desk(DeskPlace::DevicesFrom(from)))))
        }
        @if !page.seen.profiles.is_empty() {
            h2 { (words.say("desk-devices-profiles")) }
            (bars(&page.seen.profiles, |seen| &seen.handset.profile, context))
        }
        (files(page, context))
    };
    Sheet::new(words.say("desk-devices"), body)
}

fn ask(page: &DevicesPage, context: &Context<'_>) -> Markup {
    let words = context.words;
    let agent = Field::of(&page.form, context, "agent", words.say("desk-devices-agent"))
        .hint(words.say("desk-devices-agent-hint"));
    html! {
        form method="get" action=(context.links.to(Place::Desk(DeskPlace::Devices))) {
            (agent.line(page.form.value("agent"), Line::CODE_OF_LETTERS))
            (submit(&words.say("desk-devices-look"), Look::Plain))
        }
    }
}

fn told_of(told: &Told, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        section.told {
            h2 { (told.words) }
            p.hint translate="no" { (told.profile) }
            p { a href=(on_screen(&told.agent, context)) { (words.say("desk-phone-look")) } }
            dl.values {
                @for value in &told.values {
                    div {
                        dt translate="no" { (value.key) }
                        dd translate="no" { (value.value) @if !value.rule.is_empty() { small { (value.rule) } } }
                    }
                }
            }
            @if !told.models.is_empty() {
                h3 { (words.say("desk-devices-models")) }
                p.models translate="no" { (told.models.join("  ")) }
            }
        }
    }
}

/// Rows with a bar each, as long as the row is frequent beside the first.
fn bars<'s>(rows: &'s [Seen], name: impl Fn(&'s Seen) -> &'s str, context: &Context<'_>) -> Markup {
    let most = rows.first().map_or(1, |row| row.times.max(1));
    html! {
        ol.bars {
            @for row in rows {
                li {
                    a href=(about(name(row), context)) translate="no" { (name(row)) }
                    span.count { (context.words.say_with("desk-devices-times", "n", row.times)) }
                    meter min="0" max=(most) value=(row.times) {}
                }
            }
        }
    }
}

/// The address at which a handset is told about.
fn about(agent: &str, context: &Context<'_>) -> String {
    let query = format!("agent={}", encoded(agent));
    context.links.with_query(&context.links.to(Place::Desk(DeskPlace::Devices)), &query)
}

/// The same one on the screen, with home on it.
fn on_screen(agent: &str, context: &Context<'_>) -> String {
    context
        .links
        .with_query(&context.links.to(Place::Desk(DeskPlace::Phone)), &PhoneAsked::home(agent).query())
}

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

fn files(page: &DevicesPage, context: &Context<'_>) -> Markup {
    let words = context.words;
    let editor = context.links.to(Place::Desk(DeskPlace::DeviceFile));
    html! {
        h2 { (words.say("desk-devices-files")) }
        @if page.files.is_empty() {
            p { (words.say("desk-devices-built-in")) }
        } @else {
            ul.files translate="no" {
                @for file in &page.files {
                    @let query = format!("file={}", encoded(file));
                    li { a href=(context.links.with_query(&editor, &query)) { (file) } }
                }
            }
        }
    }
}
