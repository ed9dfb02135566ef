//! Shopify: the body of `disputes/*` webhooks. They come with Shopify Payments only.

use ordergate_screening::Problem;

use crate::Dispute;
use crate::read;

/// Topics whose body is a dispute; the first one begins it.
pub(crate) const TOPICS: [&str; 2] = ["disputes/create", "disputes/update"];

/// Reads the dispute that `body` is; one about no order is nobody's business here.
pub(crate) fn read(body: &[u8], begins: bool) -> Result<Dispute, Problem> {
    let fields = read::body(body, ["order_id", "type", "reason", "status", "amount", "currency"])?;
    let order_id = fields.get("order_id").identifier()?.ok_or_else(|| fields.get("order_id").missing())?;
    let kind = fields.text("type")?.unwrap_or_else(|| "dispute".to_owned());
    let status = fields.text("status")?;
    let said = [
        Some(kind.clone()),
        fields.text("reason")?,
        fields.get("amount").text_or_any_number()?.map(|amount| match fields.text("currency") {
            Ok(Some(currency)) => format!("{amount} {currency}"),
            _ => amount,
        }),
        status.clone(),
    ];
    let detail = said.into_iter().flatten().map(|part| part.chars().take(100).collect::<String>()).collect::<Vec<_>>().join(", ");
    Ok(Dispute { order_id, chargeback: kind == "chargeback", begins, won: status.as_deref() == Some("won"), detail })
}
