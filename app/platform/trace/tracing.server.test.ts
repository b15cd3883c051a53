import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { expect, test } from "vitest";
import { z } from "zod";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { env } from "#app/platform/env/env.server.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { inSpan, traceId, traceRequests } from "./span.server.ts";
import { startTracing } from "./start-tracing.server.ts";

const database = openTestDatabase();

const spanSchema = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  status: z.object({ code: z.number() }),
});
const sentSchema = z.object({
  resourceSpans: z.array(z.object({ scopeSpans: z.array(z.object({ spans: z.array(spanSchema) })) })),
});

/** Takes in what is sent by OTLP over HTTP. */
async function openCollector() {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    bodies.push(`${request.url} ${Buffer.concat(parts).toString()}`);
    response.setHeader("Content-Type", "application/json").end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port }: AddressInfo = Object(server.address());
  return { bodies, origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

async function ask(port: number) {
  const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  return (await fetch(`http://127.0.0.1:${port}/courses/jerusalem`, { headers: { traceparent } })).text();
}

test("a request, what it did and each query of it are one trace below its sender's, which holds no values", async () => {
  const collector = await openCollector();
  expect(traceId()).toBeUndefined();
  env.OTEL_EXPORTER_OTLP_ENDPOINT = `${collector.origin}/`;
  const tracing = await startTracing();
  const { email } = await createPerson(database.db);
  const app = express();
  app.use(traceRequests);
  app.get("/courses/:course", async (_request, response) => {
    response.locals.route = "/courses/:course";
    await inSpan({ name: "find" }, () => database.db.user.findUnique({ where: { email } }));
    await queryRows(database.db, Prisma.sql`SELECT "id" FROM "User" WHERE "email" = ${email}`);
    await inSpan({ name: "fail" }, () => Promise.reject(new Error(`no ${email}`))).catch(() => undefined);
    response.send(traceId());
  });
  const server = app.listen(0);
  const { port }: AddressInfo = Object(server.address());
  expect(await ask(port)).toBe("0af7651916cd43dd8448eb211c80319c");
  server.close();
  await tracing.stop();
  collector.close();

  const [path = "", body = ""] = (collector.bodies[0] ?? "").split(/ (.*)/s);
  expect(path).toBe("/v1/traces");
  const { resourceSpans } = sentSchema.parse(JSON.parse(body));
  const spans = resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
  const named = (name: string) => spans.find((span) => span.name === name);
  const request = named("GET /courses/:course");
  expect(request?.parentSpanId).toBe("b7ad6b7169203331");
  expect(new Set(spans.map((span) => span.traceId))).toEqual(new Set(["0af7651916cd43dd8448eb211c80319c"]));
  const queries = spans.filter(({ name }) => name === "SELECT");
  expect(queries.map(({ parentSpanId }) => parentSpanId)).toEqual([named("find")?.spanId, request?.spanId]);
  expect(named("fail")?.status.code).toBe(2);
  expect(body).not.toContain(email);
});
