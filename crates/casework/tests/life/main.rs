//! The life of an order over many deliveries.

#[cfg(test)]
mod deliveries;
