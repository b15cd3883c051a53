import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { compareDocuments, compareWords } from "../editing/compare-texts.ts";
import { unsafeFindText } from "../editing/find-text.server.ts";
import { emptyDocument } from "../empty-document.ts";
import { lessonDocumentSchema } from "../lesson-document.ts";
import { newestFirst, versionColumns } from "./find-versions.server.ts";
import { type HistoryAddress, openHistory } from "./open-history.server.ts";

type Ctx = Pick<PersonContext, "db" | "actor">;
type Text = { title: string; summary: string; document: unknown };

const nothing: Text = { title: "", summary: "", document: emptyDocument };
const content = { ...versionColumns, summary: true, document: true } as const;

/**
 * A version of a text, and how it differs: from the version before it, or (`against` "now") the text as it is now from
 * it. Throws 404 where there is no such version, or for who may not edit the text.
 */
export async function findVersion(
  ctx: Ctx,
  { version: id, against, ...address }: HistoryAddress & { version: string; against: "before" | "now" },
) {
  const history = await openHistory(ctx, address);
  const place = { lessonId: history.lesson.id, locale: history.locale };
  const found = await ctx.db.lessonTextVersion.findFirst({ where: { ...place, id }, select: content });
  if (!found) throw notFound();
  const other = await findOther(ctx, { place, found, against });
  const [old, now] = against === "now" ? [found, other ?? nothing] : [other ?? nothing, found];
  const { author, document: _, ...version } = found;
  const read = ({ document }: Text) => lessonDocumentSchema.parse(document);
  return {
    ...history,
    against,
    version: { ...version, by: author?.name ?? null },
    isFirst: other === null,
    title: compareWords(old.title, now.title),
    summary: compareWords(old.summary, now.summary),
    blocks: compareDocuments(read(old), read(now)),
  };
}

async function findOther(
  { db }: Ctx,
  {
    place,
    found,
    against,
  }: {
    place: { lessonId: string; locale: Awaited<ReturnType<typeof openHistory>>["locale"] };
    found: { id: string; savedAt: Date };
    against: "before" | "now";
  },
): Promise<Text | null> {
  if (against === "now") return unsafeFindText(db, place);
  return db.lessonTextVersion.findFirst({
    where: {
      ...place,
      OR: [{ savedAt: { lt: found.savedAt } }, { savedAt: found.savedAt, id: { lt: found.id } }],
    },
    select: content,
    orderBy: [...newestFirst],
  });
}
