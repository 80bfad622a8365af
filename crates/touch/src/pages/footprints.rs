//! Who came by.

use enishi_core::footprint::{Footprint, FootprintsPage, Milestone};
use enishi_core::friend::tie::Tie;
use enishi_face::pages::milestone_words;
use enishi_face::{Context, Origin, Place};
use maud::{Markup, html};

use crate::parts::bottom_bar::Tab;
use crate::parts::buttons::{self, Look};
use crate::parts::empty::{empty, nothing};
use crate::parts::faces::{self, Size};
use crate::parts::layout::Sheet;
use crate::parts::moments::moment;
use crate::parts::pager::pager;
use crate::parts::{form, tie};

pub(super) fn footprints(page: &FootprintsPage, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let body = html! {
        h1 { (words.say("footprints")) }
        p.hint { (words.say_with("footprints-total", "n", page.total)) }
        @if page.is_stealthy {
            (nothing(&words.say("footprints-stealth")))
        } @else if page.footprints.is_empty() {
            (empty(context, &words.say("footprints-none"), Place::Friends, &words.say("friends-mine")))
        } @else {
            ul.rows { @for footprint in &page.footprints { (visit(footprint, context)) } }
            (pager(context, page.next.map(Place::FootprintsFrom)))
        }
        (milestones(&page.milestones, context))
        p.further {
            a href=(context.links.to(Place::FootprintsLeft)) { (words.say("footprints-left")) }
            a href=(context.links.to(Place::MyPrivacy)) { (words.say("privacy")) }
        }
    };
    Sheet::new(words.say("footprints"), body).under(Tab::Footprints)
}

/// A visit, and what one may do about it.
fn visit(footprint: &Footprint, context: &Context<'_>) -> Markup {
    let (id, words) = (footprint.visitor.id, context.words);
    html! {
        li.person.acts {
            (visitor(footprint, context))
            div.act {
                @if footprint.can_thank {
                    (form::one_button(context, Place::FootprintThank(id), &words.say("footprint-thank"), Look::Plain))
                }
                @if footprint.often.is_some() || footprint.tie != Tie::Friend {
                    (buttons::link(context, Place::BlockFrom(id, Origin::Footprints), &words.say("friend-block"), Look::Quiet))
                }
            }
        }
    }
}

fn milestones(milestones: &[Milestone], context: &Context<'_>) -> Markup {
    html! {
        @if !milestones.is_empty() {
            section {
                h2 { (context.words.say("milestones")) }
                ul.rows {
                    @for milestone in milestones {
                        li.person {
                            span { (context.words.tell(&milestone_words(milestone))) }
                            span.count { (context.when(milestone.reached_at)) }
                        }
                    }
                }
            }
        }
    }
}

/// One visitor's day: who, how they are tied to me, when.
pub(super) fn footprint_row(footprint: &Footprint, context: &Context<'_>) -> Markup {
    html! { li.person { (visitor(footprint, context)) } }
}

fn visitor(footprint: &Footprint, context: &Context<'_>) -> Markup {
    let (words, visitor) = (context.words, &footprint.visitor);
    html! {
        a.person-link href=(context.links.to(Place::Member(visitor.id))) {
            (faces::face(visitor, Size::Row, context))
            span.person-words {
                span.person-name { (words.say_with("footprint-row", "name", visitor.nickname.as_str())) }
                span.facts {
                    (moment(footprint.last_at, context))
                    @if footprint.is_fellow { span { (context.words.say("tie-short-fellow")) } }
                    @else { span { (tie::words(&footprint.tie, context)) } }
                    @if footprint.visits > 1 {
                        span { (words.say_with("footprint-visits", "n", i64::from(footprint.visits))) }
                    }
                    @if let Some(days) = footprint.often {
                        span.often { (words.say_with("footprint-often", "n", days)) }
                    }
                }
            }
        }
    }
}
