import { useCallback, useEffect, useRef, useState } from "react";
import { MAX_VIDEO_BYTES } from "../../upload-limits.ts";
import type { UploadAddress } from "../../video-provider.ts";
import type { Refusal, Sending, SendingControls, SendingNews } from "./sending.ts";
import { sendPoster } from "./take-poster.ts";

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;

type Begun = UploadAddress & { videoId: string };

async function begin(lecture: { course: string; lessonId: string }, file: File): Promise<Begun | Refusal> {
  const body = new URLSearchParams({ ...lecture, fileName: file.name, bytes: String(file.size) });
  const response = await fetch("/resources/videos", { method: "POST", body }).catch(() => undefined);
  if (!response || response.status >= 500 || response.status === 429) return "away";
  if (!response.ok || response.redirected) return "gone";
  return response.json();
}

/** While who keeps the videos does not answer, it is asked again, less and less often. */
async function beginPatiently({
  lecture,
  file,
  signal,
  onWait,
}: {
  lecture: { course: string; lessonId: string };
  file: File;
  signal: AbortSignal;
  onWait: () => void;
}): Promise<Begun | Refusal> {
  for (let waits = 0; ; waits += 1) {
    const begun = await begin(lecture, file);
    if (begun !== "away" || signal.aborted) return begun;
    onWait();
    await new Promise((resolve) => {
      window.setTimeout(resolve, Math.min(FIRST_WAIT_MS * 2 ** waits, LONGEST_WAIT_MS));
      signal.addEventListener("abort", resolve);
    });
  }
}

const waitingControls = (patience: AbortController): SendingControls => ({
  pause: () => undefined,
  resume: () => undefined,
  stop: () => patience.abort(),
});

async function startSending({ file, begun }: { file: File; begun: Begun }, news: SendingNews) {
  const { address, protocol } = begun;
  if (protocol === "tus") return (await import("./send-tus.ts")).sendTus({ file, address }, news);
  return (await import("./send-mux.ts")).sendMux({ file, address }, news);
}

/** The academy sees the last byte of a file that is sent to it, and must be told of one that is sent elsewhere. */
async function tellArrived({ protocol, videoId }: Begun): Promise<void> {
  if (protocol === "tus") return;
  const body = new URLSearchParams({ intent: "arrived" });
  await fetch(`/resources/videos/${videoId}`, { method: "POST", body }).catch(() => undefined);
}

function refusalOf(file: File): Refusal | undefined {
  if (file.size > MAX_VIDEO_BYTES) return "tooLarge";
  // What the browser says of a file is a guess; the academy reads its bytes.
  const known = file.type !== "" && !/^(video|application\/(mp4|octet-stream|x-matroska))/.test(file.type);
  return known || file.size === 0 ? "notVideo" : undefined;
}

/** Sends a chosen file for a lecture. `onNews` is told when what the academy knows of it has changed. */
export function useSending(lecture: { course: string; lessonId: string }, onNews: () => void) {
  const [sending, setSending] = useState<Sending>({ kind: "idle" });
  const [begun, setBegun] = useState<{ file: File; address: Begun } | null>(null);
  const controls = useRef<SendingControls | null>(null);
  useEffect(() => () => controls.current?.stop(), []);

  const move = useCallback((kind: "paused" | "lost" | "sending", sent?: number) => {
    setSending((now) => ("sent" in now && "total" in now ? { ...now, kind, sent: sent ?? now.sent } : now));
  }, []);

  const send = async (file: File) => {
    const reason = refusalOf(file);
    if (reason) return setSending({ kind: "refused", reason });
    setSending({ kind: "preparing", fileName: file.name });
    const patience = new AbortController();
    controls.current = waitingControls(patience);
    const onWait = () => setSending({ kind: "waiting", fileName: file.name });
    const address = await beginPatiently({ lecture, file, signal: patience.signal, onWait });
    if (patience.signal.aborted) return;
    if (typeof address === "string") return setSending({ kind: "refused", reason: address });
    setSending({ kind: "sending", fileName: file.name, sent: 0, total: file.size });
    setBegun({ file, address });
    const news: SendingNews = {
      progress: (sent) => move("sending", sent),
      lost: () => move("lost"),
      refused: (why) => setSending({ kind: "refused", reason: why }),
      done: () => {
        setSending({ kind: "sent", fileName: file.name });
        setBegun(null);
        void tellArrived(address).then(onNews);
        void sendPoster({ file, videoId: address.videoId });
      },
    };
    controls.current = await startSending({ file, begun: address }, news);
    onNews();
  };

  return {
    sending,
    begun,
    send,
    move,
    refuse: (reason: Refusal) => setSending({ kind: "refused", reason }),
    pause: () => {
      controls.current?.pause();
      move("paused");
    },
    resume: () => {
      move("sending");
      controls.current?.resume();
    },
    stop: () => {
      controls.current?.stop();
      controls.current = null;
      setBegun(null);
      setSending({ kind: "idle" });
    },
  };
}
