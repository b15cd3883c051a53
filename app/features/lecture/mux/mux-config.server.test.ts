import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { parseEnv } from "#app/platform/env/env.server.ts";
import { configuredMux } from "./mux-config.server.ts";

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });
const pem = privateKey.export({ type: "pkcs1", format: "pem" }).toString();
const keys = {
  MUX_TOKEN_ID: "id",
  MUX_TOKEN_SECRET: "secret",
  MUX_SIGNING_KEY_ID: "key",
  MUX_SIGNING_PRIVATE_KEY: Buffer.from(pem).toString("base64"),
};

test("without a variable of Mux there is no Mux", () => {
  expect(configuredMux(parseEnv({}))).toBeUndefined();
  expect(configuredMux(parseEnv({ MUX_TOKEN_ID: "", MUX_WEBHOOK_SECRET: "" }))).toBeUndefined();
});

test("the signing key is taken as Mux gives it and as PEM", () => {
  expect(configuredMux(parseEnv(keys))).toMatchObject({ tokenId: "id", webhookSecret: undefined });
  expect(configuredMux(parseEnv({ ...keys, MUX_SIGNING_PRIVATE_KEY: pem }))?.signingKey.type).toBe("private");
});

test.each(Object.keys(keys))("a start without %s beside the others is refused, and says which is missing", (name) => {
  expect(() => parseEnv({ ...keys, [name]: undefined })).toThrow(name);
});

test("the secret of webhooks alone is refused, and a signing key that is none", () => {
  expect(() => parseEnv({ MUX_WEBHOOK_SECRET: "secret" })).toThrow("MUX_TOKEN_ID");
  expect(() => configuredMux(parseEnv({ ...keys, MUX_SIGNING_PRIVATE_KEY: "nonsense" }))).toThrow(
    "MUX_SIGNING_PRIVATE_KEY",
  );
});
