import { env } from "#app/platform/env/env.server.ts";
import { beginSpans } from "./span.server.ts";

/**
 * Sends traces to OTEL_EXPORTER_OTLP_ENDPOINT by OTLP over HTTP, if that is set; the other OTEL_ variables of the
 * specification (headers, service name, sampler) are read by the library itself. Answers how to send what is left.
 */
export async function startTracing(): Promise<{ stop: () => Promise<void> }> {
  if (!env.OTEL_EXPORTER_OTLP_ENDPOINT) return { stop: async () => undefined };
  // None of it is loaded where nobody asked for it.
  const { BatchSpanProcessor, NodeTracerProvider } = await import("@opentelemetry/sdk-trace-node");
  const { OTLPTraceExporter } = await import("@opentelemetry/exporter-trace-otlp-http");
  const { traceQueries } = await import("./trace-queries.server.ts");
  const url = `${env.OTEL_EXPORTER_OTLP_ENDPOINT.replace(/\/$/, "")}/v1/traces`;
  const provider = new NodeTracerProvider({ spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url }))] });
  provider.register();
  traceQueries();
  beginSpans();
  return { stop: () => provider.shutdown() };
}
