//! Writes forms. Every field stands in a block of its own, as XHTML Basic asks.

use super::{Attributes, Pen};
use crate::content::{Button, Field, Form, Method};

impl Pen<'_> {
    /// A form. What travels unseen stands beside the button.
    pub(super) fn form(&mut self, form: &Form) {
        self.writer.open("form", &self.form_attributes(form));
        for field in &form.fields {
            self.field(field);
        }
        self.stand(None, |pen| {
            form.fields.iter().for_each(|field| pen.hidden(field));
            form.others.iter().for_each(|button| pen.button(button));
            if !form.button.is_empty() {
                let button = Attributes::new().with("type", "submit").with("value", form.button.as_str());
                pen.writer.empty("input", &button);
            }
        });
        self.writer.close("form");
    }

    fn button(&mut self, button: &Button) {
        let attributes = Attributes::new().with("type", "submit");
        let attributes = match button.name.as_str() {
            "" => attributes,
            name => attributes.with("name", name),
        };
        let attributes = attributes.with("value", button.words.as_str());
        self.print_key(button.key);
        let attributes = self.key_attributes(attributes, button.key);
        self.writer.empty("input", &attributes);
        self.writer.text(" ");
    }

    fn form_attributes(&self, form: &Form) -> Attributes {
        let attributes = Attributes::new().with("action", form.action.as_str());
        let attributes = match form.method {
            Method::Get => attributes.with("method", "get"),
            Method::Post => attributes.with("method", "post"),
            Method::PostFiles => attributes.with("method", "post").with("enctype", "multipart/form-data"),
        };
        attributes.with("accept-charset", self.medium.encoder.encoding().charset())
    }

    fn hidden(&mut self, field: &Field) {
        match field {
            Field::Hidden { name, value } => {
                let attributes = Attributes::new().with("type", "hidden").with("name", name.as_str());
                self.writer.empty("input", &attributes.with("value", value.as_str()));
            }
            Field::Together(fields) | Field::SpareFields(fields) => {
                fields.iter().for_each(|field| self.hidden(field))
            }
            _ => {}
        }
    }
}
