//! What the demo shop sells: things for outside, and the electronics that people take there or resell.

use super::random::Random;

/// One product. Prices are in grosz (1/100 PLN).
pub(crate) struct Product {
    pub(crate) sku: &'static str,
    pub(crate) name: &'static str,
    pub(crate) category: &'static str,
    price: u64,
}

/// One line of an order; the price of one piece is in 1/100 of the order's currency.
pub(crate) struct Line {
    pub(crate) product: &'static Product,
    pub(crate) quantity: u64,
    pub(crate) price: u64,
}

const fn product(sku: &'static str, name: &'static str, category: &'static str, price: u64) -> Product {
    Product { sku, name, category, price }
}

const PRODUCTS: &[Product] = &[
    product("TENT-2", "Two-person trekking tent", "tents", 89_900),
    product("TENT-4", "Four-person family tent", "tents", 159_900),
    product("PACK-45", "Backpack 45 l", "backpacks", 44_900),
    product("PACK-22", "Day pack 22 l", "backpacks", 24_900),
    product("BAG-M5", "Sleeping bag, comfort -5 °C", "sleeping", 59_900),
    product("MAT-SI", "Self-inflating mat", "sleeping", 27_900),
    product("STOVE-G", "Gas stove with windshield", "cooking", 18_900),
    product("POT-2", "Pot set, titanium", "cooking", 32_900),
    product("BOTTLE-1", "Insulated bottle 1 l", "cooking", 11_900),
    product("LAMP-400", "Head lamp 400 lm", "light", 15_900),
    product("POLES-C", "Trekking poles, carbon", "walking", 36_900),
    product("BOOT-GTX", "Hiking boots, waterproof", "shoes", 64_900),
    product("SOCK-3", "Merino socks, three pairs", "shoes", 12_900),
    product("JACKET-H", "Hard-shell jacket", "clothing", 79_900),
    product("FLEECE-1", "Fleece pullover", "clothing", 22_900),
    product("GPS-W7", "GPS watch W7", "electronics", 169_900),
    product("GPS-H1", "Handheld GPS H1", "electronics", 129_900),
    product("PB-20", "Power bank 20 Ah", "electronics", 17_900),
    product("SOLAR-21", "Solar panel 21 W", "electronics", 34_900),
    product("CAM-A4", "Action camera A4", "electronics", 149_900),
    product("DRONE-M3", "Drone M3 with camera", "electronics", 329_900),
    product("PHONE-R", "Rugged phone R", "electronics", 219_900),
    product("RADIO-P", "PMR radios, pair", "electronics", 28_900),
    product("BINO-10", "Binoculars 10x42", "electronics", 99_900),
];

/// One to four different products in this currency. Suspects prefer what sells on quickly.
pub(crate) fn fill(currency: &str, resale: bool, random: &mut Random) -> Vec<Line> {
    let wanted = 1 + random.below(4).min(random.below(4));
    let mut lines: Vec<Line> = Vec::new();
    while (lines.len() as u64) < wanted {
        let product = random.pick(PRODUCTS);
        let quick = product.category == "electronics" && product.price > 90_000;
        if lines.iter().any(|line| line.product.sku == product.sku) || (resale && !quick) {
            continue;
        }
        let quantity = if product.price < 20_000 { 1 + random.below(3) } else { 1 + u64::from(random.percent(8)) };
        lines.push(Line { product, quantity, price: in_currency(product.price, currency) });
    }
    lines
}

/// Shipping in 1/100 of the currency: free for larger baskets.
pub(crate) fn shipping(currency: &str, lines: &[Line]) -> u64 {
    let goods: u64 = lines.iter().map(|line| line.price * line.quantity).sum();
    if goods >= in_currency(49_900, currency) { 0 } else { in_currency(1_599, currency) }
}

/// A price as the shop would set it there: whole units less one hundredth.
fn in_currency(grosz: u64, currency: &str) -> u64 {
    let (numerator, denominator) = match currency {
        "EUR" => (10, 43),
        "GBP" => (10, 50),
        "TRY" => (96, 10),
        "BRL" => (14, 10),
        _ => return grosz,
    };
    let hundredths = grosz * numerator / denominator;
    (hundredths / 100).max(1) * 100 + 99
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn baskets_hold_one_to_four_different_products() {
        let mut random = Random::new(3);
        for resale in [false, true] {
            for _ in 0..200 {
                let lines = fill("EUR", resale, &mut random);
                assert!((1..=4).contains(&lines.len()));
                assert!(lines.iter().all(|line| line.price % 100 == 99 && line.quantity > 0));
            }
        }
        assert_eq!(in_currency(89_900, "PLN"), 89_900);
        assert_eq!(in_currency(89_900, "EUR"), 20_999);
    }
}
