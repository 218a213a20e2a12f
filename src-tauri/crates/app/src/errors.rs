//! Every error to its answer, once. The only place where wording for the page is decided; nothing here holds text that
//! a person typed.

use std::io::ErrorKind;

use casebook_cases::Refusal;
use casebook_ipc::{IpcError, Refused, Reply, UnavailableCode};
use casebook_vault::LockError;
use casebook_vault::objects::ObjectError;
use casebook_vault::place::PlaceError;

/// What a use case answers.
pub(crate) type Done<T> = Result<Reply<T>, AppError>;

/// Everything that can go wrong in a use case.
#[derive(Debug)]
pub(crate) enum AppError {
    /// Already an answer.
    Answer(IpcError),
    /// The store.
    Store(casebook_store::Error),
    /// Keys, files, the lock.
    Vault(casebook_vault::Error),
    /// The folder is no fit place.
    Place(PlaceError),
    /// The lock of the casebook.
    Lock(LockError),
    /// A document.
    Object(ObjectError),
    /// An export.
    Export(casebook_export::Error),
    /// A file the DPO named.
    File(std::io::Error),
}

impl From<IpcError> for AppError {
    fn from(error: IpcError) -> Self {
        Self::Answer(error)
    }
}

impl From<casebook_store::Error> for AppError {
    fn from(error: casebook_store::Error) -> Self {
        Self::Store(error)
    }
}

impl From<casebook_vault::Error> for AppError {
    fn from(error: casebook_vault::Error) -> Self {
        Self::Vault(error)
    }
}

impl From<PlaceError> for AppError {
    fn from(error: PlaceError) -> Self {
        Self::Place(error)
    }
}

impl From<LockError> for AppError {
    fn from(error: LockError) -> Self {
        Self::Lock(error)
    }
}

impl From<ObjectError> for AppError {
    fn from(error: ObjectError) -> Self {
        Self::Object(error)
    }
}

impl From<casebook_export::Error> for AppError {
    fn from(error: casebook_export::Error) -> Self {
        Self::Export(error)
    }
}

impl From<AppError> for IpcError {
    fn from(error: AppError) -> Self {
        match error {
            AppError::Answer(answer) => answer,
            AppError::Store(error) => store(&error),
            AppError::Vault(error) => vault(&error),
            AppError::Place(error) => place(&error),
            AppError::Lock(LockError::Io(error)) => file(&error),
            AppError::Lock(_) => unavailable(UnavailableCode::InUse, IN_USE),
            AppError::Object(error) => object(&error),
            AppError::Export(error) => export(&error),
            AppError::File(error) => file(&error),
        }
    }
}

/// A fault of the program, with a word that says where.
pub(crate) fn bug(place: &str) -> AppError {
    AppError::Answer(IpcError::Bug { incident: place.to_owned() })
}

/// The answer to a refusal.
pub(crate) fn refused(refusal: &Refusal) -> AppError {
    AppError::Answer(IpcError::Refused { refused: refused_of(refusal) })
}

/// A refusal as it crosses.
pub(crate) fn refused_of(refusal: &Refusal) -> Refused {
    Refused {
        rule: refusal.rule.to_string(),
        reason: refusal.reason.to_owned(),
        remedy: refusal.remedy.to_owned(),
    }
}

fn unavailable(code: UnavailableCode, message: &str) -> IpcError {
    IpcError::Unavailable { code, message: message.to_owned() }
}

fn file(error: &std::io::Error) -> IpcError {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => unavailable(
            UnavailableCode::DiskFull,
            "There is no room on the disk. Nothing half-written was left; make room and try again.",
        ),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => unavailable(
            UnavailableCode::ReadOnly,
            "That place cannot be written to. Nothing was written; choose another folder.",
        ),
        _ => unavailable(
            UnavailableCode::File,
            "That file or folder cannot be used. Nothing was changed in the casebook; choose another place.",
        ),
    }
}

fn store(error: &casebook_store::Error) -> IpcError {
    use casebook_store::Error;
    match error {
        Error::Conflict { .. } => crate::record::conflict(),
        Error::NoSuchList => {
            IpcError::NotFound { message: "This list is no longer open. Open it again.".to_owned() }
        }
        Error::DiskFull => unavailable(
            UnavailableCode::DiskFull,
            "There is no room on the disk. This was not recorded; everything before it is safe. Make room and repeat it.",
        ),
        Error::InUse => unavailable(UnavailableCode::InUse, IN_USE),
        Error::Newer { .. } => unavailable(
            UnavailableCode::Newer,
            "A newer version of this program wrote the casebook. Nothing was touched; open it with that version.",
        ),
        Error::Stopped => unavailable(
            UnavailableCode::ReadOnly,
            "Writing stopped after a fault of the disk. What was acknowledged is safe. Lock the casebook and open it again.",
        ),
        Error::NotThere
        | Error::KeyOrFirstPage
        | Error::NotACasebook
        | Error::OtherSchema { .. }
        | Error::Damaged(_) => unavailable(
            UnavailableCode::Damaged,
            "A file of the casebook is damaged or missing. Nothing was changed and nothing is repaired by itself. Copy \
                 the folder to a safe place, then restore a backup.",
        ),
        Error::Path { .. } | Error::Disk(_) | Error::Io(_) => unavailable(
            UnavailableCode::File,
            "The casebook’s files could not be read or written. What was acknowledged is safe. Look at the disk and the \
                 folder’s permissions, then open the casebook again.",
        ),
        _ => fault("store"),
    }
}

const IN_USE: &str = "The casebook is open already, in another window of this program or through its command line. Close that one first.";

fn vault(error: &casebook_vault::Error) -> IpcError {
    use casebook_vault::Error;
    match error {
        Error::Missing => IpcError::NotFound { message: "There is no casebook in this folder.".to_owned() },
        Error::Damaged { .. } | Error::OtherCasebook | Error::WeakParameters => unavailable(
            UnavailableCode::Damaged,
            "The key file of the casebook is damaged. Nothing was changed. Copy the folder to a safe place, then put back \
                 the key file from a backup.",
        ),
        Error::Newer => unavailable(
            UnavailableCode::Newer,
            "A newer version of this program wrote the key file. Nothing was touched; open it with that version.",
        ),
        Error::Memory => unavailable(
            UnavailableCode::File,
            "There is not enough free memory to check the passphrase. Close other programs and try again.",
        ),
        Error::Io(error) => file(error),
        _ => fault("vault"),
    }
}

fn place(error: &PlaceError) -> IpcError {
    match error {
        PlaceError::Network { .. } | PlaceError::Synced { .. } => IpcError::Unavailable {
            code: UnavailableCode::NotLocal,
            message: format!(
                "A casebook cannot be kept here: {error}. Keep it on a disk of this computer; backups may go elsewhere."
            ),
        },
        PlaceError::ReadOnly => unavailable(
            UnavailableCode::ReadOnly,
            "The folder of the casebook can only be read. Nothing can be recorded until it can be written to.",
        ),
        PlaceError::Io(error) => file(error),
        _ => IpcError::Unavailable {
            code: UnavailableCode::File,
            message: format!("A casebook cannot be kept here: {error}. Nothing was changed."),
        },
    }
}

fn object(error: &ObjectError) -> IpcError {
    match error {
        ObjectError::TooLarge => IpcError::field("text", "A document can have at most 50 MiB."),
        ObjectError::Missing { .. } | ObjectError::Damaged { .. } => unavailable(
            UnavailableCode::Damaged,
            "A document kept with this case is damaged or missing. The case itself is not affected; fetch the document from a \
             backup.",
        ),
        ObjectError::Io(error) => file(error),
        _ => fault("document"),
    }
}

fn export(error: &casebook_export::Error) -> IpcError {
    use casebook_export::Cause;
    let code = match error.cause {
        Cause::Cancelled => return IpcError::Cancelled,
        Cause::DiskFull => UnavailableCode::DiskFull,
        Cause::FolderReadOnly => UnavailableCode::ReadOnly,
        _ => UnavailableCode::File,
    };
    IpcError::Unavailable { code, message: error.to_string() }
}

fn fault(place: &'static str) -> IpcError {
    IpcError::Bug { incident: place.to_owned() }
}

/// The sentence of an error, for places that show one beside a field.
pub(crate) fn sentence(error: AppError) -> String {
    match IpcError::from(error) {
        IpcError::Unavailable { message, .. }
        | IpcError::Conflict { message }
        | IpcError::NotFound { message } => message,
        _ => "This cannot be used.".to_owned(),
    }
}
