//! What a phone is told, in the language of whoever asks.

use enishi_core::signup::Texts;
use enishi_face::{Language, Phrase, Place};

use crate::request::Ask;

/// As texts. The last line is what phones read the code from, bound to this host: `@host #123456`.
pub fn texts(ask: &Ask) -> Texts {
    let words = ask.language().words();
    let site = ask.site.config.site.name.as_str();
    let with_code = |key| Phrase::new(key).with("site", site).with("code", "{code}");
    let (code, registered) = (with_code("sms-code"), with_code("sms-registered"));
    Texts {
        code: bound(ask, &words.tell(&code)),
        registered: bound(ask, &words.tell(&registered)),
        banned: words.say_with("sms-banned", "site", site),
    }
}

/// For somebody who has lost a password. A number without an account and one that is kept out are told the same.
pub fn recovery_texts(ask: &Ask) -> Texts {
    let words = ask.language().words();
    let site = ask.site.config.site.name.as_str();
    let code = Phrase::new("sms-recovery").with("site", site).with("code", "{code}");
    let nobody = words.say_with("sms-recovery-nobody", "site", site);
    Texts { code: bound(ask, &words.tell(&code)), registered: nobody.clone(), banned: nobody }
}

/// Phones fill the code in at this host alone.
fn bound(ask: &Ask, words: &str) -> String {
    let host = ask.origin.split("://").nth(1).unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default();
    format!("{words}\n\n@{host} #{{code}}")
}

/// Read out in a call: the language on the first line, the digits one by one, twice.
pub fn spoken(ask: &Ask) -> Texts {
    let words = ask.language().words();
    let site = ask.site.config.site.name.as_str();
    let tongue = match ask.language() {
        Language::Ja => "ja-JP",
        Language::En => "en-US",
    };
    let hello = words.say_with("voice-hello", "site", site);
    let hello_known = words.say("voice-registered");
    let (again, end) = (words.say("voice-again"), words.say("voice-end"));
    Texts {
        code: format!("{tongue}\n{hello}\n{{digits}}\n{again}\n{{digits}}\n{end}"),
        registered: format!("{tongue}\n{hello_known}\n{{digits}}\n{again}\n{{digits}}\n{end}"),
        banned: format!("{tongue}\n{}", words.say_with("sms-banned", "site", site)),
    }
}

/// As texts to the number a member would change to.
pub fn number_texts(ask: &Ask) -> Texts {
    let words = ask.language().words();
    let site = ask.site.config.site.name.as_str();
    let code = Phrase::new("sms-number-code").with("site", site).with("code", "{code}");
    Texts {
        code: bound(ask, &words.tell(&code)),
        registered: words.say_with("sms-number-registered", "site", site),
        banned: words.say_with("sms-number-banned", "site", site),
    }
}

/// As texts to the number a member had.
pub fn number_told(ask: &Ask) -> enishi_core::number::Texts {
    let words = ask.language().words();
    let site = ask.site.config.site.name.as_str();
    let link = format!("{}{}", ask.origin, Place::NumberUndo);
    let hours = (ask.site.config.number.undo_seconds / 3600).max(1);
    let changed = Phrase::new("sms-number-changed").with("site", site).with("link", link.as_str());
    enishi_core::number::Texts {
        changed: words.tell(&changed.with("hours", hours).with("code", "{code}")),
        back: words.say_with("sms-number-back", "site", site),
    }
}
