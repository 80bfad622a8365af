//! The way off the site.

use enishi_face::Page;
use enishi_face::pages::LeavePage;

use super::route::{Outcome, Readers, Route, handler};
use crate::answer::{Answer, read_way_out};
use crate::error::PageError;
use crate::request::{Ask, Credential};

pub fn routes() -> Vec<Route> {
    vec![Route::get("/leave/{target}/{sign}", Readers::Anyone, handler!(leave)).on_legacy()]
}

/// Where a link leads that somebody wrote. Nobody is led on by itself, and a token that came along in the address is
/// taken out of it first.
async fn leave(ask: &mut Ask) -> Outcome {
    if !ask.keeps_cookies() && !matches!(ask.credential, Credential::Nothing) {
        ask.credential = Credential::Nothing;
        return Ok(Answer::go(ask.path.clone()));
    }
    let (target, sign): (String, String) = (ask.id("target")?, ask.id("sign")?);
    let url = read_way_out(&ask.site, &target, &sign).ok_or(PageError::NotFound)?;
    ask.find_viewer().await?;
    Ok(Answer::page(Page::Leave(LeavePage {
        host: url.host_str().unwrap_or_default().to_owned(),
        is_sealed: url.scheme() == "https",
        address: url.to_string(),
    })))
}
