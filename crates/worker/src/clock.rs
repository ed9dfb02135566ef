//! Clocks of shops: the runtime knows every time zone, so that no table of them is carried.

use js_sys::{Array, Date, Intl, Object, Reflect};
use ordergate_screening::Timestamp;
use wasm_bindgen::JsValue;

/// What a clock in `zone` shows at `at`: year, month, day, hour, minute. `None` for a zone that the
/// runtime does not know.
fn shown(zone: &str, at: Timestamp) -> Option<[i64; 5]> {
    let options = Object::new();
    let set = |name: &str, value: &JsValue| Reflect::set(&options, &JsValue::from_str(name), value).ok();
    set("timeZone", &JsValue::from_str(zone))?;
    set("hourCycle", &JsValue::from_str("h23"))?;
    for name in ["year", "month", "day", "hour", "minute"] {
        set(name, &JsValue::from_str("numeric"))?;
    }
    // A zone that does not exist throws; the constructor binding would abort on it.
    let constructor =
        Reflect::get(&Reflect::get(&js_sys::global(), &JsValue::from_str("Intl")).ok()?, &JsValue::from_str("DateTimeFormat")).ok()?;
    let arguments = Array::of2(&JsValue::from_str("en-US"), &options);
    let format: Intl::DateTimeFormat = Reflect::construct(&constructor.into(), &arguments).ok()?.into();
    #[expect(clippy::cast_precision_loss, reason = "milliseconds of the years 0 to 9999 stay below 2^53")]
    let parts = format.format_to_parts(&Date::new(&JsValue::from_f64(at.as_millis() as f64)));
    let part = |name: &str| {
        parts.iter().find_map(|part| {
            let text = |name: &str| Reflect::get(&part, &JsValue::from_str(name)).ok()?.as_string();
            (text("type")? == name).then(|| text("value")).flatten()?.parse::<i64>().ok()
        })
    };
    Some([part("year")?, part("month")?, part("day")?, part("hour")?, part("minute")?])
}

/// Whether the runtime knows the clocks of `zone`.
pub(crate) fn knows(zone: &str) -> bool {
    shown(zone, Timestamp::from_millis(0)).is_some()
}

/// How far the clocks of `zone` are from UTC at `at`, in minutes; 0 for a zone nobody knows.
pub(crate) fn offset_minutes(zone: &str, at: Timestamp) -> i32 {
    let offset = || {
        let [year, month, day, hour, minute] = shown(zone, at)?;
        let local: Timestamp = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:00Z").parse().ok()?;
        i32::try_from(local.as_millis().div_euclid(60_000) - at.as_millis().div_euclid(60_000)).ok()
    };
    offset().unwrap_or(0)
}
