//! How much the streams of a file unpack to, found out before anything is drawn: the library that
//! draws keeps what it unpacks. Packings other than Flate, and names of it that are written in
//! unusual ways, are left to the limit of time.

use std::io::Read;

use flate2::read::DeflateDecoder;

/// Largest stream, unpacked, in bytes: a page of text has some ten thousand, a font a few million.
const LARGEST: u64 = 32 << 20;
/// Largest picture, unpacked, in bytes: a page in colour of 600 dots an inch.
const LARGEST_PICTURE: u64 = 128 << 20;
/// Largest sum of all streams but pictures, in bytes; of pictures so much is looked at.
const LARGEST_TOTAL: u64 = 96 << 20;
/// A packed byte becomes at most so many.
const RATIO: u64 = 1032;
/// How far before a stream its dictionary may begin, in bytes.
const DICTIONARY: usize = 4096;
/// Whether the streams of a file unpack to no more than a document has.
pub(super) fn fit(file: &[u8]) -> bool {
    let (mut total, mut pictures) = (0, 0);
    let mut from = 0;
    while let Some(at) = find(file, from, b"stream") {
        from = at + b"stream".len();
        let end = find(file, from, b"endstream").unwrap_or(file.len());
        let dictionary = dictionary(file, at);
        let Some(packed) = packed(file.get(from..end).unwrap_or_default(), dictionary) else {
            continue;
        };
        from = end + b"endstream".len();
        let most = packed.len() as u64 * RATIO;
        if has(dictionary, b"/Image") {
            // They are not unpacked for us; what is called so may be something else.
            if most > LARGEST_PICTURE && pictures < LARGEST_TOTAL {
                pictures += unpacked(packed, LARGEST_PICTURE);
                if pictures > LARGEST_PICTURE {
                    return false;
                }
            }
            continue;
        }
        let size = unpacked(packed, LARGEST);
        total += size;
        if size > LARGEST || total > LARGEST_TOTAL || is_nested(dictionary) {
            return false;
        }
    }
    true
}

/// Where `word` stands next in `file`.
fn find(file: &[u8], from: usize, word: &[u8]) -> Option<usize> {
    let rest = file.get(from..)?;
    rest.windows(word.len()).position(|window| window == word).map(|at| from + at)
}

fn has(dictionary: &[u8], name: &[u8]) -> bool {
    find(dictionary, 0, name).is_some()
}

/// What stands between the begin of the object and its stream.
fn dictionary(file: &[u8], stream: usize) -> &[u8] {
    let before = file.get(stream.saturating_sub(DICTIONARY)..stream).unwrap_or_default();
    let start = before.windows(4).rposition(|window| window == b" obj").unwrap_or(0);
    before.get(start..).unwrap_or_default()
}

/// The packed bytes of a stream, if it is packed by Flate.
fn packed<'a>(stream: &'a [u8], dictionary: &[u8]) -> Option<&'a [u8]> {
    let stream = stream.strip_prefix(b"\r").unwrap_or(stream);
    let stream = stream.strip_prefix(b"\n").unwrap_or(stream);
    let (Some(first), Some(second)) = (stream.first(), stream.get(1)) else { return None };
    let head = first & 15 == 8 && (u16::from(*first) * 256 + u16::from(*second)) % 31 == 0;
    if head {
        return stream.get(2..);
    }
    has(dictionary, b"/FlateDecode").then_some(stream)
}

/// Whether a stream is packed twice: the inner one could be of any size.
fn is_nested(dictionary: &[u8]) -> bool {
    let name = b"/FlateDecode";
    find(dictionary, 0, name).is_some_and(|at| find(dictionary, at + 1, name).is_some())
}

/// How many bytes a stream unpacks to; it ends beyond `limit` and where it is damaged.
fn unpacked(packed: &[u8], limit: u64) -> u64 {
    let mut stream = DeflateDecoder::new(packed);
    let mut buffer = vec![0; 1 << 16];
    let mut size = 0;
    while size <= limit {
        match stream.read(&mut buffer) {
            Ok(0) | Err(_) => break,
            Ok(count) => size += count as u64,
        }
    }
    size
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::ZlibEncoder;

    use super::{LARGEST, fit};

    /// An object with a stream of so many zeros, packed.
    fn object(size: u64) -> Vec<u8> {
        let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
        let zeros = vec![0; 1 << 20];
        (0..size >> 20).for_each(|_| packed.write_all(&zeros).expect("zeros"));
        let mut object = b"4 0 obj<</Filter/FlateDecode>>stream\n".to_vec();
        object.extend(packed.finish().expect("a stream"));
        object.extend(b"\nendstream endobj\n");
        object
    }

    #[test]
    fn what_unpacks_to_too_much_is_known() {
        assert!(fit(&object(LARGEST)));
        assert!(!fit(&object(LARGEST + (1 << 20))));
        assert!(!fit(&object(LARGEST).repeat(4)));
        assert!(fit(b"stream of words, endstream stream\nendstream"));
    }
}
