import type { MessageValues } from "#app/platform/i18n/message-key.ts";
import type { MediaFile } from "../../media/media-file.ts";

type AddedFile = MediaFile & { isNew: boolean };

/** What came of sending a file; `failed` may be tried again. */
export type SentMedia =
  | { result: "added"; file: AddedFile }
  | { result: "refused" | "failed"; messageKey: string; values?: MessageValues | undefined };

type Answer = SentMedia | null;

/**
 * Sends a file to a course; never rejects. `onShare` is told how much of it is sent, from 0 to 1, which `fetch` cannot
 * say.
 */
export function sendMedia(
  input: { course: string; file: File; name?: string },
  onShare: (share: number) => void = () => undefined,
): Promise<SentMedia> {
  const name = encodeURIComponent(input.name ?? input.file.name);
  const request = new XMLHttpRequest();
  return new Promise((resolve) => {
    const away = () => resolve({ result: "failed", messageKey: "media:upload.away" });
    request.upload.addEventListener("progress", ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0));
    request.addEventListener("error", away);
    request.addEventListener("timeout", away);
    request.addEventListener("load", () => {
      const answer: Answer = typeof request.response === "object" ? request.response : null;
      // Whoever is signed out is sent to a page to sign in, which is no answer in JSON.
      if (answer?.result) resolve(answer);
      else if (request.status < 500 && request.status !== 429)
        resolve({ result: "failed", messageKey: "media:upload.signIn" });
      else away();
    });
    request.open("POST", `/resources/course-media/${input.course}?name=${name}`);
    request.responseType = "json";
    request.send(input.file);
  });
}
