//! The headers of shops' own exports.
//!
//! Shopify: Orders, Export, "plain CSV file". WooCommerce: the Orders report of its Analytics, and the
//! headers of the extensions that export orders: Customer / Order / Coupon Export (by order and by
//! item), Order Import Export Suite, and Advanced Order Export with its columns as labels.

/// Shopify's columns, each with what it is read as.
pub(super) const SHOPIFY: &[(&str, &str)] = &[
    ("name", "number"),
    ("id", "id"),
    ("email", "email"),
    ("financial status", "status"),
    ("fulfillment status", "status"),
    ("cancelled at", "cancelled_at"),
    ("currency", "currency"),
    ("total", "total"),
    ("created at", "placed_at"),
    ("source", "channel"),
    ("phone", "phone"),
    ("payment method", "payment.method"),
    ("lineitem quantity", "line.quantity"),
    ("lineitem name", "line.product"),
    ("lineitem price", "line.price"),
    ("lineitem sku", "line.sku"),
    ("billing name", "billing.name"),
    ("billing address1", "billing.street"),
    ("billing address2", "billing.street2"),
    ("billing street", "billing.street"),
    ("billing company", "billing.company"),
    ("billing city", "billing.city"),
    ("billing zip", "billing.postcode"),
    ("billing province", "billing.region"),
    ("billing country", "billing.country"),
    ("billing phone", "billing.phone"),
    ("shipping name", "shipping.name"),
    ("shipping address1", "shipping.street"),
    ("shipping address2", "shipping.street2"),
    ("shipping street", "shipping.street"),
    ("shipping company", "shipping.company"),
    ("shipping city", "shipping.city"),
    ("shipping zip", "shipping.postcode"),
    ("shipping province", "shipping.region"),
    ("shipping country", "shipping.country"),
    ("shipping phone", "shipping.phone"),
];

/// Columns that only Shopify's export has.
pub(super) const ONLY_SHOPIFY: [&str; 3] = ["name", "created at", "lineitem quantity"];

/// WooCommerce's columns of an order, each with what it is read as.
const WOOCOMMERCE: &[(&str, &str)] = &[
    ("order_id", "id"),
    ("order id", "id"),
    ("order_number", "number"),
    ("order_number_formatted", "number"),
    ("order number", "number"),
    ("order #", "number"),
    ("order_date", "placed_at"),
    ("order date", "placed_at"),
    ("date_created", "placed_at"),
    ("date", "placed_at"),
    ("status", "status"),
    ("order_status", "status"),
    ("order status", "status"),
    ("order_currency", "currency"),
    ("order currency", "currency"),
    ("currency", "currency"),
    ("order_total", "total"),
    ("order total", "total"),
    ("order total amount", "total"),
    ("total", "total"),
    ("n. revenue", "total"),
    ("net sales", "total"),
    ("payment_method", "payment.method"),
    ("payment method", "payment.method"),
    ("payment_method_title", "payment.method"),
    ("payment method title", "payment.method"),
    ("customer_ip_address", "ip"),
    ("customer_ip", "ip"),
    ("customer ip address", "ip"),
    ("user ip", "ip"),
    ("customer_user_agent", "user_agent"),
    ("customer_id", "customer.id"),
    ("customer_user", "customer.id"),
    ("customer user id", "customer.id"),
    ("customer", "customer.name"),
    ("customer total orders", "customer.orders_count"),
    ("customer_email", "email"),
    ("billing_email", "email"),
    ("email (billing)", "email"),
    ("billing_vat_number", "billing.tax_id"),
    ("vat_number", "billing.tax_id"),
    ("created_via", "channel"),
    ("item_name", "line.product"),
    ("item name", "line.product"),
    ("item_sku", "line.sku"),
    ("sku", "line.sku"),
    ("item_quantity", "line.quantity"),
    ("quantity", "line.quantity"),
    ("quantity (- refund)", "line.quantity"),
    ("item_price", "line.price"),
    ("item cost", "line.price"),
    ("item_total", "line.total"),
    ("order line total", "line.total"),
    ("category", "line.category"),
];

/// The fields of an address by the names that WooCommerce's columns give them.
const WOOCOMMERCE_PLACE: &[(&str, &str)] = &[
    ("first_name", "first_name"),
    ("first name", "first_name"),
    ("last_name", "last_name"),
    ("last name", "last_name"),
    ("full_name", "name"),
    ("full name", "name"),
    ("company", "company"),
    ("address_1", "street"),
    ("address 1", "street"),
    ("address 1&2", "street"),
    ("address_2", "street2"),
    ("address 2", "street2"),
    ("postcode", "postcode"),
    ("city", "city"),
    ("state", "region"),
    ("state code", "region"),
    ("country", "country"),
    ("country code", "country"),
    ("phone", "phone"),
];

/// What one of Shopify's columns is read as.
pub(super) fn shopify(column: &str) -> Option<&'static str> {
    SHOPIFY.iter().find(|(name, _)| *name == column).map(|(_, target)| *target)
}

/// What one of WooCommerce's columns is read as: `billing_city`, `city (billing)` and `order_total` alike.
pub(super) fn woocommerce(column: &str) -> Option<String> {
    if let Some((_, target)) = WOOCOMMERCE.iter().find(|(name, _)| *name == column) {
        return Some((*target).to_owned());
    }
    ["billing", "shipping"].into_iter().find_map(|place| {
        let bracketed = column.strip_suffix(')').and_then(|column| column.strip_suffix(place)).and_then(|column| column.strip_suffix(" ("));
        let field = bracketed.or_else(|| column.strip_prefix(place)?.strip_prefix('_'))?;
        WOOCOMMERCE_PLACE.iter().find(|(name, _)| *name == field).map(|(_, target)| format!("{place}.{target}"))
    })
}
