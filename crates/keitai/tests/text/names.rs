//! The names that the command line and device profiles use.

use enishi_keitai::text::{Encoding, UnknownEncoding};

#[test]
fn every_name_is_read_back() {
    for encoding in Encoding::ALL {
        assert_eq!(encoding.to_string().parse(), Ok(encoding));
    }
    assert_eq!("docomo-sjis".parse(), Ok(Encoding::DocomoSjis));
    assert_eq!("sjis".parse::<Encoding>(), Err(UnknownEncoding("sjis".to_owned())));
}
