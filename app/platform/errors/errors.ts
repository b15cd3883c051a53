/**
 * What a use case expects may go wrong. `code` belongs to the feature that throws it, and
 * `messageKey` names a message a person can act on (`<feature>:errors.<code>`).
 * `status` is the HTTP status that the routes answer with.
 */
export class ExpectedError extends Error {
  readonly code: string;
  readonly messageKey: string;
  readonly status: number;
  readonly values: Record<string, string | number>;

  constructor(input: {
    code: string;
    messageKey: string;
    status?: number;
    values?: Record<string, string | number>;
  }) {
    super(input.code);
    this.name = "ExpectedError";
    this.code = input.code;
    this.messageKey = input.messageKey;
    this.status = input.status ?? 409;
    this.values = input.values ?? {};
  }
}

/** What is not there, or may not be known to be there. */
export function notFound(): ExpectedError {
  return new ExpectedError({ code: "notFound", messageKey: "error:notFound.text", status: 404 });
}

/** What was there and has been taken away for good. */
export function gone(): ExpectedError {
  return new ExpectedError({ code: "gone", messageKey: "error:gone.text", status: 410 });
}

/** Too many requests; `seconds` is how long to wait. */
export function tooMany(seconds: number): ExpectedError {
  return new ExpectedError({
    code: "tooMany",
    messageKey: "error:tooMany.text",
    status: 429,
    values: { seconds: Math.max(1, Math.ceil(seconds)) },
  });
}
