import { z } from "zod";
import { MarkdownForm } from "#app/features/lesson/components/editing/markdown-form.tsx";
import { TextFrame } from "#app/features/lesson/components/editing/text-frame.tsx";
import { TextDesk } from "#app/features/lesson/components/saving/text-desk.tsx";
import { translationHref } from "#app/features/lesson/components/translation/translation-href.ts";
import { findTextEditor } from "#app/features/lesson/editing/find-text-editor.server.ts";
import { InBrowser } from "#app/platform/browser/in-browser.tsx";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link, useHref } from "#app/platform/i18n/link.tsx";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Icon } from "#app/ui/icon.tsx";
import type { Route } from "./+types/lesson-text";
import { markdownTextAction } from "./lesson-text-action.server.ts";

const params = z.object({ course: z.string(), lesson: z.string() });
const search = z.object({ language: localeSchema.optional() });

export const loader = declareLoader({
  access: "teaching",
  params,
  search,
  load: async ({ personCtx, params, search }) => {
    const ctx = personCtx();
    return { ...(await findTextEditor(ctx, { ...params, ...search })), owner: ctx.actor.id };
  },
});

export const action = declareAction({ access: "teaching", params, search, act: (input) => markdownTextAction(input) });

export default function LessonTextPage({ loaderData, actionData }: Route.ComponentProps) {
  const { course, lesson, locale, owner, text, markdown } = loaderData;
  const { title = "", summary = "", updatedAt = null } = text ?? {};
  return (
    <TextFrame editor={loaderData} room="text" actions={<TextActions loaderData={loaderData} />}>
      <noscript>
        <MarkdownForm locale={locale} text={{ title, summary, markdown, updatedAt }} answer={actionData} />
      </noscript>
      <InBrowser key={`${lesson.id} ${locale}`}>
        {() => <TextDesk {...{ course, locale, owner, text }} lesson={lesson.slug} />}
      </InBrowser>
    </TextFrame>
  );
}

/** The ways to what is made of the text: as learners see it, its translations, and a file of it. */
function TextActions({ loaderData }: Pick<Route.ComponentProps, "loaderData">) {
  const { t } = useTranslation("lesson-text");
  const href = useHref();
  const { course, lesson, locale, text } = loaderData;
  if (!text) return null;
  const address = { course: course.slug, lesson: lesson.slug };
  const isSource = locale === course.sourceLocale;
  const translations = isSource
    ? `/teach/${course.slug}/translations`
    : translationHref({ ...address, language: locale });
  return (
    <>
      <Link
        to={`/teach/${course.slug}/look/${lesson.slug}?as=learner&text=${locale}`}
        className={buttonClass({ kind: "quiet" })}
      >
        <Icon name="eye" className="size-5" />
        {t("asLearner")}
      </Link>
      {course.locales.length > 1 ? (
        <Link to={translations} className={buttonClass({ kind: "quiet" })}>
          <Icon name="globe" className="size-5" />
          {t(isSource ? "translation:room" : "translation:title")}
        </Link>
      ) : null}
      <a
        href={`${href(`/teach/${course.slug}/${lesson.slug}/text.md`)}?language=${locale}`}
        download
        className={buttonClass({ kind: "quiet" })}
      >
        <Icon name="download" className="size-5" />
        {t("download")}
      </a>
    </>
  );
}
