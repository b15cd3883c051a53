// npm run sbom [FILE]: writes every part that runs here, with its version, licence, hash and where it comes from, as
// CycloneDX 1.6. Read from the lock file alone: no network, and nothing that is only here to build or to test.
// `npm sbom` would do, but it passes over what a part that is left out needs as well.
import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";

const lockSchema = z.object({
  name: z.string(),
  version: z.string(),
  packages: z.record(
    z.string(),
    z.object({
      name: z.string().optional(),
      version: z.string(),
      license: z.string().optional(),
      integrity: z.string().optional(),
      resolved: z.url().optional(),
      dev: z.boolean().optional(),
      optional: z.boolean().optional(),
    }),
  ),
});
type Lock = z.infer<typeof lockSchema>;
type Locked = Lock["packages"][string];

/** As package URLs name a package of npm. */
const purlOf = (name: string, version: string) => `pkg:npm/${name.replace(/^@/, "%40")}@${version}`;

const ALGORITHMS: Record<string, string> = { sha1: "SHA-1", sha256: "SHA-256", sha384: "SHA-384", sha512: "SHA-512" };

/** Hashes as Subresource Integrity writes them, in base64, are hexadecimal here. */
function hashesOf({ integrity = "" }: Locked) {
  return integrity.split(/\s+/).flatMap((hash) => {
    const [name = "", content = ""] = hash.split(/-(.*)/s);
    const alg = ALGORITHMS[name];
    return alg ? [{ alg, content: Buffer.from(content, "base64").toString("hex") }] : [];
  });
}

function componentOf(path: string, locked: Locked) {
  const { version, license, resolved, optional } = locked;
  const name = locked.name ?? path.replace(/^.*node_modules\//, "");
  return {
    type: "library",
    // The same part may lie in two places.
    "bom-ref": path,
    name,
    version,
    scope: optional ? "optional" : "required",
    purl: purlOf(name, version),
    hashes: hashesOf(locked),
    ...(license ? { licenses: [{ license: { name: license } }] } : {}),
    ...(resolved ? { externalReferences: [{ type: "distribution", url: resolved }] } : {}),
  };
}

function writeBom({ name, version, packages }: Lock) {
  const running = Object.entries(packages).filter(([path, { dev }]) => path !== "" && !dev);
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: { type: "application", "bom-ref": name, name, version, purl: purlOf(name, version) } },
    components: running.map(([path, locked]) => componentOf(path, locked)),
  };
}

const file = process.argv[2] ?? "sbom.cdx.json";
const bom = writeBom(lockSchema.parse(JSON.parse(readFileSync("package-lock.json", "utf8"))));
writeFileSync(file, `${JSON.stringify(bom, null, 2)}\n`);
process.stdout.write(`${file}: ${bom.components.length} parts\n`);
