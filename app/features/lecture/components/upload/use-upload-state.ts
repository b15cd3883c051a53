import { useCallback, useEffect, useState } from "react";
import type { UploadView } from "../../upload-view.ts";

const ASK_MS = 2_000;
const ASK_SELDOM_MS = 15_000;
/** For so long it is asked often. */
const OFTEN = 30;

async function ask(id: string): Promise<UploadView | null> {
  const response = await fetch(`/resources/videos/${id}`).catch(() => undefined);
  return response?.ok && !response.redirected ? response.json() : null;
}

/** How a video stands, asked again while the academy works on it. `onSettled` is called when it is done with it. */
export function useUploadState(given: UploadView | null, onSettled: () => void) {
  const [video, setVideo] = useState(given);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    setVideo(given);
    setAsked(0);
  }, [given]);

  const look = useCallback(async (id: string) => {
    const found = await ask(id);
    if (found) setVideo(found);
    setAsked((times) => times + 1);
    return found;
  }, []);

  const working = video?.state === "processing" ? video.id : null;
  useEffect(() => {
    if (!working) return;
    const timer = window.setTimeout(
      async () => {
        const found = await look(working);
        if (found && found.state !== "processing") onSettled();
      },
      asked < OFTEN ? ASK_MS : ASK_SELDOM_MS,
    );
    return () => window.clearTimeout(timer);
  }, [working, asked, look, onSettled]);

  return { video, look };
}
