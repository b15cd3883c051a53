import { expect, test } from "vitest";
import { notFound } from "#app/platform/errors/errors.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { limitGuesses, unknownSerials } from "./limit-guesses.server.ts";

const database = openTestDatabase();
const nothing = async () => undefined;
const something = async () => "a certificate";
const refused = { code: "tooMany", status: 429 };

async function guessInVain(address: string, times: number) {
  for (let time = 0; time < times; time += 1) await limitGuesses({ db: database.db, address }, nothing);
}

test("who asks for serials that are there is never counted", async () => {
  const ask = () => limitGuesses({ db: database.db, address: "192.0.2.10" }, something);
  for (let time = 0; time <= unknownSerials.points; time += 1) expect(await ask()).toBe("a certificate");
});

test("who asked in vain too often is refused what is there as well as what is not, and learns nothing by it", async () => {
  const caller = { db: database.db, address: "192.0.2.11" };
  await guessInVain(caller.address, unknownSerials.points);
  await expect(limitGuesses(caller, nothing)).rejects.toMatchObject(refused);
  await expect(limitGuesses(caller, something)).rejects.toMatchObject(refused);
  const other = { db: database.db, address: "192.0.2.12" };
  expect(await limitGuesses(other, something)).toBe("a certificate");
});

test("what answers 404 counts as asked in vain, and the addresses of one subscriber as one", async () => {
  const hidden = () => Promise.reject(notFound());
  for (let time = 0; time < unknownSerials.points; time += 1) {
    const address = `2001:db8:1:2::${time.toString(16)}`;
    await expect(limitGuesses({ db: database.db, address }, hidden)).rejects.toMatchObject({ status: 404 });
  }
  await expect(limitGuesses({ db: database.db, address: "2001:db8:1:2::ffff" }, something)).rejects.toMatchObject(
    refused,
  );
});
