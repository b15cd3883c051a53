import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, redirectDocument } from "react-router";
import { z } from "zod";
import { type Access, decideAccess } from "#app/platform/access/access.ts";
import { isClosedToViewers, viewingRefused } from "#app/platform/access/viewing.ts";
import { distrustReplica, freshReplica } from "#app/platform/db/replica.server.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import { toThrowable } from "#app/platform/errors/to-response.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { inLocale } from "#app/platform/i18n/locales.ts";
import { countWrite } from "./count-write.server.ts";
import { secretFields } from "./form.server.ts";
import { readBytes } from "./read-body.server.ts";
import {
  type PersonContext,
  type RequestContext,
  requestContext,
  takeHeaders,
  type UseCaseContext,
} from "./request-context.server.ts";

export type RouteInput<P, S> = {
  /** Hand this to use cases. */
  ctx: UseCaseContext;
  /** The same where somebody must be signed in; answers 404 to a guest. */
  personCtx: () => PersonContext;
  params: P;
  search: S;
  request: Request;
  url: URL;
  /** An address of the product, keeping the language segment of this one. */
  href: (path: string) => string;
  web: RequestContext;
};

export type RouteDeclaration<P, S> = {
  access: Access;
  params?: z.ZodType<P>;
  search?: z.ZodType<S>;
  /** The page is the same for every guest of one language and may be remembered for them. */
  sameForGuests?: boolean;
  /** An act that is open to an admin who looks at the academy as somebody else; every other is refused then. */
  whileViewing?: boolean;
};

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** What a declared loader or action carries, for the test that walks the routes. */
export type Declared = { declared: { access: Access; intents?: readonly string[] } };

const localeParam = z.object({ locale: localeSchema.optional() });

function refuse(decision: "signIn" | "alreadyIn" | "hidden", href: (path: string) => string, url: URL): never {
  if (decision === "hidden") throw notFound();
  if (decision === "alreadyIn") throw redirect(href("/learn"));
  throw redirect(`${href("/sign-in")}?next=${encodeURIComponent(url.pathname + url.search)}`);
}

const isAct = ({ method }: { method: string }) => method !== "GET" && method !== "HEAD";

/** Sends who asks for a page in a language that is not offered to the same page in one that is. */
function leaveLanguage({ urlLocale, site, locale }: RequestContext, { url, request }: { url: URL; request: Request }) {
  if (!urlLocale || site.languages.includes(urlLocale)) return;
  if (isAct(request)) throw notFound();
  throw redirectDocument(inLocale(url.pathname, locale) + url.search);
}

type Call = { args: Args; writes: boolean };

async function open<P, S>(declaration: RouteDeclaration<P, S>, { args, writes }: Call): Promise<RouteInput<P, S>> {
  const web = args.context.get(requestContext);
  web.route = args.pattern;
  // The address that is gone to: that of the request names a file of data where the router in the browser asks.
  const { url } = args;
  const href = (path: string) => inLocale(path, web.urlLocale);
  if (!localeParam.safeParse(args.params).success) throw notFound();
  leaveLanguage(web, { url, request: args.request });
  const actor = await web.loadActor();
  // Here, and nowhere else, acts are refused to who looks at the academy as somebody else.
  if (writes && actor?.viewedBy && !declaration.whileViewing) throw viewingRefused();
  if (writes) countWrite({ actor, address: web.address, signed: url.pathname.startsWith("/webhooks/") });
  const decision = decideAccess(declaration.access, actor);
  if (decision === "hidden") web.log.info({ security: "refused", route: web.route, writes }, "A person was refused");
  if (decision !== "allowed") refuse(decision, href, url);
  if (isClosedToViewers(actor, url.pathname)) throw notFound();
  // Who looks at the academy as somebody else is led nowhere that only that person could go on from.
  const asked = { actor, pathname: url.pathname, search: url.search, isAct: isAct(args.request) };
  const detour = actor?.viewedBy ? undefined : await web.findDetour(asked);
  if (detour) throw redirect(href(detour));
  const params = (declaration.params ?? z.any()).safeParse(args.params);
  const search = (declaration.search ?? z.any()).safeParse(Object.fromEntries(url.searchParams));
  if (!params.success || !search.success) throw notFound();
  if (declaration.sameForGuests && !actor) web.sameForGuests = true;
  const { db, clock, locale, log, requestId } = web;
  const ctx = { db, actor, clock, locale, log, requestId };
  const personCtx = () => {
    if (!actor) throw notFound();
    return { ...ctx, actor };
  };
  return { ctx, personCtx, params: params.data, search: search.data, request: args.request, url, href, web };
}

/** A redirect or file is sent as it is, past the page that would add the headers. */
function withHeaders<D>(args: Args, answer: D): D {
  if (answer instanceof Response) takeHeaders(args.context.get(requestContext), answer.headers);
  return answer;
}

/**
 * What a guest is shown as all others are may come from a replica. Where that fails the primary is asked, so such a
 * `load` must do no harm by running twice.
 */
async function loadNearby<P, S, D>(
  {
    sameForGuests,
    load,
  }: Pick<RouteDeclaration<P, S>, "sameForGuests"> & {
    load: (input: RouteInput<P, S>) => Promise<D> | D;
  },
  input: RouteInput<P, S>,
): Promise<D> {
  const replica = sameForGuests && !input.ctx.actor ? freshReplica() : undefined;
  if (!replica) return load(input);
  try {
    return await load({ ...input, ctx: { ...input.ctx, db: replica } });
  } catch (error) {
    if (!(error instanceof Error) || error instanceof ExpectedError) throw error;
    distrustReplica(error);
    return load(input);
  }
}

/**
 * Makes a route's loader: parses params and search, authorises, then loads. Anything not allowed or not
 * parsed ends before `load` is called; expected errors become HTTP answers.
 */
export function declareLoader<P, S, D>(
  declaration: RouteDeclaration<P, S> & { load: (input: RouteInput<P, S>) => Promise<D> | D },
): ((args: LoaderFunctionArgs) => Promise<D>) & Declared {
  return declare(declaration, { writes: false });
}

function declare<P, S, D>(
  declaration: RouteDeclaration<P, S> & { load: (input: RouteInput<P, S>) => Promise<D> | D },
  { writes }: Pick<Call, "writes">,
): ((args: LoaderFunctionArgs) => Promise<D>) & Declared {
  const loader = async (args: LoaderFunctionArgs) => {
    try {
      return withHeaders(args, await loadNearby(declaration, await open(declaration, { args, writes })));
    } catch (error) {
      throw withHeaders(args, toThrowable(error));
    }
  };
  return Object.assign(loader, { declared: { access: declaration.access } });
}

/** Bytes; a long text in a page's form takes a tenth of this. */
const FORM_LIMIT = 4 * 1024 * 1024;

/** Bytes of a form that is given back where it came too often. */
const KEPT_LIMIT = 512 * 1024;

/** The form of a request, of which no more is in memory than `limit` bytes. Throws 413 for more, 400 for what is none. */
async function readForm(request: Request, limit: number): Promise<FormData> {
  const type = request.headers.get("Content-Type") ?? "";
  try {
    const bytes = await readBytes(request, { limit });
    return await new Response(bytes, { headers: { "Content-Type": type } }).formData();
  } catch (error) {
    if (error instanceof ExpectedError) throw error;
    throw new ExpectedError({ code: "badRequest", messageKey: "error:badRequest.text", status: 400 });
  }
}

type FormDeclaration<P, S, D> = RouteDeclaration<P, S> & {
  /** What a form may ask for, by its `intent` or the field named in its place; empty for a form that names nothing. */
  intents?: readonly string[];
  intentField?: string;
  /** Bytes of the whole form, files in it included; where nothing is said, 4 MB. */
  limit?: number;
  act: (input: RouteInput<P, S> & { form: FormData }) => Promise<D> | D;
};

/**
 * What was typed into a form that came too often, for the page that says so: who runs no script has nothing else of it.
 * Undefined for anything but that.
 */
async function findTyped(error: unknown, args: ActionFunctionArgs): Promise<[string, string][] | undefined> {
  if (!(error instanceof ExpectedError) || error.status !== 429) return undefined;
  const isPage =
    args.context.get(requestContext).isDocument && args.request.headers.get("Accept")?.includes("text/html");
  if (!isPage) return undefined;
  const form = await readForm(args.request, KEPT_LIMIT).catch(() => new FormData());
  return [...form].flatMap(([name, value]): [string, string][] =>
    typeof value === "string" && !secretFields.includes(name) ? [[name, value]] : [],
  );
}

/**
 * What those who teach and admins may ask for is declared, and anything else is not there: so no act of theirs is
 * missing where it is looked through what is written to the audit log.
 */
function checkIntent<P, S, D>(declaration: FormDeclaration<P, S, D>, form: FormData): void {
  const intents = intentsOf(declaration);
  const asked = form.get(declaration.intentField ?? "intent") ?? "";
  if (intents && !intents.some((intent) => intent === asked)) throw notFound();
}

const intentsOf = <P, S, D>({ access, intents }: FormDeclaration<P, S, D>): readonly string[] | undefined =>
  intents ?? (access === "teaching" || access === "admin" ? [""] : undefined);

/**
 * Makes a route's action, as `declareLoader` makes its loader. `act` is given the form that was sent; one that is
 * longer than the limit is answered 413. What one person or address sends is counted (`countWrite`), and beyond all
 * measure answered 429.
 */
export function declareAction<P, S, D>(
  declaration: FormDeclaration<P, S, D>,
): ((args: ActionFunctionArgs) => Promise<D>) & Declared {
  const action = async (args: ActionFunctionArgs) => {
    try {
      const input = await open(declaration, { args, writes: true }).catch(async (error: unknown) => {
        const typed = await findTyped(error, args);
        throw typed ? toThrowable(error, { typed }) : error;
      });
      const form = await readForm(input.request, declaration.limit ?? FORM_LIMIT);
      checkIntent(declaration, form);
      return withHeaders(args, await declaration.act({ ...input, form }));
    } catch (error) {
      throw withHeaders(args, toThrowable(error));
    }
  };
  return Object.assign(action, { declared: { access: declaration.access, intents: intentsOf(declaration) } });
}

/**
 * As `declareAction`, for what is no form: JSON of its own kind, a webhook, a part of a file. The body is left unread
 * in `request`; whoever reads it sets the limit.
 */
export function declareBodyAction<P, S, D>(
  declaration: RouteDeclaration<P, S> & { act: (input: RouteInput<P, S>) => Promise<D> | D },
): ((args: ActionFunctionArgs) => Promise<D>) & Declared {
  return declare({ ...declaration, load: declaration.act }, { writes: true });
}
