//! Row 76: everything the author has, by level, on every surface, looked at by everybody, on both faces, cold and
//! warm. Not one cell may be wrong.

use std::collections::BTreeSet;

use enishi_testkit::phone::{Model, Page, Phone};

use super::matrix_entries::{comment, entry, lists, page_photos};
use super::matrix_places::{places, speak};
use super::matrix_search::search;
use super::stage::{FACES, LEVELS, PERSONAS, PLACES, Persona, SAID, Stage, WORDS};
use crate::program::{Program, demos};

/// What was counted and what was wrong.
#[derive(Default)]
pub struct Tally {
    cells: usize,
    wrong: Vec<String>,
}

/// Where a cell stands.
pub struct Seat<'a> {
    pub program: &'a Program,
    pub stage: &'a Stage,
    pub persona: &'a Persona,
    pub model: Model,
    pub pass: &'static str,
}

impl Tally {
    /// Counts a cell about what is of a level.
    pub fn see(&mut self, seat: &Seat<'_>, surface: &str, level: usize, expected: bool, shown: bool) {
        self.see_of(seat, surface, LEVELS[level], expected, shown);
    }

    /// Counts a cell about anything.
    pub fn see_of(&mut self, seat: &Seat<'_>, surface: &str, what: &str, expected: bool, shown: bool) {
        self.cells += 1;
        if expected != shown {
            let (who, pass, engine) = (seat.persona.who, seat.pass, seat.program.engine);
            let verb = if shown { "sees" } else { "does not see" };
            let face = seat.model.name;
            self.wrong.push(format!("{who} {verb} {what} on {surface} ({face}, {pass}, {engine})"));
        }
    }

    /// Counts something that was asked and right.
    pub fn count(&mut self) {
        self.cells += 1;
    }

    /// Says how many cells there are; not one may be wrong.
    pub fn close(self, engine: &str, least: usize) {
        let (cells, wrong) = (self.cells, self.wrong.len());
        eprintln!("{engine}: {cells} cells, {wrong} wrong");
        assert!(wrong == 0, "{wrong} of {cells} cells:\n{}", self.wrong.join("\n"));
        assert!(cells > least, "only {cells} cells");
    }
}

/// Whether a page shows something of a level.
pub fn shows(page: &Page, level: usize, what: &str) -> bool {
    page.status == 200 && page.text().contains(&format!("{}{what}", WORDS[level]))
}

/// What a persona must not see: a word of each, and what it stands for.
fn hidden_from(persona: &Persona) -> Vec<(&'static str, &'static str)> {
    let levels = (0..5).filter(|level| !persona.sees[*level]).map(|level| (WORDS[level], LEVELS[level]));
    let places = (0..2).filter(|which| !persona.reads[*which]).map(|which| (SAID[which], PLACES[which]));
    levels.chain(places).collect()
}

/// Every page there is, with everything of the author's in its address.
fn everywhere(seat: &Seat<'_>, phone: &mut Phone, tally: &mut Tally) {
    let (hidden, mut walked) = (hidden_from(seat.persona), BTreeSet::new());
    for level in (0..5).filter(|level| !seat.persona.sees[*level]) {
        let routes = seat.stage.things(level).walk().into_iter();
        for (route, path) in routes.filter(|(route, _)| route.method == "GET") {
            // Leaving knows no session: a phone without cookies that goes there has left its own behind. And only the
            // addresses of entries differ by level.
            if route.pattern.starts_with("/leave/") || !walked.insert(path.clone()) {
                continue;
            }
            let text = phone.get(&path).text();
            hidden
                .iter()
                .for_each(|(word, what)| tally.see_of(seat, &path, what, false, text.contains(word)));
        }
    }
}

#[test]
fn attack_76_everybody_sees_what_is_open_to_them_and_nothing_else() {
    for program in demos() {
        let stage = Stage::set(&program);
        let mut tally = Tally::default();
        for persona in &PERSONAS {
            for model in FACES {
                let mut phone = persona.phone(&program, model);
                for pass in ["cold", "warm"] {
                    let seat = Seat { program: &program, stage: &stage, persona, model, pass };
                    lists(&seat, &mut phone, &mut tally);
                    page_photos(&seat, &mut phone, &mut tally);
                    (0..5).for_each(|level| entry(&seat, &mut phone, level, &mut tally));
                    places(&seat, &mut phone, &mut tally);
                    search(&seat, &mut phone, &mut tally);
                    if pass == "cold" {
                        everywhere(&seat, &mut phone, &mut tally);
                    } else {
                        (0..5).for_each(|level| comment(&seat, &mut phone, level, &mut tally));
                        speak(&seat, &mut phone, &mut tally);
                    }
                }
            }
        }
        tally.close(program.engine, 15_000);
    }
}
