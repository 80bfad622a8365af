//! `enishi serve`: brings the tables up to date, then answers until told to stop.

use std::io::IsTerminal;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use actix_web::http::StatusCode;
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, Route, guard, web};
use anyhow::Context;

use crate::answer::{BARE, secured};
use crate::cli::print;
use crate::config::Config;
use crate::dispatch::dispatch;
use crate::routes::{Routes, serve_asset};
use crate::site::Site;
use crate::workers;

/// Serves until a signal says stop.
pub fn run(config: Config) -> anyhow::Result<ExitCode> {
    start_log();
    let site = Site::open(config)?;
    serve(site, |_| ())
}

/// Lines of log on standard error; `RUST_LOG` chooses how many.
pub fn start_log() {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info,actix_server=warn"));
    let _ = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .try_init();
}

/// Serves an opened site. `told` is called once with the address it answers at.
pub fn serve(site: Site, told: impl FnOnce(&str)) -> anyhow::Result<ExitCode> {
    actix_web::rt::System::new().block_on(async move {
        let (listen, workers) = (site.config.server.listen, site.config.server.workers);
        let site = web::Data::from(Arc::new(site));
        let routes = web::Data::new(Routes::new());
        let at_work = workers::start(Arc::clone(&site));
        let shared = (site.clone(), routes.clone());
        let mut server = HttpServer::new(move || {
            App::new()
                .app_data(shared.0.clone())
                .app_data(shared.1.clone())
                .route("/healthz", looks().to(healthy))
                .route("/readyz", looks().to(ready))
                .route("/assets/{file}", looks().to(assets))
                .default_service(web::to(dispatch))
        })
        .client_request_timeout(Duration::from_secs(10))
        .keep_alive(Duration::from_secs(60))
        .shutdown_timeout(10);
        if workers > 0 {
            server = server.workers(workers);
        }
        let server = server.bind(listen).with_context(|| format!("cannot listen on {listen}"))?;
        let address = server.addrs().first().map(|bound| format!("http://{bound}")).unwrap_or_default();
        print(format_args!("listening on {address} ({} database)", site.store.engine_name()));
        told(&address);
        server.run().await?;
        at_work.stop().await;
        Ok(ExitCode::SUCCESS)
    })
}

fn looks() -> Route {
    web::route().guard(guard::Any(guard::Get()).or(guard::Head()))
}

async fn assets(request: HttpRequest, site: web::Data<Site>) -> HttpResponse {
    serve_asset(&site, request.path())
}

/// 200 as long as the program runs.
async fn healthy() -> HttpResponse {
    secured(StatusCode::OK, BARE).content_type("text/plain; charset=utf-8").body("ok\n")
}

/// 200 when the database answers, 503 when it does not.
async fn ready(site: web::Data<Site>) -> HttpResponse {
    let store = site.store.clone();
    let asked = web::block(move || store.read(enishi_core::secrets::has_been_claimed)).await;
    let (status, said) = match asked {
        Ok(Ok(_)) => (StatusCode::OK, "ready\n"),
        _ => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n"),
    };
    secured(status, BARE).content_type("text/plain; charset=utf-8").body(said)
}
