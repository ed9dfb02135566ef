#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| ordergate_screening_fuzz::keys(data));
