//! How a person is named and reached, from a form to the particulars of an event: the same when they enter a case and
//! when they are corrected.

use casebook_personal::Personal;

use crate::record::Text;
use crate::text::one_line;

/// The fields of a form, as typed.
pub(crate) struct Typed<'a> {
    /// How a letter begins; empty makes "Dear" and the name.
    pub(crate) salutation: &'a Personal<String>,
    /// Postal address without the name, in lines.
    pub(crate) address: &'a [Personal<String>],
    /// E-mail address.
    pub(crate) email: &'a Personal<String>,
    /// Telephone.
    pub(crate) phone: &'a Personal<String>,
}

impl Typed<'_> {
    /// The particulars of an event of this kind; what is blank has none. `name` is tidied already.
    pub(crate) fn texts(&self, kind: &'static str, name: &str) -> Vec<Text> {
        let salutation = one_line(self.salutation.reveal());
        let salutation = if salutation.is_empty() { format!("Dear {name}") } else { salutation };
        let lines = self.address.iter().map(|line| one_line(line.reveal()));
        let address: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
        [
            Text::written(kind, "name", name),
            Text::written(kind, "salutation", &salutation),
            Text::written(kind, "address", &address.join("\n")),
            Text::written(kind, "email", &one_line(self.email.reveal())),
            Text::written(kind, "phone", &one_line(self.phone.reveal())),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}
