import cluster from "node:cluster";
import { randomUUID } from "node:crypto";
import { AggregatorRegistry } from "prom-client";
import { z } from "zod";
import { registry } from "./registry.server.ts";

const ASKED = "maqdis:metrics-asked";
const TOLD = "maqdis:metrics-told";
/** The first process gives up on those that do not answer after five seconds. */
const PATIENCE_MS = 6_000;

const askedSchema = z.object({ type: z.literal(ASKED), id: z.string() });
const toldSchema = z.object({ type: z.literal(TOLD), id: z.string(), text: z.string().optional() });

/** Lets each process of a cluster answer for all of them; called once, by the process that started them. */
export function gatherForProcesses(): void {
  const all = new AggregatorRegistry();
  cluster.on("message", (worker, message: unknown) => {
    const { data: asked } = askedSchema.safeParse(message);
    if (!asked) return;
    const tell = (text?: string) => worker.isConnected() && worker.send({ type: TOLD, id: asked.id, text });
    all.clusterMetrics().then(tell, () => tell());
  });
}

if (cluster.isWorker) {
  AggregatorRegistry.setRegistries(registry);
  // Made for its listener alone, by which this process tells what it counted.
  new AggregatorRegistry();
}

async function askForAll(): Promise<string | undefined> {
  const id = randomUUID();
  return new Promise((resolve) => {
    const end = (text?: string) => {
      clearTimeout(timer);
      process.off("message", hear);
      resolve(text);
    };
    const hear = (message: unknown) => {
      const { data: told } = toldSchema.safeParse(message);
      if (told?.id === id) end(told.text);
    };
    const timer = setTimeout(end, PATIENCE_MS);
    process.on("message", hear);
    process.send?.({ type: ASKED, id });
  });
}

/**
 * All that is counted on this machine, in the text format of Prometheus 0.0.4: of all processes of a cluster, summed
 * as each measure wants it; of this one alone where the others do not answer.
 */
export async function writeMetrics(): Promise<{ type: string; text: string }> {
  const all = cluster.isWorker ? await askForAll() : undefined;
  return { type: registry.contentType, text: all ?? (await registry.metrics()) };
}
