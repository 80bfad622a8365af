//! Who did what, when, from where; on top what should be looked at.

use enishi_core::security_log::{Kind, Line as Event, LogPage, Sought};
use enishi_face::desk::SecurityPage;
use enishi_face::{Context, DeskPlace, Place};
use maud::{Markup, html};

use crate::parts::buttons::{self, Look, submit};
use crate::parts::field::{Field, Line};
use crate::parts::layout::Sheet;
use crate::parts::moments::moment;

pub(super) fn security(page: &SecurityPage, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let body = html! {
        h1 { (words.say("log-title")) }
        p.hint { (words.say("log-lead")) }
        @if page.sought == Sought::default() { (alerts(&page.alerts, context)) }
        section {
            h2 { (words.say("log-lines")) }
            (filter(page, context))
            @if page.log.lines.is_empty() && !page.form.is_refused() { p role="status" { (words.say("log-none")) } }
            (lines(&page.log, context))
            @if let Some(older) = page.log.older {
                @let place = DeskPlace::SecurityOf(Sought { before: Some(older), ..page.sought });
                nav.pager aria-label=(words.say("next-page")) {
                    (buttons::link(context, Place::Desk(place), &words.say("log-older"), Look::Plain))
                }
            }
        }
    };
    Sheet::new(words.say("log-title"), body)
}

fn alerts(page: &LogPage, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        section {
            h2 { (words.say("log-alerts")) }
            @if page.lines.is_empty() { p.hint { (words.say("log-alerts-none")) } }
            @else { div.alerts { (lines(page, context)) } }
        }
    }
}

/// Looking changes nothing, so the form is a GET.
fn filter(page: &SecurityPage, context: &Context<'_>) -> Markup {
    let words = context.words;
    let all = (String::new(), words.say("log-kind-all").into_owned());
    let kinds = Kind::ALL.iter().map(|kind| (kind.word().to_owned(), words.say_of("log-event", kind.word())));
    let choices: Vec<(String, String)> = std::iter::once(all).chain(kinds).collect();
    let kind = Field::of(&page.form, context, "kind", words.say("log-kind"));
    let member =
        Field::of(&page.form, context, "member", words.say("log-member")).hint(words.say("log-member-hint"));
    html! {
        form method="get" action=(context.links.to(Place::Desk(DeskPlace::Security))) {
            (kind.choice(page.form.value("kind"), &choices))
            (member.line(page.form.value("member"), Line::CODE_OF_LETTERS))
            div.ways {
                (submit(&words.say("log-show"), Look::Plain))
                @if page.sought != Sought::default() {
                    (buttons::link(context, Place::Desk(DeskPlace::Security), &words.say("log-clear"), Look::Quiet))
                }
            }
        }
    }
}

/// Lines of the log, each with the ways to all of its kind and all about its member.
pub(super) fn lines(page: &LogPage, context: &Context<'_>) -> Markup {
    html! { ul.lines { @for line in &page.lines { li { (line_of(line, page, context)) } } } }
}

fn line_of(line: &Event, page: &LogPage, context: &Context<'_>) -> Markup {
    let words = context.words;
    let said = line
        .kind
        .map_or_else(|| words.say("log-unknown").into_owned(), |kind| words.say_of("log-event", kind.word()));
    html! {
        span.what { (said) } " " span.hint { (moment(line.at, context)) }
        p.hint {
            @if let Some(member) = line.member {
                @let of = Sought { member: Some(member), ..Sought::default() };
                a href=(context.links.to(Place::Desk(DeskPlace::SecurityOf(of)))) { (name_of(&page.members, member)) } " "
            }
            @if let Some(operator) = line.operator {
                (words.say_with("log-operator", "name", name_of(&page.operators, operator).as_str())) " "
            }
            @if !line.client.is_empty() { (words.say_with("log-client", "client", line.client.as_str())) " " }
            @if !line.note.is_empty() { span lang="en" { (line.note) } }
        }
    }
}

/// The name, or the id of somebody who is no longer here.
fn name_of<I: Copy + PartialEq + ToString>(names: &[(I, String)], id: I) -> String {
    let name = names.iter().find(|(known, _)| *known == id).map(|(_, name)| name.clone());
    name.filter(|name| !name.is_empty()).unwrap_or_else(|| id.to_string())
}
