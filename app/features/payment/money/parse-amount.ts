import { type AmountFault, readAmount, writeAmount } from "#app/platform/i18n/amount.ts";
import { decimalsOf } from "#app/platform/i18n/currency.ts";
import { withValues } from "#app/platform/i18n/message-key.ts";
import { chargeStep, roundToCharge } from "./stripe-amount.ts";

/** Why what was typed cannot be paid. Each has a message `amount:<refusal>`. */
export type AmountRefusal = AmountFault | "notChargeable";

/** `amount` in minor units by ISO 4217; or why there is none, with the message that says so, as forms carry it. */
export type ParsedAmount = { amount: number } | { refusal: AmountRefusal; message: string };

function refuse(refusal: AmountRefusal, values: Record<string, string> = {}): ParsedAmount {
  return { refusal, message: withValues(`amount:${refusal}`, values) };
}

/** How amounts of a currency look: `12.50`, `1250`, `12.500`. */
function exampleOf(currency: string): string {
  return writeAmount(decimalsOf(currency) === 0 ? 1250 : 12.5 * 10 ** decimalsOf(currency), currency);
}

/**
 * An amount of money as people type it: with a decimal point or comma, in Western or Eastern digits, with as many
 * decimals as its currency has by ISO 4217, and one that can be charged.
 */
export function parseAmount(typed: string, currency: string): ParsedAmount {
  const read = readAmount(typed, currency);
  if ("fault" in read) {
    if (read.fault === "tooManyDecimals") return refuse(read.fault, { currency, example: exampleOf(currency) });
    return refuse(read.fault);
  }
  const { amount } = read;
  if (amount % chargeStep(currency) === 0) return { amount };
  return refuse("notChargeable", { currency, nearest: writeAmount(roundToCharge(amount, currency), currency) });
}

type IssueContext = { addIssue: (issue: { code: "custom"; path: string[]; message: string }) => void };

/**
 * The same within a zod schema: what is refused is said beside `field`, and null is given back. Nothing typed is refused
 * as well.
 */
export function parseAmountField(
  context: IssueContext,
  { field, typed = "", currency }: { field: string; typed?: string; currency: string },
): number | null {
  if (typed.trim() === "") {
    context.addIssue({ code: "custom", path: [field], message: "form:required" });
    return null;
  }
  const parsed = parseAmount(typed, currency);
  if ("amount" in parsed) return parsed.amount;
  context.addIssue({ code: "custom", path: [field], message: parsed.message });
  return null;
}
