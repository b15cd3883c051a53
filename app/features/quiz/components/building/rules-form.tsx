import type { SubmissionResult } from "@conform-to/react";
import { useEffect, useRef, useState } from "react";
import { Form } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { QuizRules } from "../../quiz-rules.ts";
import { RevealTable } from "./reveal-table.tsx";
import { CountingRules, SittingRules, TimeRules } from "./rules-fields.tsx";
import { useRulesFields } from "./use-rules-fields.ts";

export type RulesAnswer = { result?: SubmissionResult<string[]> | undefined; conflict: boolean };

/** The version that was opened. That of others is not taken over: what is typed here was written without it. */
function useBefore(version: string, answer: RulesAnswer | undefined) {
  const [before, setBefore] = useState(version);
  const sent = useRef(false);
  useEffect(() => {
    if (!sent.current) return;
    sent.current = false;
    setBefore(version);
  }, [version]);
  useEffect(() => {
    if (answer) sent.current = false;
  }, [answer]);
  const sending = () => {
    sent.current = true;
  };
  return { before, sending };
}

type RulesFormProps = { rules: QuizRules; version: string; answer: RulesAnswer | undefined };

/** How a quiz is sat, counted and shown afterwards. Works without JavaScript. */
export function RulesForm({ rules, version, answer }: RulesFormProps) {
  const { t } = useTranslation("quiz-editor");
  const errors = useFormErrors(answer?.result);
  const fields = useRulesFields({ rules, result: answer?.result });
  const { before, sending } = useBefore(version, answer);
  return (
    <section aria-labelledby="rules" className="grid gap-4">
      <h2 id="rules" className="font-bold font-read text-2xl">
        {t("rules.title")}
      </h2>
      <Form
        method="post"
        action=""
        onSubmit={sending}
        className="grid gap-6 rounded border border-line bg-surface p-4 sm:p-6"
      >
        <input type="hidden" name="intent" value="rules" />
        <input type="hidden" name="before" value={before} />
        <input type="hidden" name="timeZone" value={fields.timeZone} />
        <FormErrors messages={errors.form} />
        <TimeRules fields={fields} />
        <CountingRules fields={fields} />
        <SittingRules fields={fields} />
        <RevealTable fields={fields} />
        <div className="flex flex-wrap gap-3">
          <Button>{t("rules.save")}</Button>
          {answer?.conflict ? (
            <Button kind="quiet" name="over" value="on">
              {t("conflict.saveOver")}
            </Button>
          ) : null}
        </div>
      </Form>
    </section>
  );
}
