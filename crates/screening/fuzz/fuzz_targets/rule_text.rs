#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| ordergate_screening_fuzz::rule_text(data));
