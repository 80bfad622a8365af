//! What messages cost, by the price list of whoever runs the site. The provider's bill is the last word.

use std::collections::BTreeMap;

/// The price of a message, by the two letters of its country.
#[derive(Clone, Debug, Default, PartialEq, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Prices {
    /// What the figures are in, as it is shown: `USD`, `円`.
    pub currency: String,
    /// Of one message, by country; `other` for all that are not named. Empty: nothing is said of money.
    pub countries: BTreeMap<String, f64>,
}

impl Prices {
    /// Whether anything can be said of money.
    pub fn are_known(&self) -> bool {
        !self.countries.is_empty()
    }

    /// What so many messages to a country cost; `None` without a price for it.
    pub fn of(&self, country: &str, messages: i64) -> Option<f64> {
        let price = self.countries.get(country).or_else(|| self.countries.get("other"))?;
        Some(price * messages as f64)
    }

    /// What all of these cost; `None` if the price of one is not known.
    pub fn sum<'a>(&self, messages: impl IntoIterator<Item = (&'a str, i64)>) -> Option<f64> {
        if !self.are_known() {
            return None;
        }
        messages.into_iter().map(|(country, sent)| self.of(country, sent)).sum()
    }

    /// An amount with its currency, to the cent.
    pub fn say(&self, amount: f64) -> String {
        format!("{amount:.2} {}", self.currency).trim_end().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_without_a_price_makes_no_sum() {
        let of = |list: &[(&str, f64)]| Prices {
            currency: "USD".to_owned(),
            countries: list.iter().map(|(country, price)| ((*country).to_owned(), *price)).collect(),
        };
        let sent = [("JP", 10), ("GB", 2)];
        assert_eq!(of(&[("JP", 0.5), ("GB", 0.25)]).sum(sent), Some(5.5));
        assert_eq!(of(&[("JP", 0.5), ("other", 1.0)]).sum(sent), Some(7.0));
        assert_eq!(of(&[("JP", 0.5)]).sum(sent), None);
        assert_eq!(of(&[]).sum([]), None);
        assert_eq!(of(&[]).say(5.5), "5.50 USD");
    }
}
