import { Prisma } from "#app/platform/db/generated/client.ts";
import { ofUser, type PersonalData } from "#app/platform/personal-data/personal-table.ts";

/** What notices keep about people. */
export const notificationData: PersonalData = {
  tables: [
    {
      table: "Notification",
      hers: ofUser("userId"),
      gives: ["kind", "values", "createdAt", "readAt"],
      withholds: { inner: ["id", "userId", "mail", "key", "shown", "digestDue"] },
      onErasure: { act: "remove" },
    },
    {
      table: "NoticePreference",
      hers: ofUser("userId"),
      gives: ["kind", "shown", "mail"],
      withholds: { inner: ["userId"] },
      onErasure: { act: "remove" },
    },
    {
      table: "NoticeTimes",
      hers: ofUser("userId"),
      gives: ["rhythm", "hour", "weekday", "quietFrom", "quietUntil", "digestOff"],
      withholds: { inner: ["userId"] },
      onErasure: { act: "remove" },
    },
    {
      table: "MailBounce",
      hers: ({ email }) => Prisma.sql`t."email" = ${email}`,
      gives: ["email", "cause", "status", "at", "withheld"],
      onErasure: { act: "remove" },
    },
  ],
  authors: [{ table: "MailWording", columns: ["madeById"] }],
  impersonal: ["MailEvent", "MailStanding", "MailWording"],
};
