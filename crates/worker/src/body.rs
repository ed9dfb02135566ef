//! Request bodies, never larger than asked for.

use futures_util::StreamExt as _;
use worker::Request;

use crate::failure::Failure;

/// Webhook bodies: 8 MB.
pub(crate) const WEBHOOK_CAP: usize = 8_000_000;
/// API bodies: 1 MB.
pub(crate) const API_CAP: usize = 1_000_000;

/// The raw bytes of the body.
///
/// # Errors
/// 413 when the body is larger than `cap`, before it has been read in whole.
pub(crate) async fn read(request: &mut Request, cap: usize) -> Result<Vec<u8>, Failure> {
    let too_large = || Failure::refused(413, "too-large", "The body is too large", format!("at most {cap} bytes are read"));
    let announced = request.headers().get("content-length")?.and_then(|length| length.parse::<usize>().ok());
    match announced {
        Some(length) if length > cap => Err(too_large()),
        Some(0) => Ok(Vec::new()),
        // The runtime cuts a body at its announced length.
        Some(_) => Ok(request.bytes().await?),
        None => {
            let Ok(mut stream) = request.stream() else { return Ok(Vec::new()) };
            let mut bytes = Vec::new();
            while let Some(chunk) = stream.next().await {
                bytes.extend_from_slice(&chunk?);
                if bytes.len() > cap {
                    return Err(too_large());
                }
            }
            Ok(bytes)
        }
    }
}
