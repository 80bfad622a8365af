//! One look at one page: fetched, weighed, drawn.

use std::sync::Arc;

use data_encoding::BASE64;
use enishi_core::ids::MemberId;
use enishi_device::DeviceProfile;
use enishi_simulator::{Around, Broken, Drawn, draw, no_page, pictures, read, style_sheets};
use enishi_touch::assets;

use super::Sample;
use super::hand::{Fetched, Hand, own_path, without_token};
use crate::error::PageError;

/// Who looks at what, on which phone.
pub struct Look {
    /// The phone.
    pub profile: Arc<DeviceProfile>,
    /// Somebody of the cast; `None` for a guest.
    pub viewer: Option<MemberId>,
    /// The page, without token.
    pub path: String,
    /// What a guest's phone speaks: `ja` or `en`.
    pub language: &'static str,
}

/// What is to be seen.
pub struct Shown {
    /// What came.
    pub page: Fetched,
    /// Its pictures: file and bytes.
    pub pictures: Vec<(String, usize)>,
    /// The page for a browser of today.
    pub drawn: Drawn,
}

impl Look {
    /// Looks. `link` says where a link to a page (without token) leads instead.
    pub async fn at(&self, sample: &Sample, link: &dyn Fn(&str) -> String) -> Result<Shown, PageError> {
        let hand = self.hand(sample).await?;
        let page = hand.open(&self.path).await?;
        if !is_page(&page.content_type) {
            let drawn = no_page(&page.content_type, page.body.len());
            return Ok(Shown { page, pictures: Vec::new(), drawn });
        }
        let text = read(&page.body, &self.profile);
        let fetched = fetch_pictures(&hand, &text).await?;
        let around = Around {
            pictures: &fetched.iter().map(|picture| (picture.address.clone(), picture.data())).collect(),
            link: &|address| address.starts_with('/').then(|| link(without_token(own_path(address)))),
            style: if style_sheets(&text).map_err(broken)?.is_empty() { "" } else { assets::STYLE },
        };
        let drawn = draw(&text, &self.profile, &around).map_err(broken)?;
        let pictures = fetched.into_iter().map(|picture| (picture.name(), picture.bytes.len())).collect();
        Ok(Shown { page, pictures, drawn })
    }

    /// The phone, signed in. A session that ran out is opened once more.
    async fn hand<'s>(&self, sample: &'s Sample) -> Result<Hand<'s>, PageError> {
        let hand =
            |token| Hand { sample, profile: Arc::clone(&self.profile), token, language: self.language };
        let Some(member) = self.viewer else { return Ok(hand(None)) };
        let signed = hand(Some(sample.token(member, &self.profile).await?));
        if signed.open("/home").await?.path.starts_with("/home") {
            return Ok(signed);
        }
        sample.forget(member, &self.profile);
        Ok(hand(Some(sample.token(member, &self.profile).await?)))
    }
}

/// Whether a phone would lay it out, and not draw it or keep it.
fn is_page(content_type: &str) -> bool {
    ["text/html", "application/xhtml+xml"].iter().any(|kind| content_type.starts_with(kind))
}

fn broken(why: Broken) -> PageError {
    PageError::Fault(format!("a page cannot be drawn: {why}"))
}

struct Picture {
    address: String,
    media_type: String,
    bytes: Vec<u8>,
}

impl Picture {
    fn data(&self) -> String {
        format!("data:{};base64,{}", self.media_type, BASE64.encode(&self.bytes))
    }

    /// The last part of the address: `240.jpg`.
    fn name(&self) -> String {
        let path = self.address.split('?').next().unwrap_or_default();
        path.rsplit('/').next().unwrap_or_default().to_owned()
    }
}

async fn fetch_pictures(hand: &Hand<'_>, text: &str) -> Result<Vec<Picture>, PageError> {
    let mut fetched = Vec::new();
    for address in pictures(text).map_err(broken)?.into_iter().filter(|address| address.starts_with('/')) {
        let came = hand.fetch(&address).await?;
        if came.status == 200 {
            fetched.push(Picture { address, media_type: came.content_type, bytes: came.body });
        }
    }
    Ok(fetched)
}
