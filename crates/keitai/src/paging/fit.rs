//! Makes a form fit: first a long text piece by piece, then fewer words, then fewer choices, then field by field.

use enishi_core::visibility::Visibility;

use crate::content::{Area, Block, Choice, Field, Form, Input, Piece, Tone};
use crate::edit::{edit_mark, split_for_edit};
use crate::markup::Pen;
use crate::medium::Medium;

/// Less than this beside everything else is no room to write in, in bytes.
const LEAST_AREA: usize = 240;
/// A name in a list of choices, in kana, where room is short.
const SHORT_NAME: usize = 8;

/// The form as forms of at most `room` bytes, each to stand on a part of its own. `None` if there is no way:
/// then the page must say so instead.
pub(super) fn fit(medium: &Medium<'_>, form: &Form, room: usize) -> Option<Vec<Form>> {
    if let Some(forms) = whole_or_in_pieces(medium, form, room) {
        return Some(forms);
    }
    let terse = terse(medium, form, room);
    let mut lighter = Some(terse.clone());
    while let Some(form) = lighter {
        if let Some(forms) = whole_or_in_pieces(medium, &form, room) {
            return Some(forms);
        }
        lighter = with_less_to_spare(medium, &form);
    }
    divided(medium, &terse, room)
}

fn weigh(medium: &Medium<'_>, form: &Form) -> usize {
    Pen::weigh(medium, &Block::Form(form.clone()))
}

fn whole_or_in_pieces(medium: &Medium<'_>, form: &Form, room: usize) -> Option<Vec<Form>> {
    if weigh(medium, form) <= room {
        return Some(vec![form.clone()]);
    }
    let area = areas(&form.fields).find(|area| area.is_stored && !area.value.is_empty())?.clone();
    let bare = weigh(medium, &with_piece(form, &area, 1, 99, ""));
    let beside = room.checked_sub(bare).filter(|beside| *beside >= LEAST_AREA)?;
    let fewest = medium.weigh(&medium.in_field(&area.value)).div_ceil(beside).max(2);
    (fewest..fewest + 8).find_map(|parts| in_pieces(medium, form, &area, parts, room))
}

fn in_pieces(medium: &Medium<'_>, form: &Form, area: &Area, parts: usize, room: usize) -> Option<Vec<Form>> {
    let pieces = split_for_edit(&area.value, parts);
    let forms: Vec<Form> =
        pieces.iter().zip(1..).map(|(piece, number)| with_piece(form, area, number, parts, piece)).collect();
    forms.iter().all(|form| weigh(medium, form) <= room).then_some(forms)
}

/// The form with one piece of its long text. What travels along says which piece of which text it is.
fn with_piece(form: &Form, area: &Area, number: usize, parts: usize, piece: &str) -> Form {
    let mut form = form.clone();
    for field in leaves_mut(&mut form.fields) {
        if let Field::Area(shown) = field {
            shown.label = format!("{} {number}/{parts}", shown.label);
            shown.hint = Some(shown.hint_of_piece.clone());
            shown.value = piece.trim_end_matches('\n').to_owned();
        }
    }
    let hidden = [
        (format!("{}_part", area.name), number.to_string()),
        (format!("{}_parts", area.name), parts.to_string()),
        (format!("{}_mark", area.name), edit_mark(&area.value)),
    ];
    form.fields.extend(hidden.map(|(name, value)| Field::Hidden { name, value }));
    form
}

/// The form without hints, the levels as one list of short words, lists with short names.
fn terse(medium: &Medium<'_>, form: &Form, room: usize) -> Form {
    let mut form = form.clone();
    form.fields.retain(|field| !is_hint(field));
    for field in leaves_mut(&mut form.fields) {
        match field {
            Field::Input(Input { hint, .. }) | Field::Area(Area { hint, .. }) => *hint = None,
            Field::Levels(levels) => {
                *field = Field::Select {
                    name: "visibility".to_owned(),
                    label: std::mem::take(&mut levels.label),
                    fault: levels.fault.take(),
                    choices: fewer(medium, &levels.short, room / 3),
                };
            }
            Field::Select { choices, .. } => *choices = fewer(medium, choices, room / 3),
            _ => {}
        }
    }
    form
}

/// The form without the heaviest of what stays as it is where the form does not say it; after all that, without the
/// buttons that only lead elsewhere, and without the groups that were not chosen.
fn with_less_to_spare(medium: &Medium<'_>, form: &Form) -> Option<Form> {
    let spare = form.fields.iter().enumerate();
    let spare = spare.filter(|(_, field)| matches!(field, Field::Spare { .. } | Field::SpareFields(_)));
    let without = spare.map(|(at, _)| {
        let mut lighter = form.clone();
        lighter.fields.remove(at);
        lighter
    });
    without
        .min_by_key(|lighter| weigh(medium, lighter))
        .or_else(|| without_ways_elsewhere(form))
        .or_else(|| without_other_groups(form))
}

fn without_ways_elsewhere(form: &Form) -> Option<Form> {
    let mut lighter = form.clone();
    lighter.others.retain(|button| button.name != "to_groups");
    (lighter.others.len() < form.others.len()).then_some(lighter)
}

fn without_other_groups(form: &Form) -> Option<Form> {
    let (mut lighter, mut is_lighter) = (form.clone(), false);
    for field in leaves_mut(&mut lighter.fields) {
        if let Field::Select { choices, .. } = field {
            let before = choices.len();
            choices.retain(|choice| choice.is_chosen || !is_group(choice));
            is_lighter |= choices.len() < before;
        }
    }
    is_lighter.then_some(lighter)
}

/// Soft words alone say nothing that has to be known.
fn is_hint(field: &Field) -> bool {
    let is_soft = |piece: &Piece| matches!(piece, Piece::Toned(Tone::Soft, _));
    matches!(field, Field::Words(line) if line.iter().all(is_soft))
}

/// Choices with short names, as many as `most_bytes` holds; the chosen one and the levels that everybody has always
/// among them: a phone with little room must not take "only me" away.
fn fewer(medium: &Medium<'_>, choices: &[Choice], most_bytes: usize) -> Vec<Choice> {
    let weigh = |choice: &Choice| {
        medium.weigh(&choice.words) + choice.value.len() + "<option value=\"\"></option>".len()
    };
    let must_stay = |choice: &Choice| choice.is_chosen || is_fixed_level(choice);
    let short = with_short_names(medium, choices);
    let taken: usize = short.iter().filter(|choice| must_stay(choice)).map(weigh).sum();
    let mut left = most_bytes.saturating_sub(taken);
    let mut has_room = |choice: &Choice| match left.checked_sub(weigh(choice)) {
        Some(rest) => {
            left = rest;
            true
        }
        None => false,
    };
    short.into_iter().filter(|choice| must_stay(choice) || has_room(choice)).collect()
}

/// The same choices with the beginnings of their names. Groups that would read alike keep their whole names: words
/// meant for some must not go to others because a name was cut.
fn with_short_names(medium: &Medium<'_>, choices: &[Choice]) -> Vec<Choice> {
    let most_bytes = SHORT_NAME * medium.weigh("あ");
    let names: Vec<String> = choices.iter().map(|choice| medium.shorten(&choice.words, most_bytes)).collect();
    let is_alike = |name: &String| names.iter().filter(|other| *other == name).count() > 1;
    let named = |(choice, name): (&Choice, &String)| match is_group(choice) && is_alike(name) {
        true => choice.clone(),
        false => Choice { words: name.clone(), ..choice.clone() },
    };
    choices.iter().zip(&names).map(named).collect()
}

fn is_fixed_level(choice: &Choice) -> bool {
    choice.value.parse::<Visibility>().is_ok() && !is_group(choice)
}

fn is_group(choice: &Choice) -> bool {
    matches!(choice.value.parse(), Ok(Visibility::Group(_)))
}

/// Several forms with a few of the fields each, where the fields may be sent by themselves.
fn divided(medium: &Medium<'_>, form: &Form, room: usize) -> Option<Vec<Form>> {
    if !form.is_divisible {
        return None;
    }
    let is_hidden = |field: &&Field| matches!(field, Field::Hidden { .. });
    let along: Vec<Field> = form.fields.iter().filter(is_hidden).cloned().collect();
    let mut forms: Vec<Form> = Vec::new();
    for field in form.fields.iter().filter(|field| !is_hidden(field)) {
        if let Some(last) = forms.last_mut() {
            last.fields.push(field.clone());
            if weigh(medium, last) <= room {
                continue;
            }
            last.fields.pop();
        }
        forms.push(Form { fields: along.iter().chain([field]).cloned().collect(), ..form.clone() });
    }
    let fitted: Option<Vec<Vec<Form>>> =
        forms.iter().map(|form| whole_or_in_pieces(medium, form, room)).collect();
    fitted.map(|forms| forms.into_iter().flatten().collect())
}

fn areas(fields: &[Field]) -> Box<dyn Iterator<Item = &Area> + '_> {
    Box::new(fields.iter().flat_map(|field| -> Box<dyn Iterator<Item = &Area> + '_> {
        match field {
            Field::Area(area) => Box::new(std::iter::once(area)),
            Field::Together(fields) | Field::SpareFields(fields) => areas(fields),
            _ => Box::new(std::iter::empty()),
        }
    }))
}

fn leaves_mut(fields: &mut [Field]) -> Vec<&mut Field> {
    let mut leaves = Vec::new();
    for field in fields {
        match field {
            Field::Together(fields) | Field::SpareFields(fields) => leaves.extend(leaves_mut(fields)),
            field => leaves.push(field),
        }
    }
    leaves
}
