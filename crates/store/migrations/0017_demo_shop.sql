-- The public key of a shop whose orders come from the demo pages of this deployment; NULL for every other shop.
ALTER TABLE shop ADD COLUMN demo_key TEXT;
