import type { Logger } from "pino";
import { createContext } from "react-router";
import type { Actor } from "#app/platform/access/actor.ts";
import type { Clock } from "#app/platform/clock/clock.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import type { Site } from "#app/platform/site/site-schema.ts";

/** What every use case is called with. */
export type UseCaseContext = { db: Db; actor: Actor; clock: Clock; locale: Locale; log: Logger; requestId: string };

/** A use case's context where somebody is signed in. */
export type PersonContext = UseCaseContext & { actor: NonNullable<Actor> };

/** What decides whether somebody must go elsewhere first; `isAct` tells what changes something from what is looked at. */
export type DetourRequest = { actor: Actor; pathname: string; search: string; isAct: boolean };

export type RequestContext = {
  requestId: string;
  /** For the inline scripts of this one answer. */
  nonce: string;
  locale: Locale;
  /** The language segment of the address, if it has one. */
  urlLocale: Locale | undefined;
  /** How the site looks and speaks. */
  site: Site;
  db: Db;
  clock: Clock;
  log: Logger;
  /** The caller's address, for rate limits; never logged. */
  address: string;
  /** Loads the actor once for the request. */
  loadActor: () => Promise<Actor>;
  /** Where somebody must go first, for example to set up the second factor that is demanded of staff. */
  findDetour: (input: DetourRequest) => Promise<string | undefined>;
  /** Headers to add to the answer, such as cookies. */
  responseHeaders: Headers;
  /** Whether a whole document is asked for, and not the data of a page or the answer to a form. */
  isDocument: boolean;
  /** Long texts of the document, by name, that its data need not hold as well: see `usePageText`. */
  texts: Map<string, string>;
  /** The address as routes.ts has it, for what is measured by route; none until a loader or action ran. */
  route?: string;
  /** Set by a page that looks the same to every guest. */
  sameForGuests: boolean;
};

export const requestContext = createContext<RequestContext>();

/** Moves what was to be added to the answer into its headers. */
export function takeHeaders(context: Pick<RequestContext, "responseHeaders">, headers: Headers): void {
  for (const [name, value] of context.responseHeaders) headers.append(name, value);
  for (const name of [...context.responseHeaders.keys()]) context.responseHeaders.delete(name);
}
