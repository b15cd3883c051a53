import { addTranslation, setLanguage } from "media-chrome/dist/utils/i18n.js";
import type { Translate } from "#app/platform/i18n/read-words.ts";

/** What the library calls its words, and what ours are called; the values are filled in by the library. */
const words = {
  "Enable captions": "captionsOn",
  "Disable captions": "captionsOff",
  Captions: "captions",
  "closed captions": "captions",
  "Enter fullscreen mode": "fullScreen",
  "Exit fullscreen mode": "leaveFullScreen",
  "enter fullscreen mode": "fullScreen",
  "exit fullscreen mode": "leaveFullScreen",
  "Enter picture in picture mode": "pip",
  "Exit picture in picture mode": "leavePip",
  "enter picture in picture mode": "pip",
  "exit picture in picture mode": "leavePip",
  Mute: "mute",
  mute: "mute",
  Unmute: "unmute",
  unmute: "unmute",
  Play: "play",
  play: "play",
  Pause: "pause",
  pause: "pause",
  "Playback rate": "speed",
  "current playback rate": "speed",
  Quality: "quality",
  quality: "quality",
  Auto: "automatic",
  Off: "off",
  Settings: "settings",
  settings: "settings",
  "Seek backward": "back",
  "Seek forward": "forward",
  "audio player": "player",
  "video player": "player",
  "audio tracks": "audioTracks",
  Audio: "audioTracks",
  volume: "volume",
  seek: "seek",
  "media loading": "loading",
  hour: "hour",
  hours: "hours",
  minute: "minute",
  minutes: "minutes",
  second: "second",
  seconds: "seconds",
  "video not loaded, unknown time.": "notLoaded",
} as const;

const filled = {
  "seek back {seekOffset} seconds": ["backBy", "seekOffset"],
  "seek forward {seekOffset} seconds": ["forwardBy", "seekOffset"],
  "chapter: {chapterName}": ["chapterOf", "chapterName"],
  "{time} remaining": ["remaining", "time"],
} as const;

/** Gives the library its words in the language of the page. */
export function teachPlayer(t: Translate): void {
  const plain = Object.entries(words).map(([theirs, ours]) => [theirs, t(`controls.${ours}`)]);
  const withValue = Object.entries(filled).map(([theirs, [ours, value]]) => [
    theirs,
    t(`controls.${ours}`, { value: `{${value}}` }),
  ]);
  const timeOf = t("controls.timeOf", { at: "{currentTime}", of: "{totalTime}" });
  // As the button itself shows it, so that who speaks what she sees is understood.
  const speedOf = t("controls.speedOf", { value: "{playbackRate}x" });
  const whole = { "{currentTime} of {totalTime}": timeOf, "Playback rate {playbackRate}": speedOf };
  // No name of its own: the button that shows the time is called by what it shows.
  const nameless = { "playback time": " " };
  addTranslation("page", { ...nameless, ...Object.fromEntries([...plain, ...withValue]), ...whole });
  setLanguage("page");
}
