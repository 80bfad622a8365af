//! The phone on the screen: any page as any phone gets it, beside another.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::context::Part;
use crate::form::Form;
use crate::place::Place;

/// What is to be looked at, as the address says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PhoneAsked {
    /// A profile, a model or a User-Agent.
    pub agent: String,
    /// Another one beside it; empty for none.
    pub beside: String,
    /// Somebody of the demo cast; empty for a guest.
    pub viewer: String,
    /// The address of the page.
    pub path: String,
    /// The digest of a change that was tried and not saved: the phone is shown with it beside itself without. Empty
    /// for none.
    pub tried: String,
}

/// Readable in an address, and nothing that parts one value from the next.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'/');

/// Who of the demo cast looks, unless somebody else is chosen.
const VIEWER: &str = "hanako";

impl PhoneAsked {
    /// Home on this phone.
    pub fn home(agent: &str) -> PhoneAsked {
        PhoneAsked {
            agent: agent.to_owned(),
            viewer: VIEWER.to_owned(),
            path: Place::Home.to_string(),
            ..PhoneAsked::default()
        }
    }

    /// The query of the page, `agent=…&path=…`.
    pub fn query(&self) -> String {
        let values = [
            ("agent", &self.agent),
            ("beside", &self.beside),
            ("viewer", &self.viewer),
            ("path", &self.path),
            ("tried", &self.tried),
        ];
        let given = values.iter().filter(|(_, value)| !value.is_empty());
        let pairs = given.map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, KEPT)));
        pairs.collect::<Vec<_>>().join("&")
    }

    /// The same phones at another page.
    pub fn at(&self, path: &str) -> PhoneAsked {
        PhoneAsked { path: path.to_owned(), ..self.clone() }
    }
}

/// Phones, and what they were asked to show.
pub struct PhonePage {
    /// What was asked.
    pub asked: PhoneAsked,
    /// Fields: `agent`, `beside`, `viewer`, `path`.
    pub form: Form,
    /// The names of all profiles.
    pub profiles: Vec<String>,
    /// Who may be looking: the name in an address, and the nickname.
    pub viewers: Vec<(String, String)>,
    /// Pages worth a look: address, and key of the words for it.
    pub pages: Vec<(String, &'static str)>,
    /// The phones, one or two.
    pub phones: Vec<PhoneShown>,
    /// The change that was tried is not known any more.
    pub is_lost: bool,
}

/// One phone with a page on it.
pub struct PhoneShown {
    /// In a few words, as its owner would say.
    pub words: String,
    /// The name of its profile.
    pub profile: String,
    /// Whether it is shown with a change that was not saved.
    pub is_tried: bool,
    /// The screen in its own pixels: width and height.
    pub screen: (u32, u32),
    /// The answer's status.
    pub status: u16,
    /// The answer's media type and charset.
    pub content_type: String,
    /// Where it was led.
    pub path: String,
    /// Which part of the page, and of how many.
    pub part: Part,
    /// The markup against its budget.
    pub markup: Weight,
    /// Markup and pictures against theirs.
    pub total: Weight,
    /// Its pictures.
    pub pictures: Vec<PictureShown>,
    /// What its keys open.
    pub keys: Vec<KeyShown>,
}

/// Bytes against the most there may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weight {
    /// How many there are.
    pub bytes: usize,
    /// The most.
    pub most: usize,
}

/// A picture of a page.
pub struct PictureShown {
    /// The file: `240.jpg`.
    pub name: String,
    /// Its weight.
    pub bytes: usize,
}

/// A key and what it opens.
pub struct KeyShown {
    /// `0`–`9`, `*` or `#`.
    pub sign: char,
    /// What the link says.
    pub words: String,
    /// The address of the desk that shows what it opens; `None` for a button, or off the site.
    pub to: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_value_runs_into_the_next() {
        let asked = PhoneAsked {
            agent: "DoCoMo/2.0 P903i(c100;TB;W24H12)".to_owned(),
            path: "/diary/3k?p=2&done=x#y".to_owned(),
            ..PhoneAsked::default()
        };
        let query = "agent=DoCoMo/2.0%20P903i%28c100%3BTB%3BW24H12%29&path=/diary/3k%3Fp%3D2%26done%3Dx%23y";
        assert_eq!(asked.query(), query);
    }
}
