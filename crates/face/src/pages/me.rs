//! Pages about oneself.

use enishi_core::group::Group;
use enishi_core::profile::ProfileForm;

use crate::form::Form;
use crate::words::Language;

/// My profile. Fields: `nickname`, each field's key, `<key>_visibility`; the file `photo` becomes the icon and
/// `drop_icon` takes it off.
pub struct MyProfilePage {
    /// The fields and the groups that a visibility may name.
    pub profile: ProfileForm,
    /// What stands in the fields.
    pub form: Form,
}

/// My groups. Field: `name`.
pub struct GroupsPage {
    /// What there is.
    pub groups: Vec<Group>,
    /// The form for a new one.
    pub form: Form,
}

/// Language and face. Field: `language` (`ja`, `en`); faces are links (`?face=`).
pub struct SettingsPage {
    /// The language in use.
    pub language: Language,
    /// The face chosen; none follows the phone.
    pub face: Option<enishi_device::FaceKind>,
}
