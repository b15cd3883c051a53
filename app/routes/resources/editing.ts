import { z } from "zod";
import { markPresence } from "#app/features/lesson/editing/mark-presence.server.ts";
import { presenceSchema } from "#app/features/lesson/editing/presence-schema.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareJsonAction } from "#app/platform/http/declare-json-action.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";

const params = z.object({ course: z.string(), lesson: z.string() });

export const loader = declareLoader({
  access: "anyone",
  load: () => {
    throw notFound();
  },
});

/** Who has a lesson's text open for editing, told by those who have, every few seconds. */
export const action = declareJsonAction({
  access: "teaching",
  params,
  body: presenceSchema,
  act: async ({ personCtx, params, body }) => Response.json(await markPresence(personCtx(), { ...params, ...body })),
});
