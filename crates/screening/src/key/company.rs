//! Companies without their legal forms.

use super::fold::plain;
use super::lines::{Lines, lines, listed};

/// Legal forms as [`plain`] writes them, one a line, sorted.
static LEGAL_FORMS: Lines = lines!(whole "legal_forms.txt");

/// The key of a company: [`plain`] without the legal forms at its end (`"Żabka Sp. z o.o."` gives
/// `"zabka"`, `"Müller GmbH & Co. KG"` gives `"muller"`). A name that is nothing but a legal form
/// stays.
pub fn company(text: &str) -> Option<String> {
    let plain = plain(text)?;
    let mut rest = plain.as_str();
    // The words of a form ("sp z o o") are matched from the end, the longest form first.
    'shorter: loop {
        let ends = rest.rmatch_indices(' ').take(6).map(|(at, _)| at).collect::<Vec<_>>();
        for end in ends.into_iter().rev() {
            let Some((name, form)) = rest.split_at_checked(end) else { continue };
            if listed(&LEGAL_FORMS, form.trim_start()) {
                rest = name;
                continue 'shorter;
            }
        }
        return Some(rest.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::company;

    #[test]
    fn drops_legal_forms_at_the_end() {
        for (input, want) in [
            ("Żabka Polska Sp. z o.o.", "zabka polska"),
            ("ŻABKA POLSKA SPÓŁKA Z OGRANICZONĄ ODPOWIEDZIALNOŚCIĄ", "zabka polska"),
            ("Żabka Polska sp. z o.o. sp. k.", "zabka polska"),
            ("Orlen S.A.", "orlen"),
            ("Müller GmbH & Co. KG", "muller"),
            ("Smith & Sons Ltd.", "smith sons"),
            ("Silva, Lda", "silva"),
            ("Padaria Central LTDA - ME", "padaria central"),
            ("Rossi S.r.l.", "rossi"),
            ("Yıldız Tekstil A.Ş.", "yildiz tekstil"),
            ("Yıldız San. ve Tic. Ltd. Şti.", "yildiz san ve tic"),
            ("GmbH", "gmbh"),
            ("S.A.", "s a"),
        ] {
            assert_eq!(company(input).as_deref(), Some(want), "{input}");
        }
        assert_eq!(company(" . "), None);
    }
}
