import { isRouteErrorResponse } from "react-router";
import { withValues } from "#app/platform/i18n/message-key.ts";

/** The kinds of error that have words of their own, in the `error` file. */
export type ErrorKind =
  | "badRequest"
  | "forbidden"
  | "notFound"
  | "gone"
  | "refused"
  | "tooMany"
  | "failed"
  | "away"
  | "offline";

export type PageError = {
  kind: ErrorKind;
  status: number;
  message: string;
  /** What was sent with a form that was not taken for now. */
  typed?: [string, string][];
};

const kindOf: Record<number, ErrorKind> = {
  400: "badRequest",
  403: "forbidden",
  404: "notFound",
  405: "notFound",
  409: "refused",
  410: "gone",
  422: "refused",
  429: "tooMany",
  502: "away",
  503: "away",
  504: "away",
};

/** What a person is told of an error: its own message where a feature gave one, and nothing from inside otherwise. */
export function toPageError(error: unknown, online = true): PageError {
  if (!isRouteErrorResponse(error)) {
    const kind = online ? "failed" : "offline";
    return { kind, status: online ? 500 : 0, message: `error:${kind}.text` };
  }
  const kind = kindOf[error.status] ?? (error.status < 500 ? "badRequest" : "failed");
  const typed = typedOf(error.data);
  return {
    kind,
    status: error.status,
    message: messageOf(error.data) ?? `error:${kind}.text`,
    ...(typed && { typed }),
  };
}

function typedOf(body: unknown): [string, string][] | undefined {
  if (typeof body !== "object" || body === null || !("typed" in body) || !Array.isArray(body.typed)) return undefined;
  return body.typed.flatMap((pair): [string, string][] =>
    Array.isArray(pair) && typeof pair[0] === "string" && typeof pair[1] === "string" ? [[pair[0], pair[1]]] : [],
  );
}

function messageOf(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  if (!("messageKey" in body) || typeof body.messageKey !== "string") return undefined;
  const values = "values" in body && typeof body.values === "object" && body.values !== null ? body.values : {};
  const plain = Object.entries(values).filter(([, value]) => typeof value === "string" || typeof value === "number");
  return withValues(body.messageKey, Object.fromEntries(plain));
}
