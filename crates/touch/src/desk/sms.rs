//! What text messages cost and where they go.

use enishi_core::sms_desk::SmsDesk;
use enishi_face::desk::SmsPage;
use enishi_face::{Context, DeskPlace, Phrase, Place};
use maud::{Markup, Render, html};

use super::{sms_plots, sms_tables};
use crate::parts::buttons::{self, Look};
use crate::parts::layout::Sheet;

pub(super) fn sms(page: &SmsPage, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let body = html! {
        h1 { (words.say("sms-title")) }
        (warnings(&page.desk, context))
        (figures(page, context))
        (switches(&page.desk, context))
        (sms_plots::hours(page, context))
        (sms_plots::days(page, context))
        (sms_tables::countries(page, context))
        (sms_tables::prefixes(&page.desk, context))
        (sms_tables::held(&page.desk, context))
        (sms_tables::failures(&page.desk, context))
        (sms_tables::states(&page.desk, context))
    };
    Sheet::new(words.say("sms-title"), body)
}

fn warnings(desk: &SmsDesk, context: &Context<'_>) -> Markup {
    let words = context.words;
    let quiet_until = Some(desk.line.quiet_until).filter(|until| *until > desk.now);
    html! {
        @if desk.stops.everything { p.warning { (words.say("sms-all-stopped")) } }
        @if let Some(since) = desk.line.opened_at {
            p.warning { (words.say_with("sms-late", "when", context.when(since).as_str())) }
        } @else if let Some(until) = quiet_until {
            p.warning { (words.say_with("sms-quiet", "when", context.when(until).as_str())) }
        }
    }
}

fn figures(page: &SmsPage, context: &Context<'_>) -> Markup {
    let (words, desk) = (context.words, &page.desk);
    let budget = &desk.budget;
    let of_most = Phrase::new("sms-of-most").with("n", budget.spent).with("most", budget.most);
    let percent = budget.spent * 100 / budget.most.max(1);
    let count = |n: i64| words.say_with("sms-count", "n", n);
    let about = |n: i64| words.say_with("sms-about", "n", n);
    let today = desk.countries.iter().map(|of| (of.country.as_str(), of.sent));
    let month = desk.month.iter().map(|of| (of.country.as_str(), of.sent));
    html! {
        dl.figures {
            (figure(&words.say("sms-today"), words.tell(&of_most), &[
                words.say_with("sms-percent", "n", percent), money(page, page.prices.sum(today)),
            ], budget.is_near()))
            (figure(&words.say("sms-day-forecast"), about(desk.forecast.day), &[
                if desk.forecast.day > budget.most { words.say("sms-over").into_owned() } else { String::new() },
            ], desk.forecast.day > budget.most))
            (figure(&words.say("sms-month"), count(desk.by_day.iter().sum()), &[
                money(page, page.prices.sum(month)),
            ], false))
            (figure(&words.say("sms-month-forecast"), about(desk.forecast.month), &[], false))
            (conversion(desk, context))
            @if desk.listed > 0 {
                (figure(&words.say("sms-listed"), words.say_with("sms-people", "n", desk.listed), &[], true))
            }
        }
        p.hint { (words.tell(&Phrase::new("sms-renewed")
            .with("most", budget.most)
            .with("soft", budget.soft)
            .with("when", context.when(desk.now.plus_seconds(budget.ends_in_seconds)).as_str()))) }
    }
}

/// A figure, with less important words under it; loud when it wants looking at.
pub(super) fn figure(label: &str, value: impl Render, beneath: &[String], is_loud: bool) -> Markup {
    html! {
        div.loud[is_loud] {
            dt { (label) }
            dd {
                (value)
                @for words in beneath.iter().filter(|words| !words.is_empty()) { small { (words) } }
            }
        }
    }
}

pub(super) fn money(page: &SmsPage, amount: Option<f64>) -> String {
    amount.map(|amount| page.prices.say(amount)).unwrap_or_default()
}

/// The share, and beneath it what it is a share of.
fn conversion(desk: &SmsDesk, context: &Context<'_>) -> Markup {
    let words = context.words;
    let label = words.say("sms-conversion");
    if desk.codes == 0 {
        return figure(&label, words.say("sms-conversion-none").as_ref(), &[], false);
    }
    let share = (desk.verified * 100 / desk.codes).min(100);
    let of = Phrase::new("sms-conversion-of").with("codes", desk.codes).with("verified", desk.verified);
    figure(&label, format!("{share}%"), &[words.tell(&of)], false)
}

fn switches(desk: &SmsDesk, context: &Context<'_>) -> Markup {
    let words = context.words;
    let (label, look) = match desk.stops.everything {
        true => (words.say("sms-open-all"), Look::Primary),
        false => (words.say("sms-stop-all"), Look::Plain),
    };
    html! {
        p.ways {
            (buttons::link(context, Place::Desk(DeskPlace::SmsStop), &label, look))
            (buttons::link(context, Place::Desk(DeskPlace::SmsBudget), &words.say("sms-budget"), Look::Quiet))
        }
    }
}
