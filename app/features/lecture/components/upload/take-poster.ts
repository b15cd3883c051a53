import { capturePicture } from "../editor/capture-picture.ts";

const PATIENCE_MS = 15_000;

/** Sends a picture from a tenth into a file's video, where this browser can show it; else nothing happens. */
export async function sendPoster({ file, videoId }: { file: File; videoId: string }): Promise<void> {
  const picture = await takePicture(file).catch(() => null);
  if (!picture) return;
  const headers = { "Content-Type": picture.type };
  await fetch(`/resources/videos/${videoId}/poster`, { method: "POST", headers, body: picture }).catch(() => undefined);
}

async function takePicture(file: File): Promise<Blob | null> {
  const video = document.createElement("video");
  const url = URL.createObjectURL(file);
  const heard = (name: string) =>
    new Promise<void>((resolve, reject) => {
      video.addEventListener(name, () => resolve(), { once: true });
      video.addEventListener("error", () => reject(new Error("This browser does not play it")), { once: true });
      window.setTimeout(() => reject(new Error("It takes too long")), PATIENCE_MS);
    });
  try {
    video.muted = true;
    video.preload = "auto";
    const loaded = heard("loadeddata");
    video.src = url;
    await loaded;
    const found = heard("seeked");
    video.currentTime = Math.min(10, video.duration / 10);
    await found;
    return await capturePicture(video);
  } finally {
    video.removeAttribute("src");
    video.load();
    URL.revokeObjectURL(url);
  }
}
