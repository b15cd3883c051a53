import type { Tx } from "#app/platform/db/client.server.ts";
import { fingerprint } from "../draft/course-draft.ts";
import { ACADEMY_NAME, IMPORTED_PARTS, importedPartsSchema } from "../package-settings.ts";
import { type AcademyPart, type PlannedPart, partName } from "./plan-parts.server.ts";

/** Writes the parts that are new or changed; programmes are left for when their courses exist. */
export async function saveParts(tx: Tx, planned: PlannedPart[]): Promise<void> {
  const changed = planned.filter(({ outcome }) => outcome !== "unchanged").map(({ part }) => part);
  for (const part of changed) if (part.kind !== "programme") await savePart(tx, part);
}

/** Writes the programmes that are new or changed, and remembers all parts as this import left them. */
export async function saveProgrammes(tx: Tx, planned: PlannedPart[]): Promise<void> {
  const changed = planned.filter(({ outcome }) => outcome !== "unchanged").map(({ part }) => part);
  for (const part of changed) if (part.kind === "programme") await saveProgramme(tx, part);
  const before = await tx.setting.findUnique({ where: { key: IMPORTED_PARTS } });
  const value = {
    ...importedPartsSchema.parse(before?.value ?? {}),
    ...Object.fromEntries(planned.map(({ part }) => [partName(part), fingerprint(part.value)])),
  };
  if (before && fingerprint(before.value) === fingerprint(value)) return;
  await saveSetting(tx, { key: IMPORTED_PARTS, value });
}

async function savePart(tx: Tx, part: Exclude<AcademyPart, { kind: "programme" }>): Promise<void> {
  if (part.kind === "name") return saveSetting(tx, { key: ACADEMY_NAME, value: part.value });
  if (part.kind === "subject") {
    const data = { names: part.value.names, position: part.position };
    await tx.subject.upsert({ where: { slug: part.key }, create: { ...data, slug: part.key }, update: data });
    return;
  }
  await tx.instructor.upsert({
    where: { id: part.key },
    create: { ...part.value, id: part.key },
    update: part.value,
  });
}

async function saveProgramme(tx: Tx, part: Extract<AcademyPart, { kind: "programme" }>): Promise<void> {
  const { courseIds, certificate, ...texts } = part.value;
  const data = {
    ...texts,
    position: part.position,
    certificateRule: certificate?.rule ?? "automatic",
    certificateMonths: certificate?.months ?? null,
  };
  await tx.programme.upsert({ where: { id: part.key }, create: { ...data, id: part.key }, update: data });
  await tx.programmeCourse.deleteMany({ where: { programmeId: part.key } });
  await tx.programmeCourse.createMany({
    data: courseIds.map((courseId, position) => ({ programmeId: part.key, courseId, position })),
  });
}

async function saveSetting(tx: Tx, { key, value }: { key: string; value: Record<string, string> }): Promise<void> {
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}
