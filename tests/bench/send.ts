import { type Agent, type IncomingHttpHeaders, request } from "node:http";
import type { LoadRequest } from "./load.ts";

export type Answered = { status: number; headers: IncomingHttpHeaders; text: string };

/** Sends one request; undefined where the connection failed. */
export function send(
  origin: string,
  { agent, ...sent }: LoadRequest & { agent: Agent },
): Promise<Answered | undefined> {
  const { method = "GET", path = "/", headers, body } = sent;
  return new Promise((resolve) => {
    const outgoing = request(`${origin}${path}`, { method, agent, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () => {
        const { statusCode = 0, headers } = answer;
        resolve({ status: statusCode, headers, text: Buffer.concat(parts).toString() });
      });
      answer.on("error", () => resolve(undefined));
    });
    outgoing.on("error", () => resolve(undefined));
    outgoing.end(body);
  });
}
