//! Pages of phones, drawn.
#![allow(clippy::unwrap_used)] // a test that cannot go on should say where

use std::collections::HashMap;

use enishi_device::Profiles;
use enishi_simulator::{Around, Drawn, Key, draw, pictures, read};

fn drawn(page: &str, pictures: &[(&str, &str)]) -> Drawn {
    let profile = Profiles::embedded().by_name("docomo-foma1").unwrap();
    let pictures: HashMap<String, String> =
        pictures.iter().map(|(at, data)| ((*at).to_owned(), (*data).to_owned())).collect();
    let link = |address: &str| address.starts_with('/').then(|| format!("/desk?path={address}"));
    draw(page, &profile, &Around { pictures: &pictures, link: &link, style: "" }).unwrap()
}

fn body(page: &str) -> String {
    let html = drawn(&format!("<html><head></head><body>{page}</body></html>"), &[]).html;
    html.split("<body>").nth(1).unwrap().split("</body>").next().unwrap().to_owned()
}

#[test]
fn links_lead_where_the_caller_says_and_forms_nowhere() {
    let link = r#"<a href="/desk?path=/home" target="_top">家</a>"#;
    assert_eq!(body(r#"<a href="/home">家</a>"#), link);
    assert_eq!(body(r#"<a href="tel:0312345678">電話</a>"#), "<a>電話</a>");
    assert_eq!(body(r#"<a href="javascript:alert(1)">x</a>"#), "<a>x</a>");
    assert_eq!(body(r#"<form action="/x" method="post"></form>"#), "<form></form>");
}

#[test]
fn nothing_runs_and_nothing_is_fetched() {
    assert_eq!(body(r#"a<script src="/keys.js"></script>b<script>if (1) { x }</script>c"#), "abc");
    assert_eq!(body(r#"<img src="/p.gif" alt="x" srcset="/q.gif 2x"/>"#), r#"<img alt="x">"#);
    let page = r#"<html><head><link rel="stylesheet" href="/s.css"/></head><body><img src="/p.gif" alt=""/></body></html>"#;
    let html = drawn(page, &[("/p.gif", "data:image/gif;base64,R0")]).html;
    assert!(html.contains(r#"src="data:image/gif;base64,R0""#) && !html.contains("/s.css"), "{html}");
    assert_eq!(pictures(page).unwrap(), ["/p.gif"]);
}

#[test]
fn markup_of_either_kind_stays_what_it_is() {
    assert_eq!(
        body("<br/><hr/><textarea/>&lt;b&gt; &amp; &#xE4;<br>"),
        "<br><hr><textarea></textarea>&lt;b&gt; &amp; &#xE4;<br>"
    );
    assert_eq!(
        body(r#"<input value="a&quot;&amp;b" checked>"#),
        r#"<input value="a&quot;&amp;b" checked="">"#
    );
}

#[test]
fn a_style_that_stands_as_xml_asks_comes_along() {
    let page =
        r#"<html><head><style type="text/css"><![CDATA[.b{color:#c30}]]></style></head><body></body></html>"#;
    assert!(drawn(page, &[]).html.contains(r#"<style type="text/css">.b{color:#c30}</style>"#));
    assert_eq!(body("<![CDATA[<b>]]>"), "&lt;b>");
}

#[test]
fn keys_are_told_with_their_words() {
    let page = r##"<html><body><a href="/home" accesskey="0">ホーム &amp; 庭</a><a href="/next" directkey="#" nonumber>次</a>
        <input type="submit" accesskey="5" value="送る"/><a href="/x">鍵なし</a></body></html>"##;
    let key = |sign, words: &str, leads: Option<&str>| Key {
        sign,
        words: words.to_owned(),
        leads: leads.map(str::to_owned),
    };
    let expected = [
        key('0', "ホーム & 庭", Some("/desk?path=/home")),
        key('#', "次", Some("/desk?path=/next")),
        key('5', "送る", None),
    ];
    assert_eq!(drawn(page, &[]).keys, expected);
}

#[test]
fn a_handset_s_own_bytes_are_read_as_it_reads_them() {
    let profiles = Profiles::embedded();
    let foma = profiles.by_name("docomo-foma1").unwrap();
    // 0xF89F is docomo's sun, 0xF975 its i-mode logo, for which there is no sign elsewhere.
    assert_eq!(read(b"\x82\xa0\xf8\x9f", &foma), "あ☀");
    assert_eq!(read(b"\xf9\x75", &foma), "[iモード]");
    // 0xF987 is its 1 in a box.
    assert_eq!(read(b"\xf9\x87", &foma), "1\u{FE0F}\u{20E3}");
    let softbank = profiles.by_name("softbank-3gc").unwrap();
    assert_eq!(read("あ\u{E04A}".as_bytes(), &softbank), "あ☀");
    let iphone = profiles.by_name("iphone").unwrap();
    assert_eq!(read("あ☀️".as_bytes(), &iphone), "あ☀️");
}

#[test]
fn a_page_that_is_cut_off_in_a_tag_is_broken_and_no_panic() {
    let profile = Profiles::embedded().by_name("kaios").unwrap();
    let around = Around { pictures: &HashMap::new(), link: &|_| None, style: "" };
    for page in ["<html><body><a href=\"", "<", "<!--", "&", "</a>", "\u{FFFD}<b", ""] {
        let _ = draw(page, &profile, &around);
    }
    assert!(draw("<html><body><a href=\"", &profile, &around).is_err());
}
