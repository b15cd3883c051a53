// The service worker of the page that checks certificates. It answers for that one page when the line is dead, and
// lets everything else of the academy be as it is. `bin/verify-worker-build.ts` fills in the two texts below.
const BUILD = "__VERIFY_BUILD__";
const FILES = "__VERIFY_FILES__";

type Waiting = Event & { waitUntil: (work: Promise<unknown>) => void };
type Fetching = Waiting & { request: Request; respondWith: (answer: Promise<Response>) => void };
type Scope = {
  registration: { scope: string };
  location: { href: string; origin: string };
  addEventListener: {
    (name: "install" | "activate", listener: (event: Waiting) => void): void;
    (name: "fetch", listener: (event: Fetching) => void): void;
  };
};

// The types of workers and of pages cannot stand in one program.
declare const self: Scope;

/** The page in one language: there is a registration for each in which it was visited. */
const page = new URL(self.registration.scope).pathname;
const cacheName = `verify ${page} ${BUILD}`;

/** Its scope is a beginning of addresses, and `/verify-email` begins so too: only what is named here is answered. */
const HASHED = /^\/(assets|resources\/messages)\//;
const NAMED_IN_PAGE = /\/assets\/[\w.-]+\.(?:js|css|woff2)|\/resources\/messages\/\w+\.verifying\.\w+\.json/g;

/** Keeps the page as a guest sees it, whose name stands nowhere, with all that it and its checks are made of. */
async function keepPage(): Promise<void> {
  const language = new URL(self.location.href).searchParams.get("language") ?? "ar";
  const answer = await fetch(page, {
    credentials: "omit",
    cache: "no-store",
    headers: { "Accept-Language": language, Accept: "text/html" },
  });
  if (!answer.ok || answer.redirected) throw new Error(`${page} answered ${answer.status}`);
  const named = (await answer.clone().text()).match(NAMED_IN_PAGE) ?? [];
  const cache = await caches.open(cacheName);
  await cache.addAll([...new Set([...FILES.split(" ").filter(Boolean), ...named])]);
  await cache.put(page, answer);
}

/** Drops what older builds kept for this page. Those of other languages keep theirs until they are visited again. */
async function dropOlder(): Promise<void> {
  const older = (await caches.keys()).filter((name) => name.startsWith(`verify ${page} `) && name !== cacheName);
  await Promise.all(older.map((name) => caches.delete(name)));
}

async function findKept(address: string): Promise<Response | undefined> {
  return (await caches.open(cacheName)).match(address, { ignoreSearch: true, ignoreVary: true });
}

/** The page as the academy has it now; as it was kept, where the academy cannot be reached. */
async function answerPage(request: Request): Promise<Response> {
  const answer = await fetch(request).catch(() => undefined);
  if (answer && answer.status < 500) return answer;
  return (await findKept(page)) ?? answer ?? Response.error();
}

/** What bears a hash in its name never changes. Fonts come to it as they are needed. */
async function answerFile(request: Request): Promise<Response> {
  const kept = await findKept(request.url);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok && request.url.endsWith(".woff2")) await (await caches.open(cacheName)).put(request, answer.clone());
  return answer;
}

self.addEventListener("install", (event) => event.waitUntil(keepPage()));
self.addEventListener("activate", (event) => event.waitUntil(dropOlder()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    if (pathname === page) event.respondWith(answerPage(request));
  } else if (HASHED.test(pathname)) event.respondWith(answerFile(request));
});

export {};
