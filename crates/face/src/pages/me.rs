//! Pages about oneself.

use enishi_core::audience::Audiences;
use enishi_core::group::Group;
use enishi_core::profile::{ProfileForm, ProfilePage};

use crate::context::Context;
use crate::form::Form;
use crate::words::{Language, Phrase};

/// My profile. Fields: `nickname`, each field's key, `<key>_visibility`; the file `photo` becomes the icon and
/// `drop_icon` takes it off.
pub struct MyProfilePage {
    /// The fields and the groups that a visibility may name.
    pub profile: ProfileForm,
    /// Who could see what is saved now, level by level.
    pub audiences: Audiences,
    /// What stands in the fields.
    pub form: Form,
}

/// My page, as somebody else sees it. The field `as` is sent with GET.
pub struct PreviewView {
    /// What they see.
    pub page: ProfilePage,
    /// Who "they" are, in words.
    pub whom: Phrase,
    /// Value of `as` chosen.
    pub chosen: String,
    /// Values of `as` and what each is called.
    pub choices: Vec<(String, Phrase)>,
}

impl PreviewView {
    /// Whose eyes the page is seen with.
    pub fn note(&self, context: &Context<'_>) -> Phrase {
        Phrase::new("preview-note").with("whom", context.words.tell(&self.whom).as_str())
    }
}

/// My groups. Fields: `name`, `reach` (`only`, `all_but`); unseen, `draft` of whoever came from one.
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
