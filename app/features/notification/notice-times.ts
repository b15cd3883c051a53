import { CalendarDateTime, fromDate, toZoned } from "@internationalized/date";
import type { DigestRhythm } from "#app/platform/db/generated/enums.ts";

export type Times = {
  rhythm: DigestRhythm;
  hour: number;
  /** 1 is Monday, 7 Sunday. */
  weekday: number;
  quietFrom: number | null;
  quietUntil: number | null;
  digestOff: boolean;
};

/** What holds for who has chosen nothing. */
export const usualTimes: Times = {
  rhythm: "daily",
  hour: 8,
  weekday: 7,
  quietFrom: null,
  quietUntil: null,
  digestOff: false,
};

/** The zone, or UTC for one that this machine does not know. */
function knownZone(timeZone: string): string {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return timeZone;
  } catch {
    return "UTC";
  }
}

/** The next moment after `now` at which her clock shows that hour, on that weekday where one is asked for. */
function nextAt({ now, zone, hour, weekday }: { now: Date; zone: string; hour: number; weekday?: number }): Date {
  const here = fromDate(now, zone);
  for (let days = 0; ; days += 1) {
    const day = here.add({ days });
    const moment = toZoned(new CalendarDateTime(day.year, day.month, day.day, hour), zone).toDate();
    // Noon, so that no change of clocks makes it another day.
    const isDay =
      weekday === undefined || new Date(Date.UTC(day.year, day.month - 1, day.day, 12)).getUTCDay() === weekday % 7;
    if (isDay && moment > now) return moment;
  }
}

/** When her next digest goes out. An hour that her clocks skip is the one after it. */
export function nextDigestAt(times: Times, { now, timeZone }: { now: Date; timeZone: string }): Date {
  const weekday = times.rhythm === "weekly" ? times.weekday : undefined;
  return nextAt({ now, zone: knownZone(timeZone), hour: times.hour, weekday });
}

/** When a mail may go out that may wait: the end of her quiet hours, or undefined where it is not quiet now. */
export function afterQuiet(
  { quietFrom, quietUntil }: Pick<Times, "quietFrom" | "quietUntil">,
  { now, timeZone }: { now: Date; timeZone: string },
): Date | undefined {
  if (quietFrom === null || quietUntil === null) return undefined;
  const zone = knownZone(timeZone);
  const { hour } = fromDate(now, zone);
  const quiet =
    quietFrom < quietUntil ? hour >= quietFrom && hour < quietUntil : hour >= quietFrom || hour < quietUntil;
  return quiet ? nextAt({ now, zone, hour: quietUntil }) : undefined;
}
