import { redirect, redirectDocument, useRouteLoaderData } from "react-router";
import { z } from "zod";
import { beginQuiz } from "#app/features/progress/begin-quiz.server.ts";
import { completeLesson } from "#app/features/progress/complete-lesson.server.ts";
import { ClosedLesson } from "#app/features/progress/components/player/closed-lesson.tsx";
import { lessonAddress } from "#app/features/progress/components/player/lesson-ways.tsx";
import { Player } from "#app/features/progress/components/player/player.tsx";
import { findLessonPage } from "#app/features/progress/find-lesson-page.server.ts";
import { followMoves } from "#app/features/progress/follow-moves.server.ts";
import { viewClosedLesson, viewLessonPage } from "#app/features/progress/lesson-page-view.ts";
import { completionSchema } from "#app/features/progress/progress-schema.ts";
import { parseReading, READING_COOKIE } from "#app/features/progress/reading-settings.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader, type RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { publicOrigin } from "#app/platform/http/public-origin.server.ts";
import { PageHead } from "#app/platform/i18n/page-head.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { hostCookie, parseCookies } from "#app/platform/session/session-cookie.server.ts";
import type { loader as rootLoader } from "../../root.tsx";
import { ThemeChoice } from "../shell/theme-choice.tsx";
import type { Route } from "./+types/lesson";

const params = z.object({ course: z.string(), lesson: z.string() });
const beginSchema = z.object({ password: z.string().max(100).optional() });

/** The player draws its own frame. */
export const handle = { shell: "bare" };

export const loader = declareLoader({
  access: "anyone",
  sameForGuests: true,
  params,
  search: z.object({ text: z.string().optional() }),
  load: async ({ ctx, web, params: { course, lesson }, search: { text }, href, url, request }) => {
    const address = { course, lesson };
    const page = await followMoves(ctx, { ...address, href }, () => findLessonPage(ctx, { ...address, text }));
    if (page.text === null) {
      if (page.access === "early") throw redirect(href(`/learn/${course}`));
      if (page.access === "enrol") throw redirectWithNotice(href(`/courses/${course}`), "learn:enrolFirst");
      if (page.access === "signIn") throw redirect(`${href("/sign-in")}?next=${encodeURIComponent(url.pathname)}`);
      return { closed: viewClosedLesson(page, ctx.locale), page: null };
    }
    // The player's styles need the nonce of their document, and a page that is remembered for guests has none.
    if (page.lecture && !ctx.actor) {
      if (!web.isDocument) throw redirectDocument(`${url.pathname}${url.search}`);
      web.sameForGuests = false;
    }
    const reading = parseReading(parseCookies(request.headers.get("Cookie")).get(hostCookie(READING_COOKIE)));
    if (web.isDocument) web.texts.set(page.text.sha256, page.text.html);
    const view = viewLessonPage(page, { locale: ctx.locale, withHtml: !web.isDocument });
    return { closed: null, page: view, reading, text, origin: publicOrigin(url) };
  },
});

/** What the end of the lesson posts where there is no JavaScript, and what begins an attempt. */
export const action = declareAction({
  access: "anyone",
  params,
  act: async ({ ctx, personCtx, params, form, url, href }) => {
    const here = `${url.pathname}${url.search}`;
    if (form.get("intent") === "begin") return begin({ ctx, personCtx, params, form, href, here });
    const completion = completionSchema.safeParse(Object.fromEntries(form));
    if (form.get("intent") !== "complete" || !completion.success) throw notFound();
    if (!ctx.actor) throw redirect(`${href("/sign-in")}?next=${encodeURIComponent(here)}`);
    await completeLesson(personCtx(), completion.data);
    return redirect(`${here}#finish`);
  },
});

type Begin = Pick<RouteInput<z.output<typeof params>, unknown>, "ctx" | "personCtx" | "params" | "href"> & {
  form: FormData;
  here: string;
};

function begin({ ctx, personCtx, params, form, href, here }: Begin) {
  if (!ctx.actor) throw redirect(`${href("/sign-in")}?next=${encodeURIComponent(here)}`);
  return handleForm({
    form,
    schema: beginSchema,
    fieldOf: (code) => (code === "wrongPassword" ? "password" : undefined),
    run: async ({ password }) => {
      const begun = await beginQuiz(personCtx(), { ...params, password });
      if (!begun) return redirectWithNotice(href(`/courses/${params.course}`), "learn:enrolFirst");
      return redirect(href(`/learn/${params.course}/${params.lesson}/attempts/${begun.attemptId}`));
    },
  });
}

export default function Lesson({ loaderData, actionData }: Route.ComponentProps) {
  if (loaderData.page) return <OpenLesson {...loaderData} result={actionData?.result} />;
  const { closed } = loaderData;
  return (
    <>
      <PlainHead title={closed.lesson.title.text} />
      <ClosedLesson closed={closed} />
    </>
  );
}

type OpenLessonProps = Extract<Route.ComponentProps["loaderData"], { closed: null }> & {
  result: NonNullable<Route.ComponentProps["actionData"]>["result"] | undefined;
};

function OpenLesson({ page, reading, text, origin, result }: OpenLessonProps) {
  const theme = useRouteLoaderData<typeof rootLoader>("root")?.theme;
  return (
    <>
      {page.access === "preview" ? (
        <PageHead
          title={page.text.title}
          description={page.text.summary}
          origin={origin}
          path={lessonAddress(page.course.slug, page.lesson.slug, undefined)}
          type="article"
          unlisted={text !== undefined}
        />
      ) : (
        <PlainHead title={page.text.title} />
      )}
      <Player page={page} reading={reading} text={text} settings={<ThemeChoice theme={theme} />} result={result} />
    </>
  );
}
