//! Node and the page's packages.

use crate::program::{asked, npm, run};
use crate::say;
use crate::stop::Stop;
use crate::tree::Tree;

/// The oldest Node the page's tools run on.
const OLDEST: (u32, u32) = (20, 19);

/// Installs the packages of package-lock.json unless exactly these are there.
///
/// # Errors
/// When npm says no.
pub(super) fn packages(tree: &Tree) -> Result<(), Stop> {
    let lock_path = tree.at("ui/package-lock.json");
    let lock = std::fs::read(&lock_path).map_err(Stop::file(&lock_path, "read"))?;
    // A copy of the lock file the packages came from. npm empties node_modules first and the copy is written last, so
    // an interrupted installation leaves none.
    let installed_path = tree.at("ui/node_modules/.installed-from.json");
    if std::fs::read(&installed_path).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    say::line("Installing the page's packages from ui/package-lock.json.");
    run(npm(tree).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
    std::fs::write(&installed_path, lock).map_err(Stop::file(&installed_path, "written"))
}

/// Node is not installed by us: which one, and from where, is the developer's own choice.
///
/// # Errors
/// [`Stop::Missing`] without a Node that is new enough.
pub(super) fn is_new_enough() -> Result<(), Stop> {
    let (major, minor) = OLDEST;
    let found = asked("node", &["--version"]).map(|(_, text)| text.trim().to_owned());
    match found {
        Some(version) if parsed(&version).is_some_and(|version| version >= OLDEST) => Ok(()),
        Some(version) => {
            Err(Stop::Missing(format!("Node {major}.{minor} or newer is needed; here is {version}.")))
        }
        None => Err(Stop::Missing(format!(
            "Node {major}.{minor} or newer is needed, with npm; there is none here."
        ))),
    }
}

/// "v20.20.2" as (20, 20).
fn parsed(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.strip_prefix('v')?.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::{OLDEST, parsed};

    #[test]
    fn versions_of_node_are_compared_as_numbers() {
        for (version, is_enough) in [
            ("v20.20.2", true),
            ("v20.19.0", true),
            ("v22.1.0", true),
            ("v20.9.0", false),
            ("v18.99.1", false),
        ] {
            let parsed = parsed(version).expect(version);
            assert_eq!(parsed >= OLDEST, is_enough, "{version}");
        }
        assert_eq!(parsed("20.19"), None);
        assert_eq!(parsed(""), None);
    }
}
