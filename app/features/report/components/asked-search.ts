import type { ReportPart } from "../report-parts.ts";
import type { ReportChoice } from "../report-schema.ts";

/** What a part can be asked by, beside cohort and period. */
const furtherChoices: Partial<Record<ReportPart, "by" | "of">> = {
  enrolments: "by",
  completions: "by",
  questions: "of",
};

export const furtherChoiceOf = (part: ReportPart) => furtherChoices[part];

/** What was asked for as the end of an address, as far as it concerns a part; empty where nothing was. */
export function askedSearch(choice: ReportChoice, part: ReportPart): string {
  const further = furtherChoiceOf(part);
  const asked = {
    cohort: choice.cohort,
    from: choice.from,
    until: choice.until,
    by: further === "by" ? choice.by : undefined,
    of: further === "of" && choice.of !== "first" ? choice.of : undefined,
  };
  const search = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  return search.size > 0 ? `?${search}` : "";
}
