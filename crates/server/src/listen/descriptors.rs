//! How many files and sockets the system lets this program hold.

use rustix::process::{Resource, getrlimit, setrlimit};

/// Kept for the database, pictures and logs.
const FOR_FILES: usize = 256;

/// Asks the system for enough descriptors for so many sockets; gives the number of sockets there is room for.
pub fn raise_for(sockets: usize) -> usize {
    let mut limit = getrlimit(Resource::Nofile);
    let wanted = (sockets + FOR_FILES) as u64;
    if limit.current.is_some_and(|current| current < wanted) {
        limit.current = Some(limit.maximum.map_or(wanted, |most| most.min(wanted)));
        let _ = setrlimit(Resource::Nofile, limit);
    }
    let allowed = getrlimit(Resource::Nofile).current.map_or(wanted, |current| current.min(wanted)) as usize;
    if allowed < sockets + FOR_FILES {
        tracing::warn!(allowed, sockets, "the system allows fewer sockets than [server] sockets asks for");
    }
    allowed.saturating_sub(FOR_FILES).max(FOR_FILES / 4).min(sockets)
}
