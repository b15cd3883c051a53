import { SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import pg from "pg";

const tracer = trace.getTracer("maqdis");
/** Characters of a statement; its values are never in it. */
const SHOWN = 500;

function textOf(query: unknown): string {
  if (typeof query === "string") return query;
  if (typeof query === "object" && query !== null && "text" in query && typeof query.text === "string")
    return query.text;
  return "";
}

function traceQuery(call: (args: unknown[]) => unknown, args: unknown[]): unknown {
  const text = textOf(args[0]);
  const name = /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase() ?? "QUERY";
  const attributes = { "db.system.name": "postgresql", "db.query.text": text.slice(0, SHOWN) };
  const span = tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes });
  const end = (error?: unknown) => {
    if (error) span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : "unknown" });
    span.end();
  };
  const last = args.at(-1);
  if (typeof last === "function") {
    return call([
      ...args.slice(0, -1),
      (...answer: unknown[]) => {
        end(answer[0]);
        return Reflect.apply(last, undefined, answer);
      },
    ]);
  }
  const result = call(args);
  if (result instanceof Promise) result.then(() => end(), end);
  else end();
  return result;
}

/** Gives each query of this process a span below the one that is open; queries that nothing asked for get none. */
export function traceQueries(): void {
  pg.Client.prototype.query = new Proxy(pg.Client.prototype.query, {
    apply: (query, client, args: unknown[]) =>
      trace.getActiveSpan()
        ? traceQuery((given) => Reflect.apply(query, client, given), args)
        : Reflect.apply(query, client, args),
  });
}
