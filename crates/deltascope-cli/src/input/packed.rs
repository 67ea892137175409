//! What servers pack pages by, gzip aside: deflate and Brotli, unpacked no further than the limits allow.

use std::io::{ErrorKind, Read};

use brotli_decompressor::Decompressor;
use deltascope_clean::Limits;
use flate2::read::{DeflateDecoder, ZlibDecoder};

/// The page that a server packed in a `way` of the header Content-Encoding.
///
/// # Errors
/// Says which limit is passed, how the data are wrong, or that the way is not known.
pub fn unpacked(way: &str, packed: &[u8], limits: &Limits) -> Result<Vec<u8>, String> {
    match way {
        // RFC 9110 means zlib by it; some servers send the bare stream.
        "deflate" if is_zlib(packed) => bounded(way, ZlibDecoder::new(packed), packed, limits),
        "deflate" => bounded(way, DeflateDecoder::new(packed), packed, limits),
        "br" => bounded(way, Decompressor::new(packed, 4096), packed, limits),
        _ => Err(format!(
            "the page is packed by “{way}”, which is not read; record it unpacked or by gzip"
        )),
    }
}

/// RFC 1950: the method is 8, and the two bytes of the header are a multiple of 31.
fn is_zlib(packed: &[u8]) -> bool {
    packed
        .first_chunk()
        .is_some_and(|head| head[0] & 15 == 8 && u16::from_be_bytes(*head) % 31 == 0)
}

fn bounded(
    way: &str,
    reader: impl Read,
    packed: &[u8],
    limits: &Limits,
) -> Result<Vec<u8>, String> {
    let by_ratio = limits.unpacked(packed.len() as u64);
    let most = by_ratio.min(limits.bytes as u64);
    let mut page = Vec::new();
    let read = reader.take(most + 1).read_to_end(&mut page);
    if page.len() as u64 > by_ratio {
        return Err(format!(
            "its “{way}” data grow more than {} times; leave it out, or raise --max-ratio",
            limits.ratio
        ));
    }
    if page.len() > limits.bytes {
        return Err(format!(
            "the page is larger than {} bytes; split it, leave it out or raise --max-bytes",
            limits.bytes
        ));
    }
    read.map_err(|error| {
        let how = if error.kind() == ErrorKind::UnexpectedEof { "cut off" } else { "damaged" };
        format!("its “{way}” data are {how} after {} unpacked bytes; record it again", page.len())
    })?;
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::read::{DeflateEncoder, ZlibEncoder};

    /// Brotli without compressing (RFC 7932, 9.2): a window of 16 bits, one meta-block of bytes as
    /// they are, and an empty last one.
    fn brotli(page: &[u8]) -> Vec<u8> {
        // From the lowest bit: window 0; not last 0; two bytes of length 00; the length less one;
        // uncompressed 1.
        let head = (page.len() as u32 - 1) << 4 | 1 << 20;
        [&head.to_le_bytes()[..3], page, &[3]].concat()
    }

    fn all(mut reader: impl Read) -> Vec<u8> {
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes).unwrap();
        bytes
    }

    #[track_caller]
    fn check(way: &str, packed: &[u8], expected: Result<&str, &str>) {
        let limits = Limits { bytes: 2 << 20, ..Limits::default() };
        match (unpacked(way, packed, &limits), expected) {
            (Ok(page), Ok(expected)) => assert_eq!(page, expected.as_bytes()),
            (Err(why), Err(expected)) => assert!(why.contains(expected), "{why}"),
            (found, _) => panic!("{found:?} is not {expected:?}"),
        }
    }

    #[test]
    fn ways_are_undone() {
        let page = "<p>三市共用大型仪器</p>";
        let best = Compression::best();
        let (zlib, bare) = (
            all(ZlibEncoder::new(page.as_bytes(), best)),
            all(DeflateEncoder::new(page.as_bytes(), best)),
        );
        check("deflate", &zlib, Ok(page));
        check("deflate", &bare, Ok(page));
        check("br", &brotli(page.as_bytes()), Ok(page));
        check("deflate", &zlib[..zlib.len() - 1], Err("“deflate” data are"));
        check("deflate", &bare[..9], Err("“deflate” data are cut off"));
        check("br", &brotli(page.as_bytes())[..9], Err("“br” data are"));
        check("zstd", b"", Err("packed by “zstd”, which is not read"));
    }

    #[test]
    fn limits_hold() {
        let zeros = |length| all(DeflateEncoder::new(&vec![0; length][..], Compression::best()));
        check("deflate", &zeros((1 << 20) + 1), Err("grow more than 200 times"));
        let noise: Vec<u8> = (0..20_000_u32)
            .flat_map(|n| n.wrapping_mul(n).wrapping_mul(2_654_435_761).to_le_bytes())
            .collect();
        let packed = all(DeflateEncoder::new(
            &[&noise[..], &vec![0; 2 << 20]].concat()[..],
            Compression::best(),
        ));
        check("deflate", &packed, Err("larger than 2097152 bytes"));
    }
}
