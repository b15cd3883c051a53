const CLOCK = /^(?:(\d{1,2}):)?(?:(\d{1,3}):)?(\d{1,5}(?:[.,٫]\d{1,3})?)$/;

function latinDigits(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}

/** Seconds as they are edited: 1:02.500, with hours where there are any. `exact` false leaves the fraction out. */
export function writeClock(seconds: number, { exact = true } = {}): string {
  const milliseconds = Math.round(seconds * 1000);
  const hours = Math.floor(milliseconds / 3_600_000);
  const minutes = Math.floor(milliseconds / 60_000) % 60;
  const two = (value: number) => String(value).padStart(2, "0");
  const head = hours > 0 ? `${hours}:${two(minutes)}` : String(minutes);
  const fraction = exact ? `.${String(milliseconds % 1000).padStart(3, "0")}` : "";
  return `${head}:${two(Math.floor(milliseconds / 1000) % 60)}${fraction}`;
}

/** Seconds of what was typed (`1:02.5`, `62.5`, `١:٠٢`), or null. */
export function readClock(text: string): number | null {
  const match = CLOCK.exec(latinDigits(text.trim()));
  if (!match) return null;
  const [, first, second, rest = ""] = match;
  const [hours, minutes] = second === undefined ? ["0", first ?? "0"] : [first ?? "0", second];
  const seconds = Number(rest.replace(/[,٫]/, "."));
  if (first !== undefined && seconds >= 60) return null;
  if (second !== undefined && first !== undefined && Number(minutes) >= 60) return null;
  return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + seconds) * 1000) / 1000;
}
