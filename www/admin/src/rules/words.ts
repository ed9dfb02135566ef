// The paths, operators and functions of rule text that people reach for most; the documentation has all of them.
const place = (name: string): string[] => ["country", "postcode", "city", "street", "last_name", "phone", "company"].map((field) => `${name}.${field}`);

export const WORDS: [string, readonly string[]][] = [
  ["words-order", ["order.total", "order.currency", "order.channel", "order.hour", "order.weekday"]],
  ["words-buyer", [
    "email", "email.domain", "email.is_free", "email.is_disposable", "phone", "phone.country", "ip", "ip.country",
    "customer.group", "customer.orders_count", "customer.age_days",
  ]],
  ["words-places", [...place("billing"), ...place("shipping"), "same_address"]],
  ["words-payment", ["payment.method", "payment.provider", "payment.country", "payment.bin", "token.state"]],
  ["words-velocity", [
    "velocity.email.count_24h", "velocity.phone.count_24h", "velocity.ip.count_1h", "velocity.device.count_7d", "velocity.address.sum_30d",
    "velocity.ip.distinct_email_24h", "velocity.email.decayed", "velocity.email.failed_payments", "velocity.phone.unclaimed_cod",
  ]],
  ["words-lines", ["any(lines, )", "all(lines, )", "count(lines, )", "sum(lines, line.amount)", "line.sku", "line.product", "line.category", "line.quantity", "line.price", "line.amount"]],
  ["words-tests", ["and", "or", "not", "==", "!=", "<", "<=", ">", ">=", "in", "not in", "contains", "starts_with", "ends_with", "exists()", "??"]],
];
