//! Which handsets came, and what one of them gets.

use enishi_core::handset;
use enishi_device::Explanation;
use enishi_face::Form;
use enishi_face::desk::{DeskPage, DevicesPage, ProfileValue, Told};

use crate::answer::Answer;
use crate::profile_files::{ProfileFiles, said};
use crate::request::Ask;
use crate::routes::route::{Outcome, Readers, Route, handler};
use crate::workers;

pub fn routes() -> Vec<Route> {
    vec![Route::get("/operator/devices", Readers::Operator, handler!(show))]
}

async fn show(ask: &mut Ask) -> Outcome {
    workers::handsets::write_down(&ask.site).await;
    let today = ask.site.store.now().site_day(&ask.site.zone);
    let from = ask.query_id("from").unwrap_or(0);
    let seen = ask.read_at_desk(move |tx, _| Ok(handset::list(tx, today, from)?)).await?;
    let agent = ask.query("agent");
    let told = (!agent.is_empty()).then(|| tell(ask, &agent));
    let faults = ask.site.profiles.faults().iter().map(ToString::to_string).collect();
    let files = ask.site.profiles.dir().and_then(|dir| ProfileFiles::read(dir).ok());
    let files = files.map(|files| files.names()).unwrap_or_default();
    let form = Form::empty().with("agent", agent);
    let page = DevicesPage { seen, days: handset::DAYS.into(), faults, files, form, told };
    Ok(Answer::desk(DeskPage::Devices(Box::new(page))))
}

fn tell(ask: &Ask, agent: &str) -> Told {
    let profiles = ask.site.profiles.current();
    let Explanation { profile, rules } = profiles.explain_any(agent);
    let fields = serde_json::to_value(&profile).unwrap_or_default();
    let keys = ["name", "family", "model"].into_iter().chain(enishi_device::value_keys());
    // Files are named as they lie in the folder, whatever the path to it.
    let dir = ask.site.profiles.dir().map(|dir| format!("{}/", dir.display())).unwrap_or_default();
    let values = keys.map(|key| ProfileValue {
        key: key.to_owned(),
        value: said(fields.get(key)),
        rule: rules.get(key).map(|rule| rule.replacen(&dir, "", 1)).unwrap_or_default(),
    });
    let models = profiles.models_of(&profile.name).into_iter().map(str::to_owned).collect();
    let agent = agent.to_owned();
    Told { agent, words: profile.words(), values: values.collect(), models, profile: profile.name }
}
