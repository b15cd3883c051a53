import { type AnswerEdit, keyOf } from "./answer-edit.ts";
import { changeKept, type Owner } from "./answer-store.ts";

/** While somebody types, her answer is written to the device at most so often, in milliseconds. */
const KEEP_EVERY = 250;

export type KeptChange = { keep: AnswerEdit[]; drop: string[] };

type Keeping = {
  owner: Owner;
  /** What is to be on the device. */
  pending: () => AnswerEdit[];
  /** Called after each writing; `kept` is false where the browser did not allow it. */
  onChange: (change: KeptChange, kept: boolean) => void;
};

export type Keeper = ReturnType<typeof createKeeper>;

/** Keeps on this device what the server lacks, and nothing else. */
export function createKeeper({ owner, pending, onChange }: Keeping) {
  const onDevice = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> | undefined;
  let again = false;

  const findChange = (): KeptChange => {
    const edits = pending();
    const wanted = new Set(edits.map(keyOf));
    const keep = edits.filter((edit) => !onDevice.has(keyOf(edit)));
    return { keep, drop: [...onDevice].filter((key) => !wanted.has(key)) };
  };
  const write = async (): Promise<void> => {
    do {
      again = false;
      const change = findChange();
      if (change.keep.length + change.drop.length === 0) return;
      const kept = await changeKept(owner, change).then(
        () => true,
        () => false,
      );
      if (kept) for (const edit of change.keep) onDevice.add(keyOf(edit));
      if (kept) for (const key of change.drop) onDevice.delete(key);
      onChange(change, kept);
    } while (again);
  };
  const keepNow = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    again = true;
    writing ??= write().finally(() => {
      writing = undefined;
    });
    return writing;
  };

  return {
    /** Writes what has changed; resolves when it stands on the device, or the browser refused. */
    keepNow,
    /** Writes at once, or a quarter of a second after the last writing. */
    keepSoon: () => {
      if (timer) return;
      void keepNow();
      timer = setTimeout(() => {
        timer = undefined;
        void keepNow();
      }, KEEP_EVERY);
    },
    /** Takes note of what was found on the device. */
    noteKept: (edit: AnswerEdit) => onDevice.add(keyOf(edit)),
    noteDropped: (key: string) => onDevice.delete(key),
    isKept: (key: string) => onDevice.has(key),
  };
}
