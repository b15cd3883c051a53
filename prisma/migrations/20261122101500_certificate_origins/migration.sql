-- Whether anything was issued at an address: asked for the status lists of addresses that the academy had before.
CREATE INDEX "Certificate_issuer_origin" ON "Certificate" (("snapshot"::jsonb #>> '{issuer,url}'));
