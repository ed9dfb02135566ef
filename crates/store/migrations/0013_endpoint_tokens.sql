-- The unguessable part of an endpoint's address, sealed, so that a webhook that is gone can be set up again; NULL: only its digest is known.
ALTER TABLE endpoint ADD COLUMN sealed_token TEXT;
