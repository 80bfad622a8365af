//! Every column that lies under keys, and what becomes of it when they change. A test compares this list with the
//! tables, so that no new column is forgotten.

use super::super::sealing::Purpose;
use super::super::uses::Use;

/// One column that lies under keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Under which.
    pub of: Use,
    /// The table.
    pub table: &'static str,
    /// The column.
    pub column: &'static str,
    /// The column that tells rows apart, a whole number.
    pub(super) id: &'static str,
    /// Which rows, if not all: a condition in SQL.
    pub(super) only: &'static str,
    pub(super) becomes: Becomes,
}

/// What becomes of an old row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Becomes {
    /// Sealed anew.
    Sealed(Purpose),
    /// Hashed anew, from what lies sealed in another column of the row.
    Hashed { from: &'static str, purpose: Purpose, what: What },
    /// Nothing: it is over by itself before long, and swept away.
    Over,
    /// Nothing: what was hashed is not here to be hashed again. The old key stays until the row is gone.
    Kept,
}

/// What was hashed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Number,
    Email,
    Invitation,
    Neighbours,
}

const fn sealed(table: &'static str, id: &'static str, column: &'static str, purpose: Purpose) -> Place {
    Place { of: Use::Data, table, column, id, only: "", becomes: Becomes::Sealed(purpose) }
}

const fn of_realm(only: &'static str, column: &'static str, purpose: Purpose) -> Place {
    Place { only, ..sealed("one_time_secrets", "owner_id", column, purpose) }
}

const fn hashed(of: Use, place: Place, column: &'static str, what: What) -> Place {
    let Becomes::Sealed(purpose) = place.becomes else { panic!("it is hashed from something sealed") };
    Place { of, column, becomes: Becomes::Hashed { from: place.column, purpose, what }, ..place }
}

const fn left(of: Use, table: &'static str, column: &'static str, becomes: Becomes) -> Place {
    Place { of, table, column, id: "", only: "", becomes }
}

const PHONES: Place = sealed("phones", "member_id", "number_sealed", Purpose::Phone);
const EMAILS: Place = sealed("emails", "member_id", "address_sealed", Purpose::Email);
const INVITATIONS: Place = sealed("invitations", "id", "sealed", Purpose::Invitation);
const PREFIXES: Place = sealed("prefixes", "id", "sealed", Purpose::Prefix);

/// Every one of them.
pub(super) const PLACES: [Place; 31] = [
    PHONES,
    EMAILS,
    INVITATIONS,
    PREFIXES,
    sealed("email_claims", "member_id", "address_sealed", Purpose::EmailClaim),
    sealed("signups", "id", "number_sealed", Purpose::Signup),
    sealed("text_messages", "id", "sealed", Purpose::TextMessage),
    sealed("letters", "id", "sealed", Purpose::Letter),
    sealed("bells", "id", "endpoint_sealed", Purpose::Bell),
    sealed("key_pairs", "id", "sealed", Purpose::KeyPair),
    of_realm("realm = 1", "sealed", Purpose::OperatorOneTime),
    of_realm("realm = 2", "sealed", Purpose::MemberOneTime),
    of_realm("realm = 1", "codes_sealed", Purpose::OperatorCodes),
    of_realm("realm = 2", "codes_sealed", Purpose::MemberCodes),
    left(Use::Data, "approvals", "code_sealed", Becomes::Over),
    hashed(Use::Number, PHONES, "number_hash", What::Number),
    hashed(Use::Number, EMAILS, "address_hash", What::Email),
    left(Use::Number, "signups", "number_hash", Becomes::Over),
    left(Use::Number, "recoveries", "number_hash", Becomes::Over),
    left(Use::Data, "number_undos", "number_sealed", Becomes::Over),
    left(Use::Number, "number_undos", "number_hash", Becomes::Over),
    left(Use::Code, "number_undos", "code_hash", Becomes::Over),
    left(Use::Number, "number_claims", "number_hash", Becomes::Kept),
    left(Use::Number, "bans", "number_hash", Becomes::Kept),
    hashed(Use::Code, INVITATIONS, "code_hash", What::Invitation),
    left(Use::Code, "signups", "code_hash", Becomes::Over),
    left(Use::Code, "approvals", "code_hash", Becomes::Over),
    left(Use::Code, "recoveries", "mail_code_hash", Becomes::Over),
    left(Use::Code, "recovery_codes", "code_hash", Becomes::Kept),
    hashed(Use::Counter, PREFIXES, "bucket", What::Neighbours),
    left(Use::Counter, "counters", "bucket", Becomes::Over),
];
