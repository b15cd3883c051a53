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

/** As it is seen by who has sent its last byte, though who keeps it may not have told the academy yet. */
function seen(video: UploadView | null, arrived: boolean): UploadView | null {
  return video?.state === "uploading" && arrived ? { ...video, state: "processing" } : video;
}

/**
 * How a video stands, asked again while it is worked on. `arrived` says that all of it was sent from here; `onSettled`
 * is called when the academy is done with it.
 */
export function useUploadState(
  given: UploadView | null,
  { arrived, onSettled }: { arrived: boolean; onSettled: () => void },
) {
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

  const shown = seen(video, arrived);
  const working = shown?.state === "processing" ? shown.id : null;
  useEffect(() => {
    if (!working) return;
    const timer = window.setTimeout(
      async () => {
        const found = await look(working);
        if (found && seen(found, arrived)?.state !== "processing") onSettled();
      },
      asked < OFTEN ? ASK_MS : ASK_SELDOM_MS,
    );
    return () => window.clearTimeout(timer);
  }, [working, asked, arrived, look, onSettled]);

  return { video: shown, look };
}
