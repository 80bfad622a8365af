//! What operators did, the newest first.

use enishi_core::ids::MemberId;
use enishi_core::operator::{Act, ActLine};
use enishi_face::desk::ActsPage;
use enishi_face::{Context, DeskPlace, Phrase, Place};
use maud::{Markup, html};

use crate::parts::empty::nothing;
use crate::parts::layout::Sheet;
use crate::parts::pager::pager;

pub(in crate::desk) fn acts(page: &ActsPage, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let body = html! {
        h1 { (words.say("desk-acts")) }
        p.hint { (words.say("desk-acts-lead")) }
        @if page.acts.is_empty() { (nothing(&words.say("desk-acts-none"))) }
        ol.rows { @for line in &page.acts { (act(line, context)) } }
        (pager(context, page.next.map(|number| Place::Desk(DeskPlace::ActsBefore(number)))))
    };
    Sheet::new(words.say("desk-acts"), body)
}

fn act(line: &ActLine, context: &Context<'_>) -> Markup {
    let words = context.words;
    let former = words.say("desk-act-former");
    let by = Phrase::new("desk-act-by")
        .with("name", line.name.as_deref().unwrap_or(&former))
        .with("client", line.client.as_str());
    html! {
        li.desk-person id={ "act-" (line.number) } {
            p { (words.say_of("act", &line.act)) @if !line.subject.is_empty() { ": " (subject(line, context)) } }
            p.hint { (stood(&line.was, line, context)) " → " (stood(&line.becomes, line, context)) }
            p.hint { (context.when(line.at)) " · " (words.tell(&by)) }
        }
    }
}

/// Somebody's id leads to their page, as long as there is one.
fn subject(line: &ActLine, context: &Context<'_>) -> Markup {
    let is_person = matches!(
        Act::of_word(&line.act),
        Some(Act::Approved | Act::Declined | Act::Readmitted | Act::BranchRevoked)
    );
    match line.subject.parse::<MemberId>() {
        Ok(member) if is_person => {
            let place = Place::Desk(DeskPlace::Person(member));
            html! { a href=(context.links.to(place)) { (line.subject) } }
        }
        _ => html! { (line.subject) },
    }
}

/// How something stood, in words; what is no word of ours is shown as it was written.
fn stood(word: &str, line: &ActLine, context: &Context<'_>) -> String {
    let kind =
        if is_for_a_reason(line) && word != "waiting" && word != "held" { "reason" } else { "act-state" };
    if word.is_empty() {
        return "–".to_owned();
    }
    let key = word.replace(' ', "-");
    let said = context.words.say_of(kind, &key);
    if said == key { word.to_owned() } else { said }
}

/// Where it stands now is a reason, since nothing is left that could stand anywhere.
fn is_for_a_reason(line: &ActLine) -> bool {
    matches!(Act::of_word(&line.act), Some(Act::Declined | Act::PostRemoved))
}
