import { useCallback, useState } from "react";
import type { SentFile } from "../../question-types/question-props.ts";

type OfSlot = SentFile & { slot: number };

async function sendFile(file: File, { attemptId, slot }: { attemptId: string; slot: number }): Promise<OfSlot> {
  const search = new URLSearchParams({ attempt: attemptId, slot: String(slot), name: file.name });
  const answer = await fetch(`/resources/answer-files?${search}`, {
    method: "POST",
    headers: { "Content-Type": "application/octet-stream" },
    body: file,
    redirect: "manual",
  });
  if (!answer.ok) throw new Error(`The file was not taken: ${answer.status}`);
  return answer.json();
}

/**
 * The files of an attempt's answers: what the view of a question that takes files wants as its `uploads`. `files` are
 * those that the server had when the page was made. Belongs to one attempt: give the component the attempt as its key.
 */
export function useAnswerUploads({ attemptId, files }: { attemptId: string; files: readonly OfSlot[] }) {
  const [sent, setSent] = useState<readonly OfSlot[]>([]);
  return useCallback(
    (slot: number) => ({
      files: [...files, ...sent].filter((file) => file.slot === slot),
      send: async (file: File): Promise<SentFile> => {
        const taken = await sendFile(file, { attemptId, slot });
        setSent((before) => [...before, taken]);
        return taken;
      },
    }),
    [attemptId, files, sent],
  );
}
