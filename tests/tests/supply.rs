//! What the programs are built from: licences, sources, copies of one crate, the oldest Rust, and a reason for each crate
//! that ours use directly. `deny.toml` holds what is allowed; this test needs no cargo-deny. Crates of other systems, whose licences it
//! reads, are downloaded when they are not there yet.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;
use tests::root;

/// A crate of `Cargo.lock`.
#[derive(Debug)]
struct Package {
    name: String,
    license: String,
    source: Option<String>,
    rust_version: Option<String>,
    /// Which crates its manifest names.
    dependencies: BTreeSet<String>,
}

/// All crates that any feature on any system brings, as cargo resolves them.
fn all_packages() -> Vec<Package> {
    packages(&["--all-features"])
}

/// The crates that programs without features are built from.
fn default_packages() -> Vec<Package> {
    packages(&[])
}

fn packages(arguments: &[&str]) -> Vec<Package> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked"])
        .args(arguments)
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo prints JSON");
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let package = |package: &Value| Package {
        name: text(&package["name"]).unwrap_or_default(),
        license: text(&package["license"]).unwrap_or_default(),
        source: text(&package["source"]),
        rust_version: text(&package["rust_version"]),
        dependencies: array(&package["dependencies"]).iter().filter_map(|d| text(&d["name"])).collect(),
    };
    array(&metadata["packages"]).iter().map(package).collect()
}

fn array(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).expect("it is part of the repository")
}

fn toml(path: &str) -> toml::Table {
    read(path).parse().expect("it is TOML")
}

/// Major, minor and patch of a version of Rust.
fn version(text: &str) -> Vec<u32> {
    let mut parts: Vec<u32> = text.split('.').filter_map(|part| part.parse().ok()).collect();
    parts.resize(3, 0);
    parts
}

#[test]
fn every_licence_is_an_allowed_one() {
    let deny = toml("deny.toml");
    let allowed: BTreeSet<&str> = deny["licenses"]["allow"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(toml::Value::as_str)
        .collect();
    let mut used = BTreeSet::new();
    for package in all_packages() {
        let expression = spdx::Expression::parse_mode(&package.license, spdx::ParseMode::LAX);
        let expression = expression.unwrap_or_else(|error| panic!("{}: {error}", package.name));
        let is_allowed = expression.evaluate(|required| {
            let name = required.to_string();
            let found = allowed.get(name.as_str());
            used.extend(found);
            found.is_some()
        });
        assert!(
            is_allowed,
            "`{}` is under `{}`, which deny.toml does not allow",
            package.name, package.license
        );
    }
    assert_eq!(used, allowed, "deny.toml allows what nothing needs");
}

#[test]
fn all_crates_come_from_one_registry() {
    let sources: BTreeSet<String> = all_packages().into_iter().filter_map(|package| package.source).collect();
    assert_eq!(sources.len(), 1, "{sources:?}");
    assert!(sources.iter().all(|source| source.starts_with("registry+")), "{sources:?}");
}

#[test]
fn no_crate_is_there_twice_without_a_reason() {
    let deny = toml("deny.toml");
    let skipped = deny["bans"]["skip"].as_array().expect("a list");
    let skipped: BTreeSet<&str> = skipped.iter().filter_map(|skip| skip["crate"].as_str()).collect();
    let mut copies = BTreeMap::<String, usize>::new();
    default_packages().into_iter().for_each(|package| *copies.entry(package.name).or_default() += 1);
    let twice: BTreeSet<&str> =
        copies.iter().filter(|(_, n)| **n > 1).map(|(name, _)| name.as_str()).collect();
    assert_eq!(twice, skipped);
}

#[test]
fn no_dependency_needs_a_newer_rust() {
    let manifest = toml("Cargo.toml");
    let ours = version(manifest["workspace"]["package"]["rust-version"].as_str().expect("a version"));
    for package in default_packages() {
        let needed = version(package.rust_version.as_deref().unwrap_or("1"));
        assert!(needed <= ours, "`{}` needs Rust {needed:?}; Cargo.toml says {ours:?}", package.name);
    }
}

/// The licences of the versions of a crate, written as SPDX has them today.
fn licences(name: &str, packages: &[Package]) -> Vec<String> {
    let of_name = packages.iter().filter(|package| package.name == name);
    of_name.map(|package| package.license.replace(" / ", "/").replace('/', " OR ")).collect()
}

#[test]
fn every_direct_dependency_has_its_reason_and_licence() {
    let page = read("docs/dependencies.md");
    let row = |line: &str| {
        let cells: Vec<String> =
            line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
        (cells.len() == 4 && cells[0] != "crate" && !cells[0].starts_with('-')).then_some(cells)
    };
    let rows: BTreeMap<String, Vec<String>> =
        page.lines().filter_map(row).map(|cells| (cells[0].clone(), cells)).collect();
    let packages = all_packages();
    let ours: Vec<&Package> = packages.iter().filter(|package| package.source.is_none()).collect();
    let is_ours = |name: &str| ours.iter().any(|package| package.name == name);
    let direct: BTreeSet<&str> = ours
        .iter()
        .flat_map(|package| &package.dependencies)
        .map(String::as_str)
        .filter(|name| !is_ours(name))
        .collect();
    assert_eq!(direct, rows.keys().map(String::as_str).collect());
    for (name, cells) in &rows {
        assert!(licences(name, &packages).contains(&cells[1]), "`{name}` is not under `{}`", cells[1]);
        assert!(cells.iter().all(|cell| !cell.is_empty()), "`{name}` lacks a reason");
    }
}
