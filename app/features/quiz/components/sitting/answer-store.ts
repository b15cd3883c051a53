import { createStore, promisifyRequest, type UseStore } from "idb-keyval";
import { type AnswerEdit, keyOf } from "./answer-edit.ts";

/** Whose answers, and of which attempt. */
export type Owner = { personId: string; attemptId: string };

/** Once its attempt is this long past, in milliseconds, an answer that nobody took is let go. */
const LET_GO_AFTER = 90 * 24 * 3_600_000;

/** Milliseconds after which a store that says nothing is taken to be none: some browsers never answer. */
const PATIENCE = 3_000;

let opened: UseStore | undefined;

async function within<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => T | PromiseLike<T>): Promise<T> {
  const { promise: silence, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("The device's store does not answer")), PATIENCE);
  try {
    opened ??= createStore("maqdis-answers", "edits");
    return await Promise.race([opened(mode, work), silence]);
  } catch (error) {
    // Opening is tried anew the next time: a browser may refuse now and allow later.
    opened = undefined;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

const prefixOf = ({ personId, attemptId }: Owner) => `${personId}/${attemptId}/`;
const allFrom = (prefix: string) => IDBKeyRange.bound(prefix, `${prefix}\uffff`);

/** Keeps some edits on this device and lets others go, all or nothing. Rejects where the browser allows no storage. */
export async function changeKept(
  owner: Owner,
  { keep, drop }: { keep: readonly AnswerEdit[]; drop: readonly string[] },
): Promise<void> {
  await within("readwrite", (store) => {
    for (const edit of keep) store.put(edit, prefixOf(owner) + keyOf(edit));
    for (const key of drop) store.delete(prefixOf(owner) + key);
    return promisifyRequest(store.transaction);
  });
}

/** What this device keeps of an attempt. Rejects where the browser allows no storage. */
export function findKept(owner: Owner): Promise<AnswerEdit[]> {
  return within("readonly", (store) => promisifyRequest<AnswerEdit[]>(store.getAll(allFrom(prefixOf(owner)))));
}

/** The attempts of which this device keeps answers of the person; forgets what is very old. */
export async function findKeptAttempts(personId: string): Promise<string[]> {
  const range = allFrom(`${personId}/`);
  const keys = await within("readonly", (store) => promisifyRequest(store.getAllKeys(range)));
  const attempts = new Set(keys.map((key) => String(key).split("/")[1] ?? ""));
  const kept: string[] = [];
  for (const attemptId of attempts) {
    const edits = await findKept({ personId, attemptId });
    const old = edits.filter(({ madeAt }) => Date.now() - madeAt > LET_GO_AFTER);
    if (old.length > 0) await changeKept({ personId, attemptId }, { keep: [], drop: old.map(keyOf) });
    if (old.length < edits.length) kept.push(attemptId);
  }
  return kept;
}
