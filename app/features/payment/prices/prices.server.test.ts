import { afterEach, expect, test } from "vitest";
import { createCohort } from "#tests/factories/cohort.ts";
import { contextOf } from "#tests/factories/context.ts";
import { beginToBuy, createBuyer, createPricedCourse, inDays } from "#tests/factories/order.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { countryGroupSchema } from "./country-group-schema.ts";
import { findCountryGroups, removeCountryGroup, saveCountryGroup } from "./country-groups.server.ts";
import { findCurrencies } from "./currencies.server.ts";
import { findPriceList, THINGS_PER_PAGE } from "./find-price-list.server.ts";
import { findThingPrices, previewPrice } from "./find-thing-prices.server.ts";
import { type PriceForm, previewSchema, priceFormSchema } from "./price-schema.ts";
import { endPrice, savePrice } from "./save-price.server.ts";

const database = openTestDatabase();
const usual = { for: "place", amount: 4_000, currency: "USD", startsAt: null, endsAt: null } as const;
const form = (overrides: Partial<PriceForm> = {}): PriceForm => {
  return { ...usual, cohortId: null, countryGroupId: null, labels: null, accepted: [], ...overrides };
};
const admin = async () => contextOf(database.db, await createPerson(database.db, { role: "admin" }));
const group = (name: string, countries: string[]) => database.db.countryGroup.create({ data: { name, countries } });
const placeOf = (course: { slug: string }) => ({ kind: "courses" as const, slug: course.slug });

afterEach(() => database.db.setting.deleteMany());

test("a price that is added is what is asked from then on; changed and ended, orders keep what they were placed at", async () => {
  const { db } = database;
  const { course } = await createPricedCourse(db);
  const [ctx, place, buyer] = [await admin(), placeOf(course), await createBuyer(db)];
  await savePrice(ctx, { place, id: null, price: form({ labels: { en: "Early bird" }, endsAt: inDays(2) }) });
  const { orderId } = await beginToBuy(buyer, { course, method: "transfer" });
  const [added] = (await findThingPrices(ctx, place)).prices;
  if (!added) throw new Error("It was not added");
  expect(added).toMatchObject({ standing: "now", amount: 4_000, labels: { en: "Early bird" }, ambiguous: false });
  await savePrice(ctx, { place, id: added.id, price: form({ amount: 3_500 }) });
  expect((await previewPrice(ctx, { place, question: previewSchema.parse({}) })).whole?.amount).toBe(3_500);
  await endPrice(ctx, { place, id: added.id });
  await endPrice(ctx, { place, id: added.id });
  const later = { ...ctx, clock: { now: () => new Date(Date.now() + 1_000) } };
  expect((await previewPrice(later, { place, question: previewSchema.parse({}) })).whole?.amount).toBe(4_900);
  await expect(savePrice(later, { place, id: added.id, price: form() })).rejects.toMatchObject({
    code: "alreadyEnded",
  });
  expect(await db.order.findUniqueOrThrow({ where: { id: orderId } })).toMatchObject({ amount: 4_000 });
  const acts = await db.auditEntry.findMany({ where: { subjectId: added.id }, orderBy: { id: "asc" } });
  expect(acts.map(({ action }) => action)).toEqual(["price.add", "price.change", "price.end"]);
  expect(acts[1]).toMatchObject({ actorId: ctx.actor.id, before: { amount: 4_000 }, after: { amount: 3_500 } });
});

test("a price that has not begun is removed, and was never asked", async () => {
  const { course } = await createPricedCourse(database.db);
  const [ctx, place] = [await admin(), placeOf(course)];
  await savePrice(ctx, { place, id: null, price: form({ startsAt: inDays(1) }) });
  const [later] = (await findThingPrices(ctx, place)).prices;
  expect(later?.standing).toBe("later");
  await endPrice(ctx, { place, id: later?.id ?? "" });
  expect((await findThingPrices(ctx, place)).prices).toEqual([]);
});

test("nothing ambiguous is saved until it was accepted; what is seen meanwhile has to be accepted too", async () => {
  const { db } = database;
  const { course } = await createPricedCourse(db);
  const [ctx, place, jordan] = [await admin(), placeOf(course), await group("Jordan", ["JO"])];
  const levant = await group("Levant", ["JO", "SY"]);
  const save = (price: PriceForm, id: string | null = null) => savePrice(ctx, { place, id, price });
  expect(await save(form())).toEqual({ ambiguous: [] });
  expect(await save(form({ countryGroupId: jordan.id }))).toEqual({ ambiguous: [] });
  const refused = await save(form({ countryGroupId: levant.id, amount: 1_000 }));
  expect(refused.ambiguous).toHaveLength(1);
  expect(await db.price.count({ where: { courseId: course.id } })).toBe(2);
  const third = form({ countryGroupId: levant.id, amount: 1_000, accepted: refused.ambiguous });
  expect(await save(third)).toEqual({ ambiguous: [] });
  expect((await save(third)).ambiguous).toHaveLength(2);
  const { prices } = await findThingPrices(ctx, place);
  expect(prices.filter(({ ambiguous }) => ambiguous)).toHaveLength(2);
  const hers = previewSchema.parse({ country: "JO" });
  expect((await previewPrice(ctx, { place, question: hers })).whole?.amount).toBe(1_000);
});

test("of two admins who add the same price at once one is told of the other's", async () => {
  const { course } = await createPricedCourse(database.db);
  const [ctx, place] = [await admin(), placeOf(course)];
  const both = await Promise.all([1, 2].map(() => savePrice(ctx, { place, id: null, price: form() })));
  expect(both.map(({ ambiguous }) => ambiguous.length).sort()).toEqual([0, 1]);
});

test("a cohort of another course, a group that is gone, a foreign currency, and another thing's price are refused", async () => {
  const { db } = database;
  const [{ course }, { course: other }] = [await createPricedCourse(db), await createPricedCourse(db)];
  const cohort = await createCohort(db, { courseId: other.id });
  const [ctx, place] = [await admin(), placeOf(course)];
  const save = (price: PriceForm, id: string | null = null) => savePrice(ctx, { place, id, price });
  await expect(save(form({ cohortId: cohort.id }))).rejects.toMatchObject({ code: "noCohort" });
  await expect(save(form({ countryGroupId: cohort.id }))).rejects.toMatchObject({ code: "noGroup" });
  await expect(save(form({ currency: "NGN" }))).rejects.toMatchObject({ code: "currencyNotUsed" });
  const foreign = await db.price.create({ data: { amount: 1, currency: "USD", courseId: other.id } });
  await expect(save(form(), foreign.id)).rejects.toMatchObject({ status: 404 });
  await expect(endPrice(ctx, { place, id: foreign.id })).rejects.toMatchObject({ status: 404 });
  expect(await db.price.count({ where: { courseId: course.id } })).toBe(0);
});

test("nobody but an admin sees prices by whom they are for, or changes them", async () => {
  const { db } = database;
  const { course } = await createPricedCourse(db);
  const [ctx, place] = [contextOf(db, await createPerson(db)), placeOf(course)];
  const hidden = { status: 404 };
  await expect(findPriceList(ctx, { kind: "courses" })).rejects.toMatchObject(hidden);
  await expect(findThingPrices(ctx, place)).rejects.toMatchObject(hidden);
  await expect(previewPrice(ctx, { place, question: previewSchema.parse({}) })).rejects.toMatchObject(hidden);
  await expect(savePrice(ctx, { place, id: null, price: form() })).rejects.toMatchObject(hidden);
  await expect(endPrice(ctx, { place, id: course.id })).rejects.toMatchObject(hidden);
  await expect(findCountryGroups(ctx)).rejects.toMatchObject(hidden);
  await expect(saveCountryGroup(ctx, { id: null, group: { name: "x", countries: ["JO"] } })).rejects.toMatchObject(
    hidden,
  );
  await expect(findCurrencies(ctx)).rejects.toMatchObject(hidden);
});

test("the list says of each thing what holds now and for whom, a page at a time, there and back", async () => {
  const { db } = database;
  const ctx = await admin();
  for (let i = 0; i < THINGS_PER_PAGE + 2; i += 1) {
    const texts = { create: [{ locale: "ar", title: `سلسلة ${100 + i}`, summary: "", outcomes: [] }] };
    await createPricedCourse(db, { texts });
  }
  const first = await findPriceList(ctx, { kind: "courses", q: "سلسلة" });
  expect(first.things).toHaveLength(THINGS_PER_PAGE);
  const second = await findPriceList(ctx, { kind: "courses", q: "سلسلة", cursor: first.next });
  expect(second.things.map(({ title }) => title)).toEqual(["سلسلة 120", "سلسلة 121"]);
  const again = await findPriceList(ctx, { kind: "courses", q: "سلسلة", cursor: second.previous });
  expect(again.things.map(({ id }) => id)).toEqual(first.things.map(({ id }) => id));
  const [thing] = second.things;
  if (!thing) throw new Error("There is none");
  const cohort = await createCohort(db, { courseId: thing.id });
  const everywhere = { currency: "USD", courseId: thing.id };
  await db.price.createMany({
    data: [
      { ...everywhere, amount: 300, for: "certificate" },
      { ...everywhere, amount: 200, endsAt: inDays(1) },
      { ...everywhere, amount: 250 },
      { ...everywhere, amount: 1, startsAt: inDays(1) },
      { ...everywhere, amount: 2, endsAt: inDays(-1) },
      { currency: "USD", amount: 100, cohortId: cohort.id },
    ],
  });
  const found = (await findPriceList(ctx, { kind: "courses", q: thing.slug })).things[0];
  expect(found?.prices.map(({ amount }) => amount)).toEqual([200, 100, 300]);
  expect((await findPriceList(ctx, { kind: "courses", q: "100%" })).things).toEqual([]);
});

test("a programme is sold once it has a price, and never has a cohort's or a certificate's", async () => {
  const { db } = database;
  await db.programme.create({ data: { slug: "diploma", titles: { en: "Diploma" }, summaries: {} } });
  const [ctx, place] = [await admin(), { kind: "programmes" as const, slug: "diploma" }];
  const question = previewSchema.parse({});
  expect((await previewPrice(ctx, { place, question })).whole).toBeUndefined();
  await savePrice(ctx, { place, id: null, price: form({ amount: 90_000 }) });
  expect((await previewPrice(ctx, { place, question })).whole?.amount).toBe(90_000);
  const certificate = savePrice(ctx, { place, id: null, price: form({ for: "certificate" }) });
  await expect(certificate).rejects.toMatchObject({ status: 404 });
  const { things } = await findPriceList(ctx, { kind: "programmes" });
  expect(things).toMatchObject([{ slug: "diploma", prices: [{ amount: 90_000 }] }]);
});

test("groups have a name each and at least one country, and stay while there is a price for them", async () => {
  const { db } = database;
  const ctx = await admin();
  const parsed = countryGroupSchema.parse({ name: "  North \0  Africa ", countries: ["TN", "DZ", "TN"] });
  expect(parsed).toEqual({ name: "North Africa", countries: ["DZ", "TN"] });
  expect(countryGroupSchema.safeParse({ name: "x", countries: "JO" }).data?.countries).toEqual(["JO"]);
  for (const bad of [{ name: "x" }, { name: "x", countries: "XX" }, { name: " ", countries: "JO" }]) {
    expect(countryGroupSchema.safeParse(bad).success).toBe(false);
  }
  await saveCountryGroup(ctx, { id: null, group: parsed });
  await expect(saveCountryGroup(ctx, { id: null, group: parsed })).rejects.toMatchObject({ code: "groupNameTaken" });
  const made = (await findCountryGroups(ctx)).find(({ name }) => name === "North Africa");
  if (!made) throw new Error("It was not made");
  const { course } = await createPricedCourse(db);
  await savePrice(ctx, { place: placeOf(course), id: null, price: form({ countryGroupId: made.id }) });
  await expect(removeCountryGroup(ctx, made)).rejects.toMatchObject({ code: "groupInUse" });
  await saveCountryGroup(ctx, { id: made.id, group: { name: "Maghreb", countries: ["MA"] } });
  await db.price.deleteMany({ where: { countryGroupId: made.id } });
  await removeCountryGroup(ctx, made);
  await expect(removeCountryGroup(ctx, made)).rejects.toMatchObject({ status: 404 });
});

test("currencies say how much is sold in them, and whether Stripe takes them", async () => {
  const ctx = await admin();
  await createPricedCourse(database.db, { priceAmount: 35_000, priceCurrency: "JOD" });
  const currencies = await findCurrencies(ctx);
  expect(currencies.find(({ code }) => code === "JOD")).toMatchObject({ used: true, count: 1, atStripe: true });
  expect(currencies.find(({ code }) => code === "SYP")).toMatchObject({ used: false, count: 0, atStripe: false });
});

const typed = { currency: "JOD", timeZone: "Asia/Amman" };
test.each([
  [{ ...typed, amount: "" }, "amount", "form:required"],
  [{ ...typed, amount: "35,000" }, "amount", "amount:ambiguous"],
  [{ ...typed, amount: "1", endsAt: "never" }, "endsAt", "form:invalid"],
  [{ ...typed, amount: "1", endsAt: "0000-01-01T00:00" }, "endsAt", "form:invalid"],
  [{ ...typed, amount: "1", startsAt: "2027-01-01T00:00", timeZone: "Mars/Olympus" }, "startsAt", "form:invalid"],
  [
    { ...typed, amount: "1", startsAt: "2027-01-02T00:00", endsAt: "2027-01-01T00:00" },
    "endsAt",
    "prices:errors.endsFirst",
  ],
  [
    { ...typed, amount: "1", for: "certificate", cohortId: crypto.randomUUID() },
    "cohortId",
    "prices:errors.certificateHasNoCohort",
  ],
])("of the form %o it is said beside %s: %s", (given, field, message) => {
  const { error } = priceFormSchema.safeParse(given);
  expect(error?.issues.map(({ path, message: said }) => [path[0], said])).toContainEqual([field, message]);
});

test("the form reads amounts of three decimals, times of the admin's clock, and the languages in which something is said", () => {
  const read = priceFormSchema.parse({
    ...{ ...typed, amount: "٣٥٫٥", endsAt: "2027-01-18T09:30", accepted: "a b" },
    labels: { en: "  Early \u0000  bird ", ar: "سعر التبكير", fr: undefined },
  });
  expect(read).toMatchObject({
    ...{ amount: 35_500, for: "place", cohortId: null, accepted: ["a", "b"] },
    labels: { en: "Early bird", ar: "سعر التبكير" },
    endsAt: new Date("2027-01-18T06:30:00Z"),
  });
});
