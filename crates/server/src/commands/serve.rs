//! `enishi serve`: brings the tables up to date, then answers until told to stop.

use std::net::SocketAddr;
use std::process::ExitCode;
use std::rc::Rc;
use std::sync::Arc;

use actix_web::body::MessageBody;
use actix_web::dev::{ServerHandle, ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_LENGTH, HeaderValue, STRICT_TRANSPORT_SECURITY, TRANSFER_ENCODING};
use actix_web::middleware::{Next, from_fn};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, Route, guard, web};
use anyhow::Context;
use enishi_core::session::Door;

use crate::answer::{BARE, secured};
use crate::cli::print;
use crate::config::Config;
use crate::dispatch::dispatch;
use crate::listen::{Crowd, Doors, Watch};
use crate::log;
use crate::metrics;
use crate::routes::{Routes, serve_asset};
use crate::site::Site;
use crate::workers;

/// Serves until a signal says stop.
pub fn run(config: Config) -> anyhow::Result<ExitCode> {
    log::start(&config.log);
    let site = Site::open(config)?;
    serve(site, |_| ())
}

/// Serves an opened site. `told` is called once with the address it answers at.
pub fn serve(site: Site, told: impl FnOnce(&str)) -> anyhow::Result<ExitCode> {
    actix_web::rt::System::new().block_on(async move {
        let site = web::Data::from(Arc::new(site));
        let at_work = workers::start(Arc::clone(&site));
        let (doors, address) = open_doors(&site)?;
        let address = format!("http://{address}");
        print(format_args!("listening on {address} ({} database)", site.store.engine_name()));
        told(&address);
        let figures = open_figures(&site.config.server.metrics_listen)?;
        doors.serve().await?;
        if let Some(figures) = figures {
            figures.stop(true).await;
        }
        at_work.stop().await;
        Ok(ExitCode::SUCCESS)
    })
}

/// Figures for machines have a listener of their own, so that no proxy shows them to the world by mistake.
fn open_figures(listen: &str) -> anyhow::Result<Option<ServerHandle>> {
    if listen.is_empty() {
        return Ok(None);
    }
    let Some(figures) = metrics::start()? else { return Ok(None) };
    let server = HttpServer::new(move || {
        let figures = figures.clone();
        let show = move || std::future::ready(figures.render());
        App::new().route("/metrics", web::get().to(show))
    })
    .workers(1)
    .disable_signals()
    .bind(listen)
    .with_context(|| format!("[server] metrics_listen: cannot listen on {listen:?}"))?;
    let addresses = server.addrs();
    let running = server.run();
    let handle = running.handle();
    actix_web::rt::spawn(running);
    for address in addresses {
        print(format_args!("figures on http://{address}/metrics"));
    }
    Ok(Some(handle))
}

fn open_doors(site: &web::Data<Site>) -> anyhow::Result<(Doors, SocketAddr)> {
    let server = &site.config.server;
    let crowd = Crowd::new(server.line.sockets_per_client, site.config.trusted_proxies());
    let shared = (site.clone(), web::Data::new(Routes::new()));
    let house = move |door: Door| {
        let shared = shared.clone();
        move || {
            App::new()
                .wrap(from_fn(watched))
                .app_data(door)
                .app_data(shared.0.clone())
                .app_data(shared.1.clone())
                .route("/healthz", looks().to(healthy))
                .route("/readyz", looks().to(ready))
                .route("/robots.txt", looks().to(robots))
                .route("/assets/{file}", looks().to(assets))
                .default_service(web::to(dispatch))
        }
    };
    let doors = Doors::new(server.line, server.workers, crowd);
    let (doors, address) = doors.open(server.listen, house(Door::Site))?;
    if server.legacy_listen.is_empty() {
        return Ok((doors, address));
    }
    let legacy = server.legacy_listen.parse().context("[server] legacy_listen is no address with a port")?;
    let (doors, plain) = doors.open(legacy, house(Door::Legacy))?;
    print(format_args!("handsets without TLS on http://{plain}, with fewer rights"));
    Ok((doors, address))
}

/// Around every request: its line learns when it begins and ends, and over TLS a browser is told never to come
/// without it again.
async fn watched(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let watch = request.request().conn_data::<Rc<Watch>>().cloned();
    let has_body = [CONTENT_LENGTH, TRANSFER_ENCODING]
        .iter()
        .any(|name| request.headers().get(name).is_some_and(|value| value != "0"));
    let is_https = request.app_data::<web::Data<Site>>().is_some_and(|site| site.config.is_https());
    let is_https = is_https && request.app_data::<Door>() != Some(&Door::Legacy);
    watch.iter().for_each(|watch| watch.begin(has_body));
    let answered = next.call(request).await;
    watch.iter().for_each(|watch| watch.finish());
    let mut answered = answered?;
    if is_https {
        let always = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        answered.headers_mut().insert(STRICT_TRANSPORT_SECURITY, always);
    }
    Ok(answered)
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

/// Nothing here is for search engines: all of it is for members, and an address may hold a session.
async fn robots() -> HttpResponse {
    secured(StatusCode::OK, BARE)
        .content_type("text/plain; charset=utf-8")
        .body("User-agent: *\nDisallow: /\n")
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
