import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";

/** How often each process is asked whether it is ready, in milliseconds. */
const ASK_EVERY_MS = 250;

type Target = { url: URL; agent: Agent; ready: boolean };
type Answer = { status: number; headers: IncomingMessage["headers"]; body: Buffer };
type Sent = Pick<IncomingMessage, "method" | "url" | "headers"> & { body: Buffer };

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

function pass({ url: to, agent }: Target, { method, url, headers, body }: Sent): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const { hostname, port } = to;
  const on = request({ hostname, port, method, path: url, headers, agent }, (answer) => {
    readAll(answer).then(
      (read) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: read }),
      reject,
    );
  });
  on.on("error", reject);
  on.end(body);
  return promise;
}

/** Whether a request that failed so may be sent to another process: it did nothing, or does the same when repeated. */
function maySendAgain(error: unknown, { method }: Sent): boolean {
  if (method === "GET" || method === "HEAD") return true;
  return error instanceof Error && "code" in error && error.code === "ECONNREFUSED";
}

/**
 * A balancer as nginx, Caddy or HAProxy are by their usual settings: sends to each ready process in turn, asks /health,
 * leaves out a process whose connection broke, and sends again what is safe to. What cannot be told to have been done
 * or not is answered 502 and listed in `lost`, with the process that had it.
 */
export async function openBalancer(origins: string[]) {
  const targets: Target[] = origins.map((origin) => {
    return { url: new URL(origin), agent: new Agent({ keepAlive: true }), ready: true };
  });
  const lost: { origin: string; at: number }[] = [];
  const taken = new Map<string, number>();
  let turn = 0;

  const pick = (except: Target[]) => {
    const ready = targets.filter((target) => target.ready && !except.includes(target));
    turn += 1;
    return ready[turn % ready.length] ?? targets.find((target) => !except.includes(target));
  };
  async function carry(sent: Sent, tried: Target[] = []): Promise<Answer | undefined> {
    const target = pick(tried);
    if (!target) return undefined;
    try {
      const answer = await pass(target, sent);
      taken.set(target.url.origin, (taken.get(target.url.origin) ?? 0) + 1);
      return answer;
    } catch (error) {
      target.ready = false;
      if (maySendAgain(error, sent)) return carry(sent, [...tried, target]);
      lost.push({ origin: target.url.origin, at: Date.now() });
      return undefined;
    }
  }
  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method, url, headers } = incoming;
    const answer = await carry({ method, url, headers, body: await readAll(incoming) });
    if (!answer) return void outgoing.writeHead(502).end();
    outgoing.writeHead(answer.status, answer.headers).end(answer.body);
  }
  const ask = async (target: Target) => {
    const answer = await fetch(new URL("/health", target.url), { signal: AbortSignal.timeout(2_000) }).catch(
      () => undefined,
    );
    await answer?.text();
    target.ready = answer?.ok === true;
  };
  const asking = setInterval(() => void Promise.all(targets.map(ask)), ASK_EVERY_MS);

  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch(() => incoming.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (!address || typeof address !== "object") throw new Error("The balancer is not open");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    lost,
    /** How many requests each process answered. */
    taken,
    close: async () => {
      clearInterval(asking);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      for (const { agent } of targets) agent.destroy();
    },
  };
}
