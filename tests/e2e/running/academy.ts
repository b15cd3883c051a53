import { test as journey } from "../journey.ts";
import { findFreePort, openAcademy } from "../open-academy.ts";

export { expect, expectHeading, menuOf, open } from "../journey.ts";

/** By which the mail provider of this academy proves itself. */
export const MAIL_SECRET = "what the mail provider knows";

/** So few requests in flight, of those that count, are more than it can do. */
export const MAX_IN_FLIGHT = 24;
/** So little may one person send in a minute. */
export const WRITES_PER_MINUTE = 120;

type Academy = { origin: string };

/**
 * A journey that changes what holds for the whole academy, and so walks through one that no other journey sees. The
 * journeys of this kind come one after the other, and each leaves things as they were.
 */
export const test = journey.extend<object, { academy: Academy }>({
  academy: [
    async ({ browserName }, use) => {
      const { origin, close } = await openAcademy({
        port: await findFreePort(),
        name: `running-${browserName}`,
        settings: {
          MAIL_WEBHOOK_SECRET: MAIL_SECRET,
          MAX_IN_FLIGHT: String(MAX_IN_FLIGHT),
          WRITES_PER_MINUTE: String(WRITES_PER_MINUTE),
        },
      });
      await use({ origin });
      await close();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  baseURL: async ({ academy }, use) => use(academy.origin),
});
