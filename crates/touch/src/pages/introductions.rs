//! What friends say of somebody, and saying something.

use enishi_core::introduction::Introduction;
use enishi_face::pages::IntroductionsView;
use enishi_face::{Context, Origin, Place};
use maud::{Markup, html};

use crate::parts::blocking::block_link;
use crate::parts::buttons::{self, Look, submit};
use crate::parts::empty::nothing;
use crate::parts::faces::{self, Size};
use crate::parts::field::Field;
use crate::parts::form;
use crate::parts::layout::Sheet;
use crate::parts::pager::pager;
use crate::parts::written::written;

pub(super) fn introductions(view: &IntroductionsView, context: &Context<'_>) -> Sheet {
    let (page, words) = (&view.page, context.words);
    let name = page.subject.nickname.as_str();
    let title = match page.is_own {
        true => words.say("introductions"),
        false => words.say_with("introductions-of", "name", name).into(),
    };
    let none = if page.is_own { "introduction-none-own" } else { "introduction-none" };
    let body = html! {
        h1 { (title) }
        @if !page.waiting.is_empty() { (waiting(view, context)) }
        @if page.shown.is_empty() { (nothing(&words.say(none))) }
        @else {
            @if page.is_own { h2 { (words.say("introduction-shown")) } }
            ul.rows.introductions { @for one in &page.shown { li { (said(one, page.is_own, context)) } } }
        }
        (pager(context, page.next.map(|before| Place::IntroductionsBefore(page.subject.id, before))))
        @if page.is_own {
            p.hint { (words.say("introduction-level-lead")) }
            p.further { a href=(context.links.to(Place::MyProfile)) { (words.say("introduction-level")) } }
        }
        @if page.may_write { (write(view, context)) }
    };
    Sheet::new(title, body)
}

/// What waits for a yes, each with its button.
fn waiting(view: &IntroductionsView, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        section {
            h2 { (words.say("introduction-waiting")) }
            p.hint { (words.say("introduction-waiting-lead")) }
            ul.rows.introductions {
                @for one in &view.page.waiting {
                    li {
                        (said(one, true, context))
                        @let accept = Place::AcceptIntroduction(one.id);
                        (form::one_button(context, accept, &words.say("introduction-accept"), Look::Primary))
                    }
                }
            }
        }
    }
}

fn said(one: &Introduction, is_own: bool, context: &Context<'_>) -> Markup {
    let author = &one.author;
    html! {
        div.introduction {
            a.introducer href=(context.links.to(Place::Member(author.id))) {
                (faces::face(author, Size::Small, context))
                strong { (context.words.say_with("san", "name", author.nickname.as_str())) }
            }
            div.written { (written(&one.body, context)) }
            p.hint {
                (context.when(one.written_at))
                @if is_own {
                    " " a href=(context.links.to(Place::RemoveIntroduction(author.id))) {
                        (context.words.say("introduction-remove"))
                    }
                }
            }
            @if is_own { (block_link(author, Origin::Introductions, context)) }
        }
    }
}

fn write(view: &IntroductionsView, context: &Context<'_>) -> Markup {
    let (page, words) = (&view.page, context.words);
    let name = page.subject.nickname.as_str();
    let fields = html! {
        (form::refusal(&view.form, &["body"], context))
        (Field::of(&view.form, context, "body", words.say_with("introduction-write", "name", name))
            .hint(words.say_with("introduction-hint", "name", name))
            .area(view.body(), 6))
        (submit(&words.say("introduction-button"), Look::Primary))
    };
    html! {
        section {
            @if let Some(stands) = view.stands() {
                p role="status" { (words.say_with(stands, "name", name)) }
            }
            (form::post(context, Place::MemberIntroductions(page.subject.id), &fields))
            @if page.own.is_some() {
                @let withdraw = Place::WithdrawIntroduction(page.subject.id);
                p.partings { (buttons::link(context, withdraw, &words.say("introduction-withdraw"), Look::Quiet)) }
            }
        }
    }
}
