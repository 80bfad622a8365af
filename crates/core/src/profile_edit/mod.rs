//! What operators changed in the files of device profiles. The files themselves are the server's to write; here is
//! what they held before, so that every change can be taken back.

mod queries;

use crate::ids::OperatorId;
use crate::moment::Moment;
use crate::operator::{Act, Deed, Desk, record};
use crate::store::{Result, Tx};

/// Changes of one file that are kept; older ones go.
pub const KEPT: i64 = 50;

/// One change of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileEdit {
    /// Its place among all changes, from 1.
    pub number: i64,
    /// Who.
    pub operator: OperatorId,
    /// Their name, while they are here.
    pub name: Option<String>,
    /// The file, as its path in the folder of profiles.
    pub file: String,
    /// What it held before.
    pub was: String,
    /// What it holds since.
    pub becomes: String,
    /// When.
    pub at: Moment,
}

/// Keeps a change that is about to be written, in the log of operators' acts as well.
pub fn keep(tx: &mut Tx<'_>, desk: &Desk, client: &str, file: &str, was: &str, becomes: &str) -> Result<()> {
    // The head of the log of acts is held from here on, so that no two changes get one number.
    record(tx, desk, client, Deed { act: Act::ProfilesEdited, subject: file, was: "", becomes: "" })?;
    let number = queries::last_number(tx)? + 1;
    let edit = ProfileEdit {
        number,
        operator: desk.operator.id,
        name: None,
        file: file.to_owned(),
        was: was.to_owned(),
        becomes: becomes.to_owned(),
        at: tx.now(),
    };
    queries::insert(tx, &edit)?;
    queries::keep_newest(tx, file, KEPT)
}

/// The changes of a file, the newest first.
pub fn list(tx: &mut Tx<'_>, file: &str) -> Result<Vec<ProfileEdit>> {
    queries::list(tx, file, KEPT)
}

/// One change, if it is still kept.
pub fn find(tx: &mut Tx<'_>, number: i64) -> Result<Option<ProfileEdit>> {
    queries::find(tx, number)
}
