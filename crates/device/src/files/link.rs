//! Ties profiles to their parents and models to their profiles, and inherits.

use std::{
    collections::{HashMap, hash_map::Entry},
    sync::Arc,
};

use super::{
    Fault, limits,
    nearest::nearest,
    raw::{Document, RawModel, RawProfile},
    reach,
};
use crate::tree::{Model, Node, Origin, Tree, When, WordBook};

/// The tree, if the profiles make one; what is wrong with it is added to the faults.
pub(super) fn link(documents: Vec<Document>, faults: &mut Vec<Fault>) -> Option<Tree> {
    let (mut profiles, mut models, mut crawlers) = (Vec::new(), Vec::new(), Vec::new());
    for document in documents {
        profiles.extend(document.profiles);
        models.extend(document.models);
        crawlers.extend(document.crawlers);
    }
    let parents = parents(&profiles, faults)?;
    let nodes = inherit(profiles, &parents, faults)?;
    let (by_name, words) = (names(&nodes), WordBook::default());
    let mut tree = Tree { by_name, nodes, models: HashMap::new(), crawlers, words };
    tree.words = number_words(&mut tree, faults)?;
    tree.nodes.iter().for_each(|node| limits::check(node, faults));
    reach::profiles(&tree, faults);
    models.into_iter().for_each(|model| add_model(&mut tree, model, faults));
    reach::models(&tree, faults);
    Some(tree)
}

fn number_words(tree: &mut Tree, faults: &mut Vec<Fault>) -> Option<WordBook> {
    let of_profiles = tree.nodes.iter_mut().filter_map(|node| node.when.as_mut()).flat_map(When::words_mut);
    let book = WordBook::compile(of_profiles.chain(tree.crawlers.iter_mut().map(|word| &mut word.word)));
    if book.is_none() {
        let place = tree.nodes.first().and_then(|root| root.origin.place());
        faults
            .extend(place.map(|place| Fault::new(place, "the words of `contains` and `lacks` are too many")));
    }
    book
}

/// For each profile the place of its parent; the first profile is the root.
fn parents(profiles: &[RawProfile], faults: &mut Vec<Fault>) -> Option<Vec<Option<usize>>> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut parents = Vec::with_capacity(profiles.len());
    let before = faults.len();
    for (place, profile) in profiles.iter().enumerate() {
        let fault = |message: String| Fault::new(&profile.place, message);
        let parent = profile.inherits.as_deref().map(|name| (name, places.get(name).copied()));
        match parent {
            None if place > 0 => faults.push(fault(format!("`{}` needs `inherits`", profile.name))),
            Some((name, None)) => faults.push(
                fault(format!("`{}` inherits from `{name}`, which does not stand above it", profile.name))
                    .suggest(nearest(name, places.keys().copied())),
            ),
            _ => {}
        }
        parents.push(parent.and_then(|(_, place)| place));
        if let Some(first) = places.insert(&profile.name, place) {
            let first = &profiles[first].place;
            faults.push(fault(format!("a second profile is named `{}`; the first is {first}", profile.name)));
        }
    }
    (faults.len() == before && !profiles.is_empty()).then_some(parents)
}

/// Parents stand above their children, so one pass from the top completes them all.
fn inherit(
    profiles: Vec<RawProfile>,
    parents: &[Option<usize>],
    faults: &mut Vec<Fault>,
) -> Option<Vec<Node>> {
    let mut nodes: Vec<Node> = Vec::with_capacity(profiles.len());
    for (place, (raw, &parent)) in profiles.into_iter().zip(parents).enumerate() {
        let mut settings = raw.settings;
        if let Some(parent) = parent {
            settings.inherit(&nodes[parent].settings);
            nodes[parent].children.push(place);
        }
        let family = match parent {
            Some(parent) if parent > 0 => nodes[parent].profile.family.clone(),
            _ => raw.name.to_string(),
        };
        let Some(profile) = settings.complete(&raw.name, &family) else {
            // Only the root can lack anything; all others inherit from it.
            let missing = settings.missing().into_iter();
            faults.extend(
                missing.map(|key| Fault::new(&raw.place, format!("`{}` must set `{key}`", raw.name))),
            );
            return None;
        };
        let origin = Origin::File { place: raw.place, name: raw.name };
        let profile = Arc::new(profile);
        nodes.push(Node { profile, settings, when: raw.when, parent, children: Vec::new(), origin });
    }
    Some(nodes)
}

fn names(nodes: &[Node]) -> HashMap<String, usize> {
    nodes.iter().enumerate().map(|(place, node)| (node.profile.name.clone(), place)).collect()
}

fn add_model(tree: &mut Tree, raw: RawModel, faults: &mut Vec<Fault>) {
    let Some(&node) = tree.by_name.get(&raw.profile) else {
        let suggestion = nearest(&raw.profile, tree.by_name.keys().map(String::as_str));
        let fault = Fault::new(&raw.profile_place, format!("no profile is named `{}`", raw.profile));
        return if !faults.contains(&fault.clone().suggest(suggestion)) {
            faults.push(fault.suggest(suggestion))
        };
    };
    let origin = Origin::File { place: raw.place.clone(), name: raw.token.as_str().into() };
    let (name, cache_kb, settings) = (raw.name, raw.cache_kb, raw.settings);
    limits::check_row(&settings, &raw.place, faults);
    match tree.models.entry(raw.token) {
        Entry::Vacant(entry) => drop(entry.insert(Model { node, name, cache_kb, settings, origin })),
        Entry::Occupied(entry) => {
            let message = format!("a second row for `{}`; the first is {}", entry.key(), entry.get().origin);
            faults.push(Fault::new(&raw.place, message));
        }
    }
}
