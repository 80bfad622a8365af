//! One file of device profiles: tried, saved, taken back.

use enishi_face::desk::{Change, EditLine, ProfileFilePage};
use enishi_face::{Context, DeskPlace, Place};
use maud::{Markup, html};

use super::joining::{code_again, code_field};
use crate::parts::buttons::{Look, submit_as};
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
        (code_again(&page.form, context))
        div.buttons {
            (submit_as("step", "try", &words.say("desk-file-try"), Look::Plain))
            (submit_as("step", "save", &words.say("desk-file-save"), Look::Primary))
        }
    };
    let body = html! {
        h1 translate="no" { (page.file) }
        p.hint { (words.say("desk-file-lead")) }
        (form::post(context, Place::Desk(DeskPlace::DeviceFile), &fields))
        @if !page.edits.is_empty() { (edits(page, context)) }
    };
    Sheet::new(page.file.clone(), body)
}

/// What was changed before, each with a button of its own under one code.
fn edits(page: &ProfileFilePage, context: &Context<'_>) -> Markup {
    let fields = html! {
        (code_field("undo_code", &page.form, context))
        @for line in &page.edits { (edit(line, context)) }
    };
    html! {
        h2 { (context.words.say("desk-file-edits")) }
        (form::post(context, Place::Desk(DeskPlace::DeviceUndo), &fields))
    }
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
                @if let Some(look) = &page.look {
                    @let phone = context.links.to(Place::Desk(DeskPlace::Phone));
                    p { a href=(context.links.with_query(&phone, &look.query())) { (words.say("desk-file-look")) } }
                }
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
    let undo = context.words.say("desk-file-undo");
    html! {
        section.edit {
            p.hint { (context.when(line.at)) @if let Some(name) = &line.name { " " (name) } }
            pre translate="no" { (line.lines.join("\n")) }
            (submit_as("number", &line.number.to_string(), &undo, Look::Quiet))
        }
    }
}
