import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { ArchiveRefused } from "./archive-format.ts";

/** How the library says that a key does not fit. */
const OTHER_KEY = "no identity matched";
const IDENTITY = /^AGE-SECRET-KEY-(PQ-)?1/;

/**
 * A key of age (age-encryption.org): its public half (`age1…`) writes archives that only the secret half opens; the
 * secret half (`AGE-SECRET-KEY-1…`) does both. Whether a key opens what it closes.
 */
export const opensBackups = (key: string) => IDENTITY.test(key);

/** A new pair of keys. */
export async function makeBackupKey(): Promise<{ secret: string; recipient: string }> {
  const secret = await generateX25519Identity();
  return { secret, recipient: await identityToRecipient(secret) };
}

/** Encrypts what comes for a key, in age's own format: `age --decrypt` opens it too. */
export async function* closeStream(source: AsyncIterable<Uint8Array>, key: string): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(opensBackups(key) ? await identityToRecipient(key) : key);
  yield* readChunks(await encrypter.encrypt(webStream(source)));
}

/** Decrypts what comes. Throws where the key is another, where a byte was changed, and where the end is missing. */
export async function* openStream(source: AsyncIterable<Uint8Array>, key: string): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(key);
  const opened = await decrypter.decrypt(webStream(source)).catch((cause: unknown) => {
    const isOther = cause instanceof Error && cause.message.includes(OTHER_KEY);
    throw isOther ? new ArchiveRefused("The archive was closed with another key than BACKUP_KEY", { cause }) : cause;
  });
  yield* readChunks(opened);
}

function webStream(source: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { value, done } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => void (await iterator.return?.()),
  });
}

async function* readChunks(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
