import { Suspense, useEffect, useRef } from "react";
import { lazyPart, PartOnItsWay } from "#app/platform/browser/lazy-part.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { AttemptPage } from "../../find-attempt-page.server.ts";
import { AttemptFrame } from "./attempt-frame.tsx";
import { AttemptWays } from "./attempt-ways.tsx";

const AttemptReview = lazyPart(() => import("#app/features/quiz/components/review/attempt-review.tsx"));
const SittingRoom = lazyPart(() => import("#app/features/quiz/components/sitting/sitting-room.tsx"));

type AttemptRoomProps = { page: AttemptPage; personId: string; serverNow: string };

/** An attempt: being sat, or looked through once it is over. */
export function AttemptRoom({ page, personId, serverNow }: AttemptRoomProps) {
  const { attempt } = page;
  useFocusOnEnd(attempt.state);
  return (
    <AttemptFrame page={page}>
      <Suspense fallback={<PartOnItsWay />}>
        {attempt.state === "open" ? (
          <SittingRoom key={attempt.id} attempt={attempt} personId={personId} serverNow={serverNow} />
        ) : null}
        {attempt.state === "submitted" ? <AttemptReview attempt={attempt} /> : null}
      </Suspense>
      {attempt.state === "voided" ? <SetAside attempt={attempt} /> : null}
      {attempt.state === "open" ? null : <AttemptWays page={page} />}
    </AttemptFrame>
  );
}

function SetAside({ attempt }: { attempt: Extract<AttemptPage["attempt"], { state: "voided" }> }) {
  const { t } = useTranslation("sitting");
  const formats = useFormats();
  return (
    <Notice kind="warning" title={t("setAside.title")}>
      <p>{t("setAside.text", { at: formats.moment(attempt.voidedAt) })}</p>
      <p className="mt-2">
        {t("setAside.reason")} <bdi>{attempt.reason}</bdi>
      </p>
    </Notice>
  );
}

/** When an attempt is over, what was in focus is gone: whoever listens is taken to the result. */
function useFocusOnEnd(state: AttemptPage["attempt"]["state"]): void {
  const before = useRef(state);
  useEffect(() => {
    if (before.current === state) return;
    before.current = state;
    window.scrollTo(0, 0);
    document.getElementById("main")?.focus();
  }, [state]);
}
