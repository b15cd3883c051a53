import { expect, test } from "vitest";
import { z } from "zod";
import { codesOf, createSeatGroup } from "#tests/factories/group.ts";
import { createBuyer } from "#tests/factories/order.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findMyGroup } from "./find-my-groups.server.ts";
import { findHandedOutCodes, handOutCodes, takeBackCodes } from "./hand-out-codes.server.ts";
import { inviteToGroup, resendInvitation, takeBackInvitation } from "./invite-to-group.server.ts";
import { lookAtInvitees, readGiven } from "./look-at-invitees.server.ts";
import { redeemCode } from "./redeem-code.server.ts";

const database = openTestDatabase({ pool: 20 });

const letterSchema = z.object({
  mail: z.literal("seat-invitation"),
  to: z.string(),
  locale: z.string(),
  values: z.object({ code: z.string() }),
});
async function invitationsTo(to: string) {
  const jobs = await database.db.$queryRaw<{ payload: unknown }[]>`
    SELECT j."payload" FROM graphile_worker._private_jobs j ORDER BY j."id"`;
  return jobs.flatMap(({ payload }) => letterSchema.safeParse(payload).data ?? []).filter((letter) => letter.to === to);
}

let people = 0;
const invitee = (name = "Amina") => {
  people += 1;
  return { name, email: `pupil.${people}@example.org` };
};
const invitationOf = (groupId: string, email: string) =>
  database.db.accessCode.findFirstOrThrow({ where: { groupId, invitedEmail: email } });

test("a list is looked at line by line before anybody is written to", async () => {
  const { groupId, ctx } = await createSeatGroup(database.db, { seats: 3 });
  const [before, joined, first, second] = [invitee(), invitee(), invitee(), invitee()];
  await inviteToGroup(ctx, { groupId, language: "ar", invitees: [before, joined] });
  await redeemCode(await createBuyer(database.db), { code: (await invitationOf(groupId, joined.email)).code });
  const lines = [
    "name,email",
    `Bilal,${first.email}`,
    `Again,${first.email.toUpperCase()}`,
    "Nobody,nobody.example.org",
    `Before,${before.email}`,
    `Joined,${joined.email}`,
    `Late,${second.email}`,
  ];
  const look = await lookAtInvitees(ctx, { groupId, text: lines.join("\n") });
  expect(look.rows.map(({ line, standing }) => [line, standing])).toEqual([
    [2, "ok"],
    [3, "repeated"],
    [4, "badAddress"],
    [5, "invited"],
    [6, "joined"],
    [7, "noSeat"],
  ]);
  expect(JSON.parse(look.packed)).toEqual([{ name: "Bilal", email: first.email }]);
  expect(await invitationsTo(first.email)).toEqual([]);
});

test("each who is invited gets a mail with a code of her own in the language that was chosen, and once only", async () => {
  const { groupId, ctx, course } = await createSeatGroup(database.db);
  const [one, two] = [invitee(), invitee()];
  const send = () => inviteToGroup(ctx, { groupId, language: "tr", invitees: [one, two, one] });
  expect(await send()).toBe(2);
  expect(await send()).toBe(0);
  const [letter, ...more] = await invitationsTo(one.email);
  expect(more).toEqual([]);
  expect(letter).toMatchObject({ locale: "tr" });
  expect(letter?.values.code).not.toBe((await invitationsTo(two.email))[0]?.values.code);
  const pupil = await createBuyer(database.db);
  expect(await redeemCode(pupil, { code: letter?.values.code ?? "" })).toEqual({ courseSlug: course.slug });
  const { counts, free, invitations } = await findMyGroup(ctx, { groupId });
  expect({ free, invited: counts.invited, used: counts.used }).toEqual({ free: 1, invited: 1, used: 1 });
  expect(invitations.rows.map(({ email }) => email)).toEqual([two.email]);
});

test("more than there are seats are invited all or none, also where several press at once", async () => {
  const { groupId, ctx } = await createSeatGroup(database.db, { seats: 3 });
  const tooMany = inviteToGroup(ctx, { groupId, language: "en", invitees: [1, 2, 3, 4].map(() => invitee()) });
  await expect(tooMany).rejects.toMatchObject({ code: "noSeatLeft", values: { free: 3, wanted: 4 } });
  const lists = [1, 2, 3].map(() => [invitee(), invitee()]);
  const answers = await Promise.allSettled(
    lists.map((invitees) => inviteToGroup(ctx, { groupId, language: "en", invitees })),
  );
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await findMyGroup(ctx, { groupId })).counts.invited).toBe(2);
});

test("an invitation that is taken back opens nothing any more, and its seat is free", async () => {
  const { groupId, ctx } = await createSeatGroup(database.db, { seats: 1 });
  const [one, two] = [invitee(), invitee()];
  await inviteToGroup(ctx, { groupId, language: "en", invitees: [one] });
  const { id: codeId, code } = await invitationOf(groupId, one.email);
  await takeBackInvitation(ctx, { groupId, codeId });
  await expect(redeemCode(await createBuyer(database.db), { code })).rejects.toMatchObject({ code: "codeUnknown" });
  await expect(takeBackInvitation(ctx, { groupId, codeId })).rejects.toMatchObject({ code: "invitationGone" });
  expect(await inviteToGroup(ctx, { groupId, language: "en", invitees: [two] })).toBe(1);
});

test("an invitation that was taken up is not taken back, whoever is first", async () => {
  const { groupId, ctx } = await createSeatGroup(database.db, { seats: 1 });
  const one = invitee();
  await inviteToGroup(ctx, { groupId, language: "en", invitees: [one] });
  const { id: codeId, code } = await invitationOf(groupId, one.email);
  const answers = await Promise.allSettled([
    takeBackInvitation(ctx, { groupId, codeId }),
    createBuyer(database.db).then((pupil) => redeemCode(pupil, { code })),
  ]);
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const [takenBack] = answers;
  const used = await database.db.accessCode.count({ where: { groupId, usedAt: { not: null } } });
  expect(used).toBe(takenBack.status === "fulfilled" ? 0 : 1);
});

test("an invitation is sent again with the same code, and not twice in a row", async () => {
  const { groupId, ctx } = await createSeatGroup(database.db);
  const one = invitee();
  await inviteToGroup(ctx, { groupId, language: "ms", invitees: [one] });
  const { id: codeId, code } = await invitationOf(groupId, one.email);
  const again = { groupId, codeId, fallback: "ar" as const };
  await expect(resendInvitation(ctx, again)).rejects.toMatchObject({ code: "sentJustNow" });
  const later = { ...ctx, clock: { now: () => new Date(Date.now() + 3_600_000) } };
  await resendInvitation(later, again);
  const letters = await invitationsTo(one.email);
  expect(letters.map(({ locale, values }) => [locale, values.code])).toEqual([
    ["ms", code],
    ["ms", code],
  ]);
});

test("codes that are handed out on paper are sent to nobody, and those that were not used are taken back", async () => {
  const { groupId, ctx } = await createSeatGroup(database.db, { seats: 3 });
  await handOutCodes(ctx, { groupId, seats: 2 });
  const [first = "", second = ""] = await findHandedOutCodes(ctx, { groupId });
  const more = inviteToGroup(ctx, { groupId, language: "en", invitees: [invitee(), invitee()] });
  await expect(more).rejects.toMatchObject({ code: "noSeatLeft" });
  await redeemCode(await createBuyer(database.db), { code: first });
  expect(await findHandedOutCodes(ctx, { groupId })).toEqual([second]);
  expect(await takeBackCodes(ctx, { groupId })).toBe(1);
  expect(await codesOf(database.db, groupId)).not.toContain(second);
  expect((await findMyGroup(ctx, { groupId })).free).toBe(2);
});

test("nobody but the coordinator looks, invites, takes back or hands out, an admin neither", async () => {
  const { groupId, ctx, adminCtx } = await createSeatGroup(database.db);
  const one = invitee();
  await inviteToGroup(ctx, { groupId, language: "en", invitees: [one] });
  const { id: codeId } = await invitationOf(groupId, one.email);
  for (const other of [adminCtx, await createBuyer(database.db)]) {
    const answers = await Promise.allSettled([
      lookAtInvitees(other, { groupId, text: one.email }),
      inviteToGroup(other, { groupId, language: "en", invitees: [invitee()] }),
      resendInvitation(other, { groupId, codeId, fallback: "en" }),
      takeBackInvitation(other, { groupId, codeId }),
      handOutCodes(other, { groupId, seats: 1 }),
      takeBackCodes(other, { groupId }),
      findHandedOutCodes(other, { groupId }),
    ]);
    const outcomes = answers.map((answer) => (answer.status === "rejected" ? answer.reason.status : "done"));
    expect(outcomes).toEqual(Array(7).fill(404));
  }
});

test("a file that is no text, or too large, is refused, and a file goes before what was written", async () => {
  const file = (bytes: BlobPart) => new File([bytes], "people.csv");
  expect(await readGiven({ file: file("a@example.org"), text: "b@example.org" })).toBe("a@example.org");
  expect(await readGiven({ file: file(""), text: "b@example.org" })).toBe("b@example.org");
  const picture = readGiven({ file: file(new Uint8Array([0x89, 0x50, 0xff, 0])), text: "" });
  await expect(picture).rejects.toMatchObject({ code: "notText" });
  const large = readGiven({ file: file("a".repeat(1_100_000)), text: "" });
  await expect(large).rejects.toMatchObject({ code: "tooLong" });
  await expect(readGiven({ file: null, text: " \n" })).rejects.toMatchObject({ code: "noAddresses" });
});

test("one who was invited and whose group is closed meanwhile is told so", async () => {
  const { groupId, ctx } = await createSeatGroup(database.db, { expiresAt: new Date(Date.now() + 60_000) });
  const later = { ...ctx, clock: { now: () => new Date(Date.now() + 3_600_000) } };
  const asked = inviteToGroup(later, { groupId, language: "en", invitees: [invitee()] });
  await expect(asked).rejects.toMatchObject({ code: "groupClosed" });
  const [code = ""] = await codesOf(database.db, groupId);
  const pupil = await createBuyer(database.db, { now: new Date(Date.now() + 3_600_000) });
  await expect(redeemCode(pupil, { code })).rejects.toMatchObject({ code: "codeOver" });
});
