//! Compressed forms of files, for hosts that send them as they are. The same bytes give the same form on any machine.

use std::io::Write;

use crate::config::Compression;

/// Shorter texts gain nothing by it.
const LEAST: usize = 512;
/// Smaller than 9 gives, but each page then takes ten times as long.
const BROTLI_QUALITY: u32 = 9;
/// The widest window that all browsers know, as a power of two.
const BROTLI_WINDOW: u32 = 22;

/// Whether a file of this name and length is worth compressing.
#[must_use]
pub fn is_compressible(file: &str, length: usize) -> bool {
    let ending = file.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending);
    let is_text = ending.is_some_and(|ending| {
        matches!(
            ending,
            "html" | "css" | "js" | "json" | "jsonld" | "xml" | "svg" | "csv" | "ics" | "txt" | "md" | "ttl"
        )
    });
    is_text && length >= LEAST
}

/// The compressed form of some bytes; `None` where that is no smaller.
#[must_use]
pub fn compressed(bytes: &[u8], compression: Compression) -> Option<Vec<u8>> {
    let made = match compression {
        Compression::Gzip => {
            let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
            writer.write_all(bytes).ok()?;
            writer.finish().ok()?
        }
        Compression::Brotli => {
            let mut made = Vec::new();
            let mut writer = brotli::CompressorWriter::new(&mut made, 4096, BROTLI_QUALITY, BROTLI_WINDOW);
            writer.write_all(bytes).ok()?;
            // Dropping it writes the end.
            drop(writer);
            made
        }
    };
    (made.len() < bytes.len()).then_some(made)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_is_compressed_comes_back() {
        let text = "Hội đồng nhân dân ".repeat(100);
        let mut back = String::new();
        let gz = compressed(text.as_bytes(), Compression::Gzip).unwrap();
        flate2::read::GzDecoder::new(&gz[..]).read_to_string(&mut back).unwrap();
        assert_eq!(back, text);
        back.clear();
        let br = compressed(text.as_bytes(), Compression::Brotli).unwrap();
        brotli::Decompressor::new(&br[..], 4096).read_to_string(&mut back).unwrap();
        assert_eq!(back, text);
        assert_eq!(compressed(b"", Compression::Gzip), None);
        assert_eq!(compressed(text.as_bytes(), Compression::Gzip), Some(gz));
    }

    #[test]
    fn texts_alone_are_worth_it() {
        for (file, length, expected) in [
            ("a/index.html", 600, true),
            ("a/index.html", 500, false),
            ("a/du-lieu.csv", 600, true),
            ("tim-kiem/0123.bin", 9000, false),
            ("a/anh.png", 9000, false),
            ("json", 9000, false),
        ] {
            assert_eq!(is_compressible(file, length), expected, "{file}");
        }
    }
}
