const VTT_TIME = /^(?:(\d{2,4}):)?([0-5]\d):([0-5]\d)\.(\d{3})$/;
const SRT_TIME = /^(\d{1,4}):([0-5]?\d):([0-5]?\d)[,.](\d{1,3})$/;

function secondsOf(match: RegExpExecArray | null): number | null {
  if (!match) return null;
  const [, hours = "0", minutes = "0", seconds = "0", fraction = "0"] = match;
  const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return (whole * 1000 + Number(fraction.padEnd(3, "0"))) / 1000;
}

/** Seconds of a WebVTT timestamp (`01:02:03.004` or `02:03.004`), or null. */
export function readVttTime(text: string): number | null {
  return secondsOf(VTT_TIME.exec(text));
}

/** Seconds of a SubRip timestamp (`01:02:03,004`), or null. */
export function readSrtTime(text: string): number | null {
  return secondsOf(SRT_TIME.exec(text));
}

/** Seconds as a WebVTT timestamp with its hours, to the millisecond. */
export function writeVttTime(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000);
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const rest = String(milliseconds % 1000).padStart(3, "0");
  return `${two(milliseconds / 3_600_000)}:${two((milliseconds / 60_000) % 60)}:${two((milliseconds / 1000) % 60)}.${rest}`;
}
