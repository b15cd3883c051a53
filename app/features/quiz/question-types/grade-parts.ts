import type { Translated } from "#app/platform/i18n/locales.ts";
import { type CommonBody, present } from "./body-parts.ts";
import type { Grade } from "./question-type.ts";
import { rational } from "./rational.ts";

/** What became of each part, and how many are right; `judge` says nothing of a part that was left open. */
export function gradeParts<Part extends { id: string }>(
  list: readonly Part[],
  judge: (part: Part, index: number) => boolean | undefined,
): { parts: Grade["parts"]; right: number } {
  const parts: Grade["parts"] = {};
  for (const [index, part] of list.entries()) {
    const isRight = judge(part, index);
    parts[part.id] = isRight === undefined ? "missed" : isRight ? "right" : "wrong";
  }
  return { parts, right: Object.values(parts).filter((part) => part === "right").length };
}

/** All or nothing, or each part its share. */
export function shareOfParts(right: number, all: number, partial: "none" | "each") {
  if (partial === "none") return rational(right === all ? 1 : 0);
  return rational(right, all);
}

/** A share with the remarks that it calls forth: those on parts first, then those on the whole. */
export function graded(
  { feedback = {} }: CommonBody,
  { share, parts, remarks = [] }: { share: number; parts: Grade["parts"]; remarks?: (Translated | undefined)[] },
): Grade {
  const partly = feedback.partly ?? feedback.wrong;
  const whole = share === 1 ? feedback.right : share === 0 ? feedback.wrong : partly;
  return { share, parts, remarks: present([...remarks, whole, feedback.always]) };
}
