//! The closed lists of `casebook-cases`, as the page knows them. They cross as the very codes that events hold, so there
//! is one list and nothing to translate; a type here only tells TypeScript what may stand there. A field says
//! `#[ts(as = "ReturnReasonCode")] reason: casebook_cases::codes::ReturnReason`.

use casebook_cases::codes;
use ts_rs::{Config, TS};

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:ty;)+) => {
        $($(#[$doc])*
        #[derive(Debug)]
        pub struct $name;

        impl TS for $name {
            type WithoutGenerics = Self;
            type OptionInnerType = Self;

            fn name(_: &Config) -> String {
                stringify!($name).to_owned()
            }

            fn inline(_: &Config) -> String {
                let quoted = <$code>::ALL.iter().filter_map(|code| serde_json::to_string(code).ok());
                quoted.collect::<Vec<_>>().join(" | ")
            }

            fn decl(cfg: &Config) -> String {
                format!("type {} = {};", stringify!($name), Self::inline(cfg))
            }

            fn decl_concrete(cfg: &Config) -> String {
                Self::decl(cfg)
            }

            fn output_path() -> Option<std::path::PathBuf> {
                Some(concat!(stringify!($name), ".ts").into())
            }
        })+

        #[cfg(test)]
        mod tests {
            use ts_rs::{Config, TS as _};

            #[test]
            fn the_page_knows_every_code() {
                let config = Config::from_env();
                $(super::$name::export_all(&config).expect("the generated folder can be written");)+
            }
        }
    };
}

codes! {
    /// What proof of authority it is (AUTH-1).
    AuthorityTypeCode = codes::AuthorityType;
    /// Why there is doubt about who asks (ID-1).
    IdentityDoubtCode = codes::IdentityDoubt;
    /// How identity was shown (ID-2).
    IdentityLevelCode = codes::IdentityLevel;
    /// Under which rule a fee is asked for (FEE-1).
    FeeBasisCode = codes::FeeBasis;
    /// What somebody is in a case.
    RoleCode = codes::Role;
    /// What somebody is to the company (TYPE-1).
    WhoToUsCode = codes::PersonKind;
    /// The size of print somebody needs (REQ-5).
    PrintSizeCode = codes::PrintSize;
    /// What a document is for.
    PurposeCode = codes::Purpose;
    /// What sort of file it is.
    MediaCode = codes::Media;
    /// A note that needs care.
    NoteSortCode = codes::NoteSort;
    /// What a task is about.
    TaskKindCode = codes::TaskKind;
    /// How two cases belong together.
    LinkKindCode = codes::LinkKind;
    /// Why a letter came back (POST-1).
    ReturnReasonCode = codes::ReturnReason;
    /// How sheets are printed.
    SidesCode = codes::Sides;
    /// What came of a search.
    SearchResultCode = codes::SearchResult;
    /// What happens with a group of items.
    TreatmentCode = codes::Treatment;
    /// What weighing other people's interests came to (REF-5).
    ThirdPartyTestCode = codes::ThirdPartyTest;
    /// Whether the letter may name the reason (REF-4).
    NamingCode = codes::Naming;
    /// What the company decided (DEC-1).
    DecisionOutcomeCode = codes::DecisionOutcome;
    /// How that stands to the officer's advice.
    AdviceStandingCode = codes::AdviceStanding;
    /// Something that has not happened (TIME-9).
    SupposedCode = codes::Supposed;
    /// Why something may be left out (REF-4).
    ExemptionCode = casebook_law::Exemption;
}
