//! The Worker's own small pages: one heading, some text, perhaps a form.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use crate::answer::Answer;

const PAGE_STYLE: &str = "body{margin:0;min-height:100vh;display:grid;place-items:center;background:light-dark(#f6f7f9,#14161b);\
    color:light-dark(#1a1d24,#eceef2);font:15px/1.5 system-ui,sans-serif}main{max-width:22rem;margin:1rem;padding:2rem;border-radius:12px;\
    background:light-dark(#fff,#1d2026);border:1px solid light-dark(#dfe2e8,#343943);overflow-wrap:anywhere}h1{margin:0 0 .5rem;font-size:1.25rem}\
    p{margin:0 0 1.25rem}button{font:inherit;font-weight:600;width:100%;padding:.6rem 1rem;border:1px solid #3949b8;border-radius:8px;background:#3949b8;\
    color:#fff;cursor:pointer}button.second{margin-top:.6rem;background:none;color:inherit;border-color:light-dark(#8a91a0,#7c8494)}\
    button:focus-visible{outline:3px solid light-dark(#3949b8,#aab4ff);outline-offset:2px}";

/// A page; `title` and `content` are markup. Its style is admitted by its digest, so that nothing
/// else inline is.
pub(crate) fn page(status: u16, language: &str, title: &str, content: &str) -> Answer {
    let html = format!(
        "<!doctype html><html lang=\"{language}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>{title} - Ordergate</title><style>{PAGE_STYLE}</style></head>\
         <body><main><h1>{title}</h1>{content}</main></body></html>"
    );
    let digest = STANDARD.encode(Sha256::digest(PAGE_STYLE));
    let policy = format!("default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    Answer::new(status, "text/html; charset=utf-8", html).with("content-security-policy", policy)
}

/// Text that stays text in a page, without control and direction characters.
pub(crate) fn escaped(text: &str) -> String {
    ordergate_casework::inert_html(text)
}
