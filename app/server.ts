import { createRequestHandler } from "@react-router/express";
import express from "express";
import { env } from "#app/platform/env/env.server.ts";
import { createRequestContext } from "#app/platform/http/create-context.server.ts";
import { giveSchemasMessageKeys } from "#app/platform/i18n/form-messages.ts";

giveSchemasMessageKeys();

/** The academy's HTTP application; the launcher gives it a port, and in development the asset server before it. */
export const app = express();

app.disable("x-powered-by");
app.set("trust proxy", env.TRUST_PROXY);
app.use(
  createRequestHandler({
    build: () => import("virtual:react-router/server-build"),
    getLoadContext: (request) => createRequestContext({ request, findDetour: async () => undefined }),
  }),
);
