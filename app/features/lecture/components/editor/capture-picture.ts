const MAX_WIDTH = 1_920;

/** The picture that a video shows now; null where it shows none, or may not be read. */
export async function capturePicture(video: HTMLVideoElement): Promise<Blob | null> {
  const { videoWidth, videoHeight } = video;
  if (!videoWidth || !videoHeight) return null;
  const canvas = document.createElement("canvas");
  const scale = Math.min(1, MAX_WIDTH / videoWidth);
  canvas.width = Math.round(videoWidth * scale);
  canvas.height = Math.round(videoHeight * scale);
  canvas.getContext("2d")?.drawImage(video, 0, 0, canvas.width, canvas.height);
  try {
    return await new Promise((resolve) => canvas.toBlob(resolve, "image/webp", 0.9));
  } catch {
    // A video of another origin that does not allow it (SecurityError).
    return null;
  }
}
