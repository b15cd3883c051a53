import { lookup } from "node:dns/promises";
import { request as askPlainly } from "node:http";
import { request as askSecurely } from "node:https";
import { isIP } from "node:net";
import { isPublicAddress } from "./public-address.ts";

const TIMEOUT_MS = 8_000;
const REDIRECTS = 4;
/** Answers of sites that are there and do not speak with programs. */
const RESERVED = new Set([401, 403, 405, 406, 429]);

export type TryLinkOptions = {
  /** Whether a server at this IP address may be asked; only those of the public internet unless told otherwise. */
  mayAsk?: (ip: string) => boolean;
  /** Ports besides those of the protocol. */
  ports?: readonly string[];
  timeoutMs?: number;
};

type Answer = { failure: string } | { status: number; location: string | undefined };

/**
 * Whether an address outside the academy answers: null where it does, else a status of HTTP as digits, or `away`,
 * `timeout`, `notPublic`, `redirects`. Nothing of the answer's body is read. No server is asked that is not on the public
 * internet, whatever name, address or redirect leads to it: the name is looked up once, and that address is asked.
 */
export async function tryLink(address: string, options: TryLinkOptions = {}): Promise<string | null> {
  let url = address;
  for (let redirects = 0; redirects <= REDIRECTS; redirects += 1) {
    const answer = await ask(url, options);
    if ("failure" in answer) return answer.failure;
    const { status, location } = answer;
    if (status < 300 || status === 304 || RESERVED.has(status)) return null;
    if (status >= 400 || !location || !URL.canParse(location, url)) return String(status);
    url = new URL(location, url).href;
  }
  return "redirects";
}

async function ask(address: string, { mayAsk = isPublicAddress, ports = [], timeoutMs = TIMEOUT_MS }: TryLinkOptions) {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !isWebAddress(url, ports)) return { failure: "notPublic" };
  const signal = AbortSignal.timeout(timeoutMs);
  const ip = await Promise.race([findAddress(url.hostname, mayAsk), whenAborted(signal)]);
  return ip.startsWith("!") ? { failure: ip.slice(1) } : send({ url, ip, signal });
}

function isWebAddress({ protocol, port, username, password }: URL, ports: readonly string[]): boolean {
  const isWeb = protocol === "https:" || protocol === "http:";
  return isWeb && username === "" && password === "" && (port === "" || ports.includes(port));
}

function whenAborted(signal: AbortSignal): Promise<string> {
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve("!timeout"), { once: true }));
}

/** The IP address to ask, or after `!` why none is: a name of which any address is not public is not asked at all. */
async function findAddress(hostname: string, mayAsk: (ip: string) => boolean): Promise<string> {
  const host = hostname.replace(/^\[|\]$/g, "");
  const found = isIP(host) ? [host] : await lookup(host, { all: true }).then(addressesOf, () => []);
  const [first] = found;
  if (first === undefined) return "!away";
  return found.every(mayAsk) ? first : "!notPublic";
}

const addressesOf = (found: { address: string }[]) => found.map(({ address }) => address);

function send({ url, ip, signal }: { url: URL; ip: string; signal: AbortSignal }): Promise<Answer> {
  const request = url.protocol === "https:" ? askSecurely : askPlainly;
  const family = isIP(ip);
  return new Promise((resolve) => {
    const sent = request(url, {
      signal,
      agent: false,
      headers: { "User-Agent": "Maqdis link check", Accept: "*/*" },
      lookup: (_, options, answer) => {
        if (options.all) answer(null, [{ address: ip, family }]);
        else answer(null, ip, family);
      },
    });
    sent.once("response", (response) => {
      response.destroy();
      resolve({ status: response.statusCode ?? 0, location: response.headers.location });
    });
    sent.once("error", () => resolve({ failure: signal.aborted ? "timeout" : "away" }));
    sent.end();
  });
}
