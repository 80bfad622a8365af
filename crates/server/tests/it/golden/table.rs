//! What was walked, as a table: pages and the heaviest of them by profile.

use std::fmt::Write as _;

use enishi_device::{DeviceProfile, FaceKind};

/// One profile.
pub struct Row {
    name: String,
    is_keitai: bool,
    budget: usize,
    total_budget: usize,
    pages: usize,
    largest: usize,
    largest_total: usize,
}

impl Row {
    pub fn of(profile: &DeviceProfile) -> Row {
        Row {
            name: profile.name.clone(),
            is_keitai: profile.face == FaceKind::Keitai,
            budget: profile.page_bytes,
            total_budget: profile.total_bytes,
            pages: 0,
            largest: 0,
            largest_total: 0,
        }
    }

    /// Counts a page of so many bytes, and so many of pictures.
    pub fn count(&mut self, bytes: usize, pictures: usize) {
        self.pages += 1;
        self.largest = self.largest.max(bytes);
        self.largest_total = self.largest_total.max(bytes + pictures);
    }
}

/// All of them, in the order of the profiles.
pub fn of(mut rows: Vec<(usize, Row)>) -> String {
    rows.sort_by_key(|(number, _)| *number);
    let mut table =
        String::from("| profile | pages | largest | of | with pictures | of |\n|---|--:|--:|--:|--:|--:|\n");
    let mut pages = 0;
    for (_, row) in &rows {
        pages += row.pages;
        let budget = if row.is_keitai { row.budget.to_string() } else { "―".to_owned() };
        let _ = writeln!(
            table,
            "| {} | {} | {} | {budget} | {} | {} |",
            row.name, row.pages, row.largest, row.largest_total, row.total_budget
        );
    }
    let _ = writeln!(table, "{pages} golden pages on {} profiles", rows.len());
    table
}
