//! Messages against the budget, as a picture and, beneath it, as figures.

use enishi_face::desk::SmsPage;
use enishi_face::{Context, Phrase};
use maud::{Markup, html};

use crate::parts::plot::Plot;

const HOUR_SECONDS: i64 = 3600;

/// Today, added up hour by hour.
pub(super) fn hours(page: &SmsPage, context: &Context<'_>) -> Markup {
    let (words, desk) = (context.words, &page.desk);
    let budget = &desk.budget;
    let said = Phrase::new("sms-hours-said").with("n", budget.spent).with("most", budget.most);
    let said = words.tell(&said);
    let at = |hours: usize| context.when(budget.begins_at.plus_seconds(hours as i64 * HOUR_SECONDS));
    let slots = usize::try_from(page.day_seconds / HOUR_SECONDS).unwrap_or_default().max(desk.by_hour.len());
    let plot = Plot {
        values: &desk.by_hour,
        slots,
        lines: &[hard(budget.most, context), (budget.soft, words.say_with("sms-soft", "n", budget.soft))],
        ends: (at(0), at(slots)),
        said: &said,
    };
    let rows = desk.by_hour.iter().enumerate().map(|(hour, sent)| (at(hour + 1), *sent)).collect();
    section(&words.say("sms-hours"), &plot, &words.say("sms-until"), rows, context)
}

/// The last days, each as the budget cuts it.
pub(super) fn days(page: &SmsPage, context: &Context<'_>) -> Markup {
    let (words, desk) = (context.words, &page.desk);
    let said = Phrase::new("sms-days-said")
        .with("n", desk.by_day.iter().sum::<i64>())
        .with("peak", desk.by_day.iter().max().copied().unwrap_or_default())
        .with("most", desk.budget.most);
    let said = words.tell(&said);
    let last = desk.by_day.len() as i64 - 1;
    let day = |index: usize| {
        context.when(desk.budget.begins_at.plus_seconds((index as i64 - last) * page.day_seconds))
    };
    let plot = Plot {
        values: &desk.by_day,
        slots: desk.by_day.len(),
        lines: &[hard(desk.budget.most, context)],
        ends: (day(0), words.say("sms-today-short").into_owned()),
        said: &said,
    };
    let rows = desk.by_day.iter().enumerate().rev().map(|(index, sent)| (day(index), *sent)).collect();
    section(&words.say("sms-days"), &plot, &words.say("sms-day"), rows, context)
}

fn hard(most: i64, context: &Context<'_>) -> (i64, String) {
    (most, context.words.say_with("sms-hard", "n", most))
}

fn section(
    title: &str,
    plot: &Plot<'_>,
    of: &str,
    rows: Vec<(String, i64)>,
    context: &Context<'_>,
) -> Markup {
    let words = context.words;
    html! {
        section {
            h2 { (title) }
            (plot.draw())
            p.hint { (plot.said) }
            details.table {
                summary { (words.say("sms-table")) }
                table {
                    thead { tr { th scope="col" { (of) } th.number scope="col" { (words.say("sms-sent")) } } }
                    tbody {
                        @for (when, sent) in rows { tr { th scope="row" { (when) } td.number { (sent) } } }
                    }
                }
            }
        }
    }
}
