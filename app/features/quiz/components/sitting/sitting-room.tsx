import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Notice } from "#app/ui/notice.tsx";
import { AdvanceSection } from "./advance-section.tsx";
import { PaperView } from "./paper-view.tsx";
import { QuestionMap } from "./question-map.tsx";
import sittingStyles from "./sitting.css?url";
import { SittingBar } from "./sitting-bar.tsx";
import { SpokenStates } from "./spoken-states.tsx";
import { StepWays } from "./step-ways.tsx";
import { SubmitSection } from "./submit-section.tsx";
import { TimeOver } from "./time-over.tsx";
import { useSendingAct } from "./use-sending-act.ts";
import { type OpenAttempt, useSitting } from "./use-sitting.ts";
import { useSteps } from "./use-steps.ts";

type SittingRoomProps = { attempt: OpenAttempt; personId: string; serverNow: string };

/** An attempt that is being sat. Loaded where there is one; belongs to one attempt, which is its key. */
export default function SittingRoom({ attempt, personId, serverNow }: SittingRoomProps) {
  const { t } = useTranslation("sitting");
  const sitting = useSitting({ attempt, personId, serverNow });
  const steps = useSteps(attempt);
  const { answers, over, closed, entries } = sitting;
  const { noGoingBack, oneAtATime } = attempt.rules;
  const ahead = noGoingBack ? attempt.slotCount - attempt.reachedSlot : 0;
  const submitting = useSendingAct({ flush: answers.flush, fields: { intent: "submit" } });
  const next = String(attempt.reachedSlot + 1);
  const advancing = useSendingAct({ flush: answers.flush, fields: { intent: "advance", slot: next } });
  const states = entries.map(({ slot }) => ({ slot, state: answers.stateOf(slot) }));
  return (
    <div className="sitting">
      <link rel="stylesheet" href={sittingStyles} precedence="sitting" />
      <noscript>
        <Notice kind="warning">{t("sit.noScript")}</Notice>
      </noscript>
      <SittingBar attempt={attempt} serverNow={serverNow} sitting={sitting} />
      <div className={noGoingBack ? "max-w-3xl" : "sitting-columns"}>
        {noGoingBack ? null : (
          <div className="sitting-map">
            <QuestionMap entries={entries} steps={oneAtATime ? steps : undefined} />
            {oneAtATime ? null : (
              <a href="#submit" className="mt-2 inline-flex min-h-11 items-center">
                {t("submit.title")}
              </a>
            )}
          </div>
        )}
        <div className="grid min-w-0 content-start gap-6">
          {over ? (
            <TimeOver
              unsaved={answers.unsaved}
              graceUntil={attempt.graceUntil}
              busy={submitting.stage === "sending"}
              failed={submitting.stage === "failed"}
              onSubmit={() => void submitting.confirm()}
            />
          ) : null}
          <PaperView attempt={attempt} sitting={sitting} shown={steps.shown} />
          {oneAtATime && !noGoingBack ? <StepWays steps={steps} /> : null}
          {ahead > 0 && !closed ? <AdvanceSection answered={entries.every((e) => e.answered)} act={advancing} /> : null}
          {over ? null : (
            <SubmitSection
              entries={entries}
              ahead={ahead}
              unsaved={answers.unsaved}
              goesOn={ahead > 0 || (oneAtATime && steps.next !== undefined)}
              act={submitting}
            />
          )}
        </div>
      </div>
      <SpokenStates slots={states} />
    </div>
  );
}
