import type { RouteConfigEntry } from "@react-router/dev/routes";
import { expect, test } from "vitest";
import { unknownSerials } from "#app/features/certificate/public/limit-guesses.server.ts";
import { writeSerial } from "#app/features/certificate/serial.ts";
import { loader as page } from "#app/routes/public/certificate.tsx";
import { loader as pdf } from "#app/routes/public/certificate-pdf.ts";
import { loader as json } from "#app/routes/public/credential-json.ts";
import { loader as jwt } from "#app/routes/public/credential-jwt.ts";
import { loader as standing } from "#app/routes/public/standing.ts";
import routeConfig from "#app/routes.ts";
import { makeSerial } from "#tests/factories/certificate.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { callRoute } from "./act-as.ts";

const database = openTestDatabase();

const loaders: Record<string, unknown> = {
  "certificates/:serial": page,
  "certificates/:serial.pdf": pdf,
  "certificates/:serial/credential.json": json,
  "certificates/:serial/credential.jwt": jwt,
  "certificates/:serial/standing.json": standing,
};

const pathsOf = (entries: readonly RouteConfigEntry[]): string[] =>
  entries.flatMap(({ path = "", children = [] }) => [path, ...pathsOf(children)]);

test("whatever anybody may ask for by a serial is here", async () => {
  const asked = pathsOf(await routeConfig).map((path) => path.replace(":locale?/", ""));
  const bySerial = asked.filter((path) => path.startsWith("certificates/:serial"));
  expect(bySerial.sort()).toEqual(Object.keys(loaders).sort());
});

test.each(Object.entries(loaders))("who guesses serials at %s is refused after a while", async (path, loader) => {
  await database.db.rateLimit.deleteMany();
  const guess = (seed: number) => {
    const serial = writeSerial(makeSerial(seed));
    const address = `/en/${path.replace(":serial", serial)}`;
    return callRoute(loader, { db: database.db, actor: null, params: { serial }, path: address });
  };
  for (let seed = 1; seed <= unknownSerials.points; seed += 1) expect(await guess(seed)).toBe("hidden");
  expect(await guess(unknownSerials.points + 1)).toBe("429");
});
