//! Posts that wait to be looked at.

use enishi_core::ban::Reason;
use enishi_core::first_post::HeldPost;
use enishi_face::desk::{HeldPage, picked};
use enishi_face::{Context, DeskPlace, Form, Place};
use maud::{Markup, html};

use crate::desk::joining::{button, code_again, name};
use crate::parts::buttons::Look;
use crate::parts::empty::nothing;
use crate::parts::field::Field;
use crate::parts::form;
use crate::parts::layout::Sheet;
use crate::parts::level::Level;

pub(in crate::desk) fn held(page: &HeldPage, context: &Context<'_>) -> Sheet {
    let (words, waiting) = (context.words, &page.desk.waiting);
    let state = if page.desk.are_held { "desk-held-on" } else { "desk-held-off" };
    let body = html! {
        h1 { (words.say("desk-held-title")) }
        p.hint { (words.say(state)) }
        @if waiting.posts.is_empty() {
            (form::refusal(&page.form, &[], context))
            (nothing(&words.say_with("desk-held-n", "n", 0i64)))
        } @else {
            p { (words.say_with("desk-held-n", "n", waiting.total)) }
            p.hint { (words.say("desk-held-hint")) }
            (form::post(context, Place::Desk(DeskPlace::Held), &fields(page, context)))
        }
    };
    Sheet::new(words.say("desk-held-title"), body)
}

fn fields(page: &HeldPage, context: &Context<'_>) -> Markup {
    let (typed, words) = (&page.form, context.words);
    let mut reasons = vec![(String::new(), "–".to_owned())];
    reasons
        .extend(Reason::ALL.map(|reason| (reason.word().to_owned(), words.say_of("reason", reason.word()))));
    html! {
        (form::refusal(typed, &["code", "reason"], context))
        ul.rows { @for post in &page.desk.waiting.posts { (row(post, typed, context)) } }
        (code_again(typed, context))
        (button("let", &words.say("desk-let"), Look::Primary))
        p.ways { (button("all", &words.say("desk-let-all"), Look::Plain)) }
        section {
            h2 { (words.say("desk-remove")) }
            p.hint { (words.say("desk-remove-lead")) }
            (Field::of(typed, context, "reason", words.say("desk-remove-reason"))
                .choice(typed.value("reason"), &reasons))
            p.ways { (button("remove", &words.say("desk-remove"), Look::Plain)) }
        }
    }
}

fn row(post: &HeldPost, typed: &Form, context: &Context<'_>) -> Markup {
    let words = context.words;
    let id = post.post.to_string();
    let level = Level::of(post.wanted).name(words);
    let voice = words.say("desk-held-voice");
    html! {
        li.desk-person.picks {
            label.pick {
                input type="checkbox" name="pick" value=(id) checked[typed.value(&picked(&id)) == "1"]
                    aria-label=(words.say("desk-pick-post"));
            }
            div {
                (name(&post.author, context))
                p.hint {
                    (context.when(post.held_at)) " · " (words.say_with("desk-held-wants", "level", &*level))
                }
                p { strong { (post.title.as_deref().unwrap_or(&voice)) } }
                p.written-memo { (post.body) }
                @for (photo, number) in post.photos.iter().zip(1i64..) {
                    @let address = context.links.to(Place::Desk(DeskPlace::HeldPhoto(*photo)));
                    img.desk-photo src=(address) alt=(words.say_with("desk-held-photo", "n", number)) loading="lazy";
                }
            }
        }
    }
}
