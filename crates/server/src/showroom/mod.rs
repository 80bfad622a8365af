//! The phone on the screen: pages of a made-up site, fetched inside the program as any phone would get them.
//!
//! Whoever runs a site may see how its pages look on a phone, and no member's page: what stands on them here is the demo
//! cast's, in a store of its own. The program that answers is the one that runs, with the profiles in force or with
//! those of a change that is being tried.

mod hand;
mod look;
mod room;
mod sample;
mod tries;

use std::sync::Arc;

use actix_web::web;
use tokio::sync::OnceCell;

pub use hand::Simulated;
pub use look::{Look, Shown};
pub use sample::Sample;
pub use tries::Tries;

use crate::config::Config;
use crate::error::PageError;

/// What there is to show, made when somebody first looks.
#[derive(Default)]
pub struct Showroom {
    sample: OnceCell<Arc<Sample>>,
    /// Changes of profiles that were tried and not saved.
    pub tries: Tries,
}

impl Showroom {
    /// The made-up site.
    pub async fn sample(&self, config: &Config) -> Result<Arc<Sample>, PageError> {
        let made = self.sample.get_or_try_init(|| async {
            let config = config.clone();
            let made = web::block(move || Sample::make(&config)).await;
            let made = made.map_err(|error| PageError::Fault(format!("the sample site: {error}")))?;
            made.map(Arc::new).map_err(|error| PageError::Fault(format!("the sample site: {error:#}")))
        });
        Ok(Arc::clone(made.await?))
    }
}
