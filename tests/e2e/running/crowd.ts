import { connect, type Socket } from "node:net";
import { expect } from "@playwright/test";

/** Begins to send a form to the sign-in page, and leaves it at that: it is in flight until the socket closes. */
async function begin(origin: string): Promise<Socket> {
  const { hostname, port, host } = new URL(origin);
  const socket = connect(Number(port), hostname);
  await new Promise((resolve, reject) => socket.once("connect", resolve).once("error", reject));
  socket.on("error", () => undefined);
  const head = [
    "POST /sign-in HTTP/1.1",
    `Host: ${host}`,
    `Origin: ${origin}`,
    "Content-Type: application/x-www-form-urlencoded",
    "Content-Length: 2000",
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\nemail=`);
  return socket;
}

/** Does something while as many requests are in flight as make the academy put off what is probed for. */
export async function whileCrowded<T>(
  { origin, people, isCrowded }: { origin: string; people: number; isCrowded: () => Promise<boolean> },
  work: () => Promise<T>,
): Promise<T> {
  const sockets = await Promise.all(Array.from({ length: people }, () => begin(origin)));
  try {
    await expect.poll(isCrowded).toBe(true);
    return await work();
  } finally {
    for (const socket of sockets) socket.destroy();
    await expect.poll(isCrowded).toBe(false);
  }
}
