/** What was found about a file, check by check. */
export type Checks = {
  /** Whether these are the bytes that the academy made; `none` where a signature alone can tell. */
  file: "ok" | "warn" | "unknown" | "none";
  signature: "ok" | "failed" | "unknown";
  issuer: "ok" | "failed";
  times: "ok" | "expired" | "early";
  /** `seenAt` where the list was kept from another time, in UTC. */
  revocation: { found: "ok" | "failed" | "unknown" | "none"; seenAt: string | null };
  /** What the academy's register says now: `none` where it knows of no such certificate, null where it was not asked. */
  standing: "valid" | "revoked" | "superseded" | "expired" | "none" | null;
};

export type Verdict =
  | "valid"
  | "seen"
  | "part"
  | "other"
  | "revoked"
  | "superseded"
  | "expired"
  | "early"
  | "altered"
  | "unregistered"
  | "foreign"
  | "keys";

/** How far a verdict speaks for the file. */
export const toneOf: Record<Verdict, "good" | "open" | "bad"> = {
  ...{ valid: "good", seen: "good" },
  ...{ part: "open", other: "open", superseded: "open", expired: "open", early: "open", keys: "open" },
  ...{ revoked: "bad", altered: "bad", unregistered: "bad", foreign: "bad" },
};

/** What all checks come to. What speaks against a file comes before what could not be asked. */
export function toVerdict({ file, signature, issuer, times, revocation, standing }: Checks): Verdict {
  if (issuer === "failed") return "foreign";
  if (signature === "unknown") return "keys";
  if (signature === "failed") return "altered";
  // Signed with the academy's key, and yet not by the academy: the key was in other hands.
  if (standing === "none") return "unregistered";
  const gone = whyGone({ revocation, standing });
  if (gone) return gone;
  if (times !== "ok") return times;
  if (file === "warn") return "other";
  if (revocation.found === "unknown" || revocation.found === "none") return "part";
  // A doctored PDF can carry a genuine credential: without the register nobody can tell it from the academy's own.
  if (file === "unknown") return "part";
  return revocation.seenAt === null ? "valid" : "seen";
}

/** The register knows why a place is struck in the list, and may know of it sooner than a list that was kept. */
function whyGone({ revocation, standing }: Pick<Checks, "revocation" | "standing">) {
  if (standing === "superseded" || standing === "revoked" || standing === "expired") return standing;
  return revocation.found === "failed" ? "revoked" : undefined;
}
