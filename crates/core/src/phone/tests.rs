//! Row by row: what people type for a number, and what rides along with one.
#![allow(clippy::unwrap_used)]

use super::*;

fn read(typed: &str) -> Option<String> {
    PhoneNumber::parse(typed, &Countries::default()).ok().map(|number| number.as_e164().to_owned())
}

#[test]
fn every_spelling_is_one_number() {
    for typed in [
        "09012345678",
        "090-1234-5678",
        "090 1234 5678",
        " 090.1234.5678 ",
        "(090)1234-5678",
        "９０１２３４５６７８",
        "０９０１２３４５６７８",
        "０９０－１２３４－５６７８",
        "090ー1234ー5678",
        "090−1234−5678",
        "+819012345678",
        "+81 90 1234 5678",
        "＋８１９０１２３４５６７８",
        "+81(0)90-1234-5678",
        "+8109012345678",
        "00819012345678",
        "0081-90-1234-5678",
        "819012345678",
        "0108190 1234 5678",
        "tel:+819012345678",
        "TEL:090-1234-5678",
        "tel:09012345678",
    ] {
        assert_eq!(read(typed).as_deref(), Some("+819012345678"), "{typed}");
    }
}

#[test]
fn nothing_rides_along_with_a_number() {
    for typed in [
        "09012345678;ext=1",
        "09012345678 ext 1",
        "09012345678x1",
        "09012345678%00",
        "09012345678\0",
        "090123456789",
        "+8190123456780",
        "0901234567",
        "09012345678,1",
        "09012345678#",
        "*67 09012345678",
        "09012345678+",
        "+81+9012345678",
        "09012345678\n09012345679",
        "0901234567８９",
        "tel:tel:09012345678",
        "090-ABCD-5678",
        "090१२३४५६७८",
        "+",
        "-",
        "0",
        "٠٩٠١٢٣٤٥٦٧٨",
    ] {
        assert_eq!(read(typed), None, "{typed:?}");
    }
}

#[test]
fn only_mobiles_of_listed_countries_are_taken() {
    for typed in [
        "+252612345678",
        "+8811234567890",
        "+19005551234",
        "0120123456",
        "0120-000-000",
        "0570012345",
        "05012345678",
        "0312345678",
        "+81312345678",
        "110",
        "119",
        "104",
        "02012345678",
        "0800123456",
        "09012345",
        "0990123456",
        "+14155552671",
        "06012345678",
        "+447400123456",
        "+39312345678",
        "0033 090 1234 5678",
    ] {
        assert_eq!(read(typed), None, "{typed}");
    }
    assert!(read("08012345678").is_some() && read("07012345678").is_some());
}

#[test]
fn another_country_can_be_listed() {
    let countries = Countries::parse(["JP", "gb", "US"]).unwrap();
    let read = |typed| PhoneNumber::parse(typed, &countries).map(|number| number.as_e164().to_owned());
    assert_eq!(read("+44 7400 123456").as_deref(), Ok("+447400123456"));
    assert_eq!(read("+1 415 555 2671").as_deref(), Ok("+14155552671"));
    assert_eq!(read("+44 20 7946 0000"), Err(PhoneError::NotTaken));
    assert_eq!(read("090-1234-5678").as_deref(), Ok("+819012345678"));
    assert!(Countries::parse(["Atlantis"]).is_err());
    assert!(Countries::parse([] as [&str; 0]).is_err());
}

#[test]
fn it_never_shows_itself() {
    let number = PhoneNumber::parse("09012345678", &Countries::default()).unwrap();
    assert_eq!(format!("{number} {number:?}"), "…78 PhoneNumber(…78)");
    assert_eq!((number.prefix(4), number.country().as_str(), number.dial_code()), ("+81901234", "JP", 81));
    assert_eq!(PhoneNumber::parse("　", &Countries::default()), Err(PhoneError::Empty));
}
