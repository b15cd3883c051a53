import { Writable } from "node:stream";
import { renderToPipeableStream } from "react-dom/server";
import { type EntryContext, type RouterContextProvider, ServerRouter } from "react-router";
import { contentSecurityPolicy, hashInlineScripts } from "#app/platform/http/csp.server.ts";
import { clearNotice } from "#app/platform/http/notice.server.ts";
import { PageTextsProvider } from "#app/platform/http/page-text.ts";
import { requestContext, takeHeaders } from "#app/platform/http/request-context.server.ts";
import { serverWords } from "#app/platform/i18n/messages.server.ts";
import { withOwnWords } from "#app/platform/i18n/own-words.ts";
import type { Words } from "#app/platform/i18n/read-words.ts";
import { WordsProvider } from "#app/platform/i18n/use-translation.ts";
import { saidIn } from "#app/platform/site/site.ts";

/** How long loaders' deferred values may hold up a page, in milliseconds. */
export const streamTimeout = 10_000;

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  loadContext: RouterContextProvider,
) {
  const web = loadContext.get(requestContext);
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Language", web.locale);
  takeHeaders(web, headers);
  if (status === 200) clearNotice(request.headers.get("Cookie"), headers);
  const remembered = web.sameForGuests && status === 200;
  const nonce = remembered ? undefined : web.nonce;
  const actor = await web.loadActor().catch(() => null);
  const words = withOwnWords(serverWords(web.locale, actor?.digits), saidIn(web.site, web.locale));
  const html = await render({ routerContext, url: request.url, nonce, words, texts: web.texts });
  headers.set("X-Same-For-Guests", remembered ? "1" : "0");
  headers.set(
    "Content-Security-Policy",
    contentSecurityPolicy(nonce ? { nonce } : { scriptHashes: hashInlineScripts(html.toString("utf8")) }),
  );
  return new Response(request.method === "HEAD" ? null : html, { status, headers });
}

/** What the client router fetches in the place of a page. */
export function handleDataRequest(
  response: Response,
  { request, context }: { request: Request; context: Readonly<RouterContextProvider> },
): Response {
  takeHeaders(context.get(requestContext), response.headers);
  if (request.method === "GET" && response.status === 200) {
    clearNotice(request.headers.get("Cookie"), response.headers);
  }
  return response;
}

/** Takes what is written and hands it over whole. */
function collect(done: (whole: Buffer<ArrayBuffer>) => void): Writable {
  const chunks: Buffer[] = [];
  return new Writable({
    write(chunk: Buffer, _encoding, next) {
      chunks.push(chunk);
      next();
    },
    final(next) {
      done(Buffer.concat(chunks));
      next();
    },
  });
}

/** The whole page at once: it can then be hashed, remembered and compressed, and no page here waits long. */
async function render({
  routerContext,
  url,
  nonce,
  words,
  texts,
}: {
  routerContext: EntryContext;
  url: string;
  nonce: string | undefined;
  words: Words;
  texts: ReadonlyMap<string, string>;
}): Promise<Buffer<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <WordsProvider value={words}>
        <PageTextsProvider value={texts}>
          <ServerRouter context={routerContext} url={url} nonce={nonce} />
        </PageTextsProvider>
      </WordsProvider>,
      {
        nonce,
        // React would else put large parts at the end, for a script to move: who runs none would never see them.
        progressiveChunkSize: Number.POSITIVE_INFINITY,
        onAllReady: () => {
          clearTimeout(timer);
          pipe(collect(resolve));
        },
        onShellError: reject,
        onError: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      },
    );
    const timer = setTimeout(abort, streamTimeout + 1_000);
  });
}
