import type { Page } from "@playwright/test";
import { expect } from "./journey.ts";
import type { StripeWish } from "./stripe-wish.ts";

const origin = () => process.env.STRIPE_STAND_IN ?? "";

/** Makes a wish to the stand-in of Stripe come true. */
export async function wishOfStripe(wish: StripeWish): Promise<void> {
  const answer = await fetch(`${origin()}/control`, { method: "POST", body: JSON.stringify(wish) });
  if (!answer.ok) throw new Error(`${JSON.stringify(wish)}: ${await answer.text()}`);
}

/** Waits until the browser is at Stripe's page, whose address it answers. */
export async function expectAtStripe(page: Page): Promise<string> {
  await expect(page).toHaveURL((url) => url.origin === origin() && url.pathname.startsWith("/pay/"));
  return page.url();
}

/** Pays on Stripe's page: by card, or by a bank that lets the money come later. */
export async function payAtStripe(page: Page, by: "card" | "bank" = "card"): Promise<void> {
  await expectAtStripe(page);
  await page.getByRole("button", { name: by === "card" ? "Pay" : "Pay by bank", exact: true }).click();
}

/** Goes back from Stripe's page without having paid. */
export async function goBackFromStripe(page: Page): Promise<void> {
  await expectAtStripe(page);
  await page.getByRole("link", { name: "Back", exact: true }).click();
}
