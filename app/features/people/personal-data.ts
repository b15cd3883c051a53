import { Prisma } from "#app/platform/db/generated/client.ts";
import { ofUser, type PersonalData, type Whose } from "#app/platform/personal-data/personal-table.ts";

const invited = ({ id, email }: Whose) => Prisma.sql`(t."email" = ${email} OR t."acceptedById" = ${id}::uuid)`;

/** What the tending of people keeps about them: who was invited, and who looked at the academy as whom. */
export const peopleData: PersonalData = {
  tables: [
    {
      table: "Invitation",
      hers: invited,
      gives: ["email", "name", "locale", "createdAt", "sentAt", "expiresAt", "acceptedAt", "withdrawnAt"],
      withholds: { secret: ["tokenSha256"], others: ["invitedById"], inner: ["id", "acceptedById"] },
      onErasure: { act: "remove" },
    },
    {
      table: "Viewing",
      hers: ofUser("userId"),
      gives: ["startedAt", "expiresAt"],
      withholds: { secret: ["sessionId"], others: ["adminId"], inner: ["userId"] },
      onErasure: { act: "remove" },
    },
  ],
  impersonal: ["InvitationCourse"],
};
