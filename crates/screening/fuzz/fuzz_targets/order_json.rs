#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| ordergate_screening_fuzz::order_json(data));
