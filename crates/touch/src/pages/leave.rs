//! The way off the site.

use enishi_face::Context;
use enishi_face::pages::LeavePage;
use maud::html;

use crate::parts::buttons::Look;
use crate::parts::layout::Sheet;

pub(super) fn leave(page: &LeavePage, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let site = |key| words.say_with(key, "site", context.site);
    let body = html! {
        h1 { (site("outside-title")) }
        p { (site("outside-text")) }
        dl.fields {
            div {
                dt { (words.say("outside-where")) }
                dd.leads { strong { (page.host) } br; (page.address) }
            }
        }
        @if !page.is_sealed { p.hint { (words.say("outside-open-line")) } }
        p.ways { a class=(Look::Primary.class()) href=(page.address) rel="noreferrer noopener external" { (words.say("outside-go")) } }
        p.hint { (words.say("outside-stay")) }
    };
    Sheet::new(site("outside-title"), body)
}
