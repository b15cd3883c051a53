import { createHash } from "node:crypto";
import { createLocalJWKSet, jwtVerify } from "jose";
import { expect, test } from "vitest";
import { makeSnapshot } from "#tests/factories/certificate.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { makeDidDocument } from "./did-document.ts";
import { findIssuerKeys } from "./issuer-keys.server.ts";
import { signCredential } from "./sign-credential.server.ts";

const database = openTestDatabase();
const now = new Date("2026-11-22T10:00:06.123Z");

test("the same snapshot signed twice gives the same bytes, whose hash is told", async () => {
  const snapshot = makeSnapshot();
  const first = await signCredential(database, { snapshot, statusPlace: 7, now });
  const second = await signCredential(database, { snapshot, statusPlace: 7, now });
  expect(second).toEqual(first);
  expect(first.sha256).toBe(createHash("sha256").update(first.credential).digest("hex"));
});

test("the JWT is accepted by a library that is given the keys of the DID document", async () => {
  const snapshot = makeSnapshot({ expiresAt: "2036-03-01T10:00:05.000Z" });
  const { jwt, credential } = await signCredential(database, { snapshot, statusPlace: 7, now });
  const keys = await findIssuerKeys(database, { did: snapshot.issuer.did });
  const methods = makeDidDocument({ did: snapshot.issuer.did, keys }).verificationMethod;
  const jwks = methods.flatMap((method) =>
    "publicKeyJwk" in method ? [{ ...method.publicKeyJwk, kid: method.id }] : [],
  );
  const { payload, protectedHeader } = await jwtVerify(jwt, createLocalJWKSet({ keys: jwks }), {
    issuer: snapshot.issuer.did,
    typ: "vc+jwt",
    currentDate: now,
  });
  expect(protectedHeader).toMatchObject({ alg: "EdDSA", cty: "vc" });
  const { proof, ...said } = JSON.parse(credential);
  expect(payload).toMatchObject(said);
  expect(payload.proof).toBeUndefined();
});
