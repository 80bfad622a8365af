//! What the phone of somebody is told whom an operator let in.

use enishi_core::joining::Welcome;
use enishi_core::limit::Window;
use enishi_face::Language;

use crate::site::Site;

/// Approvals told by text message in a day; a yes beyond it holds all the same.
const WELCOMES: Window = Window { seconds: 86_400, most: 100 };

/// The words in both languages, good for a day.
pub fn welcome(site: &Site) -> Welcome {
    let say = |language: Language| {
        language.words().say_with("sms-approved", "site", site.config.site.name.as_str())
    };
    Welcome { ja: say(Language::Ja), en: say(Language::En), good_seconds: 86_400, most: WELCOMES }
}
