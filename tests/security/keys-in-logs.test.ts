import { fork } from "node:child_process";
import { createServer } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { atStripe, syncOrderJob } from "#app/features/payment/orders/order-jobs.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { createBuyer, createPricedCourse } from "#tests/factories/order.ts";
import { STRIPE_KEY, STRIPE_SECRET, signedEvent } from "#tests/fakes/stripe.ts";
import { openTestDatabase } from "#tests/setup/database.ts";

const database = openTestDatabase();

/** A Stripe that says in every fault all that it was sent: the key, and whose address it was. */
async function startTalkative(statuses: readonly number[]): Promise<string> {
  let asked = 0;
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const message = `${request.headers.authorization} ${decodeURIComponent(Buffer.concat(parts).toString())}`;
    const status = statuses[asked % statuses.length] ?? 500;
    asked += 1;
    const error = { type: status < 500 ? "invalid_request_error" : "api_error", message, param: "customer_email" };
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ error }));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
}

/** A process of the academy that logs all it ever would, and what it wrote. */
function startLogging(stripe: string) {
  const env = {
    ...{ ...process.env, LOG_LEVEL: "debug" },
    ...{ STRIPE_SECRET_KEY: STRIPE_KEY, STRIPE_WEBHOOK_SECRET: STRIPE_SECRET, STRIPE_API_BASE: stripe },
  };
  const stdio = ["ignore" as const, "pipe" as const, "pipe" as const, "ipc" as const];
  const child = fork("tests/durability/orders/order-process.ts", [database.url], {
    env,
    execArgv: ["--import", "./tests/durability/orders/with-globs.ts"],
    stdio,
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let written = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part) => (written += part));
  const ask = (message: object) =>
    new Promise<void>((done) => {
      child.once("message", () => done());
      child.send(message);
    });
  const ready = new Promise<void>((done) => child.once("message", () => done()));
  return { ask, ready, written: () => written };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((done) => setTimeout(done, 50));
}

test("neither keys nor signatures nor addresses come into the log or the jobs, whatever Stripe says", async () => {
  const { db } = database;
  const { course } = await createPricedCourse(db);
  const wanted = { kind: "course", course: course.slug, cohortId: null };
  const academy = startLogging(await startTalkative([401, 400, 403, 400, 429, 429, 500, 500, 404]));
  await academy.ready;
  const emails: string[] = [];
  for (let id = 1; id <= 6; id += 1) {
    const { actor } = await createBuyer(db);
    emails.push(actor.email);
    await academy.ask({ id, personId: actor.id, act: { does: "buy", wanted, code: null, method: "checkout" } });
  }
  const { body, headers } = signedEvent({
    id: "evt_logged",
    type: "charge.refunded",
    object: { id: "ch_x", object: "charge" },
  });
  const signature = headers.get("stripe-signature") ?? "";
  await academy.ask({ id: 7, personId: null, act: { does: "hear", body, signature } });
  await academy.ask({ id: 8, personId: null, act: { does: "hear", body: `${body} `, signature } });
  const order = await db.order.findFirstOrThrow({ where: { method: "checkout" }, orderBy: { number: "desc" } });
  await db.$executeRaw`UPDATE "Order" SET "state" = 'open', "stripeSessionId" = 'cs_test_of_a_talk' WHERE "id" = ${order.id}::uuid`;
  await addJob(db, syncOrderJob, { orderId: order.id }, atStripe);
  const failed = () => db.$queryRaw<{ error: string }[]>`
    SELECT "last_error" AS "error" FROM graphile_worker.jobs WHERE "last_error" IS NOT NULL`;
  await until(async () => (await failed()).length > 0);
  const said = `${academy.written()} ${JSON.stringify(await failed())}`;
  // It did speak of all this.
  for (const word of ["What was asked failed", "A job failed", "Heard of Stripe"]) expect(said).toContain(word);
  for (const secret of [STRIPE_KEY, STRIPE_SECRET, signature, ...emails]) expect(said).not.toContain(secret);
});
