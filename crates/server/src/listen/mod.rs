//! The doors of the house: sockets are taken in here, watched, and handed to the one service behind them.
//!
//! actix's own `HttpServer` limits the time of a connection's first request alone, the size of a head at 128 KB, and
//! neither sockets of one address nor slow readers; a kept-alive connection that sends half a request would stay for
//! good. So every socket is wrapped in a [`Line`], which knows how long each side may take and how much may come.

mod crowd;
mod descriptors;
mod line;
mod refusals;
mod rules;
mod scan;
mod watch;

use std::net::SocketAddr;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use actix_http::{Extensions, HttpService, KeepAlive, Request};
use actix_server::{Server, ServerBuilder};
use actix_service::{IntoServiceFactory, ServiceFactory, ServiceFactoryExt, fn_service, map_config};
use actix_web::body::MessageBody;
use actix_web::dev::{AppConfig, Response};
use actix_web::{Error, rt::net::TcpStream};
use anyhow::Context;

pub use crowd::Crowd;
pub use line::Line;
pub use rules::LineRules;
pub use watch::Watch;

/// A server under construction: workers, and how long a stop may take.
pub struct Doors {
    builder: ServerBuilder,
    rules: LineRules,
    crowd: Arc<Crowd>,
}

impl Doors {
    /// With no door yet. `workers` 0 means one a core.
    pub fn new(rules: LineRules, workers: usize, crowd: Crowd) -> Doors {
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        let workers = if workers == 0 { cores } else { workers };
        let most = descriptors::raise_for(rules.sockets);
        let builder = Server::build()
            .workers(workers)
            .max_concurrent_connections((most / workers).max(1))
            .shutdown_timeout(rules.stop_seconds);
        Doors { builder, rules, crowd: Arc::new(crowd) }
    }

    /// Opens a door that leads to the service `make` makes, once a worker. Gives back the address it listens at.
    pub fn open<M, I, S, B>(mut self, address: SocketAddr, make: M) -> anyhow::Result<(Doors, SocketAddr)>
    where
        M: Fn() -> I + Send + Clone + 'static,
        I: IntoServiceFactory<S, Request>,
        S: ServiceFactory<Request, Config = AppConfig> + 'static,
        S::Error: Into<Error> + 'static,
        S::InitError: std::fmt::Debug,
        S::Response: Into<Response<B>> + 'static,
        <S::Service as actix_service::Service<Request>>::Future: 'static,
        S::Service: 'static,
        B: MessageBody + 'static,
    {
        let listener =
            std::net::TcpListener::bind(address).with_context(|| format!("cannot listen on {address}"))?;
        let bound = listener.local_addr()?;
        let (rules, crowd, stop) =
            (self.rules, Arc::clone(&self.crowd), self.builder.graceful_shutdown_signal());
        self.builder = self.builder.listen(format!("door {bound}"), listener, move || {
            let (crowd, stop) = (Arc::clone(&crowd), stop.clone());
            let pages = make().into_factory().map_err(|why: S::Error| why.into().error_response());
            let http = HttpService::build()
                .keep_alive(KeepAlive::Timeout(Duration::from_secs(rules.idle_seconds)))
                .client_request_timeout(Duration::ZERO)
                .client_disconnect_timeout(Duration::from_secs(3))
                .local_addr(bound)
                .graceful_shutdown_signal(move || {
                    let stop = stop.clone();
                    async move { stop.notified().await }
                })
                .on_connect_ext(|line: &Line, data: &mut Extensions| {
                    data.insert(Rc::clone(line.watch()));
                })
                .h1(map_config(pages, |()| AppConfig::default()));
            fn_service(move |socket: TcpStream| {
                let line = Line::take(socket, rules, &crowd);
                async move { line.map_err(actix_http::error::DispatchError::Io) }
            })
            .and_then(http)
        })?;
        Ok((self, bound))
    }

    /// Answers until a signal says stop; what is under way is finished first.
    pub fn serve(self) -> Server {
        self.builder.run()
    }
}
