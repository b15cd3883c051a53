import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";

/** Reads a password from standard input to its end, without the line end that `echo` adds. */
export async function readPassword(): Promise<string> {
  return (await text(process.stdin)).replace(/\r?\n$/, "");
}

/** Asks for a password in the terminal, twice, without showing it. Throws where the two differ or nobody can answer. */
export async function askPassword(): Promise<string> {
  if (!process.stdin.isTTY) throw new Error("There is no terminal to ask in: give the password with --password-stdin");
  const first = await askOnce("Password: ");
  const again = await askOnce("Again: ");
  if (first !== again) throw new Error("The two passwords differ");
  return first;
}

async function askOnce(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  // Ctrl-C and Ctrl-D leave without an answer.
  terminal.on("SIGINT", () => terminal.close());
  try {
    return await new Promise<string>((resolve, reject) => {
      terminal.once("close", () => reject(new Error("No password was given")));
      terminal.question("").then(resolve, reject);
    });
  } finally {
    terminal.close();
    process.stderr.write("\n");
  }
}
