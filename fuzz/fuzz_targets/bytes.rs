#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| storydiff_fuzz::bytes(input));
