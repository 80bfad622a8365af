//! Writes every address a page holds, so that the session token is in it exactly where it must be.

use std::fmt;
use std::sync::Arc;

use enishi_core::ids::{MemberId, PictureId};
use enishi_device::ImageFormat;

use crate::outside::Leads;
use crate::path_query::query_into_path;
use crate::place::{Place, ending};

/// A picture in one size: `240.jpg`, or `96s.gif` for a square cut from the middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PictureName {
    /// Width in pixels; one of the store's ladder.
    pub width_px: u32,
    /// Cut to a square.
    pub square: bool,
    /// The format.
    pub format: ImageFormat,
}

impl fmt::Display for PictureName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ending = ending(self.format);
        write!(out, "{}{}.{ending}", self.width_px, if self.square { "s" } else { "" })
    }
}

/// Signs the address of one picture for the session that will fetch it.
pub type PictureSigner = dyn Fn(PictureId, &str) -> String + Send + Sync;

/// Says where an address leads that somebody wrote; `None`: it stays words.
pub type Guide = dyn Fn(&str) -> Option<Leads> + Send + Sync;

/// How addresses are written for one request.
#[derive(Clone)]
pub struct Links {
    prefix: String,
    sign: Option<Arc<PictureSigner>>,
    guide: Option<Arc<Guide>>,
    has_queries: bool,
    is_at_plain_door: bool,
}

impl Links {
    /// For a phone that keeps cookies: addresses are what they are.
    pub fn plain() -> Links {
        Links { prefix: String::new(), sign: None, guide: None, has_queries: true, is_at_plain_door: false }
    }

    /// For a phone without cookies: the token rides in every page's address (`/~TOKEN/…`), and a picture's
    /// address carries a short-lived signature of its own instead (rule b-9).
    pub fn in_path(token: &str, sign: Option<Arc<PictureSigner>>) -> Links {
        Links { prefix: format!("/~{token}"), sign, ..Links::plain() }
    }

    /// For a phone whose links lose their query: it stands in the path.
    pub fn with_queries_in_path(self) -> Links {
        Links { has_queries: false, ..self }
    }

    /// For a page of the plain door, where less is open.
    pub fn at_plain_door(self) -> Links {
        Links { is_at_plain_door: true, ..self }
    }

    /// Whether this page stands at the plain door: what can only be done elsewhere is not offered on it.
    pub fn is_at_plain_door(&self) -> bool {
        self.is_at_plain_door
    }

    /// With somebody who knows where the addresses lead that people write.
    pub fn with_guide(self, guide: Arc<Guide>) -> Links {
        Links { guide: Some(guide), ..self }
    }

    /// Where an address that somebody wrote leads, as a link: a page of this site with the token, another site by way
    /// of the page that says so, without it.
    pub fn address(&self, written: &str) -> Option<String> {
        Some(match self.guide.as_ref()?(written)? {
            Leads::Inside(path) => self.write(format!("{}{path}", self.prefix)),
            Leads::Outside(path) => path,
        })
    }

    /// The address of a page of this site.
    pub fn to(&self, place: Place) -> String {
        self.write(format!("{}{place}", self.prefix))
    }

    /// The address of this very page (`here`: path and query without the token), turned to part `part`.
    pub fn part(&self, here: &str, part: usize) -> String {
        let joint = if here.contains('?') { '&' } else { '?' };
        self.write(format!("{}{here}{joint}p={part}", self.prefix))
    }

    /// The address of `here` with one more query value, as `face=touch`.
    pub fn with_query(&self, here: &str, query: &str) -> String {
        let joint = if here.contains('?') { '&' } else { '?' };
        self.write(format!("{}{here}{joint}{query}", self.prefix))
    }

    /// The address of an uploaded picture.
    pub fn picture(&self, picture: PictureId, name: PictureName) -> String {
        let file = name.to_string();
        match &self.sign {
            None => format!("/pictures/{picture}/{file}"),
            Some(sign) => self.write(format!("/pictures/{picture}/{file}?t={}", sign(picture, &file))),
        }
    }

    /// The address of the drawing a member without a picture gets. It tells nothing but the id.
    pub fn drawing(&self, member: MemberId, name: PictureName) -> String {
        format!("/drawings/{member}/{name}")
    }

    fn write(&self, address: String) -> String {
        if self.has_queries { address } else { query_into_path(&address).into_owned() }
    }
}
