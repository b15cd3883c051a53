import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { type HistoryAddress, openHistory } from "./open-history.server.ts";

const SHOWN = 30;

export const versionColumns = {
  ...{ id: true, title: true, cause: true, startedAt: true, savedAt: true },
  author: { select: { name: true } },
} as const;

export const newestFirst = [{ savedAt: "desc" }, { id: "desc" }] as const;

/** The versions of a text, newest first, from after the one whose id is `after`; `next` is that of the last shown. */
export async function findVersions(
  ctx: Pick<PersonContext, "db" | "actor">,
  { after, ...address }: HistoryAddress & { after?: string },
) {
  const history = await openHistory(ctx, address);
  const place = { lessonId: history.lesson.id, locale: history.locale };
  const last = after ? await ctx.db.lessonTextVersion.findFirst({ where: { ...place, id: after } }) : null;
  const older = last && {
    OR: [{ savedAt: { lt: last.savedAt } }, { savedAt: last.savedAt, id: { lt: last.id } }],
  };
  const rows = await ctx.db.lessonTextVersion.findMany({
    where: { ...place, ...older },
    select: versionColumns,
    orderBy: [...newestFirst],
    take: SHOWN + 1,
  });
  const versions = rows.slice(0, SHOWN).map(({ author, ...version }) => ({ ...version, by: author?.name ?? null }));
  return {
    ...history,
    versions,
    first: last === null,
    next: rows.length > SHOWN ? (versions.at(-1)?.id ?? null) : null,
  };
}

export type ListedVersion = Awaited<ReturnType<typeof findVersions>>["versions"][number];
