import { ofUser, type PersonalData } from "#app/platform/personal-data/personal-table.ts";
import { exportKey } from "./export/export-key.ts";

/** What privacy itself keeps about people. */
export const privacyData: PersonalData = {
  tables: [
    {
      table: "DataExport",
      hers: ofUser("userId"),
      gives: ["state", "locale", "bytes", "askedAt", "readyAt", "expiresAt"],
      withholds: { inner: ["id", "userId", "done", "parts"] },
      onErasure: { act: "remove" },
    },
    {
      table: "Erasure",
      hers: ofUser("userId"),
      gives: ["certificates", "askedAt", "dueAt", "cancelledAt", "erasedAt"],
      withholds: { inner: ["id", "userId", "blockedBy"] },
      onErasure: { act: "keep", why: "proof" },
    },
  ],
  impersonal: ["RetentionRun"],
  erase: async (tx, { whose, afterwards }) => {
    const made = await tx.dataExport.findMany({ where: { userId: whose.id }, select: { id: true } });
    afterwards.largeFiles.push(...made.map(({ id }) => exportKey(id)));
  },
};
