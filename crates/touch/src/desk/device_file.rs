//! One file of device profiles: tried, saved, taken back.

use enishi_face::desk::{Change, EditLine, ProfileFilePage};
use enishi_face::{Context, DeskPlace, Place};
use maud::{Markup, html};

use crate::parts::buttons::{Look, submit, submit_as};
use crate::parts::field::Field;
use crate::parts::form;
use crate::parts::layout::Sheet;

pub(super) fn device_file(page: &ProfileFilePage, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let text = Field::of(&page.form, context, "text", words.say("desk-file-text"));
    let fields = html! {
        (form::unseen("file", &page.file))
        (form::unseen("read", page.form.value("read")))
        div.code translate="no" { (text.area(page.form.value("text"), 24)) }
        (found(page, context))
        div.buttons {
            (submit_as("step", "try", &words.say("desk-file-try"), Look::Plain))
            (submit_as("step", "save", &words.say("desk-file-save"), Look::Primary))
        }
    };
    let body = html! {
        h1 translate="no" { (page.file) }
        p.hint { (words.say("desk-file-lead")) }
        (form::post(context, Place::Desk(DeskPlace::DeviceFile), &fields))
        @if !page.edits.is_empty() {
            h2 { (words.say("desk-file-edits")) }
            @for line in &page.edits { (edit(line, context)) }
        }
    };
    Sheet::new(page.file.clone(), body)
}

/// What a trial found: faults with their lines, or what would change for whom.
fn found(page: &ProfileFilePage, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        @if !page.faults.is_empty() {
            div.refusal role="alert" {
                p { (words.say("desk-file-faults")) }
                @for fault in &page.faults { p.fault translate="no" { (fault) } }
            }
        }
        @if let Some(changes) = &page.changes {
            div.tried role="status" {
                p { (words.say("desk-file-sound")) }
                @if changes.is_empty() { p { (words.say("desk-file-nothing")) } } @else { (table(changes, context)) }
            }
        }
    }
}

fn table(changes: &[Change], context: &Context<'_>) -> Markup {
    html! {
        h2 { (context.words.say("desk-file-changes")) }
        ul.changes translate="no" {
            @for change in changes {
                li {
                    strong { (change.whose) } " " (change.key) ": "
                    del { (change.was) } " → " ins { (change.becomes) }
                }
            }
        }
    }
}

fn edit(line: &EditLine, context: &Context<'_>) -> Markup {
    let words = context.words;
    let fields = html! {
        (form::unseen("number", &line.number.to_string()))
        (submit(&words.say("desk-file-undo"), Look::Quiet))
    };
    html! {
        section.edit {
            p.hint { (context.when(line.at)) @if let Some(name) = &line.name { " " (name) } }
            pre translate="no" { (line.lines.join("\n")) }
            (form::post(context, Place::Desk(DeskPlace::DeviceUndo), &fields))
        }
    }
}
