import { randomUUID } from "node:crypto";
import { formatNumber } from "#app/platform/i18n/format.ts";
import { createPerson } from "#tests/factories/person.ts";
import { withAcademyDatabase } from "./academy-database.ts";
import { findBarriers } from "./barriers.ts";
import { makePricedCourse } from "./buying-scene.ts";
import { expect, open, test } from "./journey.ts";
import { samplePerson, signInQuickly } from "./people.ts";
import { formatsOf } from "./words.ts";

/** Somebody who ordered a course by transfer, and another admin who recorded that her money came. */
async function awaited() {
  const name = `Maryam ${randomUUID().slice(0, 8)}`;
  const { id: courseId } = await makePricedCourse();
  return withAcademyDatabase(async (db) => {
    const buyer = await createPerson(db, { name });
    const other = await createPerson(db, { role: "admin", name: "Idris Salim" });
    const sums = { listAmount: 4_900, amount: 4_900 };
    const order = await db.order.create({
      data: {
        ...{ buyerId: buyer.id, buyerName: name, buyerEmail: buyer.email, locale: "en", origin: "http://localhost/en" },
        ...{ thing: `course:${courseId}`, method: "transfer", currency: "USD", amount: 4_900, seatCount: 1 },
        expiresAt: new Date(Date.now() + 86_400_000),
        lines: { create: { position: 0, kind: "course", courseId, titles: { ar: "دورة", en: "A course" }, ...sums } },
        seats: { create: { courseId } },
        events: { create: { kind: "placed", key: "placed", actorId: buyer.id } },
        transfers: {
          create: {
            ...{ kind: "bank", reference: `FT ${name}`, amount: 4_900 },
            receivedOn: new Date(),
            recordedById: other.id,
          },
        },
      },
    });
    await db.course.update({ where: { id: courseId }, data: { seatsTaken: { increment: 1 } } });
    const place = () =>
      withAcademyDatabase((again) =>
        again.enrolment.findFirst({ where: { userId: buyer.id }, select: { state: true } }),
      );
    return { name, number: order.number, place };
  });
}

for (const locale of ["ar", "en"]) {
  test.describe(locale, () => {
    test.use({ locale });

    test("an admin approves a transfer, gives a part back by hand, is told what is wrong, and takes the rest with access", async ({
      page,
      words,
      language,
      faults,
    }) => {
      faults.expect(/^400 POST .*\/admin\/orders\/\d+/);
      const { name, number, place } = await awaited();
      const title = words("orders-admin:order.title", { number: formatNumber(number, formatsOf(language)) });
      const press = async (label: string) => {
        await page.getByRole("button", { name: label, exact: true }).click();
        await page.getByRole("alertdialog").getByRole("button", { name: label, exact: true }).click();
      };
      await signInQuickly(page.request, samplePerson("admin"));
      await open(page, "/admin/transfers");
      const card = page.getByRole("listitem").filter({ hasText: name }).first();
      await card.getByLabel(words("orders-admin:act.reason")).fill("Line 4 of the statement.");
      await card.getByRole("button", { name: words("orders-admin:transfer.approve.button"), exact: true }).click();
      await page
        .getByRole("alertdialog")
        .getByRole("button", { name: words("orders-admin:transfer.approve.button"), exact: true })
        .click();
      await expect(page.getByText(words("orders-admin:notice.approve"))).toBeVisible();
      expect(await place()).toEqual({ state: "active" });

      await open(page, `/admin/orders?q=${encodeURIComponent(name)}`);
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole("link", { name: title }).click();
      const fold = words("orders-admin:act.refund.title");
      const refund = words("orders-admin:act.refund.button");
      const amount = page.getByLabel(words("orders-admin:act.refund.amount", { currency: "USD" }));
      const reason = page.getByLabel(words("orders-admin:act.reason"), { exact: true });
      await page.locator("summary").filter({ hasText: fold }).click();
      await amount.fill("1,2,3");
      await page.getByLabel(words("orders-admin:act.refund.keep")).check();
      await reason.fill("Two lessons fell out.");
      await press(refund);
      await expect(page.getByText(words("amount:notAnAmount"))).toBeVisible();
      await expect(reason).toHaveValue("Two lessons fell out.");
      await amount.fill("١٠٫٥");
      await press(refund);
      await expect(page.getByText(words("orders-admin:notice.refund"))).toBeVisible();
      expect(await place()).toEqual({ state: "active" });

      await page
        .locator("summary")
        .filter({ hasText: words("orders-admin:act.confirm.title") })
        .click();
      await page.getByLabel(words("orders-admin:act.confirm.how")).fill("FT 9/2026");
      await press(words("orders-admin:act.confirm.button"));
      await expect(page.getByText(words("orders-admin:notice.confirm"))).toBeVisible();
      await expect(page.getByText(words("payment:order.state.partlyRefunded")).first()).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);

      await page.locator("summary").filter({ hasText: fold }).click();
      await page.getByLabel(words("orders-admin:act.refund.take")).check();
      await reason.fill("She cannot go on.");
      await press(refund);
      await expect(page.getByText(words("orders-admin:history.kind.accessRevoked")).first()).toBeVisible();
      expect(await place()).toEqual({ state: "withdrawn" });
    });
  });
}

test("a comparison is begun, shows by itself that it is finished, and stands in the list", async ({ page, words }) => {
  await signInQuickly(page.request, samplePerson("admin"));
  await open(page, "/admin/reconciliations");
  await page.getByRole("button", { name: words("orders-admin:compare.begin") }).click();
  await expect(page).toHaveURL(/\/admin\/reconciliations\/[0-9a-f-]{36}$/);
  const main = page.getByRole("main");
  await expect(main.getByText(words("orders-admin:compare.standing.going"))).toBeHidden({ timeout: 30_000 });
  expect(await findBarriers(page)).toEqual([]);
});
