//! One phone on its way past every page.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use enishi_device::DeviceProfile;
use enishi_testkit::cast::PASSWORD;
use enishi_testkit::phone::{Model, Page, Phone};

use super::judge;
use super::table::Row;
use super::tour::{Stop, Tour};
use super::valid::Copies;
use crate::program::{Program, place_of};

/// Addresses that lead elsewhere as long as nothing waits there, and where to. With something waiting they are walked
/// in `door`.
const LEADS_ON: [(&str, &str); 10] = [
    ("/signup/code", "/signup"),
    ("/signup/profile", "/signup"),
    ("/login/code", "/login"),
    ("/login/other", "/login"),
    ("/login/forgot/code", "/login/forgot"),
    ("/login/forgot/proof", "/login/forgot"),
    ("/login/forgot/friends", "/login/forgot"),
    ("/login/forgot/password", "/login/forgot"),
    ("/me/security/number/code", "/me/security/number"),
    ("/me/again", "/me/security"),
];
/// Where the password is asked for again.
const AGAIN: &str = "/me/again";
/// Of addresses that differ in their ids and figures alone, so many are walked.
const OF_ONE_SHAPE: usize = 2;
/// No page has more parts.
const MOST_PARTS: usize = 120;

/// A phone of one profile, and what was seen with it.
pub struct Walk<'w> {
    pub program: &'w Program,
    tour: &'w Tour,
    copies: &'w Copies,
    model: Model,
    profile: Arc<DeviceProfile>,
    row: Row,
    walked: BTreeSet<String>,
    shapes: BTreeMap<String, usize>,
    ahead: VecDeque<String>,
    pictures: BTreeMap<String, usize>,
    faults: Vec<String>,
}

impl<'w> Walk<'w> {
    pub fn of(
        program: &'w Program,
        tour: &'w Tour,
        copies: &'w Copies,
        model: Model,
        profile: Arc<DeviceProfile>,
    ) -> Walk<'w> {
        let row = Row::of(&profile);
        let (walked, shapes, ahead) = (BTreeSet::new(), BTreeMap::new(), VecDeque::new());
        let (pictures, faults) = (BTreeMap::new(), Vec::new());
        Walk { program, tour, copies, model, profile, row, walked, shapes, ahead, pictures, faults }
    }

    /// A phone nobody has used yet.
    pub fn phone(&self) -> Phone {
        self.program.phone(self.model)
    }

    /// Past the pages of the door.
    pub fn as_guest(&mut self) {
        let mut phone = self.phone();
        phone.get("/");
        self.past(&mut phone, true);
        self.walked.clear();
    }

    /// Past hanako's pages, and on by every kind of link that stands on them; then out.
    pub fn as_member(&mut self) {
        let mut phone = self.program.phone_of("hanako", self.model);
        self.ahead.clear();
        self.past(&mut phone, false);
        let menu = ["/menu", "/me/settings"].map(|path| phone.get(path));
        let out = menu.iter().find_map(|page| page.find_form("/logout"));
        if let Some(form) = out {
            phone.submit(&form);
        }
    }

    fn past(&mut self, phone: &mut Phone, is_guests: bool) {
        let tour = self.tour;
        for stop in tour.stops(is_guests) {
            self.every_part(phone, &stop.path, Some(stop));
        }
        while let Some(next) = self.ahead.pop_front() {
            self.every_part(phone, &next, None);
        }
    }

    /// A page that was reached by a form.
    pub fn see(&mut self, phone: &mut Phone, page: &Page, expected: &str) {
        if place_of(page) != expected {
            self.fault(page, &format!("this is not {expected}"));
        }
        self.look(phone, page);
        self.turn(phone, page.clone());
    }

    fn every_part(&mut self, phone: &mut Phone, path: &str, stop: Option<&Stop>) {
        if !self.walked.insert(path.to_owned()) {
            return;
        }
        // The page that leads off the site knows no token, and a phone without cookies keeps none of its.
        let mut page = phone.clone().get(path);
        let asked = path.split('?').next().unwrap_or_default();
        if place_of(&page) == AGAIN && asked != AGAIN {
            self.look(phone, &page);
            page = phone.submit(&page.form(AGAIN).fill("password", PASSWORD));
        }
        // What was asked for may stand right behind the password, at its address.
        let is_behind = place_of(&page) == AGAIN && page.find_form(AGAIN).is_none();
        let came = if is_behind { asked.to_owned() } else { place_of(&page) };
        let leads_on = LEADS_ON.iter().any(|(from, to)| *from == asked && *to == came);
        if came != asked && !leads_on {
            self.fault(&page, &format!("{path} leads to {came}"));
        }
        if page.status != 200 {
            let pattern = stop.map_or("", |stop| stop.pattern.as_str());
            self.fault(&page, &format!("{} for {path} {pattern}", page.status));
        }
        self.look(phone, &page);
        self.turn(phone, page);
    }

    /// The parts after the first, by the link that a reader follows.
    fn turn(&mut self, phone: &mut Phone, mut page: Page) {
        for number in 2..MOST_PARTS {
            let Some(next) = page.links().find(|link| link.ends_with(&format!("p={number}"))) else { return };
            page = phone.clone().get(&next);
            if page.status != 200 {
                return self.fault(&page, &format!("{} for part {number}", page.status));
            }
            self.look(phone, &page);
        }
        self.fault(&page, "it never ends");
    }

    fn look(&mut self, phone: &mut Phone, page: &Page) {
        let seen = judge::page(page, &self.profile, self.tour);
        for fault in seen.faults {
            self.fault(page, &fault);
        }
        for address in seen.leads {
            match crate::program::without_token(&address).starts_with("/pictures/") {
                // One too heavy for the page, behind its words.
                true => drop(self.picture(phone, page, &address)),
                false => self.note(&address),
            }
        }
        let pictures: usize = seen.pictures.iter().map(|address| self.picture(phone, page, address)).sum();
        self.row.count(page.body.len(), pictures);
        if page.body.len() + pictures > self.profile.total_bytes {
            let total = page.body.len() + pictures;
            self.fault(page, &format!("{total} of {} bytes with pictures", self.profile.total_bytes));
        }
        if let Some(copy) = seen.copy {
            self.copies.add(format!("{} {}", self.model.name, place_of(page)), copy);
        }
    }

    /// What a picture weighs; each is fetched once.
    fn picture(&mut self, phone: &mut Phone, page: &Page, address: &str) -> usize {
        let name = crate::program::without_token(address);
        if let Some(bytes) = self.pictures.get(&name) {
            return *bytes;
        }
        let picture = phone.clone().fetch(&enishi_testkit::phone::Request::get(address));
        for fault in judge::picture(&picture, &self.profile) {
            self.fault(page, &format!("{fault} ({name})"));
        }
        self.pictures.insert(name, picture.body.len());
        picture.body.len()
    }

    /// Remembers an address of a kind that has not been walked often enough.
    fn note(&mut self, address: &str) {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let names: Vec<&str> = query.split('&').filter_map(|pair| pair.split('=').next()).collect();
        if names.iter().any(|name| ["p", "face", "lang", "done"].contains(name)) {
            return;
        }
        let Some(route) = self.tour.route_of("GET", path) else { return };
        let times = self.shapes.entry(format!("{route}?{}", names.join("&"))).or_insert(0);
        if *times < OF_ONE_SHAPE && !self.walked.contains(address) {
            *times += 1;
            self.ahead.push_back(address.to_owned());
        }
    }

    pub fn fault(&mut self, page: &Page, what: &str) {
        self.faults.push(format!("{} {}: {what}", self.model.name, page.path));
    }

    pub fn finish(self) -> (Row, Vec<String>) {
        (self.row, self.faults)
    }
}
