/** What an act upon many did with one of them. */
export type Outcome = {
  key: string;
  arabic: string | null;
  latin: string | null;
  did: "revoke" | "reinstate" | "end" | "renew" | "approve" | "refuse";
  /** Why it was not done, as a message with its values. */
  refused: string | null;
  /** The certificate that it concerns, or that came of it. */
  serial: string | null;
};
