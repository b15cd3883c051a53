import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";

const run = promisify(execFile);
const PYTHON = "/usr/bin/python3";

/** The JSON-LD contexts that the academy keeps, by which a verifier need not fetch any. */
export const CONTEXTS = resolve("app/features/certificate/verification/contexts");

const answers = z.object({ verified: z.boolean(), revoked: z.boolean().nullable(), why: z.string().nullable() });
type Answer = z.output<typeof answers>;

/** Whether Debian's PyLD and cryptography are there; where they are not, a library of others does the same. */
export const hasPython = await run(PYTHON, ["-c", "import pyld, cryptography"]).then(
  () => true,
  () => false,
);

/** What a program in Python, with nothing of ours but the contexts, finds in credentials as JSON or JWT, one answer each. */
export async function verifyByPython(texts: string[], evidence: { did: string; list: string }): Promise<Answer[]> {
  const folder = await mkdtemp(join(tmpdir(), "maqdis-independent-"));
  const write = async (name: string, text: string) => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };
  const files = await Promise.all(texts.map((text, index) => write(`credential-${index}`, text)));
  const did = await write("did.json", evidence.did);
  const list = await write("list.json", evidence.list);
  const script = "tests/credentials/verify_credential.py";
  const { stdout } = await run(PYTHON, [script, files.join(","), did, list, CONTEXTS]);
  return stdout
    .trim()
    .split("\n")
    .map((line) => answers.parse(JSON.parse(line)));
}
