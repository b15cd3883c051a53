import { expect, test } from "vitest";
import { z } from "zod";
import { pageRequest } from "#tests/factories/page-request.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { declareJsonAction } from "./declare-json-action.server.ts";

const database = openTestDatabase();
let acted = 0;
const action = declareJsonAction({
  access: "anyone",
  body: z.object({ words: z.array(z.string()) }),
  limit: 100,
  act: ({ body }) => {
    acted += 1;
    return Response.json(body.words.length);
  },
});

function send(body: BodyInit, headers: Record<string, string> = {}) {
  const { args } = pageRequest({ db: database.db, path: "/resources/beats" });
  const init = { method: "POST", body, headers, duplex: "half" };
  return action({ ...args, request: new Request(args.url, init) });
}

test("what is declared is given, whatever type the sender says it has", async () => {
  for (const type of ["application/json", "text/plain;charset=UTF-8"]) {
    const answer = await send('{"words":["a","b"]}', { "Content-Type": type });
    expect(await answer.json()).toBe(2);
  }
  expect(await (await send(new Blob(['{"words":[]}'], { type: "application/json" }))).json()).toBe(0);
});

test.each(["", "{", "[]", "null", '{"words":[1]}', '{"words":"a"}', "\u0000", "a=b"])(
  "%j is a bad request",
  async (body) => {
    await expect(send(body)).rejects.toMatchObject({ init: { status: 400 } });
  },
);

test("a body beyond the limit is refused, said to be so long or not", async () => {
  const before = acted;
  const long = JSON.stringify({ words: Array.from({ length: 100 }, () => "word") });
  await expect(send(long)).rejects.toMatchObject({ init: { status: 413 } });
  await expect(send(long, { "Content-Length": "10000000000" })).rejects.toMatchObject({ init: { status: 413 } });
  let sent = 0;
  const endless = new ReadableStream({
    pull(controller) {
      sent += 1;
      controller.enqueue(new Uint8Array(64).fill(32));
    },
  });
  await expect(send(endless)).rejects.toMatchObject({ init: { status: 413 } });
  expect(sent).toBeLessThan(10);
  expect(acted).toBe(before);
});
