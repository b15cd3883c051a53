import { lookup } from "node:dns/promises";
import { request as askPlainly, type IncomingMessage } from "node:http";
import { request as askSecurely } from "node:https";
import { isIP } from "node:net";
import { isPublicAddress } from "./public-address.ts";

const TIMEOUT_MS = 8_000;
const REDIRECTS = 4;

export type OutsideOptions = {
  /** Whether a server at this IP address may be asked; only those of the public internet unless told otherwise. */
  mayAsk?: (ip: string) => boolean;
  /** Ports besides those of the protocol. */
  ports?: readonly string[];
  /** For all of it, redirects included. */
  timeoutMs?: number;
  /** Of the body, in bytes; nothing of it is read unless said. */
  maxBytes?: number;
  /** Whether a status of 300 to 399 that leads elsewhere is followed; each step is examined as the first one is. */
  follow?: boolean;
  headers?: Record<string, string>;
};

/** Why nothing can be said of an address. */
export type OutsideFailure = "away" | "timeout" | "notPublic" | "redirects" | "tooLarge";

export type OutsideAnswer =
  | { failure: OutsideFailure }
  | { status: number; headers: IncomingMessage["headers"]; body: Buffer; url: string };

type Asked = Required<Pick<OutsideOptions, "mayAsk" | "ports" | "maxBytes" | "headers">> & { signal: AbortSignal };

/**
 * Asks (GET) an address that a person gave. No server is asked that is not on the public internet, whatever name,
 * address or redirect leads to it: a name is looked up once, all that it stands for must be public, and the address
 * that was looked at is the one that is asked (so that a name cannot change its meaning in between). Only http and
 * https, on their usual ports, without names and passwords. Nothing of ours goes with it: no cookie, no referrer.
 */
export async function fetchOutside(address: string, options: OutsideOptions = {}): Promise<OutsideAnswer> {
  const { mayAsk = isPublicAddress, ports = [], maxBytes = 0, headers = {}, follow = true } = options;
  const signal = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
  let url = address;
  for (let redirects = 0; redirects <= REDIRECTS; redirects += 1) {
    const answer = await ask(url, { mayAsk, ports, maxBytes, headers, signal });
    if ("failure" in answer || !follow) return answer;
    const { location } = answer.headers;
    const leadsOn = answer.status >= 300 && answer.status < 400 && location && URL.canParse(location, url);
    if (!leadsOn) return answer;
    url = new URL(location, url).href;
  }
  return { failure: "redirects" };
}

async function ask(address: string, asked: Asked): Promise<OutsideAnswer> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !isWebAddress(url, asked.ports)) return { failure: "notPublic" };
  const ip = await Promise.race([findAddress(url.hostname, asked.mayAsk), whenAborted(asked.signal)]);
  return typeof ip === "string" ? send({ url, ip }, asked) : ip;
}

function isWebAddress({ protocol, port, username, password }: URL, ports: readonly string[]): boolean {
  const isWeb = protocol === "https:" || protocol === "http:";
  return isWeb && username === "" && password === "" && (port === "" || ports.includes(port));
}

function whenAborted(signal: AbortSignal): Promise<{ failure: "timeout" }> {
  if (signal.aborted) return Promise.resolve({ failure: "timeout" });
  return new Promise((resolve) =>
    signal.addEventListener("abort", () => resolve({ failure: "timeout" }), { once: true }),
  );
}

/** The IP address to ask; a name of which any address is not public is not asked at all. */
async function findAddress(
  hostname: string,
  mayAsk: (ip: string) => boolean,
): Promise<string | { failure: OutsideFailure }> {
  const host = hostname.replace(/^\[|\]$/g, "");
  const found = isIP(host) ? [host] : await lookup(host, { all: true }).then(addressesOf, () => []);
  const [first] = found;
  if (first === undefined) return { failure: "away" };
  return found.every(mayAsk) ? first : { failure: "notPublic" };
}

const addressesOf = (found: { address: string }[]) => found.map(({ address }) => address);

function send({ url, ip }: { url: URL; ip: string }, { signal, headers, maxBytes }: Asked): Promise<OutsideAnswer> {
  const request = url.protocol === "https:" ? askSecurely : askPlainly;
  const family = isIP(ip);
  return new Promise((resolve) => {
    const failed = () => resolve({ failure: signal.aborted ? "timeout" : "away" });
    const sent = request(url, {
      signal,
      agent: false,
      // A body that is packed could be a thousand times what it weighs.
      headers: { "User-Agent": "Maqdis", Accept: "*/*", "Accept-Encoding": "identity", ...headers },
      lookup: (_, options, answer) => {
        if (options.all) answer(null, [{ address: ip, family }]);
        else answer(null, ip, family);
      },
    });
    sent.once("response", (response) => {
      const { statusCode: status = 0, headers: given } = response;
      readBody(response, maxBytes).then(
        (body) => resolve(body ? { status, headers: given, body, url: url.href } : { failure: "tooLarge" }),
        failed,
      );
    });
    sent.once("error", failed);
    sent.end();
  });
}

/** The body, if it is no longer than that; of no bytes where none are wanted. */
async function readBody(response: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  if (maxBytes > 0) {
    let length = 0;
    for await (const part of response) {
      length += part.length;
      // Leaving the loop ends the connection.
      if (length > maxBytes) return undefined;
      parts.push(part);
    }
  }
  response.destroy();
  return Buffer.concat(parts);
}
