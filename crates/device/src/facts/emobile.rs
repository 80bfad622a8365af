//! EMOBILE: `emobile/1.0.0 (H11T; like Gecko; Wireless) NetFront/3.4`, `Huawei/1.0/H12HW/B000 …`.

use super::{
    Facts,
    words::{bracket, up_to},
};

pub(super) fn speaks(user_agent: &str) -> bool {
    user_agent.starts_with("emobile/")
        || user_agent.starts_with("Huawei/1.0/H")
        || (user_agent.contains("like Gecko") && user_agent.contains("OpenBrowser"))
}

pub(super) fn read(facts: Facts<'_>) -> Facts<'_> {
    let model = match facts.user_agent.strip_prefix("Huawei/1.0/") {
        Some(rest) => Some(up_to(rest, &['/', ' '])),
        None => bracket(facts.user_agent).map(|inside| up_to(inside, &[';'])),
    };
    facts.with_model(model)
}
