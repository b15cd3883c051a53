import { useEffect, useState } from "react";

const PREFIX = "maqdis.comment.";
const SENT = `${PREFIX}sent`;

/** Storage may be full or refused: then nothing is kept, and grading goes on. */
function keep(change: (storage: Storage) => void): void {
  try {
    change(window.localStorage);
  } catch {
    return;
  }
}

/**
 * What is being written of a comment, kept on the device until the grade with it has been saved. `saved` is the comment
 * that the server has; `sent` is one that was sent and not taken.
 */
export function useCommentDraft({ name, saved, sent }: { name: string; saved: string; sent: string | undefined }) {
  const refused = sent !== undefined;
  const [text, setText] = useState(sent ?? saved);
  const [restored, setRestored] = useState(false);
  const key = `${PREFIX}${name}`;
  useEffect(() => {
    keep((storage) => {
      const last = storage.getItem(SENT);
      if (last && !refused) storage.removeItem(last);
      storage.removeItem(SENT);
      const draft = storage.getItem(key);
      if (draft === null || draft === saved) return storage.removeItem(key);
      setText(draft);
      setRestored(true);
    });
  }, [key, saved, refused]);
  const write = (written: string) => {
    setText(written);
    keep((storage) => (written === saved ? storage.removeItem(key) : storage.setItem(key, written)));
  };
  return { text, restored, write, send: () => keep((storage) => storage.setItem(SENT, key)) };
}
