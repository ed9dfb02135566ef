-- The hold ended so that the order can be changed in the shop.
ALTER TABLE hold ADD COLUMN to_edit INTEGER NOT NULL DEFAULT 0;
