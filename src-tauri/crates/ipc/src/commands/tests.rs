//! Writes the page's side of the table: `ui/src/backend/generated/commands.ts`.

use std::fmt::Write as _;
use std::path::Path;

const GENERATED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/src/backend/generated");

#[test]
fn the_page_gets_the_table_of_commands() {
    let mut body = String::from("// Written by `cargo test -p casebook-ipc`. Never edited by hand.\n");
    let mut names: Vec<String> = Vec::new();
    let mut map = String::new();
    for (title, signatures) in [
        ("GatehouseCommands", super::dispatch_gatehouse::signatures()),
        ("CasebookCommands", super::dispatch_casebook::signatures()),
    ] {
        let _ = write!(map, "\nexport type {title} = {{\n");
        for (name, request, answer) in signatures {
            let _ = writeln!(map, "  {name}: {{ request: {request}; answer: {answer} }};");
            names.extend([request, answer]);
        }
        map.push_str("};\n");
    }
    names.sort();
    names.dedup();
    for name in names {
        let _ = writeln!(body, "import type {{ {name} }} from \"./{name}\";");
    }
    body.push_str(&map);
    body.push_str("\nexport type CommandMap = GatehouseCommands & CasebookCommands;\n");
    std::fs::create_dir_all(GENERATED).unwrap();
    std::fs::write(Path::new(GENERATED).join("commands.ts"), body).unwrap();
}

#[test]
fn no_command_stands_in_both_doors() {
    for name in super::GATEHOUSE_COMMANDS {
        assert!(!super::CASEBOOK_COMMANDS.contains(name), "{name}");
    }
}
