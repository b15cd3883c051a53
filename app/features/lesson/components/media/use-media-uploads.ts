import { useCallback, useRef, useState } from "react";
import { MAX_MEDIA_BYTES } from "../../media/media-kinds.ts";
import { type SentMedia, sendMedia } from "./send-media.ts";

export type MediaUpload = {
  id: number;
  file: File;
  /** From 0 to 1. */
  share: number;
  state: "waiting" | "sending" | SentMedia;
};

const tooLarge: SentMedia = {
  result: "refused",
  messageKey: "media:errors.tooLarge",
  values: { megabytes: MAX_MEDIA_BYTES / 1024 / 1024 },
};

/** Sends files to a course one after the other, and again where the line was dead. `onAdded` is told after each. */
export function useMediaUploads({ course, onAdded }: { course: string; onAdded: () => void }) {
  const [uploads, setUploads] = useState<MediaUpload[]>([]);
  const last = useRef(0);
  const turn = useRef(Promise.resolve());
  const change = useCallback((id: number, changed: Partial<MediaUpload>) => {
    setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...changed } : one)));
  }, []);
  const send = useCallback(
    (id: number, file: File) => {
      turn.current = turn.current.then(async () => {
        if (file.size > MAX_MEDIA_BYTES) return change(id, { state: tooLarge });
        change(id, { state: "sending", share: 0 });
        const sent = await sendMedia({ course, file }, (share) => change(id, { share }));
        change(id, { state: sent });
        if (sent.result === "added") onAdded();
      });
    },
    [course, change, onAdded],
  );
  const add = useCallback(
    (files: Iterable<File>) => {
      for (const file of files) {
        last.current += 1;
        const id = last.current;
        setUploads((all) => [...all, { id, file, share: 0, state: "waiting" }]);
        send(id, file);
      }
    },
    [send],
  );
  const again = ({ id, file }: MediaUpload) => {
    change(id, { state: "waiting" });
    send(id, file);
  };
  return { uploads, add, again };
}
