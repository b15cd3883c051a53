import { useRouteLoaderData } from "react-router";
import { z } from "zod";
import { ClosedLesson } from "#app/features/progress/components/player/closed-lesson.tsx";
import { Player } from "#app/features/progress/components/player/player.tsx";
import { parseReading, READING_COOKIE } from "#app/features/progress/reading-settings.ts";
import { LookFrame } from "#app/features/release/components/look-frame.tsx";
import { findLookLesson } from "#app/features/release/look/find-look-lesson.server.ts";
import { lookSchema } from "#app/features/release/look/look-as.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { hostCookie, parseCookies } from "#app/platform/session/session-cookie.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { loader as rootLoader } from "../../root.tsx";
import { ThemeChoice } from "../shell/theme-choice.tsx";
import type { Route } from "./+types/look-lesson";

/** The player draws its own frame. */
export const handle = { shell: "bare" };

export const loader = declareLoader({
  access: "teaching",
  params: z.object({ course: z.string(), lesson: z.string() }),
  search: lookSchema,
  load: async ({ personCtx, params, search, request }) => ({
    ...(await findLookLesson(personCtx(), { ...params, ...search })),
    ...search,
    slug: params.lesson,
    reading: parseReading(parseCookies(request.headers.get("Cookie")).get(hostCookie(READING_COOKIE))),
  }),
});

export default function LookLesson({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("release");
  const { course, as, text, slug, locales, kind, refused } = loaderData;
  const quiz = kind === "quiz" && refused === null;
  return (
    <LookFrame
      course={course.slug}
      lesson={slug}
      as={as}
      language={text}
      locales={locales}
      more={
        quiz ? (
          <Link to={`/teach/${course.slug}/${slug}/preview`} className="inline-flex min-h-11 items-center">
            {t("look.tryQuiz")}
          </Link>
        ) : null
      }
    >
      <Shown {...loaderData} />
    </LookFrame>
  );
}

function Shown({ page, closed, refused, reading, text }: Route.ComponentProps["loaderData"]) {
  const { t } = useTranslation("release");
  const theme = useRouteLoaderData<typeof rootLoader>("root")?.theme;
  if (page) {
    return (
      <>
        <PlainHead title={`${page.text.title} · ${t("look.bar")}`} />
        <Player isFramed page={page} reading={reading} text={text} settings={<ThemeChoice theme={theme} />} />
      </>
    );
  }
  if (closed) {
    return (
      <>
        <PlainHead title={`${closed.lesson.title.text} · ${t("look.bar")}`} />
        <ClosedLesson isFramed closed={closed} />
      </>
    );
  }
  return (
    <main id="main" tabIndex={-1} className="mx-auto max-w-2xl px-4 py-12">
      <PlainHead title={t("look.bar")} />
      <h1 className="pb-4 font-bold font-read text-3xl">{t("look.bar")}</h1>
      <Notice kind={refused === "unreadable" ? "warning" : "info"}>{t(`look.refused.${refused}`)}</Notice>
    </main>
  );
}
