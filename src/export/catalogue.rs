//! The open data as a catalogue (DCAT-AP 3, as JSON-LD): what portals of open data harvest.

use serde_json::{Value, json};

use super::schema::pretty;
use crate::lang::Lang;
use crate::path::Route;
use crate::plan::DataFile;
use crate::view::{PublishedFile, PublishedTable, Scene};

/// The catalogue: a data set for each table, with its files.
pub(super) fn catalogue(scene: Scene<'_>, tables: &[PublishedTable]) -> Vec<u8> {
    let config = scene.config;
    let home = config.base_url.whole(&Route::home());
    let own = config.base_url.whole(&scene.plan.addresses.data_file(DataFile::Catalogue));
    let words = |text: &str| json!({"@value": text, "@language": scene.words.lang.code()});
    let organization = scene.site.organization.map(|body| scene.site.body(body).name.as_str());
    let publisher = json!({
        "@id": format!("{home}#publisher"),
        "@type": "foaf:Agent",
        "foaf:name": words(organization.unwrap_or(&config.title)),
        "foaf:homepage": {"@id": home, "@type": "foaf:Document"},
    });
    let description = config.description.as_deref().unwrap_or_else(|| scene.words.word("data_about"));
    let datasets: Vec<Value> = tables.iter().map(|table| dataset(scene, table, &words, &publisher)).collect();
    let mut catalogue = json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
            "spdx": "http://spdx.org/rdf/terms#",
            "vcard": "http://www.w3.org/2006/vcard/ns#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": own,
        "@type": "dcat:Catalog",
        "dct:title": words(&config.title),
        "dct:description": words(description),
        "dct:publisher": publisher,
        "dct:language": language(scene.words.lang),
        "dct:modified": {"@value": scene.time.day.to_string(), "@type": "xsd:date"},
        "foaf:homepage": {"@id": home, "@type": "foaf:Document"},
        "dcat:dataset": datasets,
    });
    if let Some(licence) = &config.licence {
        catalogue["dct:license"] = licence_node(licence);
    }
    pretty(&catalogue)
}

fn dataset(
    scene: Scene<'_>,
    table: &PublishedTable,
    words: &dyn Fn(&str) -> Value,
    publisher: &Value,
) -> Value {
    let key = table.name.key();
    let page = scene.config.base_url.whole(&scene.plan.addresses.data());
    let files = table.files.iter().filter(|file| !matches!(file.file, DataFile::Schema(_)));
    let mut dataset = json!({
        "@id": format!("{page}#{key}"),
        "@type": "dcat:Dataset",
        "dct:identifier": format!("{page}#{key}"),
        "dct:title": words(scene.words.word(&format!("table_{key}"))),
        "dct:description": words(scene.words.word(&format!("table_about_{key}"))),
        "dct:publisher": {"@id": publisher["@id"]},
        "dct:language": language(Lang::Vi),
        "dct:modified": {"@value": scene.time.day.to_string(), "@type": "xsd:date"},
        "dcat:landingPage": {"@id": page, "@type": "foaf:Document"},
        "dcat:distribution": files.map(|file| distribution(scene, key, file, words)).collect::<Vec<Value>>(),
    });
    if let Some(email) = &scene.config.contact.email {
        let is_plain =
            email.value.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>\"{}|\\^`".contains(&byte));
        if is_plain {
            dataset["dcat:contactPoint"] = json!({
                "@type": "vcard:Kind",
                "vcard:fn": scene.config.title,
                "vcard:hasEmail": {"@id": format!("mailto:{}", email.value)},
            });
        }
    }
    dataset
}

fn distribution(scene: Scene<'_>, key: &str, file: &PublishedFile, words: &dyn Fn(&str) -> Value) -> Value {
    let address = scene.config.base_url.whole(&scene.plan.addresses.data_file(file.file));
    let (format, media_type) = match file.file {
        DataFile::Csv(_) => ("CSV", "text/csv"),
        _ => ("JSON", "application/json"),
    };
    let mut distribution = json!({
        "@id": format!("{address}#file"),
        "@type": "dcat:Distribution",
        "dct:title": words(&format!("{} ({format})", scene.words.word(&format!("table_{key}")))),
        "dcat:accessURL": {"@id": address, "@type": "rdfs:Resource"},
        "dcat:downloadURL": {"@id": address},
        "dcat:mediaType": {
            "@id": format!("http://www.iana.org/assignments/media-types/{media_type}"),
            "@type": "dct:MediaType",
        },
        "dct:format": {
            "@id": format!("http://publications.europa.eu/resource/authority/file-type/{format}"),
            "@type": "dct:MediaTypeOrExtent",
        },
        "dcat:byteSize": {"@value": file.bytes.to_string(), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256", "@type": "spdx:ChecksumAlgorithm"},
            "spdx:checksumValue": {"@value": file.sha256, "@type": "xsd:hexBinary"},
        },
    });
    if let Some(licence) = &scene.config.licence {
        distribution["dct:license"] = licence_node(licence);
    }
    distribution
}

fn language(lang: Lang) -> Value {
    let code = if lang == Lang::Vi { "VIE" } else { "ENG" };
    json!({
        "@id": format!("http://publications.europa.eu/resource/authority/language/{code}"),
        "@type": "dct:LinguisticSystem",
    })
}

fn licence_node(licence: &str) -> Value {
    match licence_address(licence) {
        Some(address) => json!({"@id": address, "@type": "dct:LicenseDocument", "rdfs:label": licence}),
        None => json!({"@type": "dct:LicenseDocument", "rdfs:label": licence}),
    }
}

/// The address of a licence: its own where it is one, else that of the licences that are usual for open data.
pub(super) fn licence_address(licence: &str) -> Option<String> {
    let is_address = licence.starts_with("https://") || licence.starts_with("http://");
    if is_address && licence.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>\"{}|\\^`".contains(&byte)) {
        return Some(licence.to_owned());
    }
    let name = licence.trim().to_ascii_uppercase().replace([' ', '_'], "-");
    let path = match name.as_str() {
        "CC-BY-4.0" => "licenses/by/4.0/",
        "CC-BY-SA-4.0" => "licenses/by-sa/4.0/",
        "CC-BY-NC-4.0" => "licenses/by-nc/4.0/",
        "CC0-1.0" | "CC0" => "publicdomain/zero/1.0/",
        _ => return None,
    };
    Some(format!("https://creativecommons.org/{path}"))
}
