//! The words of all mails, a file a language. `{names}` are filled in.

mod en;
mod it;
mod pl;
mod pt_br;
mod tr;

use crate::language::Language;

macro_rules! words {
    ($($name:ident)+) => {
        /// One language's words.
        pub(super) struct Words {
            $(pub(super) $name: &'static str,)+
        }

        #[cfg(test)]
        impl Words {
            fn all(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($name), self.$name)),+]
            }
        }
    };
}

words! {
    held marked warning_subject warning_title held_lead marked_lead total points more_than what_matched and_more open_order open_orders open_admin footer footer_checked effect_mark effect_hold effect_hold_always effect_allow first_name last_name street house_number postcode city email ip phone country company tax_id customer_id payment_fingerprint device email_domain billing shipping customer line billing_name billing_address shipping_name shipping_address email_row phone_row ip_row case_subject case_title case_lead cause_check cause_declined cause_fraud cause_dispute stop_before was_said answer_here digest_subject digest_title digest_lead marked_orders trial_subject trial_title trial_lead
}

/// The words in a language.
pub(super) fn words(language: Language) -> &'static Words {
    match language {
        Language::English => &en::WORDS,
        Language::Portuguese => &pt_br::WORDS,
        Language::Polish => &pl::WORDS,
        Language::Turkish => &tr::WORDS,
        Language::Italian => &it::WORDS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a template fills in, in the order of the alphabet.
    fn names(template: &str) -> Vec<&str> {
        let mut names: Vec<&str> = template.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect();
        names.sort_unstable();
        names
    }

    #[test]
    fn every_language_says_everything_with_the_same_values() {
        let english = words(Language::English).all();
        for &language in Language::ALL {
            for ((name, template), (_, original)) in words(language).all().into_iter().zip(&english) {
                assert!(!template.trim().is_empty() && template.trim() == template, "{language} {name}");
                assert_eq!(names(template), names(original), "{language} {name}");
                assert!(!template.contains(['<', '>', '&', '"']), "{language} {name}: words stand in HTML as they are");
            }
        }
    }
}
