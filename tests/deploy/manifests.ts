import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { z } from "zod";

const FOLDER = "deploy/kubernetes";

export const manifestSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string() }),
  spec: z.looseObject({}).optional(),
});
export type Manifest = z.infer<typeof manifestSchema> & { file: string };

/** Every document of every manifest but kustomize's own. Throws for what is no YAML, or names a key twice. */
export function readManifests(): Manifest[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".yaml") && name !== "kustomization.yaml");
  return files.flatMap((file) =>
    parseAllDocuments(readFileSync(join(FOLDER, file), "utf8")).map((document) => {
      const [error] = document.errors;
      if (error) throw error;
      return { ...manifestSchema.parse(document.toJS()), file };
    }),
  );
}

/** Below these anything may stand: names are the operator's own. */
const FREE = new Set(["labels", "annotations", "matchLabels", "data", "stringData", "requests", "limits", "selector"]);

/** Every name of a field in a manifest, with where it stands. */
export function fieldsOf(value: unknown, at = ""): { name: string; at: string }[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => fieldsOf(item, `${at}/${index}`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const here = { name, at: `${at}/${name}` };
    const isFree = FREE.has(name) && !(typeof inner === "object" && inner !== null && "matchLabels" in inner);
    return isFree ? [here] : [here, ...fieldsOf(inner, here.at)];
  });
}

const MODELS = "node_modules/kubernetes-models";
const GROUPS = ["v1", "apps/v1", "batch/v1", "policy/v1", "autoscaling/v2", "networking.k8s.io/v1"];

/** Every name that a field may have in the kinds that are used here, as Kubernetes' own description has them. */
export function knownFields(): Set<string> {
  const folders = [
    ...GROUPS.map((group) => join(MODELS, group)),
    "node_modules/@kubernetes-models/apimachinery/apis/meta/v1",
  ];
  const texts = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".d.ts"))
      .map((name) => readFileSync(join(folder, name), "utf8")),
  );
  return new Set(texts.flatMap((text) => [...text.matchAll(/^ {4}"(\w+)"\??:/gm)].map(([, name = ""]) => name)));
}
