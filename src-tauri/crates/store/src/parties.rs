//! The same person in other cases. The store only finds who looks alike; that it *is* the same person is the DPO's
//! answer.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use casebook_cases::codes::Role;
use casebook_cases::{CaseId, PartyId, PersonId};
use casebook_personal::Personal;
use rusqlite::{Row, named_params};

use crate::names::{Name, NameFit};
use crate::projections::Keys;
use crate::visible::SecretCases;
use crate::{Error, Store, columns};

/// How somebody is named and reached, as far as known; each may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Described {
    /// The name.
    pub name: Personal<String>,
    /// The e-mail address.
    pub email: Personal<String>,
    /// The postal address.
    pub address: Personal<String>,
}

/// Somebody in a case who looks like the person described.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LooksAlike {
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub reference: String,
    /// The party.
    pub party: PartyId,
    /// The person this party is.
    pub person: PersonId,
    /// What they are in that case.
    pub role: Role,
    /// How far the name agrees.
    pub by_name: NameFit,
    /// The e-mail address is the same.
    pub by_email: bool,
    /// The postcode is the same.
    pub by_postcode: bool,
}

impl LooksAlike {
    /// How much is alike. A postcode is shared by neighbours, a name by strangers, an e-mail address by hardly anybody.
    fn weight(&self) -> u32 {
        let name = match self.by_name {
            NameFit::No => 0,
            NameFit::Similar => 2,
            NameFit::Same => 3,
        };
        name + 4 * u32::from(self.by_email) + u32::from(self.by_postcode)
    }

    fn is_neighbour(&self) -> bool {
        self.by_postcode && self.by_name == NameFit::No && !self.by_email
    }
}

/// More people than these with one postcode and other names are an office or a tower block, and say nothing.
const HOUSEHOLD: usize = 4;

impl Store {
    /// Who has the same name, e-mail address or postcode; those with the most in common first, then the newest. A name
    /// is found with and without its middle names; one abbreviated, only where something else is alike too. People of
    /// other names at the same postcode are left out if there are more than a household of them. Parties of secret
    /// cases are left out.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn looks_alike(&self, described: &Described) -> Result<Vec<LooksAlike>, Error> {
        let Described { name, email, address } = described;
        let keys = Keys::of(name.reveal(), email.reveal(), address.reveal());
        let mut alike = self.read(|db| {
            // Keys are empty where nothing is known; the partial indexes need it said.
            let sql = format!(
                "SELECT party_index.case_id, reference, party_id, person_id, role, name_words, email_key <> '' AND \
                 email_key = :email, postcode_key <> '' AND postcode_key = :postcode FROM party_index \
                 JOIN case_row ON case_row.no = party_index.case_no \
                 WHERE ((name_key <> '' AND name_key = :name) OR (email_key <> '' AND email_key = :email) \
                 OR (postcode_key <> '' AND postcode_key = :postcode)) AND {} \
                 ORDER BY party_index.case_no DESC, party_id",
                SecretCases::LeftOut.condition()
            );
            let mut statement = db.prepare_cached(&sql)?;
            let params =
                named_params! { ":name": keys.name.key(), ":email": keys.email, ":postcode": keys.postcode };
            let rows = statement.query_map(params, |row| Ok(to_row(row, &keys.name)))?;
            rows.map(|row| row?).collect::<Result<Vec<_>, Error>>()
        })?;
        let neighbours: BTreeSet<_> =
            alike.iter().filter(|each| each.is_neighbour()).map(|each| each.person).collect();
        let are_household = neighbours.len() <= HOUSEHOLD;
        alike.retain(|each| if each.is_neighbour() { are_household } else { each.weight() > 0 });
        alike.sort_by_key(|each| Reverse(each.weight()));
        Ok(alike)
    }

    /// The cases in which a person appears, oldest first. Secret cases are left out.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn cases_of_person(&self, person: PersonId) -> Result<Vec<CaseId>, Error> {
        self.read(|db| {
            let sql = format!(
                "SELECT DISTINCT case_row.case_id, case_row.no FROM party_index \
                 JOIN case_row ON case_row.no = party_index.case_no \
                 WHERE person_id = ?1 AND {} ORDER BY case_row.no",
                SecretCases::LeftOut.condition()
            );
            let mut statement = db.prepare_cached(&sql)?;
            let rows = statement
                .query_map([columns::id(&person)], |row| Ok(columns::to_id(row, 0, "case_row.case_id")))?;
            rows.map(|row| row?).collect()
        })
    }
}

fn to_row(row: &Row<'_>, name: &Name) -> Result<LooksAlike, Error> {
    let words: String = row.get(5)?;
    Ok(LooksAlike {
        case: columns::to_id(row, 0, "party_index.case_id")?,
        reference: row.get(1)?,
        party: columns::to_id(row, 2, "party_index.party_id")?,
        person: columns::to_id(row, 3, "party_index.person_id")?,
        role: columns::to_code(row.get(4)?, "party_index.role")?,
        by_name: name.fit(&Name::from_words(&words)),
        by_email: row.get(6)?,
        by_postcode: row.get(7)?,
    })
}
