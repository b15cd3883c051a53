import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const fates = ["lost", "unheard", "cut", "twice", "late", "slow"] as const;
type Fate = (typeof fates)[number] | "well";

/** How many of a hundred requests fare ill; which way is drawn among the fates. */
const ILL = 30;

type Answer = { status: number; headers: IncomingMessage["headers"]; body: Buffer };
type Sent = Pick<IncomingMessage, "method" | "url" | "headers"> & { body: Buffer };

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

/** Sends a request on; `cut` closes the connection once half of the body is gone. Rejects where no answer comes. */
function pass(target: URL, { method, url, headers, body }: Sent, { agent, cut }: { agent: Agent; cut: boolean }) {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const { hostname, port } = target;
  const on = request({ hostname, port, method, path: url, headers, agent }, (answer) => {
    readAll(answer).then(
      (read) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: read }),
      reject,
    );
  });
  on.on("error", reject);
  if (!cut) on.end(body);
  else on.write(body.subarray(0, body.length / 2), () => setTimeout(() => on.destroy(), 5));
  return promise;
}

/**
 * A line to the academy that drops connections before and after the server has answered, cuts requests in their
 * middle, doubles them, and sends copies of them again long after others; `random` decides, from 0 up to 1.
 */
export async function openFaultyLine({ target, random }: { target: string; random: () => number }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const counts = new Map<Fate, number>();
  const copies = new Set<Promise<unknown>>();
  /** What is still to arrive, with what it says. */
  const underWay = new Map<Promise<unknown>, string>();
  const to = new URL(target);
  const draw = (): Fate => (random() * 100 < ILL ? fates[Math.floor(random() * fates.length)] : undefined) ?? "well";

  function follow(passing: Promise<unknown>, { body }: Sent): Promise<void> {
    const arriving: Promise<void> = passing.then(
      () => void underWay.delete(arriving),
      () => void underWay.delete(arriving),
    );
    underWay.set(arriving, body.toString());
    return arriving;
  }

  async function carry(sent: Sent, fate: Fate): Promise<Answer | undefined> {
    if (fate === "lost") return undefined;
    if (fate === "slow") await sleep(random() * 300);
    if (fate === "late" && sent.url?.startsWith("/resources/")) {
      const copy = sleep(random() * 3_000).then(() => pass(to, sent, { agent, cut: false }));
      copies.add(follow(copy, sent));
    }
    if (fate === "twice") void follow(pass(to, sent, { agent, cut: false }), sent);
    const answer = await pass(to, sent, { agent, cut: fate === "cut" });
    return fate === "unheard" ? undefined : answer;
  }

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const fate = draw();
    counts.set(fate, (counts.get(fate) ?? 0) + 1);
    const body = await readAll(incoming);
    const { method, url, headers } = incoming;
    const sent = { method, url, headers, body };
    const carrying = carry(sent, fate);
    void follow(carrying, sent);
    const answer = await carrying.catch(() => undefined);
    if (!answer) return void incoming.socket.destroy();
    outgoing.writeHead(answer.status, answer.headers).end(answer.body);
  }

  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch(() => incoming.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (!address || typeof address !== "object") throw new Error("The line is not open");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    counts,
    /** Waits until nothing that says this is still on its way, whoever sent it. */
    arrived: async (words: string) => {
      const on = [...underWay].filter(([, said]) => said.includes(words)).map(([arriving]) => arriving);
      await Promise.all(on);
    },
    /** Waits for the copies that are still on their way. */
    close: async () => {
      await Promise.all(copies);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      agent.destroy();
    },
  };
}
