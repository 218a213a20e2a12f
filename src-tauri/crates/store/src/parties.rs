//! The same person in other cases. The store only finds who looks alike; that it *is* the same person is the DPO's
//! answer.

use casebook_cases::codes::Role;
use casebook_cases::{CaseId, PartyId, PersonId};
use casebook_personal::Personal;
use rusqlite::{Row, named_params};

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
    /// The name is the same.
    pub by_name: bool,
    /// The e-mail address is the same.
    pub by_email: bool,
    /// The postcode is the same.
    pub by_postcode: bool,
}

impl Store {
    /// Who has the same name, e-mail address or postcode; those with the most in common first, then the newest.
    /// Parties of secret cases are left out.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn looks_alike(&self, described: &Described) -> Result<Vec<LooksAlike>, Error> {
        let Described { name, email, address } = described;
        let keys = Keys::of(name.reveal(), email.reveal(), address.reveal());
        self.read(|db| {
            // Keys are empty where nothing is known; the partial indexes need it said.
            let sql = format!(
                "SELECT party_index.case_id, reference, party_id, person_id, role, name_key <> '' AND name_key = :name \
                 AS by_name, email_key <> '' AND email_key = :email AS by_email, postcode_key <> '' AND \
                 postcode_key = :postcode AS by_postcode FROM party_index \
                 JOIN case_row ON case_row.no = party_index.case_no \
                 WHERE ((name_key <> '' AND name_key = :name) OR (email_key <> '' AND email_key = :email) \
                 OR (postcode_key <> '' AND postcode_key = :postcode)) AND {} \
                 ORDER BY by_name + by_email + by_postcode DESC, party_index.case_no DESC, party_id",
                SecretCases::LeftOut.condition()
            );
            let mut statement = db.prepare_cached(&sql)?;
            let keys = named_params! { ":name": keys.name, ":email": keys.email, ":postcode": keys.postcode };
            let rows = statement.query_map(keys, |row| Ok(to_row(row)))?;
            rows.map(|row| row?).collect()
        })
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

fn to_row(row: &Row<'_>) -> Result<LooksAlike, Error> {
    Ok(LooksAlike {
        case: columns::to_id(row, 0, "party_index.case_id")?,
        reference: row.get(1)?,
        party: columns::to_id(row, 2, "party_index.party_id")?,
        person: columns::to_id(row, 3, "party_index.person_id")?,
        role: columns::to_code(row.get(4)?, "party_index.role")?,
        by_name: row.get(5)?,
        by_email: row.get(6)?,
        by_postcode: row.get(7)?,
    })
}
