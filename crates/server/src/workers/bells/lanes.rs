//! The push services there are phones at, each with a turn of its own: what one does not answer holds up no other.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use tokio::task::JoinSet;

use super::lane::Lane;

/// Beyond so many, services that nothing waits for are forgotten.
const MOST_KEPT: usize = 256;

#[derive(Default)]
pub struct Lanes {
    by_service: RefCell<HashMap<String, Rc<Lane>>>,
    at_work: RefCell<JoinSet<()>>,
}

impl Lanes {
    /// Carries out some work at a push service, beside whatever is under way at this one and others.
    pub fn send<F: Future<Output = ()> + 'static>(&self, service: String, work: impl FnOnce(Rc<Lane>) -> F) {
        let lane = self.lane(service);
        let mut at_work = self.at_work.borrow_mut();
        while at_work.try_join_next().is_some() {}
        at_work.spawn_local(work(lane));
    }

    /// Lets what was sent come to its end, and nothing begin any more.
    pub async fn close(&self) {
        self.by_service.borrow().values().for_each(|lane| lane.close());
        let mut at_work = self.at_work.take();
        while at_work.join_next().await.is_some() {}
    }

    fn lane(&self, service: String) -> Rc<Lane> {
        let mut all = self.by_service.borrow_mut();
        if all.len() >= MOST_KEPT {
            all.retain(|_, lane| lane.is_busy());
        }
        // Names can be made up; those that find no room share one turn.
        let has_room = all.len() < MOST_KEPT || all.contains_key(&service);
        let service = if has_room { service } else { String::new() };
        Rc::clone(all.entry(service).or_insert_with(|| Rc::new(Lane::new())))
    }
}
