//! Tokens of the desk: of a session, in its own cookie; of a set-up, in an address that works once.

use crate::secrets::token;

token! {
    /// What an operator's browser carries.
    DeskToken, 'd'
}
token! {
    /// The end of the address at which an operator sets up.
    SetupToken, 'o'
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{Door, Token};

    #[test]
    fn a_token_of_one_kind_is_no_other() {
        let (desk, setup) = (DeskToken::draw(), SetupToken::draw());
        assert!(DeskToken::parse(desk.as_str()).is_some() && SetupToken::parse(setup.as_str()).is_some());
        assert!(DeskToken::parse(setup.as_str()).is_none() && SetupToken::parse(desk.as_str()).is_none());
        for door in [Door::Site, Door::Legacy] {
            assert!(
                Token::parse(desk.as_str(), door).is_none() && Token::parse(setup.as_str(), door).is_none()
            );
        }
        assert_eq!(format!("{desk:?}"), "DeskToken(…)");
    }
}
