<?php
/**
 * Plugin Name: Ordergate checkout
 * Description: Ties every order to its checkout by a sealed token. Set the two constants below.
 * License: MIT OR Apache-2.0
 */

defined( 'ABSPATH' ) || exit;

const ORDERGATE_EDGE = 'https://ordergate.example';
const ORDERGATE_SHOP = 'pk_…';

/** The token as it may be stored: one line, of the characters that tokens have. */
function ordergate_token( $text ) {
	return preg_match( '/^[A-Za-z0-9_.:-]{1,400}$/', (string) $text ) ? (string) $text : '';
}

add_action( 'wp_enqueue_scripts', function () {
	if ( ! function_exists( 'is_checkout' ) || ! is_checkout() || is_order_received_page() ) {
		return;
	}
	wp_enqueue_script( 'ordergate', ORDERGATE_EDGE . '/v1/og.js', array(), null, array( 'strategy' => 'async' ) );
	$lines = array();
	foreach ( WC()->cart->get_cart() as $item ) {
		$product = $item['data'];
		$lines[] = array_filter( array( 'sku' => $product->get_sku(), 'product' => $product->get_name(), 'quantity' => $item['quantity'] ) );
	}
	$order = array( 'currency' => get_woocommerce_currency(), 'total' => wc_format_decimal( WC()->cart->get_total( 'edit' ), wc_get_price_decimals() ), 'lines' => $lines );
	// wp_json_encode with these flags leaves nothing that could end the script element.
	$json  = wp_json_encode( $order, JSON_HEX_TAG | JSON_HEX_AMP | JSON_HEX_APOS | JSON_HEX_QUOT );
	$begin = <<<'JS'
	window.addEventListener( 'load', () => {
		if ( ! window.ordergate ) return;
		const form = document.querySelector( 'form.checkout' );
		const checkout = window.ordergate.start( { shop: ordergateShop, form, order: () => ordergateOrder } );
		document.addEventListener( 'ordergate:judged', ( { detail } ) => {
			for ( const input of document.querySelectorAll( 'form.checkout input[name=payment_method]' ) ) {
				const item = input.closest( 'li' );
				if ( item ) item.hidden = detail.hide.includes( input.value );
			}
		} );
		// The block checkout has no form of its own fields: its token goes with the request.
		const store = window.wp?.data?.dispatch( 'wc/store/checkout' );
		const put = store?.setExtensionData ?? store?.__internalSetExtensionData;
		if ( ! form && put ) checkout.token().then( ( token ) => put( 'ordergate', { token } ) );
	} );
	JS;
	wp_add_inline_script( 'ordergate', 'const ordergateShop = ' . wp_json_encode( ORDERGATE_SHOP ) . ", ordergateOrder = $json;\n$begin", 'before' );
} );

// The classic checkout posts the form's hidden field.
add_action( 'woocommerce_checkout_create_order', function ( $order ) {
	// phpcs:ignore WordPress.Security.NonceVerification.Missing -- WooCommerce has checked the checkout's nonce.
	$token = ordergate_token( wp_unslash( $_POST['ordergate_token'] ?? '' ) );
	if ( '' !== $token ) {
		$order->update_meta_data( '_ordergate_token', $token );
	}
} );

// The block checkout sends it as an extension's data.
add_action( 'woocommerce_blocks_loaded', function () {
	if ( ! function_exists( 'woocommerce_store_api_register_endpoint_data' ) ) {
		return;
	}
	woocommerce_store_api_register_endpoint_data( array(
		'endpoint'        => 'checkout',
		'namespace'       => 'ordergate',
		'schema_callback' => fn() => array( 'token' => array( 'description' => 'Checkout token', 'type' => 'string', 'context' => array(), 'optional' => true ) ),
	) );
} );
add_action( 'woocommerce_store_api_checkout_update_order_from_request', function ( $order, $request ) {
	$token = ordergate_token( $request['extensions']['ordergate']['token'] ?? '' );
	if ( '' !== $token ) {
		$order->update_meta_data( '_ordergate_token', $token );
	}
}, 10, 2 );
