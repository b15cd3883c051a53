import type { APIRequestContext } from "@playwright/test";
import { makeFinishedBatch } from "./finished-batch.ts";
import { becomeLearnerQuickly, enrolQuickly, samplePerson, signInQuickly } from "./people.ts";

/** Those who look at the pages, and how each comes to be who she is. */
const arrivals = {
  guest: async () => undefined,
  learner: async (request: APIRequestContext) => {
    await becomeLearnerQuickly(request);
    await enrolQuickly(request, "jerusalem-through-the-ages");
  },
  newcomer: async (request: APIRequestContext) => void (await becomeLearnerQuickly(request)),
  instructor: (request: APIRequestContext) => signInQuickly(request, samplePerson("instructor")),
  admin: async (request: APIRequestContext) => {
    await makeFinishedBatch();
    await signInQuickly(request, samplePerson("admin"));
  },
};

export type Visitor = keyof typeof arrivals;
export const visitors: readonly Visitor[] = ["guest", "learner", "newcomer", "instructor", "admin"];

/** Makes of a fresh browser the one of this visitor. */
export async function arrive(request: APIRequestContext, visitor: Visitor): Promise<void> {
  await arrivals[visitor](request);
}
