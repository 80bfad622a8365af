//! Our way through Unicode against the carriers' own map of 2007.

use enishi_keitai::text::Encoding::{self, *};
use enishi_keitai::text::{decode, encode};

use crate::table::utf8;

fn private_use(carrier: &str) -> Encoding {
    match carrier {
        "docomo" => DocomoPua,
        "au" => AuPua,
        "softbank" => SoftbankPua,
        _ => panic!("no carrier {carrier}"),
    }
}

fn signs(becomes: &str) -> Option<Vec<u8>> {
    let codes = becomes.strip_prefix('=')?.split('+');
    Some(codes.flat_map(|code| utf8(u16::from_str_radix(code, 16).unwrap())).collect())
}

#[test]
fn signs_meet_as_the_carriers_map_them() {
    let (mut same, mut others) = (0, 0);
    for line in include_str!("../../data/carrier-map.tsv").lines().skip(1) {
        let [from, sign, to, becomes] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let Some(expected) = signs(becomes) else { continue };
        let text = decode(&utf8(u16::from_str_radix(sign, 16).unwrap()), private_use(from));
        if encode(&text, private_use(to)) == expected { same += 1 } else { others += 1 }
    }
    // The twenty are faces and shoes for which Unicode chose another twin than the carriers did.
    assert_eq!((same, others), (1960, 20));
}
