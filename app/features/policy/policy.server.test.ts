import { expect, test } from "vitest";
import { startListening } from "#app/platform/db/listen.server.ts";
import { setDatabaseUrl } from "#app/platform/env/env.server.ts";
import { contextOf, guestContext } from "#tests/factories/context.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { signUp } from "../account/sign-up.server.ts";
import * as change from "./admin/change-policy.server.ts";
import { findPolicies, findPolicyDraft } from "./admin/find-policies.server.ts";
import { agree, findConsents, findMissingConsents } from "./consents.server.ts";
import { findSignUpDemands } from "./demands.server.ts";
import { findAgreementDetour, mayAskOn } from "./find-detour.server.ts";
import { findPolicy } from "./find-policy.server.ts";
import { renderPolicy } from "./render-policy.server.ts";

const database = openTestDatabase();

async function adminOf() {
  return contextOf(database.db, await createPerson(database.db, { role: "admin" }));
}

async function publish(ctx: Awaited<ReturnType<typeof adminOf>>, slug: string, text: string, mustAgree: boolean) {
  const { revision } = await findPolicyDraft(ctx, { slug, language: "ar" });
  await change.savePolicyDraft(ctx, { slug, language: "ar", revision, title: "شروط", text });
  const saved = { slug, revision: revision + 1, mustAgree, summaries: { ar: "تغيّر" } };
  return change.publishPolicy(ctx, saved);
}

const detourOf = (actor: Awaited<ReturnType<typeof adminOf>>["actor"], pathname = "/en/learn", isAct = false) =>
  findAgreementDetour({ db: database.db, actor, pathname, search: "", isAct });

test("a policy is written, published, agreed to at sign-up, changed, and agreed to again", async () => {
  const { db } = database;
  setDatabaseUrl(database.url);
  const stop = await startListening(database.url);
  const ctx = await adminOf();
  const slug = "terms";
  await change.takeSuggestedPolicy(ctx, { slug });
  expect((await findPolicies(ctx)).policies).toMatchObject([{ slug, present: null, draftDiffers: true }]);
  // Until it is published nothing is asked and nobody sees it.
  expect(await findSignUpDemands(guestContext(db))).toEqual([]);
  await expect(findPolicy(ctx, { slug })).rejects.toMatchObject({ status: 404 });
  expect(await detourOf(ctx.actor)).toBeUndefined();

  expect(await publish(ctx, slug, "## أول", true)).toBe(1);
  await expect.poll(() => findSignUpDemands(guestContext(db))).toMatchObject([{ slug, title: "شروط", locale: "ar" }]);
  const [{ versionId = "" } = {}] = await findSignUpDemands(guestContext(db));
  const newcomer = { name: "A", email: "a@maqdis.example", password: "a long enough word", address: "192.0.2.7" };
  await expect(signUp(guestContext(db), newcomer)).rejects.toMatchObject({ code: "mustAgree" });
  expect(await db.user.count({ where: { email: newcomer.email } })).toBe(0);
  await signUp(guestContext(db), { ...newcomer, agree: [versionId] });
  const learner = contextOf(db, await db.user.findUniqueOrThrow({ where: { email: newcomer.email } }));
  expect(await findConsents(learner, learner.actor.id)).toMatchObject([{ slug, number: 1, way: "signUp" }]);
  expect(await detourOf(learner.actor)).toBeUndefined();
  // Who was here before is asked, though not for files, acts, or in the middle of a quiz.
  expect(await detourOf(ctx.actor)).toBe("/account/agreements?next=%2Flearn");
  expect(await detourOf(ctx.actor, "/en/learn", true)).toBeUndefined();

  expect(await publish(ctx, slug, "## ثانٍ", false)).toBe(2);
  await expect.poll(async () => (await findSignUpDemands(guestContext(db)))[0]?.versionId).not.toBe(versionId);
  expect(await detourOf(learner.actor)).toBeUndefined();
  expect(await publish(ctx, slug, "## ثالث", true)).toBe(3);
  await expect.poll(() => detourOf(learner.actor)).toBe("/account/agreements?next=%2Flearn");
  await expect(agree(learner, { versionIds: [versionId] })).rejects.toMatchObject({ code: "mustAgree" });
  const [missing] = await findMissingConsents(learner, learner.actor.id);
  await agree(learner, { versionIds: [missing?.versionId ?? ""] });
  expect(await detourOf(learner.actor)).toBeUndefined();
  expect((await findConsents(learner, learner.actor.id)).map(({ number, way }) => [number, way])).toEqual([
    [3, "asked"],
    [1, "signUp"],
  ]);
  const first = await findPolicy({ db, locale: "ar" }, { slug, number: 1 });
  expect(first).toMatchObject({ html: expect.stringContaining("<h2>أول</h2>"), present: 3 });

  await change.changePolicy(ctx, { slug, demanded: true, withdrawn: true });
  await expect.poll(() => detourOf(ctx.actor)).toBeUndefined();
  await expect(findPolicy(ctx, { slug })).rejects.toMatchObject({ status: 404 });
  expect(await findPolicy(ctx, { slug, number: 3 })).toMatchObject({ present: null });
  const acts = await db.auditEntry.groupBy({ by: ["action"], where: { subjectType: "policy" }, _count: true });
  expect(Object.fromEntries(acts.map(({ action, _count }) => [action, _count]))).toEqual({
    ...{ "policy.create": 1, "policy.draft": 3, "policy.publish": 3, "policy.change": 1 },
  });
  await stop();
});

test("neither a published version nor a consent can be changed or removed, and a consent goes with its account", async () => {
  const { db } = database;
  const ctx = await adminOf();
  await change.createPolicy(ctx, { slug: "ethics", title: "Ethics" });
  const { revision } = await findPolicyDraft(ctx, { slug: "ethics", language: "ar" });
  await change.savePolicyDraft(ctx, { slug: "ethics", language: "ar", revision, title: "أخلاق", text: "نص" });
  await change.publishPolicy(ctx, { slug: "ethics", revision: revision + 1, mustAgree: true, summaries: {} });
  const version = await db.policyVersion.findFirstOrThrow({ where: { policy: { slug: "ethics" } } });
  const person = await createPerson(db);
  const data = { userId: person.id, versionId: version.id, locale: "ar", way: "asked" as const, at: new Date() };
  const { id } = await db.consent.create({ data });
  await expect(db.policyVersion.update({ where: { id: version.id }, data: { mustAgree: false } })).rejects.toThrow();
  await expect(db.consent.update({ where: { id }, data: { locale: "en" } })).rejects.toThrow();
  await expect(db.consent.delete({ where: { id } })).rejects.toThrow();
  await expect(change.removePolicy(ctx, { slug: "ethics" })).rejects.toMatchObject({ code: "published" });
  await db.user.delete({ where: { id: person.id } });
  expect(await db.consent.count({ where: { id } })).toBe(0);
});

test("two who write one draft do not write over each other, and what is not whole is not published", async () => {
  const ctx = await adminOf();
  const slug = "research";
  await change.createPolicy(ctx, { slug, title: "Research" });
  const draft = { slug, language: "ar" as const, revision: 1, title: "بحث" };
  await change.savePolicyDraft(ctx, { ...draft, text: "أ" });
  await expect(change.savePolicyDraft(ctx, { ...draft, text: "ب" })).rejects.toMatchObject({
    code: "changedMeanwhile",
  });
  await change.savePolicyDraft(ctx, { ...draft, revision: 2, language: "en", text: "" });
  const publishing = { slug, revision: 3, mustAgree: true, summaries: {} };
  await expect(change.publishPolicy(ctx, publishing)).rejects.toMatchObject({ code: "nothingToPublish" });
  await change.savePolicyDraft(ctx, { ...draft, revision: 3, language: "en", title: "", text: "" });
  await change.publishPolicy(ctx, { ...publishing, revision: 4 });
  await expect(change.publishPolicy(ctx, { ...publishing, revision: 5 })).rejects.toMatchObject({
    code: "sameAsBefore",
  });
  await change.savePolicyDraft(ctx, { ...draft, revision: 5, text: "ج" });
  await expect(change.publishPolicy(ctx, { ...publishing, revision: 6 })).rejects.toMatchObject({
    code: "summaryMissing",
  });
  await expect(change.createPolicy(ctx, { slug, title: "Again" })).rejects.toMatchObject({ code: "slugTaken" });
});

test("nobody but an admin comes near a policy's draft", async () => {
  const ctx = contextOf(database.db, await createPerson(database.db));
  for (const act of [
    () => findPolicies(ctx),
    () => findPolicyDraft(ctx, { slug: "terms", language: "ar" }),
    () => change.createPolicy(ctx, { slug: "mine", title: "Mine" }),
    () => change.takeSuggestedPolicy(ctx, { slug: "privacy" }),
    () => change.savePolicyDraft(ctx, { slug: "terms", language: "ar", revision: 1, title: "x", text: "x" }),
    () => change.publishPolicy(ctx, { slug: "terms", revision: 1, mustAgree: true, summaries: {} }),
    () => change.changePolicy(ctx, { slug: "terms", demanded: false, withdrawn: true }),
    () => change.removePolicy(ctx, { slug: "terms" }),
  ]) {
    await expect(act()).rejects.toMatchObject({ status: 404 });
  }
});

test("nobody is asked where it would cost something, or where what is asked can be read", () => {
  const quiet = [
    ...["/learn/history/quiz/attempts/1", "/ar/learn/history/quiz/attempts/1", "/account/agreements", "/sign-out"],
    ...["/en/policies/terms", "/policies/terms/versions/1", "/resources/beats", "/account/data"],
    ...["/account/orders/1/invoice.pdf", "/media/abc", "/health"],
  ];
  expect(quiet.filter(mayAskOn)).toEqual([]);
  expect(["/", "/en", "/learn", "/ar/learn/history/first", "/admin", "/policies-of-mine"].every(mayAskOn)).toBe(true);
});

test("what is written as HTML or leads into scripts comes out harmless", () => {
  const html = renderPolicy(
    '# One\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1)) [y](https://a.example "t")',
  );
  expect(html).toContain("<h2>One</h2>");
  expect(html).not.toContain("<script");
  expect(html).not.toContain("javascript:");
  expect(html).toContain('href="https://a.example"');
});
