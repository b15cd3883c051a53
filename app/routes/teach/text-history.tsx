import { z } from "zod";
import { TextFrame } from "#app/features/lesson/components/editing/text-frame.tsx";
import { VersionList } from "#app/features/lesson/components/editing/version-list.tsx";
import { findVersions } from "#app/features/lesson/history/find-versions.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import type { Route } from "./+types/text-history";

export const loader = declareLoader({
  access: "teaching",
  params: z.object({ course: z.string(), lesson: z.string() }),
  search: z.object({ language: localeSchema.optional(), after: z.uuid().optional() }),
  load: ({ personCtx, params, search }) => findVersions(personCtx(), { ...params, ...search }),
});

export default function TextHistory({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("lesson-text");
  const { course, lesson, locale, versions, first, next } = loaderData;
  const address = { course: course.slug, lesson: lesson.slug, language: locale };
  return (
    <TextFrame editor={loaderData} room="history">
      {versions.length === 0 ? (
        <EmptyState title={t("room.history")} text={t("history.empty")} />
      ) : (
        <VersionList {...{ address, versions, first, next }} />
      )}
    </TextFrame>
  );
}
