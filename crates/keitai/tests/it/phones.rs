//! The phones of these tests: real User-Agents, resolved by the profiles the program is built with.

use std::sync::{Arc, LazyLock};

use enishi_device::{DeviceProfile, Headers, Profiles};

static PROFILES: LazyLock<Profiles> = LazyLock::new(Profiles::embedded);

/// Name and User-Agent.
const PHONES: [(&str, &str); 13] = [
    ("foma1", "DoCoMo/2.0 P903i(c100;TB;W24H12)"),
    ("foma2", "DoCoMo/2.0 P07A3(c500;TB;W24H15)"),
    ("mova-c5", "DoCoMo/1.0/D501i"),
    ("mova-c10", "DoCoMo/1.0/P503i/c10"),
    ("mova-c20", "DoCoMo/1.0/D505i/c20/TC/W20H10"),
    ("au-win", "KDDI-CA3F UP.Browser/6.2_7.2.7.1.K.3.306 (GUI) MMP/2.0"),
    ("softbank-3gc", "SoftBank/1.0/910T/TJ001 Browser/NetFront/3.3"),
    ("softbank-w", "J-PHONE/5.0/V801SA/SA0001JP"),
    ("jphone-c", "J-PHONE/3.0/J-SH06_a"),
    ("kaios", "Mozilla/5.0 (Mobile; Nokia_8110_4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5.1"),
    (
        "garaho",
        "Mozilla/5.0 (Linux; Android 5.1.1; KYF31 Build/112.0.5800; wv) AppleWebKit/537.36 (KHTML, like \
         Gecko) Version/4.0 Chrome/46.0.2490.76 Mobile Safari/537.36",
    ),
    ("operamini", "Opera/9.80 (J2ME/MIDP; Opera Mini/6.1.25378/25.692; U; en) Presto/2.5.25 Version/10.54"),
    ("w3m", "w3m/0.5.3"),
];

pub fn phone(name: &str) -> Arc<DeviceProfile> {
    let (_, user_agent) = PHONES.iter().find(|(known, _)| *known == name).unwrap();
    PROFILES.resolve(&Headers::new([("User-Agent", *user_agent)]))
}

pub fn all() -> impl Iterator<Item = (&'static str, Arc<DeviceProfile>)> {
    PHONES.iter().map(|(name, _)| (*name, phone(name)))
}
