-- AlterTable
ALTER TABLE "IssuerKey" ADD COLUMN     "compromisedAt" TIMESTAMPTZ(3);

ALTER TABLE "IssuerKey"
  ADD CONSTRAINT "IssuerKey_retired_unsealed" CHECK ("retiredAt" IS NULL OR "sealed" IS NULL),
  ADD CONSTRAINT "IssuerKey_compromised_retired" CHECK ("compromisedAt" IS NULL OR "retiredAt" IS NOT NULL);

-- What a key signed can be verified for as long as its public half is there.
CREATE TRIGGER issuer_key_is_kept BEFORE DELETE ON "IssuerKey"
  FOR EACH ROW EXECUTE FUNCTION is_frozen();
CREATE TRIGGER issuer_key_is_frozen BEFORE UPDATE OF "publicKey", "controller", "createdAt" ON "IssuerKey"
  FOR EACH ROW EXECUTE FUNCTION is_frozen();

-- When a status list last changed.
CREATE INDEX "Certificate_list_changed" ON "Certificate" (("statusPlace" / 131072), "changedAt" DESC);
