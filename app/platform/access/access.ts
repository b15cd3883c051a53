import { type Actor, isAdmin } from "./actor.ts";

/**
 * Who may call a route at all. What a person may see inside it is decided by the policy of the feature.
 * - `anyone`: guests too
 * - `guestOnly`: sign-in and its like; others are sent on
 * - `signedIn`: any person; a guest is sent to sign in
 * - `teaching`: instructors and admins; for others the route does not exist
 * - `admin`: admins; for others the route does not exist
 */
export const accessLevels = ["anyone", "guestOnly", "signedIn", "teaching", "admin"] as const;
export type Access = (typeof accessLevels)[number];

export type AccessDecision = "allowed" | "signIn" | "alreadyIn" | "hidden";

/** Decides a route's access. Unknown means hidden. */
export function decideAccess(access: Access, actor: Actor): AccessDecision {
  if (access === "anyone") return "allowed";
  if (access === "guestOnly") return actor ? "alreadyIn" : "allowed";
  if (!actor) return "signIn";
  if (access === "signedIn") return "allowed";
  if (access === "teaching") return actor.instructorId !== null || isAdmin(actor) ? "allowed" : "hidden";
  if (access === "admin") return isAdmin(actor) ? "allowed" : "hidden";
  return "hidden";
}
