//! Where people change an order in the shop.

use crate::Platform;

/// The page of the shop on which an order is changed; `shop` is the connection's address. `None` for
/// an id that is not the platform's.
pub fn edit_page(platform: Platform, shop: &str, order: &str) -> Option<String> {
    let is_id = !order.is_empty() && order.bytes().all(|byte| byte.is_ascii_digit());
    is_id.then(|| match platform {
        // WooCommerce leads on from here when its orders have tables of their own
        // (PostsRedirectionController::maybe_redirect_to_edit_order_page).
        Platform::WooCommerce => format!("{shop}/wp-admin/post.php?post={order}&action=edit"),
        Platform::Shopify => format!("{shop}/admin/orders/{order}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_platform_has_its_page_and_nothing_but_an_id_gets_into_it() {
        for (platform, shop, order, page) in [
            (
                Platform::WooCommerce,
                "https://shop.example/pl",
                "7001",
                Some("https://shop.example/pl/wp-admin/post.php?post=7001&action=edit"),
            ),
            (
                Platform::Shopify,
                "https://my-shop.myshopify.com",
                "820982911946154508",
                Some("https://my-shop.myshopify.com/admin/orders/820982911946154508"),
            ),
            (Platform::WooCommerce, "https://shop.example", "7&action=trash", None),
            (Platform::Shopify, "https://my-shop.myshopify.com", "../settings", None),
            (Platform::Shopify, "https://my-shop.myshopify.com", "", None),
        ] {
            assert_eq!(edit_page(platform, shop, order).as_deref(), page);
        }
    }
}
