//! Writes the fields of a form.

use super::input::mode_attribute;
use super::{Attributes, Pen, Role};
use crate::content::{Area, Choice, Field, Input, Kind, Levels, Mode};

/// Half-width letters beside each other on a screen of 96 pixels.
const NARROW_COLUMNS: &str = "14";

impl Pen<'_> {
    /// A field that can be seen.
    pub(super) fn field(&mut self, field: &Field) {
        match field {
            Field::Input(input) => {
                self.labelled(&input.label, input.fault.as_deref(), input.hint.as_deref(), |pen| {
                    pen.input(input);
                });
            }
            Field::Area(area) => {
                self.labelled(&area.label, area.fault.as_deref(), area.hint.as_deref(), |pen| pen.area(area));
            }
            Field::Levels(levels) => self.levels(levels),
            Field::Select { name, label, fault, choices } | Field::Spare { name, label, fault, choices } => {
                self.labelled(label, fault.as_deref(), None, |pen| pen.select(name, choices));
            }
            Field::Radios { name, label, choices } => {
                self.stand(None, |pen| pen.writer.text(label));
                choices.iter().for_each(|choice| self.tick("radio", name, choice, None));
            }
            Field::Check { name, choice, fault } => {
                self.fault(fault.as_deref());
                self.tick("checkbox", name, choice, None);
            }
            Field::Hidden { .. } => {}
            Field::Words(line) => self.stand(None, |pen| pen.line(line)),
            Field::Together(fields) | Field::SpareFields(fields) => {
                fields.iter().for_each(|field| self.field(field))
            }
        }
    }

    /// The label, what is wrong, the hint, the field: in the order they are read.
    fn labelled(
        &mut self,
        label: &str,
        fault: Option<&str>,
        hint: Option<&str>,
        write: impl FnOnce(&mut Self),
    ) {
        self.stand(None, |pen| {
            if pen.medium.dialect.is_xhtml {
                pen.writer.open("label", &Attributes::new());
            }
            pen.writer.text(label);
            for (role, words) in [(Role::Red, fault), (Role::Soft, hint)] {
                if let Some(words) = words {
                    pen.brk();
                    pen.coloured(role, words);
                }
            }
            pen.brk();
            write(pen);
            if pen.medium.dialect.is_xhtml {
                pen.writer.close("label");
            }
        });
    }

    fn fault(&mut self, fault: Option<&str>) {
        if let Some(words) = fault {
            self.stand(None, |pen| pen.coloured(Role::Red, words));
        }
    }

    fn input(&mut self, input: &Input) {
        let kind = match input.kind {
            Kind::Text => "text",
            Kind::Password => "password",
            Kind::File => "file",
        };
        let mut attributes = Attributes::new().with("type", kind).with("name", input.name.as_str());
        if input.kind == Kind::File {
            return self.writer.empty("input", &attributes.with("accept", "image/*"));
        }
        if !input.value.is_empty() {
            attributes = attributes.with("value", self.medium.in_field(&input.value));
        }
        if self.medium.profile.is_narrow() {
            attributes = attributes.with("size", NARROW_COLUMNS);
        }
        if input.is_code && self.fills_codes_in() {
            attributes = attributes.with("autocomplete", "one-time-code");
        }
        self.writer.empty("input", &attributes.maybe(mode_attribute(self.medium.profile.input, input.mode)));
    }

    fn fills_codes_in(&self) -> bool {
        self.medium.profile.code_autofill || self.medium.profile.input == enishi_device::InputStyle::Inputmode
    }

    fn area(&mut self, area: &Area) {
        let columns = if self.medium.profile.is_narrow() { NARROW_COLUMNS } else { "20" };
        let attributes = Attributes::new().with("name", area.name.as_str()).with("rows", "5");
        let attributes = attributes.with("cols", columns);
        let mode = mode_attribute(self.medium.profile.input, Mode::Kana);
        self.writer.open("textarea", &attributes.maybe(mode));
        self.writer.text(&self.medium.in_field(&area.value));
        self.writer.close("textarea");
    }

    fn select(&mut self, name: &str, choices: &[Choice]) {
        self.writer.open("select", &Attributes::new().with("name", name));
        for choice in choices {
            let attributes = Attributes::new().with("value", choice.value.as_str());
            self.writer.open("option", &attributes.flag("selected", choice.is_chosen));
            self.writer.text(&choice.words);
            self.writer.close("option");
        }
        self.writer.close("select");
    }

    fn tick(&mut self, kind: &str, name: &str, choice: &Choice, key: Option<char>) {
        self.stand(None, |pen| {
            if pen.medium.dialect.is_xhtml {
                pen.writer.open("label", &Attributes::new());
            }
            let attributes = Attributes::new().with("type", kind).with("name", name);
            let attributes = attributes.with("value", choice.value.as_str());
            let attributes = pen.key_attributes(attributes.flag("checked", choice.is_chosen), key);
            pen.writer.empty("input", &attributes);
            pen.print_key(key);
            pen.writer.text(&choice.words);
            if pen.medium.dialect.is_xhtml {
                pen.writer.close("label");
            }
        });
    }

    fn levels(&mut self, levels: &Levels) {
        self.stand(None, |pen| pen.writer.text(&levels.label));
        self.fault(levels.fault.as_deref());
        for (choice, key) in levels.levels.iter().zip('1'..) {
            if choice.value.is_empty() {
                self.no_groups(choice);
            } else {
                self.tick("radio", "visibility", choice, Some(key));
            }
            if choice.value == "group" {
                self.labelled(&levels.groups_label, None, None, |pen| {
                    pen.select("visibility_group", &levels.groups);
                });
            }
        }
    }

    /// The fourth level keeps its place, so that the keys stay what they are; there is nothing to choose yet. Its key is
    /// that of the button below that leads to one's groups and keeps what is typed.
    fn no_groups(&mut self, choice: &Choice) {
        self.stand(None, |pen| pen.coloured(Role::Soft, &choice.words));
    }
}
