//! Where an answer is due: a nation of the United Kingdom, or a member state of the European Union (TIME-4).
//!
//! It is the place of the office that acts, not the home of the person who asks. It decides whose holidays count and
//! which of the two laws the clock follows.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A part of the United Kingdom with bank holidays of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Nation {
    /// One calendar for both countries.
    #[serde(rename = "EW")]
    EnglandAndWales,
    /// Keeps 2 January, an early August holiday and St Andrew's Day; not Easter Monday.
    #[serde(rename = "SC")]
    Scotland,
    /// Keeps St Patrick's Day and 12 July besides those of England and Wales.
    #[serde(rename = "NI")]
    NorthernIreland,
}

impl Nation {
    /// Every nation, in the order lists show them.
    pub const ALL: [Self; 3] = [Self::EnglandAndWales, Self::Scotland, Self::NorthernIreland];

    /// The stable code: `EW`, `SC` or `NI`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::EnglandAndWales => "EW",
            Self::Scotland => "SC",
            Self::NorthernIreland => "NI",
        }
    }

    /// The nation of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|nation| nation.code() == code)
    }

    /// The name as people read it: "England and Wales".
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::EnglandAndWales => "England and Wales",
            Self::Scotland => "Scotland",
            Self::NorthernIreland => "Northern Ireland",
        }
    }
}

/// A member state of the European Union whose holidays are shipped (TIME-EU).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum MemberState {
    /// Ireland.
    #[serde(rename = "IE")]
    Ireland,
    /// France, without the two local days of Alsace and Moselle.
    #[serde(rename = "FR")]
    France,
}

impl MemberState {
    /// Every member state shipped.
    pub const ALL: [Self; 2] = [Self::Ireland, Self::France];

    /// The stable code: `IE` or `FR`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ireland => "IE",
            Self::France => "FR",
        }
    }

    /// The member state of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// The name as people read it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ireland => "Ireland",
            Self::France => "France",
        }
    }
}

/// The place in which an answer is due, and with it the law that is counted. Stored as its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Place {
    /// The UK GDPR, with the holidays of this nation.
    Uk(Nation),
    /// The EU GDPR, with the holidays of this member state.
    Eu(MemberState),
}

impl Place {
    /// Every place shipped.
    pub const ALL: [Self; 5] = [
        Self::Uk(Nation::EnglandAndWales),
        Self::Uk(Nation::Scotland),
        Self::Uk(Nation::NorthernIreland),
        Self::Eu(MemberState::Ireland),
        Self::Eu(MemberState::France),
    ];

    /// The stable code of the nation or member state; no two places share one.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Uk(nation) => nation.code(),
            Self::Eu(state) => state.code(),
        }
    }

    /// The place of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|place| place.code() == code)
    }

    /// The name as people read it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Uk(nation) => nation.name(),
            Self::Eu(state) => state.name(),
        }
    }

    /// Whether UK law is counted.
    #[must_use]
    pub const fn is_uk(self) -> bool {
        matches!(self, Self::Uk(_))
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_found_by_its_code() {
        for place in Place::ALL {
            assert_eq!(Place::from_code(place.code()), Some(place));
        }
        assert_eq!(Place::from_code("ew"), None);
        assert_eq!(Nation::from_code("SC"), Some(Nation::Scotland));
        assert_eq!(MemberState::from_code("EW"), None);
    }

    #[test]
    fn stored_names_are_the_codes() {
        for nation in Nation::ALL {
            assert_eq!(serde_json::to_value(nation).unwrap(), nation.code());
        }
        for state in MemberState::ALL {
            assert_eq!(serde_json::to_value(state).unwrap(), state.code());
        }
        for place in Place::ALL {
            assert_eq!(serde_json::to_value(place).unwrap(), place.code());
            assert_eq!(serde_json::from_value::<Place>(place.code().into()).unwrap(), place);
        }
    }
}
