import { SESSION_COOKIE, signSessionToken } from "#app/platform/session/session-cookie.server.ts";

const headersOf = ({ origin, token }: { origin: string; token: string }) => ({
  accept: "*/*",
  "accept-encoding": "gzip, deflate, br",
  cookie: `${SESSION_COOKIE}=${encodeURIComponent(signSessionToken(token))}`,
  origin,
  "sec-fetch-site": "same-origin",
});

/** The request with which the player in a browser tells that a lesson is completed. */
export function completionRequest({
  origin,
  token,
  enrolmentId,
  lessonId,
}: {
  origin: string;
  token: string;
  enrolmentId: string;
  lessonId: string;
}) {
  return {
    method: "POST" as const,
    path: "/resources/completions",
    headers: {
      ...headersOf({ origin, token }),
      "content-type": "application/x-www-form-urlencoded;charset=UTF-8",
    },
    body: new URLSearchParams({ enrolmentId, lessonId, cause: "acknowledged" }).toString(),
  };
}

/** The request with which the player tells what it plays, every fifteen seconds: the `count`th of a sitting. */
export function beatRequest({
  origin,
  token,
  sitting,
  count,
}: {
  origin: string;
  token: string;
  sitting: string;
  count: number;
}) {
  const [from, to] = [count * 15, (count + 1) * 15];
  const beats = [{ from, to, start: from * 1_000, end: to * 1_000 }];
  return {
    method: "POST" as const,
    path: "/resources/beats",
    headers: { ...headersOf({ origin, token }), "content-type": "application/json" },
    body: JSON.stringify({ sitting, beats, position: { at: to, moment: to * 1_000 } }),
  };
}

/** The request with which a sitting in a browser saves the `count`th edit of one answer. */
export function answerRequest({
  origin,
  token,
  attemptId,
  device,
  slot,
  count,
  value,
}: {
  origin: string;
  token: string;
  attemptId: string;
  device: string;
  slot: number;
  count: number;
  value: unknown;
}) {
  const sequence = 100 + count;
  const edits = [{ slot, sequence, value, madeAt: Date.now() }];
  return {
    sequence,
    method: "POST" as const,
    path: "/resources/answers",
    headers: { ...headersOf({ origin, token }), "content-type": "application/json" },
    body: JSON.stringify({ attemptId, device, edits }),
  };
}

/** The request with which a quiz at `path`, such as /learn/course/lesson, is begun; its answer brings the paper. */
export function beginRequest({ origin, token, path }: { origin: string; token: string; path: string }) {
  const [, , course, lesson] = path.split("/");
  return {
    method: "POST" as const,
    path: "/resources/attempts",
    headers: { ...headersOf({ origin, token }), "content-type": "application/json" },
    body: JSON.stringify({ course, lesson }),
  };
}

type PageForm = { origin: string; token: string; path: string; fields: Record<string, string> };

/** A form of a page, as a browser sends it where there is no JavaScript. */
export function formRequest({ origin, token, path, fields }: PageForm) {
  const type = { "content-type": "application/x-www-form-urlencoded;charset=UTF-8" };
  const headers = { ...headersOf({ origin, token }), ...type };
  return { method: "POST" as const, path, headers, body: new URLSearchParams(fields).toString() };
}

/** What a form of a page posts by the client router. */
export function pageFormRequest({ path, ...rest }: PageForm) {
  return formRequest({ path: `${path}.data`, ...rest });
}

/** What a browser adds to what a page of hers sends. */
export const browserHeaders = headersOf;
