import { type FormEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { useRevalidator } from "react-router";
import { Form } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { type Completion, type Sending, sendCompletion } from "./send-completion.ts";

type FinishLessonProps = {
  enrolmentId: string;
  lessonId: string;
  completed: boolean;
  /** Its completion is on this device and not yet with the server. */
  kept: boolean;
  /** Reaching the end of the text is enough. */
  byReachingEnd: boolean;
  courseFinished: boolean;
};

/**
 * The end of a lesson: the learner says that she has finished it, or coming here says it for her. Without JavaScript
 * the form is posted to the page; with it, a fact that cannot be sent stays on the device.
 */
export function FinishLesson(props: FinishLessonProps) {
  const { enrolmentId, lessonId, completed, kept, byReachingEnd, courseFinished } = props;
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
          courseFinished={courseFinished}
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

function Status({ done, kept, courseFinished }: { done: boolean; kept: boolean; courseFinished: boolean }) {
  const { t } = useTranslation("progress");
  if (done) return <Finished courseFinished={courseFinished} />;
  if (!kept) return null;
  return (
    <p className="flex items-start gap-2 rounded-sm bg-gold-tint px-4 py-3">
      <Icon name="download" className="mt-1 size-5 flex-none text-gold-ink" />
      {t("complete.onDevice")}
    </p>
  );
}

/** That the lesson is finished, and the course where it is. */
export function Finished({ courseFinished }: { courseFinished: boolean }) {
  const { t } = useTranslation("progress");
  if (courseFinished) {
    return (
      <p className="flex items-center gap-2 rounded-sm bg-gold-tint px-4 py-3 font-semibold text-gold-ink">
        <Icon name="award" />
        {t("why.finished")}
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
