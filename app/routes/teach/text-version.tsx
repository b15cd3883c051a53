import { z } from "zod";
import { TextFrame } from "#app/features/lesson/components/editing/text-frame.tsx";
import { textHref } from "#app/features/lesson/components/editing/text-href.ts";
import { ChangedLine, VersionChanges } from "#app/features/lesson/components/editing/version-changes.tsx";
import { findVersion } from "#app/features/lesson/history/find-version.server.ts";
import { restoreVersion } from "#app/features/lesson/history/restore-version.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import type { Route } from "./+types/text-version";

const params = z.object({ course: z.string(), lesson: z.string(), version: z.uuid() });
const search = z.object({ language: localeSchema, against: z.enum(["before", "now"]).default("before") });

export const loader = declareLoader({
  access: "teaching",
  params,
  search,
  load: ({ personCtx, params, search }) => findVersion(personCtx(), { ...params, ...search }),
});

export const action = declareAction({
  access: "teaching",
  params,
  search,
  act: async ({ personCtx, params, search: { language }, href }) => {
    await restoreVersion(personCtx(), { ...params, language });
    throw redirectWithNotice(href(textHref({ ...params, language })), "lesson-text:restoredVersion");
  },
});

export default function TextVersion({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("lesson-text");
  const { moment } = useFormats();
  const { version, title, summary, blocks, isFirst, against } = loaderData;
  const same =
    [...title, ...summary].every(({ kind }) => kind === "same") && blocks.every(({ kind }) => kind === "same");
  return (
    <TextFrame editor={loaderData} room="history">
      <div className="grid max-w-4xl gap-6">
        <div className="flex flex-wrap items-start justify-between gap-4">
          <div>
            <h2 className="font-bold font-read text-2xl">{t("version.title", { moment: moment(version.savedAt) })}</h2>
            <p className="text-ink-2">
              <bdi>{version.by ?? t("history.nobody")}</bdi> · {t(`history.cause.${version.cause}`)}
            </p>
          </div>
          <Form method="post">
            <ConfirmSubmit
              kind="primary"
              label={t("version.restore")}
              title={t("version.restore")}
              text={t("version.restoreText")}
              confirmLabel={t("version.restore")}
              cancelLabel={t("version.cancel")}
            />
          </Form>
        </div>
        <Against loaderData={loaderData} />
        {same ? <p>{t("version.same")}</p> : null}
        {isFirst && against === "before" ? <p>{t("version.first")}</p> : null}
        <ChangedLine label={t("lesson-editor:name")} runs={title} />
        <ChangedLine label={t("lesson-editor:summary")} runs={summary} />
        <VersionChanges blocks={blocks} />
      </div>
    </TextFrame>
  );
}

function Against({ loaderData }: Pick<Route.ComponentProps, "loaderData">) {
  const { t } = useTranslation("lesson-text");
  const { course, lesson, locale, version, against } = loaderData;
  const here = textHref({ course: course.slug, lesson: lesson.slug, language: locale }, `/history/${version.id}`);
  const choices = [
    { value: "before", label: t("version.withBefore") },
    { value: "now", label: t("version.withNow") },
  ];
  return (
    <nav aria-label={t("version.against")} className="flex flex-wrap items-center gap-x-4">
      <span className="text-ink-2">{t("version.against")}</span>
      {choices.map(({ value, label }) => (
        <Link
          key={value}
          to={`${here}&against=${value}`}
          aria-current={value === against ? "true" : undefined}
          className="inline-flex min-h-11 items-center aria-[current=true]:font-semibold aria-[current=true]:no-underline"
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
