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
