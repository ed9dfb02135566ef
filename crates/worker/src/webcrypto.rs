//! Signatures verified by the runtime's Web Crypto: no curve and no RSA of our own in the Worker.

use js_sys::{Array, Function, JSON, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use worker::wasm_bindgen_futures::JsFuture;

/// An algorithm that something is signed with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Algorithm {
    /// ECDSA on P-256 with SHA-256; the signature is r and s, 32 bytes each.
    Es256,
    /// RSASSA-PKCS1-v1_5 with SHA-256.
    Rs256,
}

impl Algorithm {
    fn name(self) -> Result<Object, JsValue> {
        match self {
            Self::Rs256 => object(&[("name", "RSASSA-PKCS1-v1_5"), ("hash", "SHA-256")]),
            Self::Es256 => object(&[("name", "ECDSA"), ("namedCurve", "P-256"), ("hash", "SHA-256")]),
        }
    }
}

/// Whether `jwk`, a key as JSON, signed `message`. `None`: it is no key.
pub(crate) async fn signed_by(jwk: &str, algorithm: Algorithm, signature: &[u8], message: &[u8]) -> Option<bool> {
    verify(jwk, algorithm, signature, message).await.ok().flatten()
}

/// Whether `jwk` is a key: for ES256, a point on the curve.
pub(crate) async fn is_key(jwk: &str, algorithm: Algorithm) -> bool {
    import(jwk, algorithm).await.is_ok()
}

async fn import(jwk: &str, algorithm: Algorithm) -> Result<JsValue, JsValue> {
    let arguments = [
        JsValue::from_str("jwk"),
        JSON::parse(jwk)?,
        algorithm.name()?.into(),
        JsValue::FALSE,
        Array::of1(&JsValue::from_str("verify")).into(),
    ];
    subtle("importKey", &arguments).await
}

async fn verify(jwk: &str, algorithm: Algorithm, signature: &[u8], message: &[u8]) -> Result<Option<bool>, JsValue> {
    let key = import(jwk, algorithm).await?;
    let arguments = [algorithm.name()?.into(), key, Uint8Array::from(signature).into(), Uint8Array::from(message).into()];
    Ok(subtle("verify", &arguments).await?.as_bool())
}

async fn subtle(method: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let crypto = Reflect::get(&js_sys::global(), &JsValue::from_str("crypto"))?;
    let subtle = Reflect::get(&crypto, &JsValue::from_str("subtle"))?;
    let function: Function = Reflect::get(&subtle, &JsValue::from_str(method))?.dyn_into()?;
    let promise: Promise = function.apply(&subtle, &arguments.iter().collect::<Array>())?.dyn_into()?;
    JsFuture::from(promise).await
}

fn object(members: &[(&str, &str)]) -> Result<Object, JsValue> {
    let object = Object::new();
    for (name, value) in members {
        Reflect::set(&object, &JsValue::from_str(name), &JsValue::from_str(value))?;
    }
    Ok(object)
}
