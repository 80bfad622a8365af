//! A route: declared once, with its method and who may read it.

use std::future::Future;
use std::pin::Pin;

use actix_web::http::Method;

use crate::answer::Answer;
use crate::error::PageError;
use crate::request::{Ask, Who};

/// Who may read what a route answers. Judged before any handler's use case runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// Anybody: nothing of any member is on it.
    Anyone,
    /// Guests at the door; members are led home.
    Guests,
    /// Members, each their own.
    Oneself,
    /// Members whom the thing is open to; for all others it does not exist.
    Audience,
    /// The provider of text messages, by its signature. No session and no form token counts here.
    Provider,
    /// Operators at the desk. For everybody else the address never was.
    Operator,
    /// Whoever comes to the door of the desk with a browser.
    Door,
}

impl Readers {
    /// Whether this viewer may go on.
    pub fn admit(self, who: &Who) -> Result<(), PageError> {
        match self {
            Readers::Anyone | Readers::Guests | Readers::Provider => Ok(()),
            Readers::Oneself | Readers::Audience if who.session.is_some() => Ok(()),
            Readers::Oneself | Readers::Audience => Err(PageError::LoginNeeded),
            // No member and no guest is anything at the desk, whatever they show.
            Readers::Operator | Readers::Door => Err(PageError::NotFound),
        }
    }

    /// Whether this is a page of the operators' desk or of its door.
    pub fn is_at_the_desk(self) -> bool {
        matches!(self, Readers::Operator | Readers::Door)
    }

    /// The word for lists.
    pub fn word(self) -> &'static str {
        match self {
            Readers::Anyone => "anyone",
            Readers::Guests => "guests",
            Readers::Oneself => "oneself",
            Readers::Audience => "audience",
            Readers::Provider => "provider",
            Readers::Operator => "operator",
            Readers::Door => "door",
        }
    }
}

/// What a handler gives.
pub type Outcome = Result<Answer, PageError>;
/// A handler: reads the request, calls one use case, names the page.
pub type Handler = for<'a> fn(&'a mut Ask) -> Pin<Box<dyn Future<Output = Outcome> + 'a>>;

/// One method of one address.
pub struct Route {
    /// GET or POST.
    pub method: Method,
    /// The address; `{name}` stands for a part.
    pub pattern: &'static str,
    /// Who may read it.
    pub readers: Readers,
    /// What answers.
    pub handle: Handler,
    /// For forms worth keeping: shows the form again with what was typed, when its token or session is over.
    pub refill: Option<Handler>,
    /// For forms that leave a draft: lays what was typed aside when the session is over, and leaves in the request what
    /// has to travel through the login page.
    pub lay_aside: Option<Handler>,
    /// The most bytes a body may have.
    pub most_bytes: usize,
    /// A sensitive step: the password is asked for again unless it was given lately.
    pub asks_again: bool,
    /// Open at the plain door for handsets as well, where anybody on the way may read along and nothing that guards an
    /// account or says who may see what can be changed.
    pub on_legacy: bool,
}

/// Forms of a guest are a few short fields.
pub const FEW_BYTES: usize = 64 * 1024;
/// A report about a text message.
const REPORT_BYTES: usize = 16 * 1024;
/// Forms of a member may be long.
pub const MANY_BYTES: usize = 512 * 1024;
/// Four photographs of 10 MB and the words with them.
pub const PHOTO_BYTES: usize = 42 * 1024 * 1024;

impl Route {
    /// A route that answers GET.
    pub fn get(pattern: &'static str, readers: Readers, handle: Handler) -> Route {
        Route {
            method: Method::GET,
            pattern,
            readers,
            handle,
            refill: None,
            lay_aside: None,
            most_bytes: 0,
            asks_again: false,
            on_legacy: false,
        }
    }

    /// A route that answers POST.
    pub fn post(pattern: &'static str, readers: Readers, handle: Handler) -> Route {
        let most_bytes = match readers {
            Readers::Guests | Readers::Door | Readers::Operator => FEW_BYTES,
            Readers::Provider => REPORT_BYTES,
            _ => MANY_BYTES,
        };
        Route { method: Method::POST, most_bytes, ..Route::get(pattern, readers, handle) }
    }

    /// With a form that is shown again rather than lost.
    pub fn refilled_by(self, refill: Handler) -> Route {
        Route { refill: Some(refill), ..self }
    }

    /// With a form that leaves a draft when its session is over.
    pub fn laid_aside_by(self, lay_aside: Handler) -> Route {
        Route { lay_aside: Some(lay_aside), ..self }
    }

    /// Open to guests, and all the same able to carry a long form of a member whose session is over.
    pub fn with_long_form(self) -> Route {
        Route { most_bytes: MANY_BYTES, ..self }
    }

    /// Open at the plain door for handsets as well.
    pub fn on_legacy(self) -> Route {
        Route { on_legacy: true, ..self }
    }

    /// With photographs.
    pub fn with_photos(self) -> Route {
        Route { most_bytes: PHOTO_BYTES, ..self }
    }

    /// A sensitive step: reached only by whoever gave the password just now. What was sent is kept meanwhile, and
    /// the step is taken as soon as the password is right.
    pub fn asking_again(self) -> Route {
        Route { asks_again: true, ..self }
    }

    /// The parts of `path` by name, if this route's pattern fits it.
    pub fn parts(&self, path: &str) -> Option<Vec<(String, String)>> {
        let (mut pattern, mut given) = (self.pattern.split('/'), path.split('/'));
        let mut parts = Vec::new();
        loop {
            match (pattern.next(), given.next()) {
                (None, None) => return Some(parts),
                (Some(known), Some(part)) => {
                    match known.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
                        Some(name) if !part.is_empty() => parts.push((name.to_owned(), part.to_owned())),
                        None if known == part => {}
                        _ => return None,
                    }
                }
                _ => return None,
            }
        }
    }
}

/// Turns an async function over [`Ask`] into a [`Handler`].
macro_rules! handler {
    ($function:expr) => {
        |ask| Box::pin($function(ask))
    };
}
pub(crate) use handler;

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::answer::Answer;

    async fn nothing(_: &mut Ask) -> Outcome {
        Ok(Answer::go("/"))
    }

    #[test]
    fn a_pattern_fits_whole_paths_only() {
        let route = Route::get("/diary/{id}/edit", Readers::Oneself, handler!(nothing));
        assert_eq!(route.parts("/diary/abc/edit").unwrap(), [("id".to_owned(), "abc".to_owned())]);
        for other in ["/diary/abc", "/diary//edit", "/diary/abc/edit/", "/diary/abc/edit/x", "diary/abc/edit"]
        {
            assert!(route.parts(other).is_none(), "{other}");
        }
    }
}
