import { collectDefaultMetrics, Registry } from "prom-client";

/** What this process counts and measures of itself, named as Prometheus advises (https://prometheus.io/docs/practices/naming/). */
export const registry = new Registry();

collectDefaultMetrics({ register: registry });
