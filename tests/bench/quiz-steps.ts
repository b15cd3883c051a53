import type pg from "pg";
import { answerRequest, pageFormRequest } from "#tests/factories/player-request.ts";
import type { LoadRequest } from "./load.ts";
import { countAnswers, findSitters, type Quizzes, type Sitter } from "./seed-quizzes.ts";
import type { Step } from "./steps.ts";

type Source = { connections: pg.Pool; origin: string };

/** Each learner changes one answer, again and again, and never two of hers are under way at once. */
function savingStep(sitters: Sitter[], { connections, origin }: Source): Step {
  const acknowledged: { attemptId: string; slot: number; sequence: number }[] = [];
  let next = 0;
  const requestsOf = () => {
    let current: (typeof acknowledged)[number] | undefined;
    return [
      {
        method: "POST" as const,
        path: "/",
        setupRequest: (request: LoadRequest) => {
          const sitter = sitters[next % sitters.length];
          if (!sitter) throw new Error("Nobody sits: seed more");
          const count = Math.floor(next / sitters.length);
          next += 1;
          const { attemptId, slot, choices } = sitter;
          const value = { choice: choices[count % choices.length] };
          const { sequence, ...asked } = answerRequest({ origin, ...sitter, device: attemptId, count, value });
          current = { attemptId, slot, sequence };
          return { ...request, ...asked };
        },
        onResponse: (status: number) => {
          if (status === 200 && current) acknowledged.push(current);
        },
      },
    ];
  };
  const countKept = async () => ({
    acknowledged: acknowledged.length,
    found: await countAnswers(connections, acknowledged),
  });
  return { name: "saving one answer", budget: { requestsPerSecond: 1_500 }, requestsOf, countKept };
}

type Sat = { token: string; attemptId: string; path: string };

const countSubmitted = async (connections: pg.Pool, ids: string[]) => {
  const { rows } = await connections.query<{ found: number }>(
    `select count(*)::int as found from "Attempt" where "id" = any($1::uuid[]) and "state" = 'submitted'
     and "points" is not null`,
    [ids],
  );
  return rows[0]?.found ?? 0;
};

function submittingStep(sat: Sat[], { connections, origin }: Source): Step {
  const acknowledged: string[] = [];
  let next = 0;
  const requestsOf = () => {
    let current: Sat | undefined;
    return [
      {
        method: "POST" as const,
        path: "/",
        setupRequest: (request: LoadRequest) => {
          current = sat[next];
          if (!current) throw new Error("Every attempt is submitted: seed more");
          next += 1;
          const { token, attemptId, path } = current;
          const fields = { intent: "submit" };
          return {
            ...request,
            ...pageFormRequest({ origin, token, path: `/en${path}/attempts/${attemptId}`, fields }),
          };
        },
        onResponse: (status: number) => {
          if (status < 400 && current) acknowledged.push(current.attemptId);
        },
      },
    ];
  };
  const countKept = async () => ({
    acknowledged: acknowledged.length,
    found: await countSubmitted(connections, acknowledged),
  });
  return { name: "submitting an attempt", budget: { requestsPerSecond: 1_000 }, requestsOf, countKept };
}

/** What the load bench asks of quizzes. */
export async function makeQuizSteps(quizzes: Quizzes, source: Source): Promise<Step[]> {
  const { connections } = source;
  const sitters = await findSitters(connections, { lessonId: quizzes.saving.lessonId, limit: 5_000 });
  const sat: Sat[] = [];
  for (const { lessonId, path } of quizzes.submitting)
    for (const { token, attemptId } of await findSitters(connections, { lessonId, limit: 10_000 }))
      sat.push({ token, attemptId, path });
  return [savingStep(sitters, source), submittingStep(sat, source)];
}
