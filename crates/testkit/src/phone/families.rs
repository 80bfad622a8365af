//! One phone for every profile in `config/devices`, named as the profile is: for tests that must hold on all of them.
//!
//! A profile nobody here resolves to fails the test that walks them, so a new one brings its phone along. User-Agents are
//! those of `fixtures/handsets`, where each has its source.

use super::Model;
use super::models::{
    ANDROID, AU, CLOUD_PHONE, FOMA, FOMA_2, GARAHO, IPHONE, J_PHONE, KAIOS, MOVA, OPERA_MINI, PC, SOFTBANK,
    TEXT_BROWSER, WILLCOM,
};

/// The phone `like`, by another name and with other headers.
const fn as_headers(
    name: &'static str,
    headers: &'static [(&'static str, &'static str)],
    like: Model,
    page_bytes: usize,
) -> Model {
    Model { name, headers, page_bytes, ..like }
}

macro_rules! families {
    ($($name:literal like $like:ident, bytes $bytes:literal, $agent:literal $(, $header:literal: $value:literal)*;)*) => {
        &[$(as_headers($name, &[("User-Agent", $agent) $(, ($header, $value))*], $like, $bytes)),*]
    };
}

/// A phone for every profile that shows the keitai face.
pub const EVERY_KEITAI: &[Model] = families! {
    "docomo-fullbrowser" like KAIOS, bytes 20000, "Mozilla/4.08 (N905imyu;FOMA;c500;TB)";
    "docomo-foma2" like FOMA_2, bytes 50000, "DoCoMo/2.0 P07A3(c500;TB;W24H15)";
    "docomo-foma1" like FOMA, bytes 20000, "DoCoMo/2.0 P901i(c100;TB;W24H12)";
    "docomo-foma1-html3" like FOMA, bytes 20000, "DoCoMo/2.0 N2001(c10;ser0123456789abcde;icc01234567890123456789)";
    "docomo-phs" like MOVA, bytes 2000, "DoCoMo/1.0/eggy/c300/s32/kPHS-K";
    "docomo-mova-c20" like MOVA, bytes 8000, "DoCoMo/1.0/D505i/c20/TC/W20H10";
    "docomo-mova-c10" like MOVA, bytes 5000, "DoCoMo/1.0/D503i/c10";
    "docomo-mova-c5" like MOVA, bytes 2000, "DoCoMo/1.0/D501i";
    "tuka-wap2" like AU, bytes 9000, "KDDI-KCU1 UP.Browser/6.2.0.5.1 (GUI) MMP/2.0";
    "tuka-hdml" like AU, bytes 1000, "UP.Browser/3.04-KCTA UP.Link/3.4.5.9";
    "au-pcviewer" like KAIOS, bytes 20000, "Mozilla/4.0 (compatible; MSIE 6.0; KDDI-CA32) Opera 7.60 [ja]";
    "au-hdml" like AU, bytes 1000, "UP.Browser/3.04-CA13 UP.Link/3.3.0.5";
    "au-wap2" like AU, bytes 9000, "KDDI-HI21 UP.Browser/6.0.2.254 (GUI) MMP/1.1";
    "au-win" like AU, bytes 9000, "KDDI-CA32 UP.Browser/6.2.0.7.3.129 (GUI) MMP/2.0";
    "au-win-upload" like AU, bytes 9000, "KDDI-CA3F UP.Browser/6.2_7.2.7.1.K.4.306 (GUI) MMP/2.0";
    "softbank-3gc" like SOFTBANK, bytes 20000,
        "SoftBank/1.0/910T/TJ001 Browser/NetFront/3.3 Profile/MIDP-2.0 Configuration/CLDC-1.1";
    "softbank-w" like AU, bytes 20000, "J-PHONE/5.0/V801SA/SA0001JP";
    "softbank-p" like J_PHONE, bytes 6000,
        "J-PHONE/4.0/J-SH51/SNJSHA3029293 SH/0001aa Profile/MIDP-1.0 Configuration/CLDC-1.0 Ext-Profile/JSCL-1.1.0";
    "softbank-c" like J_PHONE, bytes 3000, "J-PHONE/3.0/J-SH06_a";
    "willcom" like WILLCOM, bytes 32000, "Mozilla/3.0(WILLCOM;SANYO/WX310SA/2;1/1/C128) NetFront/3.3";
    "willcom-c50" like WILLCOM, bytes 20000, "Mozilla/3.0(DDIPOCKET;JRC/AH-J3001V,AH-J3002V/1.0/0100/c50)CNF/2.0";
    "emobile" like WILLCOM, bytes 32000, "emobile/1.0.0 (H11T; like Gecko; Wireless) NetFront/3.4";
    "other-phs" like MOVA, bytes 2000, "PDXGW/1.0 (TX=8;TY=7;GX=96;GY=84;C=C256;G=BF;GI=2)";
    "kaios" like KAIOS, bytes 50000, "Mozilla/5.0 (Mobile; Nokia_8110_4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5.1";
    "kaios-3" like KAIOS, bytes 50000, "Mozilla/5.0 (Mobile; Nokia_2780_Flip; rv:84.0) Gecko/84.0 Firefox/84.0 KAIOS/3.1";
    "operamini" like OPERA_MINI, bytes 50000,
        "Opera/9.80 (J2ME/MIDP; Opera Mini/6.1.25378/25.692; U; ja) Presto/2.5.25 Version/10.54";
    "operamini-upload" like OPERA_MINI, bytes 50000,
        "Opera/9.80 (J2ME/MIDP; Opera Mini/6.1.25378/25.692; U; ja) Presto/2.5.25 Version/10.54",
        "X-OperaMini-Features": "advanced, camera, file_system, folding";
    "operamini-smartphone" like OPERA_MINI, bytes 50000,
        "Opera/9.80 (Android; Opera Mini/7.6.35766/35.5706; U; ja) Presto/2.8.119 Version/11.10";
    "cloudphone" like CLOUD_PHONE, bytes 50000,
        "Mozilla/5.0 (Cloud Phone; Nokia 110 4G) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/122.0.6261.111 Mobile Safari/537.36 Puffin/12.1.1.46653FP";
    "garaho-au" like GARAHO, bytes 50000,
        "Mozilla/5.0 (Linux; Android 5.1.1; KYF31 Build/112.0.5800; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/46.0.2490.76 Mobile Safari/537.36";
    "garaho-softbank" like GARAHO, bytes 50000,
        "Mozilla/5.0 (Linux; Android 5.1.1; NP501SH Build/X1234; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/46.0.2490.76 Mobile Safari/537.36";
    "garaho-docomo" like GARAHO, bytes 50000,
        "Mozilla/5.0 (Linux; Android 5.1; SH-01J Build/V27R42D; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/46.0.2490.76 Mobile Safari/537.36";
    "console-handheld" like KAIOS, bytes 20000, "Opera/9.50 (Nintendo DSi; Opera/507; U; ja)";
    "console-tv" like KAIOS, bytes 50000, "Mozilla/5.0 (PLAYSTATION 3; 1.00)";
    "reader" like KAIOS, bytes 50000,
        "Mozilla/4.0 (compatible; Linux 2.6.22) NetFront/3.4 Kindle/2.5 (screen 1200x824; rotate)";
    "textbrowser" like TEXT_BROWSER, bytes 50000, "w3m/0.5.3+git20230121";
    "early-smartphone" like KAIOS, bytes 20000,
        "BlackBerry9700/5.0.0.1014 Profile/MIDP-2.1 Configuration/CLDC-1.1 VendorID/220";
    "featurephone" like COOKIELESS, bytes 20000, "Nokia6230i/2.0 (03.80) Profile/MIDP-2.0 Configuration/CLDC-1.1";
    "featurephone-by-maker" like COOKIELESS, bytes 20000, "SAMSUNG-SGH-D500/1.0";
    "unknown" like COOKIELESS, bytes 20000, "a browser of nobody";
};

/// No cookies, and UTF-8.
const COOKIELESS: Model = Model { keeps_cookies: false, ..KAIOS };

/// A phone for every profile that shows the touch face.
pub const EVERY_TOUCH: &[Model] = families! {
    "television" like PC, bytes 0,
        "Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/79.0.3945.79 Safari/537.36 WebAppManager";
    "iphone" like IPHONE, bytes 0,
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";
    "ipad" like IPHONE, bytes 0,
        "Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1 Mobile/15E148 Safari/604.1";
    "tablet" like PC, bytes 0, "Mozilla/5.0 (Tablet; rv:26.0) Gecko/26.0 Firefox/26.0";
    "smartphone" like PC, bytes 0, "Mozilla/5.0 (Mobile; rv:26.0) Gecko/26.0 Firefox/26.0";
    "android" like ANDROID, bytes 0,
        "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36";
    "android-tablet" like ANDROID, bytes 0,
        "Mozilla/5.0 (Linux; Android 14; SM-X710) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36";
    "android-reader" like ANDROID, bytes 0,
        "Mozilla/5.0 (Linux; U; Android 2.3.4; en-us; Kindle Fire Build/GINGERBREAD) AppleWebKit/533.1 (KHTML, like Gecko) Version/4.0 Mobile Safari/533.1";
    "pc" like PC, bytes 0, "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
    "old-pc" like PC, bytes 0, "Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.0; Trident/4.0)";
    "old-windows-phone" like PC, bytes 0,
        "Mozilla/4.0 (compatible; MSIE 7.0; Windows Phone OS 7.5; Trident/3.1; IEMobile/7.0; FujitsuToshibaMobileCommun; IS12T; KDDI)";
};
