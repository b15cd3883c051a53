import type { Actor } from "#app/platform/access/actor.ts";
import { env } from "#app/platform/env/env.server.ts";
import { tooMany } from "#app/platform/errors/errors.ts";
import { log } from "#app/platform/log/log.server.ts";
import { type Buckets, makeBuckets } from "./buckets.server.ts";
import { callerOf } from "./rate-limit.server.ts";

/** A school or a whole university may sit behind one address, and sign in or sit at a quiz at once. */
const GUESTS_OF_ONE_ADDRESS = 10;
const PEOPLE_OF_ONE_ADDRESS = 200;

/** How often refusals are told to the log at most, in milliseconds. */
const TOLD_EVERY_MS = 10_000;

const bucketsFor = (people: number) =>
  makeBuckets({ size: people * env.WRITES_PER_MINUTE, perSecond: (people * env.WRITES_PER_MINUTE) / 60 });

const persons = bucketsFor(1);
const guests = bucketsFor(GUESTS_OF_ONE_ADDRESS);
const addresses = bucketsFor(PEOPLE_OF_ONE_ADDRESS);

let refused = { person: 0, guest: 0, address: 0 };
let toldAt = Number.NEGATIVE_INFINITY;

function tell(by: keyof typeof refused): void {
  refused[by] += 1;
  const now = performance.now();
  if (now - toldAt < TOLD_EVERY_MS) return;
  toldAt = now;
  log.warn({ refused }, "More was sent than may be; some of it was refused");
  refused = { person: 0, guest: 0, address: 0 };
}

function take(by: keyof typeof refused, buckets: Buckets, key: string): void {
  const seconds = buckets.take(key);
  if (seconds === 0) return;
  tell(by);
  throw tooMany(seconds);
}

/**
 * Counts what somebody sends, in the memory of this process: by person, by address for guests, and very widely by
 * address for all. Throws `tooMany`. No human reaches these limits (docs/decisions/0014-limits.md says why they are as
 * wide as they are); what costs more or is worth guessing at has a limit of its own in PostgreSQL.
 */
export function countWrite({ actor, address, signed }: { actor: Actor; address: string; signed: boolean }): void {
  const caller = callerOf(address);
  take("address", addresses, caller);
  if (actor) take("person", persons, actor.id);
  // Stripe and its like prove themselves, and send many at once.
  else if (!signed) take("guest", guests, caller);
}
