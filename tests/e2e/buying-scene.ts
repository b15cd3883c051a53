import { createCourse, makeLessons } from "#tests/factories/course.ts";
import { longAgo, withAcademyDatabase } from "./academy-database.ts";
import type { Scene } from "./acts.ts";
import { expect, open } from "./journey.ts";

/** What the course that is bought in journeys is called: unlike the sample ones, which others look for. */
export const bought = { ar: "المخطوطات وخطوطها", en: "Scripts and manuscripts" };

const texts = {
  create: [
    { locale: "ar", title: bought.ar, summary: "دورة تُشترى.", outcomes: [] },
    { locale: "en", title: bought.en, summary: "A course that is bought.", outcomes: [] },
  ],
};

/** A course of its own for one journey, that costs 49 dollars. */
export async function makePricedCourse({ seats }: { seats?: number } = {}) {
  const priced = { priceAmount: 4_900, priceCurrency: "USD", level: "advanced" as const };
  const { course } = await withAcademyDatabase((db) =>
    createCourse(db, { texts, seats, publishedAt: longAgo, ...priced }),
  );
  return course;
}

/** A coupon that takes so many percent off everything. */
export async function makeCoupon(percentOff: number): Promise<string> {
  const code = `QUDS-${crypto.randomUUID().slice(0, 8).toUpperCase()}`;
  await withAcademyDatabase((db) => db.coupon.create({ data: { code, kind: "percent", percentOff } }));
  return code;
}

/** The form by which a course is bought, on the course's page. */
export function buyForm({ page, words }: Scene) {
  return {
    coupon: page.getByLabel(words("payment:buy.code"), { exact: true }),
    submit: page.getByRole("button", { name: words("payment:buy.submit") }),
  };
}

/** Opens a course's page and presses «buy»; with a coupon, if one is given. */
export async function beginToBuy(
  { page, words }: Scene,
  { slug, coupon = "", language = "" }: { slug: string; coupon?: string; language?: string },
) {
  await open(page, `${language}/courses/${slug}`);
  const form = buyForm({ page, words });
  await form.coupon.fill(coupon);
  await form.submit.click();
}

/** Expects the page of an order to say this of how it stands. */
export async function expectOrderSays({ page, words }: Scene, key: string) {
  await expect(page).toHaveURL(/\/account\/orders\/\d+/);
  await expect(page.getByRole("main").getByText(words(`payment:order.text.${key}`))).toBeVisible();
}

/** A programme of a journey's own, for 90 dollars, of two courses that cost 49 dollars each. */
export async function makePricedProgramme() {
  const courses = [await makePricedCourse(), await makePricedCourse()];
  return withAcademyDatabase(async (db) => {
    const programme = await db.programme.create({
      data: {
        slug: `programme-${crypto.randomUUID().slice(0, 8)}`,
        titles: { ar: "برنامج المخطوطات", en: "Manuscripts, a programme" },
        summaries: { ar: "دورتان.", en: "Two courses." },
        courses: { create: courses.map(({ id }, position) => ({ courseId: id, position })) },
      },
    });
    await db.price.create({ data: { programmeId: programme.id, amount: 9_000, currency: "USD" } });
    return { programme, courses };
  });
}

/** A free course of one lesson, whose certificate costs 15 dollars. */
export async function makeCourseWithPaidCertificate() {
  return withAcademyDatabase(async (db) => {
    const free = { lessons: makeLessons(1), texts, certificatePaid: true, level: "advanced" as const };
    const { course } = await createCourse(db, { ...free, publishedAt: longAgo });
    await db.price.create({ data: { for: "certificate", courseId: course.id, amount: 1_500, currency: "USD" } });
    return course;
  });
}

/** Gives somebody names for her certificates. */
export async function nameQuickly(email: string) {
  const names = { fullNameArabic: "سلمى بنت إبراهيم", fullNameLatin: "Salma bint Ibrahim" };
  await withAcademyDatabase((db) => db.user.update({ where: { email }, data: names }));
}
