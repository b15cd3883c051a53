import { ofUser, type PersonalData } from "#app/platform/personal-data/personal-table.ts";

/** To what people agreed. It names nobody but by the account, which stays without a name. */
export const policyData: PersonalData = {
  tables: [
    {
      table: "Consent",
      hers: ofUser("userId"),
      gives: ["locale", "way", "at"],
      withholds: { inner: ["id", "userId", "versionId"] },
      onErasure: { act: "keep", why: "proof" },
    },
  ],
  impersonal: ["Policy", "PolicyVersion"],
};
