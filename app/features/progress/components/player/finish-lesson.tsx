import { type FormEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { useRevalidator } from "react-router";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import type { LessonPageView } from "../../lesson-page-view.ts";
import { type Completion, type Sending, sendCompletion } from "./send-completion.ts";

type FinishLessonProps = {
  enrolmentId: string;
  lessonId: string;
  completed: boolean;
  /** Its completion is on this device and not yet with the server. */
  kept: boolean;
  /** Reaching the end of the text is enough. */
  byReachingEnd: boolean;
  /** The course, where it is finished. */
  finishedCourse: LessonPageView["finishedCourse"];
};

/**
 * The end of a lesson: the learner says that she has finished it, or coming here says it for her. Without JavaScript
 * the form is posted to the page; with it, a fact that cannot be sent stays on the device.
 */
export function FinishLesson(props: FinishLessonProps) {
  const { enrolmentId, lessonId, completed, kept, byReachingEnd, finishedCourse } = props;
  const { t } = useTranslation("progress");
  const { revalidate } = useRevalidator();
  const [sending, setSending] = useState<Sending | "underway">();
  const end = useRef<HTMLElement>(null);
  const send = useCallback(
    async (cause: Completion["cause"], form?: HTMLFormElement) => {
      setSending("underway");
      // The button goes away; whoever stands on it must not fall off the page.
      if (end.current?.contains(document.activeElement)) end.current.focus({ preventScroll: true });
      const result = await sendCompletion({ enrolmentId, lessonId, cause }).catch(() => "refused" as const);
      setSending(result);
      if (result === "done") await revalidate();
      // The server then says itself what is the matter, or asks her to sign in.
      if (result === "signIn" || result === "refused") form?.submit();
    },
    [enrolmentId, lessonId, revalidate],
  );
  useEndInSight({ end, watch: byReachingEnd && !completed && !kept, onReached: send });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void send("acknowledged", event.currentTarget);
  };
  return (
    <section
      ref={end}
      id="finish"
      tabIndex={-1}
      aria-label={t("complete.section")}
      className="grid justify-items-start gap-3"
    >
      <div role="status">
        <Status
          done={completed || sending === "done"}
          kept={kept || sending === "kept"}
          finishedCourse={finishedCourse}
        />
      </div>
      {completed || sending === "done" || kept || sending === "kept" ? null : (
        <Form method="post" onSubmit={submit}>
          <input type="hidden" name="enrolmentId" value={enrolmentId} />
          <input type="hidden" name="lessonId" value={lessonId} />
          {byReachingEnd ? <p className="mb-2 text-ink-2">{t("complete.byReachingEnd")}</p> : null}
          <input type="hidden" name="intent" value="complete" />
          <Button disabled={sending === "underway"}>
            <Icon name="check" />
            {t("complete.button")}
          </Button>
        </Form>
      )}
    </section>
  );
}

type StatusProps = { done: boolean; kept: boolean } & Pick<FinishLessonProps, "finishedCourse">;

function Status({ done, kept, finishedCourse }: StatusProps) {
  const { t } = useTranslation("progress");
  if (done) return <Finished finishedCourse={finishedCourse} />;
  if (!kept) return null;
  return (
    <p className="flex items-start gap-2 rounded-sm bg-gold-tint px-4 py-3">
      <Icon name="download" className="mt-1 size-5 flex-none text-gold-ink" />
      {t("complete.onDevice")}
    </p>
  );
}

/** That the lesson is finished, and the course where it is, with the way to what that brings. */
export function Finished({ finishedCourse }: Pick<FinishLessonProps, "finishedCourse">) {
  const { t } = useTranslation("progress");
  if (finishedCourse) {
    return (
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-sm bg-gold-tint px-4 py-3">
        <span className="flex items-center gap-2 font-semibold text-gold-ink">
          <Icon name="award" />
          {t("why.finished")}
        </span>
        {finishedCourse.certified ? (
          <Link to={`/learn/${finishedCourse.slug}#certificate`} className="inline-flex min-h-11 items-center">
            {t("why.certificate")}
          </Link>
        ) : null}
      </p>
    );
  }
  return (
    <p className="flex items-center gap-2 font-semibold text-ok">
      <Icon name="check-circle" />
      {t("complete.done")}
    </p>
  );
}

type EndInSight = { end: RefObject<HTMLElement | null>; watch: boolean; onReached: (cause: "reachedEnd") => void };

/** Calls `onReached` once when the end comes in sight. */
function useEndInSight({ end, watch, onReached }: EndInSight): void {
  useEffect(() => {
    const { current } = end;
    if (!watch || !current) return;
    const observer = new IntersectionObserver((seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      onReached("reachedEnd");
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [end, watch, onReached]);
}
