import { type Attributes, context, propagation, type Span, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type { NextFunction, Request, Response } from "express";

const tracer = trace.getTracer("maqdis");

/** Whether anybody is told of spans; where nobody is, none are begun. */
let traced = false;

/** Begins spans from now on. Called once, when there is somewhere to send them. */
export function beginSpans(): void {
  traced = true;
}

/** The id of the trace that what runs now belongs to, for logs; undefined where nothing is traced. */
export function traceId(): string | undefined {
  return traced ? trace.getActiveSpan()?.spanContext().traceId : undefined;
}

function endFailed(span: Span, error: unknown): void {
  // The words of an error may hold what somebody typed.
  span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : "unknown" });
  span.end();
}

/** Does the work within a span of its own, below the one that is open. Attributes hold no personal data. */
export async function inSpan<Result>(
  { name, kind = SpanKind.INTERNAL, attributes }: { name: string; kind?: SpanKind; attributes?: Attributes },
  work: () => Promise<Result>,
): Promise<Result> {
  if (!traced) return work();
  return tracer.startActiveSpan(name, { kind, attributes }, async (span) => {
    try {
      const result = await work();
      span.end();
      return result;
    } catch (error) {
      endFailed(span, error);
      throw error;
    }
  });
}

/**
 * Opens the span of a request, below the one that its sender names in `traceparent` (W3C Trace Context), and ends it
 * with what was answered, named as OpenTelemetry's conventions for HTTP say.
 */
export function traceRequests(request: Request, response: Response, next: NextFunction): void {
  if (!traced) {
    next();
    return;
  }
  const { method } = request;
  const above = propagation.extract(context.active(), request.headers);
  const attributes = { "http.request.method": method, "url.path": request.path };
  const span = tracer.startSpan(method, { kind: SpanKind.SERVER, attributes }, above);
  response.on("close", () => {
    const { requestId, route } = response.locals;
    if (typeof route === "string") span.updateName(`${method} ${route}`).setAttribute("http.route", route);
    if (typeof requestId === "string") span.setAttribute("maqdis.request_id", requestId);
    span.setAttribute("http.response.status_code", response.statusCode);
    if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  });
  context.with(trace.setSpan(above, span), next);
}
