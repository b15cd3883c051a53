import { createServer, type RequestListener } from "node:http";
import { afterAll, expect, test } from "vitest";
import { isPublicAddress } from "#app/platform/http/public-address.ts";
import { tryLink } from "./try-link.server.ts";

let asked: string[] = [];
const answers: Record<string, RequestListener> = {
  "/there": (_, response) => response.end("here"),
  "/gone": (_, response) => response.writeHead(404).end(),
  "/members": (_, response) => response.writeHead(403).end(),
  "/broken": (_, response) => response.writeHead(503).end(),
  "/moved": (_, response) => response.writeHead(301, { Location: "/there" }).end(),
  "/round": (_, response) => response.writeHead(302, { Location: "/round" }).end(),
  "/inside": (_, response) => response.writeHead(302, { Location: "http://169.254.169.254/latest/meta-data/" }).end(),
  "/file": (_, response) => response.writeHead(302, { Location: "file:///etc/passwd" }).end(),
  "/silent": () => undefined,
  "/endless": (_, response) => {
    const more = setInterval(() => response.write("x".repeat(65_536)), 1);
    response.on("close", () => clearInterval(more));
  },
};

const server = createServer((request, response) => {
  asked.push(request.url ?? "");
  const answer = answers[request.url ?? ""];
  if (answer) answer(request, response);
  else response.end();
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const address = server.address();
const port = typeof address === "object" && address ? String(address.port) : "";
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** As if 127.0.0.1 were on the public internet. */
const tryHere = (path: string) =>
  tryLink(`http://127.0.0.1:${port}${path}`, { ports: [port], mayAsk: (ip) => ip === "127.0.0.1", timeoutMs: 500 });

test("what answers is there, also where it keeps programs out or leads on; what does not is told why", async () => {
  expect(await tryHere("/there")).toBeNull();
  expect(await tryHere("/members")).toBeNull();
  expect(await tryHere("/moved")).toBeNull();
  expect(await tryHere("/gone")).toBe("404");
  expect(await tryHere("/broken")).toBe("503");
  expect(await tryHere("/round")).toBe("redirects");
  expect(await tryHere("/silent")).toBe("timeout");
  expect(await tryHere("/endless")).toBeNull();
});

test("a redirect leads into no house and to no file", async () => {
  expect(await tryHere("/inside")).toBe("notPublic");
  expect(await tryHere("/file")).toBe("notPublic");
});

test("no server is asked that is not on the public internet, by whatever name it goes", async () => {
  asked = [];
  const names = [
    ...["127.0.0.1", "localhost", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "127.1"],
    ...["10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1", "[fd00::1]", "[fe80::1]"],
  ];
  for (const name of names)
    expect(await tryLink(`http://${name}:${port}/there`, { ports: [port], timeoutMs: 2_000 }), name).toBe("notPublic");
  expect(asked).toEqual([]);
});

test("other ports, other protocols and names with passwords are not asked", async () => {
  for (const odd of ["https://1.1.1.1:22/", "ftp://1.1.1.1/", "javascript:alert(1)", "https://a:b@1.1.1.1/", "nothing"])
    expect(await tryLink(odd), odd).toBe("notPublic");
});

test("addresses of the public internet are told from all others", () => {
  for (const ip of ["1.1.1.1", "8.8.8.8", "2606:4700:4700::1111"]) expect(isPublicAddress(ip), ip).toBe(true);
  for (const ip of [
    "224.0.0.1",
    "255.255.255.255",
    "198.18.0.1",
    "2001:db8::1",
    "64:ff9b::1",
    "2002:7f00:1::",
    "::",
    "x",
  ])
    expect(isPublicAddress(ip), ip).toBe(false);
});
