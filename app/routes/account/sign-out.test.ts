import { expect, test } from "vitest";
import { pageRequest } from "#tests/factories/page-request.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { action } from "./sign-out.ts";

const database = openTestDatabase();

test("who signs out has the browser drop the pages that it kept of her", async () => {
  const { args } = pageRequest({ db: database.db, path: "/en/sign-out" });
  const request = new Request(args.request.url, { method: "POST", body: new URLSearchParams() });
  const answer = await action({ ...args, request });
  expect(answer.status).toBe(302);
  expect(answer.headers.get("Clear-Site-Data")).toBe('"cache"');
});
