import type { DataStore } from "@tus/server";

/**
 * Files too large to hold in memory, by key (`videos/<id>/original`). Nothing here reads or writes a file whole.
 * A key is made by us and never by who asks.
 */
export type LargeFiles = {
  /** Where resumable uploads (tus) are written; the id of an upload is the key of its file. */
  uploads: DataStore;
  /** Size in bytes and time of the last change; undefined where there is no such file. */
  find: (key: string) => Promise<{ bytes: number; modifiedAt: Date } | undefined>;
  /** Bytes `from` to `to`, the latter not included. Opened when it is first read, closed when it is cancelled. */
  stream: (key: string, from: number, to: number) => ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Takes a file of this machine's disk, replacing what was there. */
  put: (key: string, file: { path: string; contentType: string }) => Promise<void>;
  /** Has the file on this machine's disk while `work` runs. */
  withPath: <T>(key: string, work: (path: string) => Promise<T>) => Promise<T>;
  /** Every file, with what belongs to uploads that are underway, in no order. */
  list: () => AsyncIterable<{ key: string; bytes: number }>;
  /** Removes a file, or what has come of one so far. One that is not there is a success. */
  remove: (key: string) => Promise<void>;
};
