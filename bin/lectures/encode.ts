import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HEIGHT, WIDTH } from "./drawing.ts";
import { FRAMES_PER_SECOND } from "./render.ts";
import { SAMPLES_PER_SECOND } from "./sound.ts";

const SECONDS_BETWEEN_KEYFRAMES = 20;

const sound = ["-c:a", "aac", "-ac", "1", "-ar", String(SAMPLES_PER_SECOND), "-b:a", "24k"];
const whole = ["-movflags", "+faststart", "-map_metadata", "-1", "-fflags", "+bitexact"];
const picture = (rate: number) => [
  ...["-c:v", "libx264", "-profile:v", "main", "-pix_fmt", "yuv420p", "-preset", "slow", "-tune", "animation"],
  ...["-crf", String(rate), "-g", String(SECONDS_BETWEEN_KEYFRAMES * FRAMES_PER_SECOND), "-flags:v", "+bitexact"],
];

/** Runs ffmpeg to its end; `input` goes to its standard input, one piece after the other. */
async function ffmpeg(args: string[], input: Iterable<Buffer> = []): Promise<void> {
  const child = spawn("ffmpeg", ["-hide_banner", "-loglevel", "error", "-y", ...args], {
    stdio: ["pipe", "inherit", "inherit"],
  });
  const ended = once(child, "close");
  for (const piece of input) {
    if (!child.stdin.write(piece)) await once(child.stdin, "drain");
  }
  child.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`);
}

/** Writes the video of a lecture in two sizes, and its sound alone. */
export async function encodeVideo({
  frames,
  samples,
  files,
}: {
  frames: Iterable<Buffer>;
  samples: Int16Array;
  files: { large: string; small: string; sound: string };
}): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "maqdis-lecture-"));
  try {
    const heard = join(folder, "sound.pcm");
    await writeFile(heard, Buffer.from(samples.buffer));
    const raw = ["-f", "rawvideo", "-pix_fmt", "rgba", "-s", `${WIDTH}x${HEIGHT}`, "-r", String(FRAMES_PER_SECOND)];
    const pcm = ["-f", "s16le", "-ar", String(SAMPLES_PER_SECOND), "-ac", "1", "-i", heard];
    const both = (rate: number) => ["-map", "0:v", "-map", "1:a", ...picture(rate), ...sound, ...whole];
    await ffmpeg(
      [
        ...[...raw, "-i", "pipe:0", ...pcm],
        ...[...both(30), files.large],
        ...["-vf", "scale=640:360:flags=lanczos", ...both(29), files.small],
        ...["-map", "1:a", ...sound, ...whole, files.sound],
      ],
      frames,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes a PNG as WebP. */
export async function encodePicture(png: Buffer, file: string): Promise<void> {
  const webp = ["-c:v", "libwebp", "-quality", "82", "-compression_level", "6", "-frames:v", "1", file];
  await ffmpeg(["-f", "png_pipe", "-i", "pipe:0", ...webp], [png]);
}
