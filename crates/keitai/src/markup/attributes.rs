//! The attributes of one tag.

/// Attributes in the order they were added.
#[derive(Clone, Debug, Default)]
pub(crate) struct Attributes(Vec<(&'static str, Option<String>)>);

impl Attributes {
    /// None yet.
    pub(crate) fn new() -> Attributes {
        Attributes::default()
    }

    /// With a value.
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Attributes {
        self.0.push((name, Some(value.into())));
        self
    }

    /// With a value, if there is one.
    pub(crate) fn maybe(self, attribute: Option<(&'static str, impl Into<String>)>) -> Attributes {
        match attribute {
            Some((name, value)) => self.with(name, value),
            None => self,
        }
    }

    /// With a word that stands alone (`checked`), if it is to stand.
    pub(crate) fn flag(mut self, name: &'static str, stands: bool) -> Attributes {
        if stands {
            self.0.push((name, None));
        }
        self
    }

    /// Each with its value; none stands alone.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'static str, Option<&str>)> {
        self.0.iter().map(|(name, value)| (*name, value.as_deref()))
    }
}
