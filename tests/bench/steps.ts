import type pg from "pg";
import { SESSION_COOKIE, signSessionToken } from "#app/platform/session/session-cookie.server.ts";
import { beatRequest, completionRequest } from "#tests/factories/player-request.ts";
import { CONNECTIONS, type LoadRequest } from "./load.ts";
import { COURSES } from "./seed-catalogue.ts";
import { findPlaces, findUndone, type Place, type Undone } from "./seed-learners.ts";
import { countBeats, openSittings, type Watcher } from "./seed-sittings.ts";

export type Budget = { requestsPerSecond?: number; p95?: number };

export type Step = {
  name: string;
  budget: Budget;
  /** How many queries one page may make, where it is not the usual number. */
  queries?: number;
  /** On how many connections it is asked for, where it is not the usual number. */
  connections?: number;
  requestsOf: (connection: number) => LoadRequest[];
  /** Pages that are remembered once they were asked for; what is measured is how they are answered then. */
  remembered?: string[];
  /** Of writes: how many were answered with success, and how many of those stand in the database. */
  countKept?: () => Promise<{ acknowledged: number; found: number }>;
};

const GUEST: Budget = { requestsPerSecond: 2_000, p95: 30 };
const SIGNED_IN: Budget = { requestsPerSecond: 500, p95: 60 };
const WRITES: Budget = { requestsPerSecond: 1_600 };

/** As a browser asks. */
export const BROWSER = {
  accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
  "accept-encoding": "gzip, deflate, br",
  "accept-language": "ar,en;q=0.8",
  "user-agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36",
};

export const cookieOf = (token: string) => `${SESSION_COOKIE}=${encodeURIComponent(signSessionToken(token))}`;

export const guest = (path: string): LoadRequest => ({ method: "GET", path, headers: BROWSER });
export const person = (token: string, path: string): LoadRequest => ({
  method: "GET",
  path,
  headers: { ...BROWSER, cookie: cookieOf(token) },
});

/** Each connection begins at another place of the list. */
function turned<Item>(items: Item[], connection: number): Item[] {
  const at = Math.floor((items.length / CONNECTIONS) * (connection % CONNECTIONS));
  return [...items.slice(at), ...items.slice(0, at)];
}

/** Its own part of the list for each connection, so that no two ask for the same person. */
function share<Item>(items: Item[], connection: number): Item[] {
  return items.filter((_, index) => index % CONNECTIONS === connection % CONNECTIONS);
}

const inBoth = (path: string) => [path === "/" ? "/ar" : `/ar${path}`, path === "/" ? "/en" : `/en${path}`];
const numbers = Array.from({ length: COURSES }, (_, index) => index + 1);

function filtered(): string[] {
  const words = ["", "q=%D8%A7%D9%84%D9%82%D8%AF%D8%B3&", "q=mamluk&", "q=gates&", "q=%D8%A3%D8%B3%D9%88%D8%A7%D9%82&"];
  const levels = ["", "level=beginner&", "level=advanced&"];
  const others = ["price=free", "language=ar", "subject=bench-subject-3", "sort=title", "instructor=bench-teacher-4"];
  return words.flatMap((q) => levels.flatMap((level) => others.map((other) => `/courses?${q}${level}${other}`)));
}

function guestSteps(): Step[] {
  let asked = 0;
  const step = (name: string, paths: string[], budget: Budget = GUEST): Step => ({
    name,
    budget,
    remembered: paths,
    requestsOf: (connection) => turned(paths, connection).map(guest),
  });
  return [
    step("home, guest", inBoth("/"), {}),
    step("catalogue, guest", inBoth("/courses")),
    step("catalogue with filters and search, guest", filtered().flatMap(inBoth)),
    {
      name: "catalogue, searches never seen before, guest",
      budget: {},
      requestsOf: () => [
        {
          ...guest("/courses"),
          setupRequest: (request) => {
            asked += 1;
            return { ...request, path: `/ar/courses?q=${encodeURIComponent("القدس")}%20${asked % 5_000}.${asked}` };
          },
        },
      ],
    },
    step(
      "course page, guest",
      numbers.flatMap((n) => inBoth(`/courses/bench-course-${n}`)),
    ),
    step("sign-in page, guest", inBoth("/sign-in"), { requestsPerSecond: 2_000 }),
  ];
}

function learnerSteps(places: Place[]): Step[] {
  const step = (name: string, path: (place: Place) => string): Step => ({
    name,
    budget: SIGNED_IN,
    requestsOf: (connection) => share(places, connection).map((place) => person(place.token, path(place))),
  });
  return [
    step("course page, signed in", ({ locale, courseSlug }) => `/${locale}/courses/${courseSlug}`),
    step(
      "lesson page, signed in",
      ({ locale, courseSlug, lessonSlug }) => `/${locale}/learn/${courseSlug}/${lessonSlug}`,
    ),
    step(
      "lesson, by the client router",
      ({ locale, courseSlug, lessonSlug }) => `/${locale}/learn/${courseSlug}/${lessonSlug}.data`,
    ),
    { ...step("my learning", ({ locale }) => `/${locale}/learn`), budget: {} },
  ];
}

async function countCompletions(connections: pg.Pool, acknowledged: Undone[]): Promise<number> {
  const { rows } = await connections.query<{ found: number }>(
    `select count(*)::int as found from unnest($1::uuid[], $2::uuid[]) as a(enrolment, lesson)
     join "Completion" c on c."enrolmentId" = a.enrolment and c."lessonId" = a.lesson`,
    [acknowledged.map(({ enrolmentId }) => enrolmentId), acknowledged.map(({ lessonId }) => lessonId)],
  );
  return rows[0]?.found ?? 0;
}

function completingStep(pool: Undone[], { origin, connections }: Source): Step {
  const acknowledged: Undone[] = [];
  let next = 0;
  const take = () => {
    const undone = pool[next];
    if (!undone) throw new Error("Every lesson is completed: seed more");
    next += 1;
    return undone;
  };
  const requestsOf = () => {
    let current: Undone | undefined;
    return [
      {
        method: "POST" as const,
        path: "/",
        setupRequest: (request: LoadRequest) => {
          current = take();
          return { ...request, ...completionRequest({ origin, ...current }) };
        },
        onResponse: (status: number) => {
          if (status === 200 && current) acknowledged.push(current);
        },
      },
    ];
  };
  const countKept = async () => {
    return { acknowledged: acknowledged.length, found: await countCompletions(connections, acknowledged) };
  };
  return { name: "completing a lesson", budget: WRITES, requestsOf, countKept };
}

/** Each learner plays on: one beat after the other, and never two of hers at once. */
function beatsStep(watchers: Watcher[], { origin, connections }: Source): Step {
  const played = new Map<Watcher, number>();
  let acknowledged = 0;
  const requestsOf = (connection: number) => {
    const mine = share(watchers, connection);
    let next = 0;
    return [
      {
        method: "POST" as const,
        path: "/",
        setupRequest: (request: LoadRequest) => {
          const watcher = mine[next % mine.length];
          next += 1;
          if (!watcher) throw new Error("Nobody watches: seed more");
          const count = played.get(watcher) ?? 0;
          played.set(watcher, count + 1);
          return { ...request, ...beatRequest({ origin, ...watcher, count }) };
        },
        onResponse: (status: number) => {
          if (status === 200) acknowledged += 1;
        },
      },
    ];
  };
  const countKept = async () => ({ acknowledged, found: await countBeats(connections, watchers) });
  return { name: "beats of a lecture", budget: WRITES, requestsOf, countKept };
}

type Source = { connections: pg.Pool; origin: string };

/** Everything that the load bench asks, in order. */
export async function makeSteps(connections: pg.Pool, origin: string): Promise<Step[]> {
  const places = await findPlaces(connections, { limit: 8_000 });
  const undone = await findUndone(connections, { limit: 80_000 });
  const watchers = await openSittings(connections, { limit: 5_000, turn: 0 });
  const source = { connections, origin };
  return [...guestSteps(), ...learnerSteps(places), completingStep(undone, source), beatsStep(watchers, source)];
}
