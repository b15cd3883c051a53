import type { Locale } from "#app/platform/i18n/locales.ts";

/** The speeds to choose from; nothing faster earns anything. */
export const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];

/** The next speed up or down from the one a video has. */
export function nextSpeed(speed: number, steps: 1 | -1): number {
  const at = SPEEDS.findIndex((known) => known >= speed);
  return SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, at + steps))] ?? 1;
}

/** Shows captions, in the wished language where there are some, or hides those that are shown. */
export function toggleCaptions(media: HTMLVideoElement, locale: Locale): void {
  const tracks = Array.from(media.textTracks).filter(({ kind }) => kind === "captions" || kind === "subtitles");
  const shown = tracks.filter(({ mode }) => mode === "showing");
  for (const track of shown) track.mode = "disabled";
  const chosen = tracks.find(({ language }) => language === locale) ?? tracks[0];
  if (shown.length === 0 && chosen) chosen.mode = "showing";
}

/** Fills the screen with the player that holds a video, or leaves it. Rejections say that the browser forbids it. */
export async function toggleFullScreen(media: HTMLVideoElement): Promise<void> {
  if (document.fullscreenElement) return document.exitFullscreen();
  await (media.closest("mux-player") ?? hostOf(media)).requestFullscreen();
}

/** The outermost element in whose shadow it stands. */
function hostOf(element: Element): Element {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? hostOf(root.host) : element;
}

export async function togglePictureInPicture(media: HTMLVideoElement): Promise<void> {
  if (document.pictureInPictureElement) return document.exitPictureInPicture();
  await media.requestPictureInPicture();
}
