import { data } from "react-router";
import { ExpectedError } from "./errors.ts";

/** What the error boundary is given. */
export type ErrorBody = {
  code: string;
  messageKey: string;
  values: Record<string, string | number>;
  /** What was sent with a form that was not taken, to be sent again. */
  typed?: [string, string][];
};

const CONNECTION_CODES = ["P1001", "P1002", "P1008", "P1017", "P2024", "ECONNREFUSED", "ECONNRESET", "57P01", "57P03"];

function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const code = "code" in error ? String(error.code) : "";
  const inner = "errors" in error && Array.isArray(error.errors) ? error.errors.flatMap(codesOf) : [];
  return [code, ...codesOf(error.cause), ...inner];
}

/** Whether the database could not be reached, so that waiting helps. */
export function isDatabaseAway(error: unknown): boolean {
  const text = error instanceof Error ? error.message : "";
  if (codesOf(error).some((code) => CONNECTION_CODES.includes(code))) return true;
  return /Can't reach database|DatabaseNotReachable|Connection terminated|timeout exceeded when trying to connect|ECONNREFUSED|ConnectionClosed|the database system is (starting up|shutting down|not yet accepting connections|in recovery mode)/.test(
    text,
  );
}

/** Says when to come again, where an error is about coming too often. */
export function retryHeaders({ status, values }: ExpectedError): { "Retry-After": string } | undefined {
  return status === 429 && values.seconds !== undefined ? { "Retry-After": String(values.seconds) } : undefined;
}

/** The one place where errors become HTTP. Returns what a loader or action throws; unknown errors are returned as they are. */
export function toThrowable(error: unknown, { typed }: Pick<ErrorBody, "typed"> = {}): unknown {
  if (error instanceof ExpectedError) {
    const body: ErrorBody = { code: error.code, messageKey: error.messageKey, values: error.values, typed };
    return data(body, { status: error.status, headers: retryHeaders(error) });
  }
  if (isDatabaseAway(error)) {
    const body: ErrorBody = { code: "away", messageKey: "error:away.text", values: {} };
    return data(body, { status: 503, headers: { "Retry-After": "5" } });
  }
  return error;
}
