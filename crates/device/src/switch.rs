//! The same phone on the other face, when its owner asks for it.

use crate::{Charset, DeviceProfile, FaceKind, Markup};

impl DeviceProfile {
    /// This profile with a face its owner chose. What the face cannot write is set to what it can: the keitai
    /// face on a smartphone is XHTML Mobile Profile, the touch face on any phone is HTML in UTF-8.
    pub fn with_face(&self, face: FaceKind) -> DeviceProfile {
        let mut chosen = DeviceProfile { face, ..self.clone() };
        match face {
            FaceKind::Keitai if self.markup == Markup::Html5 => chosen.markup = Markup::XhtmlMp,
            FaceKind::Keitai => {}
            FaceKind::Touch => {
                chosen.markup = Markup::Html5;
                chosen.charset = Charset::Utf8;
                chosen.content_type = "text/html".to_owned();
            }
        }
        chosen
    }
}
