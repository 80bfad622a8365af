//! A database and its keys belong together.

use std::sync::Arc;

use enishi_core::secrets::{self, ClaimError, Keyring, KeyringError};

use crate::house::{House, on_each};

fn claim(house: &House, keys: &Arc<Keyring>) -> Result<(), ClaimError> {
    let keys = Arc::clone(keys);
    house.on.store.write(move |tx| secrets::claim(tx, &keys))
}

#[test]
fn a_database_knows_its_keys_and_refuses_others() {
    on_each(|house| {
        assert!(!house.read(|tx, _| secrets::has_been_claimed(tx)));
        claim(house, &house.keys).unwrap();
        claim(house, &house.keys).unwrap();
        assert!(house.read(|tx, _| secrets::has_been_claimed(tx)));
        let folder = tempfile::tempdir().unwrap();
        let others = Arc::new(Keyring::open_or_create(folder.path(), true).unwrap());
        let refused = claim(house, &others).unwrap_err();
        assert!(refused.to_string().starts_with("this database belongs to other keys"), "{refused}");
    });
}

#[test]
fn lost_keys_stop_the_start_and_are_not_made_anew() {
    on_each(|house| {
        claim(house, &house.keys).unwrap();
        let lost = tempfile::tempdir().unwrap();
        let may_create = !house.read(|tx, _| secrets::has_been_claimed(tx));
        let refused = Keyring::open_or_create(lost.path(), may_create).unwrap_err();
        assert!(matches!(refused, KeyringError::Missing(_)), "{refused}");
        assert_eq!(std::fs::read_dir(lost.path()).unwrap().count(), 0);
        let kept = Keyring::open_or_create(house.key_folder.path(), may_create).unwrap();
        assert_eq!(kept.fingerprint(), house.keys.fingerprint());
    });
}
