//! The phone on the screen: any page as any phone gets it, beside another.

use enishi_face::desk::{PhonePage, PhoneShown, Weight};
use enishi_face::{Context, DeskPlace, Place};
use maud::{Markup, html};

use super::phone_keys::keypad;
use crate::parts::buttons::{Look, submit};
use crate::parts::field::{Field, Line};
use crate::parts::form;
use crate::parts::layout::Sheet;

pub(super) fn phone(page: &PhonePage, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let body = html! {
        h1 { (words.say("desk-phone")) }
        p.hint { (words.say("desk-phone-lead")) }
        @if page.is_lost { p.fault { (words.say("desk-phone-lost")) } }
        @if !page.phones.is_empty() {
            p { a href="#choose" { (words.say("desk-phone-choose")) } }
            div.phones {
                @for (which, phone) in page.phones.iter().enumerate() { (one(page, which, phone, context)) }
            }
        }
        (ask(page, context))
        (pages(page, context))
    };
    Sheet::new(words.say("desk-phone"), body)
}

fn one(page: &PhonePage, which: usize, phone: &PhoneShown, context: &Context<'_>) -> Markup {
    let words = context.words;
    let (width, height) = phone.screen;
    html! {
        section.phone {
            h2 { (phone.words) }
            p.hint translate="no" { (phone.profile) " " (width) "×" (height) }
            @if phone.is_tried { p.done { (words.say("desk-phone-tried")) } }
            div.glass {
                iframe src=(screen(page, which, context)) width=(width) height=(height)
                    title=(words.say_with("desk-phone-frame", "name", phone.words.as_str())) {}
            }
            (parts(page, phone, context))
            (keypad(&phone.keys, context))
            (told(phone, context))
        }
    }
}

fn screen(page: &PhonePage, which: usize, context: &Context<'_>) -> String {
    let query = format!("{}&which={which}", page.asked.query());
    context.links.with_query(&context.links.to(Place::Desk(DeskPlace::Screen)), &query)
}

fn at(page: &PhonePage, path: &str, context: &Context<'_>) -> String {
    let phone = context.links.to(Place::Desk(DeskPlace::Phone));
    context.links.with_query(&phone, &page.asked.at(path).query())
}

/// The parts the page was cut into, a link each.
fn parts(page: &PhonePage, phone: &PhoneShown, context: &Context<'_>) -> Markup {
    let part = phone.part;
    html! {
        @if part.of > 1 {
            nav.parts aria-label=(context.words.say("desk-phone-parts")) {
                @for number in 1..=part.of {
                    a href=(at(page, &with_part(&phone.path, number), context))
                        aria-current=[(number == part.number).then_some("page")] { (number) }
                }
            }
        }
    }
}

/// The address of another part: `p` is left out of what there was.
fn with_part(path: &str, number: usize) -> String {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let kept = query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("p="));
    let pairs: Vec<String> = kept.map(str::to_owned).chain([format!("p={number}")]).collect();
    format!("{path}?{}", pairs.join("&"))
}

/// What it weighs, and what it is.
fn told(phone: &PhoneShown, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        dl.values {
            (weight("desk-phone-markup", phone.markup, context))
            (weight("desk-phone-total", phone.total, context))
            @if !phone.pictures.is_empty() {
                div {
                    dt { (words.say("desk-phone-pictures")) }
                    dd translate="no" {
                        @for picture in &phone.pictures { div { (picture.name) " " (grouped(picture.bytes)) } }
                    }
                }
            }
            div { dt { (words.say("desk-phone-type")) } dd translate="no" { (phone.content_type) } }
            div { dt { (words.say("desk-phone-status")) } dd translate="no" { (phone.status) " " (phone.path) } }
        }
    }
}

fn weight(key: &'static str, weight: Weight, context: &Context<'_>) -> Markup {
    let Weight { bytes, most } = weight;
    html! {
        div {
            dt { (context.words.say(key)) }
            dd {
                (grouped(bytes)) " / " (grouped(most))
                meter min="0" max=(most) high=(most - most / 10) optimum="0" value=(bytes.min(most)) {}
                @if bytes > most { p.fault { (context.words.say("desk-phone-heavy")) } }
            }
        }
    }
}

/// `12,345`.
fn grouped(bytes: usize) -> String {
    let digits = bytes.to_string();
    let threes = digits.as_bytes().rchunks(3).rev();
    let threes: Vec<&str> = threes.filter_map(|three| std::str::from_utf8(three).ok()).collect();
    threes.join(",")
}

fn ask(page: &PhonePage, context: &Context<'_>) -> Markup {
    let words = context.words;
    let (form, tried) = (&page.form, &page.asked.tried);
    let field = |name, key| Field::of(form, context, name, words.say(key));
    html! {
        form #choose method="get" action=(context.links.to(Place::Desk(DeskPlace::Phone))) {
            (field("agent", "desk-phone-agent").choice(form.value("agent"), &phones(page, form.value("agent"), None)))
            @if tried.is_empty() || page.is_lost {
                @let none = words.say("desk-phone-none").into_owned();
                (field("beside", "desk-phone-beside")
                    .choice(form.value("beside"), &phones(page, form.value("beside"), Some(none))))
            } @else {
                (form::unseen("tried", tried))
            }
            (field("viewer", "desk-phone-viewer").choice(form.value("viewer"), &viewers(page, context)))
            (field("path", "desk-phone-path").line(form.value("path"), Line::CODE_OF_LETTERS))
            (submit(&words.say("desk-phone-show"), Look::Primary))
        }
    }
}

/// Every profile, and the one asked for if it is called otherwise; before them the word for none.
fn phones(page: &PhonePage, asked: &str, none: Option<String>) -> Vec<(String, String)> {
    let other =
        (!asked.is_empty() && !page.profiles.iter().any(|name| name == asked)).then(|| asked.to_owned());
    let none = none.map(|words| (String::new(), words));
    let names = other.into_iter().chain(page.profiles.iter().cloned());
    none.into_iter().chain(names.map(|name| (name.clone(), name))).collect()
}

fn viewers(page: &PhonePage, context: &Context<'_>) -> Vec<(String, String)> {
    let guest = (String::new(), context.words.say("desk-phone-guest").into_owned());
    std::iter::once(guest).chain(page.viewers.iter().cloned()).collect()
}

fn pages(page: &PhonePage, context: &Context<'_>) -> Markup {
    html! {
        h2 { (context.words.say("desk-phone-pages")) }
        p.ways {
            @for (path, key) in &page.pages {
                a href=(at(page, path, context)) { (context.words.say(key)) } " "
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_takes_the_place_of_another() {
        assert_eq!(with_part("/diary/3k", 2), "/diary/3k?p=2");
        assert_eq!(with_part("/home?before=9x&p=2", 3), "/home?before=9x&p=3");
        assert_eq!(grouped(1_234_567), "1,234,567");
        assert_eq!(grouped(12), "12");
    }
}
