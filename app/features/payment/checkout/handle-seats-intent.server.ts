import { redirect } from "react-router";
import { seatsSchema } from "#app/features/payment/access/seats-schema.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { OWN_PACE, readShown } from "./offered-choices.ts";
import { startCheckout } from "./start-checkout.server.ts";

type Buy = { ctx: UseCaseContext; form: FormData; href: (path: string) => string; course: string; origin: string };

function fieldOf(code: string): string | undefined {
  if (code.startsWith("cohort")) return "cohort";
  return code === "tooDear" || code === "full" ? "quantity" : undefined;
}

/**
 * Answers the form by which seats are bought for others: leads to Stripe's page, or to the order where it is paid by
 * transfer; a guest to sign in, and then back. `href` keeps the language of the address, `origin` is the academy's public
 * address.
 */
export async function handleSeatsIntent({ ctx, form, href, course, origin }: Buy) {
  const { actor } = ctx;
  if (!actor) throw redirect(`${href("/sign-in")}?next=${encodeURIComponent(href(`/courses/${course}/seats`))}`);
  return handleForm({
    form,
    schema: seatsSchema,
    fieldOf,
    run: async ({ cohort: cohortId, quantity, method, shown: prices }) => {
      const back = `${origin}${href("/")}`.replace(/\/+$/, "");
      const wanted = { kind: "seats" as const, course, cohortId, quantity };
      const one = readShown(prices, cohortId ?? OWN_PACE);
      const shown = one && { ...one, amount: one.amount * quantity };
      const started = await startCheckout({ ...ctx, actor }, { wanted, code: null, method, origin: back, shown });
      if (started.next === "pay") return redirect(started.url, 303);
      return redirectWithNotice(href(`/account/orders/${started.number}`), "groups:notice.held");
    },
  });
}
