//! Media types of the files of a site.

/// Types by ending of the name. Texts are UTF-8.
pub(super) const BY_ENDING: [(&str, &str); 34] = [
    ("html", "text/html"),
    ("css", "text/css"),
    ("js", "text/javascript"),
    ("json", "application/json"),
    ("jsonld", "application/ld+json"),
    ("xml", "application/xml"),
    ("svg", "image/svg+xml"),
    ("csv", "text/csv"),
    ("ics", "text/calendar"),
    ("txt", "text/plain"),
    ("md", "text/markdown"),
    ("ttl", "text/turtle"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("gif", "image/gif"),
    ("webp", "image/webp"),
    ("avif", "image/avif"),
    ("ico", "image/x-icon"),
    ("pdf", "application/pdf"),
    ("doc", "application/msword"),
    ("xls", "application/vnd.ms-excel"),
    ("ppt", "application/vnd.ms-powerpoint"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("zip", "application/zip"),
    ("gz", "application/gzip"),
    ("bin", "application/octet-stream"),
    ("mp4", "video/mp4"),
    ("mp3", "audio/mpeg"),
    ("woff2", "font/woff2"),
];

/// Types of files that have a name of their own: feeds (RFC 4287), Akoma Ntoso (OASIS, annex of its naming
/// convention), the description of the search (`OpenSearch` 1.1).
pub(super) const BY_NAME: [(&str, &str); 3] = [
    ("feed.xml", "application/atom+xml"),
    ("akn.xml", "application/akn+xml"),
    ("opensearch.xml", "application/opensearchdescription+xml"),
];

/// Endings of files that other sites may read too: they are data.
pub(super) const OPEN: [&str; 8] = ["json", "jsonld", "xml", "csv", "ics", "txt", "md", "ttl"];

/// Whether files of a type are texts whose encoding is told.
pub(super) fn is_text(media: &str) -> bool {
    media.starts_with("text/") || media.ends_with("xml") || media.ends_with("json")
}

/// A type with its encoding.
pub(super) fn whole(media: &str) -> String {
    if is_text(media) { format!("{media}; charset=utf-8") } else { media.to_owned() }
}
