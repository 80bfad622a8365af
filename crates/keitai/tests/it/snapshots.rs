//! The pages as they are, for eyes. A UTF-8 copy of what leaves: pictograms and all.

use enishi_face::{Language, Page};

use crate::{cast, drive, phones};

/// One tag a line, so that a change can be read.
fn copy(phone: &str, language: Language, page: &Page) -> String {
    let profile = phones::phone(phone);
    let parts = drive::parts(&profile, language, page);
    let of = parts.len();
    let shown = parts.iter().zip(1..).map(|((rendered, read), number)| {
        let weight = rendered.body.len();
        let lines = read.replace("><", ">\n<");
        format!("[{number}/{of}: {weight} bytes, {}]\n{lines}\n", rendered.content_type)
    });
    shown.collect()
}

fn check(phone: &str) {
    for (name, page) in cast::everything() {
        if ["home", "diary", "profile", "diary-form", "signup-code", "menu"].contains(&name) {
            insta::assert_snapshot!(format!("{phone}-{name}"), copy(phone, Language::Ja, &page));
        }
    }
}

macro_rules! phones {
    ($($name:ident = $phone:literal;)*) => {$(
        #[test]
        fn $name() {
            check($phone);
        }
    )*};
}

phones! {
    foma_1 = "foma1";
    foma_2 = "foma2";
    mova_c10 = "mova-c10";
    au_win = "au-win";
    softbank_3gc = "softbank-3gc";
    jphone_c = "jphone-c";
    kaios = "kaios";
    garaho = "garaho";
    w3m = "w3m";
}

#[test]
fn the_same_pages_in_english() {
    for phone in ["foma1", "kaios"] {
        for (name, page) in [("home", cast::home()), ("diary", cast::diary()), ("door", Page::Welcome)] {
            insta::assert_snapshot!(format!("{phone}-{name}-en"), copy(phone, Language::En, &page));
        }
    }
}
