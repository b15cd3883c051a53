/** A smaller form of a video that we make ourselves. */
export type PlannedRendition = { name: "720p" | "360p" | "audio"; height: number | null };

/**
 * Which forms to make of a video of that height: never a larger picture than it has, and for a file that browsers do
 * not play at least one picture.
 */
export function planRenditions({ height, sound }: { height: number; sound: boolean }): PlannedRendition[] {
  const large: PlannedRendition[] = height >= 720 ? [{ name: "720p", height: 720 }] : [];
  const small: PlannedRendition = { name: "360p", height: Math.min(360, height) };
  const audio: PlannedRendition[] = sound ? [{ name: "audio", height: null }] : [];
  return [...large, small, ...audio];
}

/** Seconds between two places at which a player may begin or change its quality. */
const SEGMENT_SECONDS = 4;

/**
 * What a file may be to ffmpeg: one that holds pictures itself. Lists and playlists name other files, of this machine or
 * of others, which whoever sent it must not see.
 */
const only = (from: string) => [
  ...["-protocol_whitelist", "file", "-format_whitelist", "mov,matroska,mpegts,ogg"],
  ...["-i", from],
];

/** What ffmpeg is asked to make of a file. */
export function renditionArguments({ name, height }: PlannedRendition, { from, to }: { from: string; to: string }) {
  const input = ["-v", "error", "-nostdin", "-y", ...only(from)];
  const sound = ["-c:a", "aac", "-ac", name === "audio" ? "1" : "2", "-b:a", name === "audio" ? "48k" : "96k"];
  if (height === null) {
    return [...input, "-map", "0:a:0", "-vn", ...sound, "-movflags", "+faststart", "-f", "mp4", to];
  }
  const keyframes = ["-sc_threshold", "0", "-force_key_frames", `expr:gte(t,n_forced*${SEGMENT_SECONDS})`];
  const picture = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "25", "-pix_fmt", "yuv420p", ...keyframes];
  const scale = ["-vf", `scale=-2:${height - (height % 2)}`];
  // In fragments with an index before them: one file for players of HLS and for those that read it from end to end.
  const fragments = ["-movflags", "frag_keyframe+default_base_moof+delay_moov+global_sidx", "-f", "mp4"];
  return [...input, "-map", "0:v:0", "-map", "0:a:0?", ...scale, ...picture, ...sound, ...fragments, to];
}

/** What ffmpeg is asked for the picture that stands before a video is played. */
export function posterArguments({ from, to, second }: { from: string; to: string; second: number }) {
  const one = ["-frames:v", "1", "-vf", "scale='min(1280,iw)':-2", "-q:v", "4"];
  return ["-v", "error", "-nostdin", "-y", "-ss", String(second), ...only(from), ...one, to];
}
