import { z } from "zod";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";
import { fingerprint } from "../draft/course-draft.ts";
import { ACADEMY_NAME, DEFAULT_ACADEMY_NAME, IMPORTED_PARTS, importedPartsSchema } from "../package-settings.ts";
import { type CertificateFile, unusualCertificate } from "../read/certificate-file-schema.ts";
import type { Known } from "../read/check-package.ts";
import type { PackageProblem } from "../read/package-problem.ts";
import type { AcademyPackage } from "../read/read-package.server.ts";
import { idsFor } from "./draft-of-package.ts";
import type { Outcome } from "./plan-courses.server.ts";

/** What academy.yaml says of one thing; `position` is its place among its kind, where that has one. */
export type AcademyPart =
  | { kind: "name"; key: "name"; value: Translated; position?: undefined }
  | { kind: "subject"; key: string; value: { names: Translated }; position: number }
  | { kind: "instructor"; key: string; value: InstructorValue; position?: undefined }
  | { kind: "programme"; key: string; value: ProgrammeValue; position: number };

type InstructorValue = { handle: string; names: Translated; headlines: Translated; bios: Translated };
type ProgrammeValue = {
  slug: string;
  titles: Translated;
  summaries: Translated;
  courseIds: string[];
  /** Left out where it is as usual, so that what was imported before it could be said counts as unchanged. */
  certificate: CertificateFile | undefined;
};

export type PlannedPart = { part: AcademyPart; label: string; outcome: Outcome };

const FILE = "academy.yaml";

/** What importing academy.yaml would change, and why it may not be done. Writes nothing. */
export async function planParts({
  db,
  contents,
  known,
  overwrite,
}: {
  db: DbOrTx;
  contents: AcademyPackage;
  known: Known;
  overwrite: boolean;
}): Promise<{ parts: PlannedPart[]; problems: PackageProblem[] }> {
  const held = await findHeldParts(db, contents);
  const problems = findConflicts({ contents, held });
  const parts: PlannedPart[] = [];
  for (const { part, label, line } of partsOfPackage(contents, { ids: idsFor(contents, known), held })) {
    const current = held.parts.get(partName(part));
    const sameValue = current !== undefined && fingerprint(current.value) === fingerprint(part.value);
    const outcome = !current ? "created" : sameValue && current.position === part.position ? "unchanged" : "updated";
    parts.push({ part, label, outcome });
    const untouched = part.kind === "name" && !held.named;
    if (!current || sameValue || overwrite || untouched) continue;
    if (held.imported[partName(part)] !== fingerprint(current.value)) {
      const reason = `the ${part.kind} "${label}" was edited in the academy since it was last imported; --overwrite replaces those edits`;
      problems.push({ file: FILE, line, reason });
    }
  }
  return { parts, problems };
}

/** The name under which a part's fingerprint is kept. */
export function partName({ kind, key }: Pick<AcademyPart, "kind" | "key">): string {
  return `${kind}:${key}`;
}

type Held = Awaited<ReturnType<typeof findHeldParts>>;

async function findHeldParts(db: DbOrTx, { academy }: AcademyPackage) {
  const [settings, subjects, instructors, programmes] = await Promise.all([
    db.setting.findMany({ where: { key: { in: [ACADEMY_NAME, IMPORTED_PARTS] } } }),
    db.subject.findMany(),
    db.instructor.findMany({
      where: {
        OR: [
          { id: { in: academy.instructors.map(({ id }) => id) } },
          { handle: { in: academy.instructors.map(({ handle }) => handle) } },
        ],
      },
    }),
    db.programme.findMany({ include: { courses: { orderBy: { position: "asc" } } } }),
  ]);
  const name = settings.find(({ key }) => key === ACADEMY_NAME);
  const parts = new Map<string, { value: unknown; position?: number }>();
  parts.set("name:name", { value: name?.value ?? DEFAULT_ACADEMY_NAME });
  for (const { slug, names, position } of subjects) parts.set(`subject:${slug}`, { value: { names }, position });
  for (const { id, handle, names, headlines, bios } of instructors) {
    parts.set(`instructor:${id}`, { value: { handle, names, headlines, bios } });
  }
  for (const { id, slug, titles, summaries, courses, position, ...row } of programmes) {
    const courseIds = courses.map(({ courseId }) => courseId);
    const certificate = unusualCertificate({ rule: row.certificateRule, months: row.certificateMonths });
    parts.set(`programme:${id}`, { value: { slug, titles, summaries, courseIds, certificate }, position });
  }
  const imported = settings.find(({ key }) => key === IMPORTED_PARTS)?.value ?? {};
  return {
    parts,
    instructors,
    programmes,
    subjects,
    named: name !== undefined,
    imported: importedPartsSchema.parse(imported),
  };
}

function partsOfPackage(
  { academy, lineOf }: AcademyPackage,
  { ids, held }: { ids: Pick<Known, "courses">; held: Held },
): { part: AcademyPart; label: string; line: number }[] {
  const subjectPlaces = placesFor(
    academy.subjects.map(({ slug }) => slug),
    held.subjects.map((row) => ({ ...row, key: row.slug })),
  );
  const programmePlaces = placesFor(
    academy.programmes.map(({ id }) => id),
    held.programmes.map((row) => ({ ...row, key: row.id })),
  );
  return [
    { part: { kind: "name", key: "name", value: academy.name }, label: academy.name.en, line: lineOf(["name"]) },
    ...academy.subjects.map(({ slug, name }, i) => ({
      part: { kind: "subject" as const, key: slug, value: { names: name }, position: subjectPlaces[i] ?? i },
      label: slug,
      line: lineOf(["subjects", i]),
    })),
    ...academy.instructors.map(({ id, handle, name, headline, bio }, i) => ({
      part: { kind: "instructor" as const, key: id, value: { handle, names: name, headlines: headline, bios: bio } },
      label: handle,
      line: lineOf(["instructors", i]),
    })),
    ...academy.programmes.map(({ id, slug, title, summary, courses, certificate }, i) => ({
      part: {
        kind: "programme" as const,
        key: id,
        value: {
          slug,
          titles: title,
          summaries: summary,
          courseIds: courses.map((course) => z.string().parse(ids.courses.get(course))),
          certificate: unusualCertificate(certificate),
        },
        position: programmePlaces[i] ?? i,
      },
      label: slug,
      line: lineOf(["programmes", i]),
    })),
  ];
}

/**
 * Places for things in the order wanted: those they hold already, dealt out anew, and new ones after all others.
 * So a package that brings only some of them leaves the rest where they are.
 */
function placesFor(wanted: string[], held: { key: string; position: number }[]): number[] {
  const positions = new Map(held.map(({ key, position }) => [key, position]));
  let next = Math.max(-1, ...positions.values()) + 1;
  const places = wanted.map((key) => positions.get(key) ?? next++);
  return places.toSorted((a, b) => a - b);
}

function findConflicts({ contents: { academy, lineOf }, held }: { contents: AcademyPackage; held: Held }) {
  const problems: PackageProblem[] = [];
  academy.instructors.forEach(({ id, handle }, i) => {
    if (!held.instructors.some((other) => other.handle === handle && other.id !== id)) return;
    const reason = `another instructor of the academy has the handle "${handle}"`;
    problems.push({ file: FILE, line: lineOf(["instructors", i, "handle"]), reason });
  });
  academy.programmes.forEach(({ id, slug }, i) => {
    if (!held.programmes.some((other) => other.slug === slug && other.id !== id)) return;
    const reason = `another programme of the academy has the slug "${slug}"`;
    problems.push({ file: FILE, line: lineOf(["programmes", i, "slug"]), reason });
  });
  return problems;
}
