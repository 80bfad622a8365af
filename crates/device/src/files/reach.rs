//! Rules that no handset ever reaches: they read well, and do nothing.

use super::Fault;
use crate::{
    Headers,
    facts::{Dialect, Facts, specimens},
    resolve,
    tree::{Model, Node, Tree, When},
};

/// Profiles that are never tried, and conditions that never hold.
pub(super) fn profiles(tree: &Tree, faults: &mut Vec<Fault>) {
    for node in &tree.nodes {
        let children: Vec<&Node> = node.children.iter().map(|&child| &tree.nodes[child]).collect();
        for (at, child) in children.iter().enumerate() {
            let reason = contradiction(child, node).or_else(|| shadow(&children[..at], child));
            faults.extend(reason.and_then(|message| Some(Fault::new(child.origin.place()?, message))));
        }
    }
}

fn contradiction(child: &Node, parent: &Node) -> Option<String> {
    let why = child.when.as_ref()?.contradiction(parent.when.as_ref())?;
    Some(format!("`{}` is never reached: {why}", child.profile.name))
}

/// An earlier brother that takes whatever this one would.
fn shadow(brothers: &[&Node], child: &Node) -> Option<String> {
    let name = &child.profile.name;
    let open = When::default();
    let mine = child.when.as_ref().unwrap_or(&open);
    let first = brothers.iter().find(|brother| brother.when.as_ref().is_none_or(|when| when.covers(mine)))?;
    let why = match first.when {
        None => "above it has no `when`",
        Some(_) => "above it takes all that it would",
    };
    Some(format!("`{name}` is never reached: `{}` {why}", first.profile.name))
}

/// Rows of models that no User-Agent of their family's grammar leads to.
pub(super) fn models(tree: &Tree, faults: &mut Vec<Fault>) {
    for (token, model) in &tree.models {
        let message = unread(tree, token, model);
        faults.extend(message.and_then(|message| Some(Fault::new(model.origin.place()?, message))));
    }
}

fn unread(tree: &Tree, token: &str, model: &Model) -> Option<String> {
    let dialects = dialects(tree, model.node);
    let forms = dialects.iter().flat_map(|&dialect| specimens(dialect, token, model.cache_kb));
    let mut elsewhere = None;
    for form in forms {
        let headers = Headers::new(form.iter().map(|(name, value)| (*name, value.as_str())));
        if Facts::read(&headers).model.is_none_or(|read| read.value != token) {
            continue;
        }
        let at = resolve::decide(tree, &headers).at;
        if tree.family(at) == tree.family(model.node) {
            return None;
        }
        elsewhere = Some(&tree.nodes[at].profile.name);
    }
    Some(match elsewhere {
        Some(profile) => format!("`{token}` is never reached: its handsets are taken as `{profile}`"),
        None => format!("`{token}` is never reached: no User-Agent of its family names a model so"),
    })
}

/// The grammars whose handsets can come to this profile.
fn dialects(tree: &Tree, node: usize) -> Vec<Dialect> {
    let asked = tree.ancestors(node).find_map(|node| {
        tree.nodes[node].when.as_ref().map(When::dialects).filter(|dialects| !dialects.is_empty())
    });
    asked.unwrap_or(&Dialect::ALL).to_vec()
}
