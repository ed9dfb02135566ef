//! No file of the tree names a folder of the machine it was written on.

#![allow(clippy::string_slice, reason = "every position comes from a search in the same text")]

/// Beginnings of such paths, in two halves so that this file passes its own rule.
const FOLDERS: &[&str] = &[concat!("/ho", "me/"), concat!("/ro", "ot/"), concat!("/Use", "rs/"), concat!("/wo", "rk/")];

/// Lines with a path that only exists on one machine. The same text further down a path or a URL is none.
pub(crate) fn breaches(file: &str, text: &str) -> Vec<String> {
    let mut breaches = Vec::new();
    for (index, line) in text.lines().enumerate() {
        for folder in FOLDERS {
            let begins =
                |at: usize| line[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric() && !"/._-*}".contains(before));
            if line.match_indices(folder).any(|(at, _)| begins(at)) {
                breaches.push(format!("{file}:{}: names a folder of one machine ({folder}…)", index + 1));
            }
        }
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::breaches;

    #[test]
    fn a_home_folder_is_found_and_a_url_is_not() {
        assert_eq!(breaches("a.md", concat!("see\n`/ho", "me/jan/x`\n")).len(), 1);
        assert_eq!(breaches("a.md", concat!("path=/ro", "ot/x")).len(), 1);
        assert!(breaches("a.md", concat!("https://shop.example/ho", "me/x and tests/wo", "rk/x")).is_empty());
    }
}
