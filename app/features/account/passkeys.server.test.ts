import { expect, test } from "vitest";
import { createAccount, PASSWORD } from "#tests/factories/account.ts";
import { contextOf } from "#tests/factories/context.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { addPasskey } from "./add-passkey.server.ts";
import { removePasskey } from "./remove-passkey.server.ts";

const database = openTestDatabase();

const answer = {
  ...{ id: "made", rawId: "made", type: "public-key" as const, clientExtensionResults: {} },
  response: { clientDataJSON: "e30", attestationObject: "oA" },
};

async function withPasskey() {
  const { db } = database;
  const person = await createAccount(db);
  const passkey = await db.passkey.create({
    data: {
      ...{ userId: person.id, name: "A key", publicKey: "key", credentialID: person.id },
      ...{ counter: 0, deviceType: "singleDevice", backedUp: false },
    },
  });
  const left = () => db.passkey.count({ where: { userId: person.id } });
  return { ctx: contextOf(db, person), passkey, left };
}

test("who found somebody signed in can give herself no passkey and take none away without the password", async () => {
  const { ctx, passkey, left } = await withPasskey();
  const currentPassword = "not the password";
  const wrong = { code: "wrongPassword" };
  const given = { answer, name: "Mine", currentPassword, headers: new Headers() };
  await expect(addPasskey(ctx, given)).rejects.toMatchObject(wrong);
  await expect(removePasskey(ctx, { id: passkey.id, currentPassword })).rejects.toMatchObject(wrong);
  expect(await left()).toBe(1);
  await removePasskey(ctx, { id: passkey.id, currentPassword: PASSWORD });
  expect(await left()).toBe(0);
});
