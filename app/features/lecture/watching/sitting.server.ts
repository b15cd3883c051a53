import { jwtVerify, SignJWT } from "jose";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import type { Clock } from "#app/platform/clock/clock.ts";
import { derivedKey } from "#app/platform/session/secret.server.ts";

const DAYS = 30;
const DAY_MS = 86_400_000;
const AUDIENCE = "sitting";

const sittingSchema = z.object({
  userId: z.uuid(),
  enrolmentId: z.uuid(),
  lessonId: z.uuid(),
  lengthSeconds: z.int().min(1),
  /** Share of the length that must be played, in percent, as it was when the page was made. */
  thresholdPercent: z.int().min(1).max(100),
  /** When the page was made, in milliseconds of the server's clock. */
  openedAt: z.int(),
  sittingId: z.string(),
});

/** One time that a learner has a lecture open; all that is told of it counts from `openedAt`. */
export type Sitting = z.infer<typeof sittingSchema>;

let kept: Uint8Array | undefined;

function key(): Uint8Array {
  kept ??= derivedKey("watching a lecture");
  return kept;
}

// A player shows the same token every few seconds.
const read = new LRUCache<string, Sitting>({ max: 20_000 });

/** A token with which the player of this page may tell what is played, for 30 days. */
export async function openSitting(
  { clock }: { clock: Clock },
  of: Omit<Sitting, "openedAt" | "sittingId">,
): Promise<string> {
  const { userId, enrolmentId, lessonId, lengthSeconds, thresholdPercent } = of;
  const sittingId = crypto.randomUUID();
  const openedAt = clock.now().getTime();
  return new SignJWT({ userId, enrolmentId, lessonId, lengthSeconds, thresholdPercent, openedAt, sittingId })
    .setProtectedHeader({ alg: "HS256" })
    .setAudience(AUDIENCE)
    .sign(key());
}

async function verify(token: string): Promise<Sitting | undefined> {
  const payload = await jwtVerify(token, key(), { algorithms: ["HS256"], audience: AUDIENCE }).then(
    (verified) => verified.payload,
    () => undefined,
  );
  return sittingSchema.safeParse(payload).data;
}

/** What a token stands for; undefined where it is not ours or its time is over. */
export async function readSitting({ clock }: { clock: Clock }, token: string): Promise<Sitting | undefined> {
  const sitting = read.get(token) ?? (await verify(token));
  if (!sitting || clock.now().getTime() - sitting.openedAt > DAYS * DAY_MS) return undefined;
  read.set(token, sitting);
  return sitting;
}
