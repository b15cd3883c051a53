import { isAdmin } from "#app/platform/access/actor.ts";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { readDesign } from "./load-template-version.server.ts";

/** Older ones are found by their numbers. */
const VERSIONS_SHOWN = 100;

export type VersionInList = { number: number; at: string; by: string | null; issued: number };

async function findVersions(db: DbOrTx, templateId: string): Promise<VersionInList[]> {
  const versions = await db.certificateTemplateVersion.findMany({
    where: { templateId },
    orderBy: { number: "desc" },
    take: VERSIONS_SHOWN,
    select: { number: true, createdAt: true, createdById: true, _count: { select: { certificates: true } } },
  });
  const ids = versions.flatMap(({ createdById }) => createdById ?? []);
  const people = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return versions.map(({ number, createdAt, createdById, _count }) => ({
    number,
    at: createdAt.toISOString(),
    by: names.get(createdById ?? "") ?? null,
    issued: _count.certificates,
  }));
}

/** How many courses and programmes certify with a template: those that name it and, of the default one, the rest. */
async function countUses(db: DbOrTx, { id, isDefault }: { id: string; isDefault: boolean }) {
  const where = { OR: [{ certificateTemplateId: id }, ...(isDefault ? [{ certificateTemplateId: null }] : [])] };
  const [courses, programmes] = await Promise.all([db.course.count({ where }), db.programme.count({ where })]);
  return { courses, programmes };
}

/** A template as it is now. Throws `notFound`. */
async function findNewest(db: DbOrTx, id: string) {
  const template = await db.certificateTemplate.findUnique({
    where: { id },
    select: {
      name: true,
      isDefault: true,
      versions: { orderBy: { number: "desc" }, take: 1, select: { number: true, design: true, sha256: true } },
    },
  });
  const newest = template?.versions[0];
  if (!template || !newest) throw notFound();
  const { name, isDefault } = template;
  return { id, name, isDefault, number: newest.number, design: readDesign(newest) };
}

/** A template with its newest design, its versions and where it is used. Throws `notFound`, also to who is no admin. */
export async function findTemplate(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { templateId }: { templateId: string },
) {
  if (!isAdmin(actor)) throw notFound();
  const template = await findNewest(db, templateId);
  const [versions, uses] = await Promise.all([findVersions(db, templateId), countUses(db, template)]);
  return { ...template, versions, uses };
}

export type EditedTemplate = Awaited<ReturnType<typeof findTemplate>>;

/** One version of a template as it was saved, beside the newest. Throws `notFound`, also to whoever is no admin. */
export async function findTemplateVersion(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { templateId, number }: { templateId: string; number: number },
) {
  if (!isAdmin(actor)) throw notFound();
  const facts = { createdAt: true, createdById: true, _count: { select: { certificates: true } } } as const;
  const [template, version] = await Promise.all([
    findNewest(db, templateId),
    db.certificateTemplateVersion.findUnique({
      where: { templateId_number: { templateId, number } },
      select: { ...facts, design: true, sha256: true },
    }),
  ]);
  if (!version) throw notFound();
  const { createdById: id, createdAt } = version;
  const author = id === null ? null : await db.user.findUnique({ where: { id }, select: { name: true } });
  return {
    template,
    version: {
      number,
      at: createdAt.toISOString(),
      by: author?.name ?? null,
      issued: version._count.certificates,
      design: readDesign(version),
    },
  };
}
