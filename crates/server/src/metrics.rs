//! Figures for machines, on a listener of their own. No label ever names a person, an address or a page's words.

use std::time::Duration;

use actix_web::http::StatusCode;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};

use enishi_device::{DeviceProfile, FaceKind};

const REQUESTS: &str = "enishi_requests_total";
const SECONDS: &str = "enishi_request_seconds";
const BYTES: &str = "enishi_page_bytes";
const RUNG: &str = "enishi_pushes_total";
const PROFILES: &str = "enishi_device_profiles_sound";

/// Seconds a page may take, from a quick one to one that was given up.
const SECOND_BUCKETS: [f64; 9] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2.0, 10.0];
/// Bytes of a page: the budgets of handsets, and beyond.
const BYTE_BUCKETS: [f64; 8] = [1e3, 2e3, 5e3, 9e3, 20e3, 50e3, 100e3, 300e3];

/// Begins to count; gives what renders the figures. `None` if this process counts already.
pub fn start() -> anyhow::Result<Option<PrometheusHandle>> {
    use metrics_exporter_prometheus::Matcher;
    let recorder = PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Full(SECONDS.to_owned()), &SECOND_BUCKETS)?
        .set_buckets_for_metric(Matcher::Full(BYTES.to_owned()), &BYTE_BUCKETS)?
        .build_recorder();
    let handle = recorder.handle();
    let begun = metrics::set_global_recorder(recorder).is_ok();
    metrics::describe_counter!(REQUESTS, "Requests answered, by face, class of device and status.");
    metrics::describe_counter!(RUNG, "Messages to push services, by what became of them.");
    metrics::describe_histogram!(
        SECONDS,
        metrics::Unit::Seconds,
        "From the head of a request to its answer."
    );
    metrics::describe_histogram!(BYTES, metrics::Unit::Bytes, "Bodies of pages, by family of devices.");
    metrics::describe_gauge!(
        PROFILES,
        "1 while the device profiles on the disk are those in force, 0 after a faulty edit."
    );
    Ok(begun.then_some(handle))
}

/// A request was answered.
pub fn answered(profile: &DeviceProfile, status: StatusCode, took: Duration, bytes: Option<u64>) {
    let face = if profile.face == FaceKind::Keitai { "keitai" } else { "touch" };
    let class = profile.class.word();
    let status = status.as_str().to_owned();
    metrics::counter!(REQUESTS, "face" => face, "class" => class, "status" => status).increment(1);
    metrics::histogram!(SECONDS, "face" => face).record(took.as_secs_f64());
    if let Some(bytes) = bytes.filter(|bytes| *bytes > 0) {
        metrics::histogram!(BYTES, "family" => profile.family.clone()).record(bytes as f64);
    }
}

/// A push service was asked to ring a phone.
pub fn rung(outcome: &'static str) {
    metrics::counter!(RUNG, "outcome" => outcome).increment(1);
}

/// Whether the profiles on the disk are those in force.
pub fn profiles_are_sound(sound: bool) {
    metrics::gauge!(PROFILES).set(if sound { 1.0 } else { 0.0 });
}
