//! The values of a profile, any of which may be missing until it has inherited.
//!
//! One list names them all; the macro writes from it what would otherwise be six lists to keep in step.
//! A new field of [`DeviceProfile`] is one line here.

use std::collections::BTreeMap;

use super::Origin;
use crate::{
    Carrier, Charset, CssSupport, DeviceClass, DeviceProfile, EmojiSet, FaceKind, ImageFormat, InputStyle,
    KeyStyle, Markup, Screen,
};

/// A value and what set it.
#[derive(Clone, Debug)]
pub(crate) struct Set<T> {
    pub value: T,
    pub origin: Origin,
}

macro_rules! settings {
    (required { $($key:ident: $type:ty,)* } optional { $($option:ident: $option_type:ty,)* }) => {
        /// What a profile, a model's row or a request sets.
        #[derive(Clone, Debug, Default)]
        pub(crate) struct Settings {
            $(pub $key: Option<Set<$type>>,)*
            $(pub $option: Option<Set<$option_type>>,)*
        }

        /// The keys of a profile's values, as the files spell them.
        pub(crate) const KEYS: &[&str] = &[$(stringify!($key),)* $(stringify!($option)),*];

        impl Settings {
            /// [`KEYS`].
            pub fn keys() -> &'static [&'static str] {
                KEYS
            }

            /// Sets a value by its key. `None` if there is no such key.
            pub fn put<'v, D: serde::Deserializer<'v>>(
                &mut self, key: &str, value: D, origin: Origin,
            ) -> Option<Result<(), D::Error>> {
                match key {
                    $(stringify!($key) => Some(read(value, origin).map(|set| self.$key = Some(set))),)*
                    $(stringify!($option) => Some(read(value, origin).map(|set| self.$option = Some(set))),)*
                    _ => None,
                }
            }

            /// Takes from the parent whatever is not set here.
            pub fn inherit(&mut self, parent: &Settings) {
                $(if self.$key.is_none() { self.$key.clone_from(&parent.$key); })*
                $(if self.$option.is_none() { self.$option.clone_from(&parent.$option); })*
            }

            /// The keys without which a profile is not complete.
            pub fn missing(&self) -> Vec<&'static str> {
                let mut missing = Vec::new();
                $(if self.$key.is_none() { missing.push(stringify!($key)); })*
                missing
            }

            /// The profile these values make, if none is missing.
            pub fn complete(&self, name: &str, family: &str) -> Option<DeviceProfile> {
                Some(DeviceProfile {
                    name: name.to_owned(),
                    family: family.to_owned(),
                    model: None,
                    $($key: self.$key.as_ref()?.value.clone(),)*
                    $($option: self.$option.as_ref().map(|set| set.value.clone()),)*
                })
            }

            /// Lays these values on top of a profile.
            pub fn apply(&self, profile: &mut DeviceProfile) {
                $(if let Some(set) = &self.$key { profile.$key = set.value.clone(); })*
                $(if let Some(set) = &self.$option { profile.$option = Some(set.value.clone()); })*
            }

            /// Notes for each value what set it.
            pub fn note(&self, rules: &mut BTreeMap<&'static str, String>) {
                $(if let Some(set) = &self.$key { rules.insert(stringify!($key), set.origin.to_string()); })*
                $(if let Some(set) = &self.$option { rules.insert(stringify!($option), set.origin.to_string()); })*
            }
        }
    };
}

settings! {
    required {
        face: FaceKind,
        class: DeviceClass,
        charset: Charset,
        markup: Markup,
        content_type: String,
        page_bytes: usize,
        total_bytes: usize,
        image_bytes: usize,
        screen: Screen,
        image_formats: Vec<ImageFormat>,
        colours: u32,
        cookies: bool,
        queries: bool,
        upload: bool,
        emoji: EmojiSet,
        input: InputStyle,
        keys: KeyStyle,
        css: CssSupport,
        script: bool,
        code_autofill: bool,
    }
    optional {
        carrier: Carrier,
        generation: String,
    }
}

fn read<'v, T: serde::Deserialize<'v>, D: serde::Deserializer<'v>>(
    value: D,
    origin: Origin,
) -> Result<Set<T>, D::Error> {
    T::deserialize(value).map(|value| Set { value, origin })
}
