import type { z } from "zod";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import { declareBodyAction, type RouteDeclaration, type RouteInput } from "./declare-route.server.ts";
import { readText } from "./read-body.server.ts";

type JsonDeclaration<P, S, B> = RouteDeclaration<P, S> & {
  body: z.ZodType<B>;
  /** Bytes; more is refused unread. What browsers send while a page is left (`sendBeacon`) is 64 KB at most. */
  limit?: number;
};

const LIMIT = 65_536;

function badRequest(): ExpectedError {
  return new ExpectedError({ code: "badRequest", messageKey: "error:badRequest.text", status: 400 });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest();
  }
}

/**
 * Makes an action that is given JSON, as scripts and `sendBeacon` send it, whatever type they say it has. What is no
 * JSON, or not in the declared shape, is answered 400; what is longer than the limit 413.
 */
export function declareJsonAction<P, S, B, D>({
  body: schema,
  limit = LIMIT,
  act,
  ...declaration
}: JsonDeclaration<P, S, B> & { act: (input: RouteInput<P, S> & { body: B }) => Promise<D> | D }) {
  return declareBodyAction({
    ...declaration,
    act: async (input: RouteInput<P, S>) => {
      const body = schema.safeParse(parseJson(await readText(input.request, { limit })));
      if (!body.success) throw badRequest();
      return act({ ...input, body: body.data });
    },
  });
}
