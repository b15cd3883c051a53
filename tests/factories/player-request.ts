import { SESSION_COOKIE, signSessionToken } from "#app/platform/session/session-cookie.server.ts";

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
      accept: "*/*",
      "accept-encoding": "gzip, deflate, br",
      cookie: `${SESSION_COOKIE}=${encodeURIComponent(signSessionToken(token))}`,
      origin,
      "sec-fetch-site": "same-origin",
      "content-type": "application/x-www-form-urlencoded;charset=UTF-8",
    },
    body: new URLSearchParams({ enrolmentId, lessonId, cause: "acknowledged" }).toString(),
  };
}
