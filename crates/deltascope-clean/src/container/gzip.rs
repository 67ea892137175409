//! gzip, of one member or several, unpacked no further than the limits allow.

use std::io::{ErrorKind, Read};

use flate2::read::MultiGzDecoder;

use super::ContainerError;
use crate::limits::Limits;

/// The bytes begin as gzip does (RFC 1952: two magic bytes, then deflate).
pub(super) fn is_gzip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x1f\x8b\x08")
}

pub(super) fn unpack(bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, ContainerError> {
    let by_ratio = limits.unpacked(bytes.len() as u64);
    let most = by_ratio.min(limits.bytes as u64);
    let mut unpacked = Vec::new();
    let read = MultiGzDecoder::new(bytes).take(most + 1).read_to_end(&mut unpacked);
    if unpacked.len() as u64 > by_ratio {
        return Err(ContainerError::Expands(limits.ratio));
    }
    if unpacked.len() > limits.bytes {
        return Err(ContainerError::TooLarge(limits.bytes));
    }
    match read {
        Ok(_) => Ok(unpacked),
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => {
            Err(ContainerError::GzipCut(unpacked.len()))
        }
        Err(_) => Err(ContainerError::GzipDamaged(unpacked.len())),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::gzip;
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: Result<&str, ContainerError>) {
        assert!(is_gzip(bytes));
        assert_eq!(
            unpack(bytes, &Limits::default()),
            expected.map(|text| text.as_bytes().to_vec())
        );
    }

    #[test]
    fn members_are_joined() {
        check(&gzip("三市".as_bytes()), Ok("三市"));
        check(&[gzip("三市".as_bytes()), gzip("共用".as_bytes())].concat(), Ok("三市共用"));
    }

    #[test]
    fn damage_is_told() {
        let whole = gzip("三市共用仪器".as_bytes());
        check(&whole[..whole.len() - 1], Err(ContainerError::GzipCut(18)));
        check(&whole[..10], Err(ContainerError::GzipCut(0)));
        let mut wrong = whole.clone();
        *wrong.last_mut().unwrap() ^= 1;
        check(&wrong, Err(ContainerError::GzipDamaged(18)));
        check(&[&whole[..], b"and something else"].concat(), Err(ContainerError::GzipDamaged(18)));
    }
}
