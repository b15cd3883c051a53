import { redirect } from "react-router";
import { isAccessCode, redeemCode } from "#app/features/payment/access/redeem-code.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import type { PersonContext, UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { buySchema } from "./buy-schema.ts";
import { OWN_PACE, readShown } from "./offered-choices.ts";
import { startCheckout } from "./start-checkout.server.ts";
import type { Wanted } from "./what-to-buy.server.ts";

/** What a page sells. */
type Sold = { kind: "course" | "certificate"; course: string } | { kind: "programme"; programme: string };
type Buy = { ctx: UseCaseContext; form: FormData; href: (path: string) => string; sold: Sold; origin: string };

function pageOf(sold: Sold): string {
  if (sold.kind === "programme") return `/programmes/${sold.programme}`;
  return sold.kind === "course" ? `/courses/${sold.course}` : `/courses/${sold.course}/certificate`;
}

/** Where she begins with what she got. */
function placeOf(sold: Sold): string {
  if (sold.kind === "programme") return "/learn";
  return sold.kind === "course" ? `/learn/${sold.course}` : `/learn/${sold.course}#certificate`;
}

function wantedOf({ kind, course }: Exclude<Sold, { kind: "programme" }>, cohortId: string | null): Wanted {
  return kind === "course" ? { kind, course, cohortId } : { kind, course };
}

function fieldOf(code: string): string | undefined {
  if (code.startsWith("coupon") || code.startsWith("code")) return "coupon";
  return code.startsWith("cohort") ? "cohort" : undefined;
}

async function redeem(ctx: PersonContext, { code, href }: { code: string; href: Buy["href"] }): Promise<Response> {
  const { courseSlug } = await redeemCode(ctx, { code });
  return redirectWithNotice(href(`/learn/${courseSlug}`), "payment:notice.given.course");
}

/**
 * Answers the forms of buying: leads to Stripe's page, to the order where it is paid by transfer, or straight to what
 * she has where nothing is left to pay; a guest to sign in, and then back. `href` keeps the language of the address,
 * `origin` is the academy's public address.
 */
export async function handleBuyIntent({ ctx, form, href, sold, origin }: Buy) {
  const { actor } = ctx;
  if (!actor) throw redirect(`${href("/sign-in")}?next=${encodeURIComponent(href(pageOf(sold)))}`);
  const personCtx = { ...ctx, actor };
  return handleForm({
    form,
    schema: buySchema,
    fieldOf,
    run: async ({ cohort: cohortId, coupon, method, shown: prices }) => {
      if (coupon && (await isAccessCode(ctx, coupon))) return redeem(personCtx, { code: coupon, href });
      const back = `${origin}${href("/")}`.replace(/\/+$/, "");
      const wanted = sold.kind === "programme" ? sold : wantedOf(sold, cohortId);
      const shown = readShown(prices, cohortId ?? OWN_PACE);
      const started = await startCheckout(personCtx, { wanted, code: coupon, method, origin: back, shown });
      if (started.next === "pay") return redirect(started.url, 303);
      if (started.next === "given") return redirectWithNotice(href(placeOf(sold)), `payment:notice.given.${sold.kind}`);
      return redirectWithNotice(href(`/account/orders/${started.number}`), "payment:notice.placed");
    },
  });
}
