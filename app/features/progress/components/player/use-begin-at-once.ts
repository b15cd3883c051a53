import { type FormEvent, useRef } from "react";
import { useNavigate, useSubmit } from "react-router";
import { sendJson } from "#app/platform/browser/send-json.ts";
import { useHref } from "#app/platform/i18n/link.tsx";
import type { AttemptPageView } from "../../attempt-page-view.server.ts";
import { keepBegun } from "../../begun-attempts.ts";
import { lessonAddress } from "./lesson-ways.tsx";

/** Begins an attempt by one request, which brings its page; whatever it is refused for is said by the form itself. */
export function useBeginAtOnce({ course, lesson }: { course: string; lesson: string }) {
  const navigate = useNavigate();
  const submit = useSubmit();
  const href = useHref();
  const busy = useRef(false);
  return async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy.current) return;
    busy.current = true;
    const form = event.currentTarget;
    const sent = await sendJson<{ attempt: string; view: AttemptPageView }>(
      "/resources/attempts",
      JSON.stringify({ course, lesson }),
    );
    busy.current = false;
    if (sent.result !== "taken") return submit(form);
    const { attempt, view } = sent.answer;
    keepBegun(attempt, view);
    await navigate(href(`${lessonAddress(course, lesson, undefined)}/attempts/${attempt}`));
  };
}
