//! The files of the open data: each table as CSV and JSON with its schema, and what tells of them all. They are made
//! together and once for a site: the page about the data, the package and the catalogue tell their sizes and sums.

use std::borrow::Cow;

use rayon::prelude::*;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use sha2::{Digest, Sha256};

use super::table::{self, Cell, Column};
use super::{catalogue, package, schema};
use crate::path::Route;
use crate::plan::{DataFile, TableName};
use crate::view::{PublishedColumn, PublishedFile, PublishedTable, Scene};

/// The open data of a site.
#[derive(Debug, Default)]
pub struct Data {
    /// Its files with their bytes.
    pub files: Vec<(Route, Vec<u8>)>,
    /// What pages tell of them.
    pub tables: Vec<PublishedTable>,
}

/// The files of one table.
type TableFiles = Vec<(DataFile, Vec<u8>)>;

/// Makes the open data of a site, each table on its own thread.
#[must_use]
pub fn data(scene: Scene<'_>) -> Data {
    let made = TableName::ALL.into_par_iter().map(|name| published(scene, name));
    let (tables, files): (Vec<PublishedTable>, Vec<TableFiles>) = made.unzip();
    let mut files: Vec<(DataFile, Vec<u8>)> = files.into_iter().flatten().collect();
    files.push((DataFile::TextSchema, schema::of_text(scene)));
    files.push((DataFile::Package, package::package(scene, &tables)));
    files.push((DataFile::Catalogue, catalogue::catalogue(scene, &tables)));
    let files = files.into_iter().map(|(file, bytes)| (scene.plan.addresses.data_file(file), bytes));
    Data { files: files.collect(), tables }
}

/// A table with its files.
fn published(scene: Scene<'_>, name: TableName) -> (PublishedTable, TableFiles) {
    let columns = table::columns(name);
    let Written { csv, json, rows } = written(scene, name, columns);
    let files = vec![
        (DataFile::Csv(name), csv),
        (DataFile::Json(name), json),
        (DataFile::Schema(name), schema::of_table(scene, name)),
    ];
    let of_file = |(file, bytes): &(DataFile, Vec<u8>)| PublishedFile {
        file: *file,
        bytes: bytes.len() as u64,
        sha256: hexadecimal(&Sha256::digest(bytes)),
    };
    let column = |column: &Column| PublishedColumn { key: column.key, kind: schema::kind_name(column.kind) };
    let table = PublishedTable {
        name,
        rows,
        columns: columns.iter().map(column).collect(),
        files: files.iter().map(of_file).collect(),
    };
    (table, files)
}

fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(|digit| DIGITS[usize::from(digit)]).collect()
}

struct Written {
    csv: Vec<u8>,
    json: Vec<u8>,
    rows: usize,
}

/// The rows of a table in both formats. CSV is that of RFC 4180 in UTF-8 with a byte order mark, without which
/// spreadsheet programs take Vietnamese letters for others.
fn written(scene: Scene<'_>, name: TableName, columns: &[Column]) -> Written {
    let mut csv = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    // Writing to memory cannot fail, and every row has the same number of cells.
    let _ = csv.write_record(columns.iter().map(|column| column.key));
    let mut json = b"[".to_vec();
    let mut count = 0;
    table::rows(scene, name, &mut |cells| {
        let _ = csv.write_record(cells.iter().map(|cell| in_csv(cell).into_owned()));
        json.extend_from_slice(if count == 0 { b"\n" } else { b",\n" });
        let _ = serde_json::to_writer(&mut json, &Record { columns, cells });
        count += 1;
    });
    json.extend_from_slice(b"\n]\n");
    Written { csv: csv.into_inner().unwrap_or_default(), json, rows: count }
}

/// A cell of CSV. Spreadsheet programs take what begins with `=`, `+`, `-`, `@`, a tab or a line break for a formula, which
/// could fetch addresses or run programs. Words that begin so, or with an apostrophe, get an apostrophe in front: then
/// they are words, and taking one apostrophe away always gives back what was there. JSON has them as they are.
fn in_csv<'c>(cell: &'c Cell<'_>) -> Cow<'c, str> {
    match cell {
        Cell::Unknown => Cow::Borrowed(""),
        Cell::Own(text) => Cow::Borrowed(text),
        Cell::Text(text) => harmless(Cow::Borrowed(text)),
        Cell::Figure(text, None) => harmless(Cow::Borrowed(text)),
        // Of digits, points, a comma and a sign no formula can be made.
        Cell::Figure(text, Some(_)) => Cow::Borrowed(text),
        Cell::Count(count) => Cow::Owned(count.to_string()),
        Cell::Truth(truth) => Cow::Borrowed(if *truth { "true" } else { "false" }),
        Cell::List(list) => harmless(Cow::Owned(list.join("; "))),
    }
}

fn harmless(text: Cow<'_, str>) -> Cow<'_, str> {
    // Some programs also take the wide forms that East Asian keyboards write, and look behind spaces.
    let first = text.trim_start_matches([' ', '\u{a0}', '\u{feff}']).chars().next();
    let is_formula =
        matches!(first, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\'' | '＝' | '＋' | '－' | '＠'));
    if is_formula { Cow::Owned(format!("'{text}")) } else { text }
}

/// A row as an object; its keys are those of the columns, in their order.
struct Record<'r, 'a> {
    columns: &'r [Column],
    cells: &'r [Cell<'a>],
}

impl Serialize for Record<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.columns.len()))?;
        for (column, cell) in self.columns.iter().zip(self.cells) {
            map.serialize_entry(column.key, cell)?;
        }
        map.end()
    }
}

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Unknown => serializer.serialize_none(),
            Self::Text(text) | Self::Own(text) => serializer.serialize_str(text),
            Self::Figure(text, None) => serializer.serialize_str(text),
            Self::Figure(_, Some(value)) => number(*value, serializer),
            Self::Count(count) => serializer.serialize_u64(*count),
            Self::Truth(truth) => serializer.serialize_bool(*truth),
            Self::List(list) => serializer.collect_seq(list),
        }
    }
}

/// A number; one without a fraction is written without a point.
fn number<S: Serializer>(value: f64, serializer: S) -> Result<S::Ok, S::Error> {
    // Up to here every whole number has a form of its own.
    const LARGEST: f64 = 9_007_199_254_740_992.0;
    if value.fract() == 0.0 && value.abs() < LARGEST {
        #[expect(clippy::cast_possible_truncation, reason = "it is whole and small enough")]
        let whole = value as i64;
        serializer.serialize_i64(whole)
    } else {
        serializer.serialize_f64(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_no_formulas() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("+84", "'+84"),
            ("-0,5%", "'-0,5%"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\r\n=1", "'\r\n=1"),
            (" =1", "' =1"),
            ("＝1", "'＝1"),
            ("'=1", "''=1"),
            ("128/NQ-HĐND", "128/NQ-HĐND"),
            ("trên 11%", "trên 11%"),
            ("", ""),
        ] {
            assert_eq!(in_csv(&Cell::Text(text.into())), cell, "{text:?}");
        }
        for (text, cell, json) in [
            ("-5", "-5", "-5"),
            ("-0,5", "-0,5", "-0.5"),
            ("-1.250", "-1.250", "-1250"),
            ("54.000", "54.000", "54000"),
            ("12.5", "12.5", "12.5"),
            ("-5%", "'-5%", "\"-5%\""),
            ("- 5", "'- 5", "\"- 5\""),
            ("--5", "'--5", "\"--5\""),
            ("-", "'-", "\"-\""),
            ("-cmd", "'-cmd", "\"-cmd\""),
            ("-1-1", "'-1-1", "\"-1-1\""),
            ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0", "\"-2+3+cmd|' /C calc'!A0\""),
            ("+5", "'+5", "\"+5\""),
            ("=5", "'=5", "\"=5\""),
            ("trên 11", "trên 11", "\"trên 11\""),
        ] {
            let figure = Cell::Figure(text, crate::text::decimal(text));
            assert_eq!(in_csv(&figure), cell, "{text:?}");
            assert_eq!(serde_json::to_string(&figure).unwrap(), json, "{text:?}");
        }
        assert_eq!(in_csv(&Cell::Text("-5".into())), "'-5", "a column of words");
        assert_eq!(in_csv(&Cell::List(vec!["=a".into(), "b".into()])), "'=a; b");
    }
}
