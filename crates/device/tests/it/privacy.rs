//! No number of a handset, a card or a line gets past this crate.

use enishi_device::{Headers, Profiles, anonymous_user_agent};

use crate::handsets::samples;

const SERIALS: [(&str, &str); 8] = [
    ("DoCoMo/1.0/P503i/c10/serNMABH200331", "DoCoMo/1.0/P503i/c10"),
    ("DoCoMo/1.0/P503i/serNMABH200331/c10", "DoCoMo/1.0/P503i/c10"),
    (
        "DoCoMo/2.0 P903i(c100;TB;W24H12;ser350000000000001;icc8981100000000000001F)",
        "DoCoMo/2.0 P903i(c100;TB;W24H12)",
    ),
    ("DoCoMo/2.0 P903i(ser350000000000001;c100)", "DoCoMo/2.0 P903i(;c100)"),
    ("J-PHONE/4.0/J-SH51/SNJSHA3029293 SH/0001aa", "J-PHONE/4.0/J-SH51 SH/0001aa"),
    (
        "SoftBank/1.0/910T/TJ001/SN123456789012345 Browser/NetFront/3.3",
        "SoftBank/1.0/910T/TJ001 Browser/NetFront/3.3",
    ),
    ("Vodafone/1.0/V802SE/SEJ001/SN123456789012345", "Vodafone/1.0/V802SE/SEJ001"),
    ("SomePhone/1.0/IMEI350000000000001/x", "SomePhone/1.0/x"),
];

#[test]
fn serials_are_cut_and_the_rest_stays() {
    for (whole, clean) in SERIALS {
        assert_eq!(anonymous_user_agent(whole), clean);
    }
}

#[test]
fn what_has_no_serial_stays_as_it_is() {
    for (_, sample) in samples() {
        let Some(user_agent) = sample.headers.get("User-Agent") else { continue };
        let clean = anonymous_user_agent(user_agent);
        if user_agent.len() > 512 {
            assert_eq!(clean.len(), 512);
            continue;
        }
        let has_serial =
            ["/SN", "ser", "icc"].iter().any(|mark| user_agent.contains(mark)) && clean != *user_agent;
        assert!(has_serial || clean == *user_agent, "{user_agent} became {clean}");
    }
}

#[test]
fn no_serial_and_no_subscriber_reaches_a_profile_or_a_debug_line() {
    let profiles = Profiles::embedded();
    let ids = [
        ("X-DCMGUID", "AbC12dE"),
        ("x-up-subno", "05001000000000_ab.ezweb.ne.jp"),
        ("X-JPHONE-UID", "a1b2c3d4e5f6g7h8"),
        ("x-em-uid", "u00000000000000001"),
        ("Cookie", "session=s3cr3t"),
    ];
    for (user_agent, _) in SERIALS {
        let headers = Headers::new(ids.into_iter().chain([("User-Agent", user_agent)]));
        let json = serde_json::to_string(&profiles.explain(&headers)).unwrap();
        let shown = format!("{json} {headers:?}");
        let secrets = ids.iter().map(|(_, id)| *id).chain([
            "NMABH200331",
            "JSHA3029293",
            "3029293",
            "0000000001",
            "123456789012345",
        ]);
        for secret in secrets {
            assert!(!shown.contains(secret), "{secret} in {shown}");
        }
        assert_eq!(ids.iter().find_map(|(name, _)| headers.get(name)), None);
    }
}
