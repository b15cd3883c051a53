import { z } from "zod";
import type { ReportChoice } from "./report-schema.ts";

/** Days as YYYY-MM-DD, both in it; null where it is open. */
export type Period = { from: string | null; until: string | null };

export type ReadPeriod = {
  period: Period;
  /** Message keys, by the field that they stand beside. */
  errors: { from?: string; until?: string };
};

const daySchema = z.iso.date();

const readDay = (typed: string | undefined) => (typed === undefined ? null : (daySchema.safeParse(typed).data ?? null));

/** The period that was asked for. One that makes no sense is told beside its field and narrows nothing. */
export function readPeriod({ from: typedFrom, until: typedUntil }: Pick<ReportChoice, "from" | "until">): ReadPeriod {
  const [from, until] = [readDay(typedFrom), readDay(typedUntil)];
  const errors: ReadPeriod["errors"] = {};
  if (typedFrom !== undefined && from === null) errors.from = "report:errors.badDay";
  if (typedUntil !== undefined && until === null) errors.until = "report:errors.badDay";
  if (from !== null && until !== null && until < from) errors.until = "report:errors.endsFirst";
  const isSound = errors.from === undefined && errors.until === undefined;
  return { period: isSound ? { from, until } : { from: null, until: null }, errors };
}
