import type { SubmissionResult } from "@conform-to/react";
import { useMemo, useState } from "react";
import { useNavigation } from "react-router";
import { CohortChoice } from "#app/features/enrolment/components/cohort-choice.tsx";
import type { EnrolmentOffer } from "#app/features/enrolment/find-enrolment-offer.server.ts";
import { useKept } from "#app/platform/browser/use-kept.ts";
import { Form } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TEXT_MOST, tidyText } from "../../scholarships/scholarship-text.ts";
import { keptApplications } from "./kept-applications.ts";

type ApplicationFormProps = {
  offer: EnrolmentOffer;
  /** What is sent already and waits, if anything is. */
  sent: { text: string; cohortId: string | null } | null;
  /** The id of the person, since a device may be shared. */
  owner: string;
  result: SubmissionResult<string[]> | undefined;
  /** The academy could not be reached when it was sent. */
  away: boolean;
};

/** Why a learner asks, kept on the device while it is typed and until it is sent. */
export function ApplicationForm({ offer, sent, owner, result, away }: ApplicationFormProps) {
  const { t } = useTranslation("scholarships");
  const errors = useFormErrors(result);
  const saved = sent?.text ?? "";
  const [text, setText] = useState(errors.typed("text") ?? saved);
  const [restored, setRestored] = useState(false);
  const busy = useNavigation().state === "submitting";
  const changed = tidyText(text) !== saved;
  useKept({
    store: keptApplications,
    key: `${owner}/${offer.slug}`,
    kept: useMemo(() => (changed ? { text } : null), [changed, text]),
    restore: (kept) => {
      if (tidyText(kept.text) === saved) return;
      setText(kept.text);
      setRestored(true);
    },
  });
  return (
    <Form method="post" className="grid gap-5">
      <input type="hidden" name="intent" value="apply" />
      {away ? <Notice kind="warning">{t("form.away")}</Notice> : null}
      <FormErrors messages={errors.form} />
      {restored ? <Notice kind="info">{t("form.restored")}</Notice> : null}
      <div className="grid gap-2">
        <TextArea
          name="text"
          label={t("form.text")}
          hint={t("form.hint")}
          rows={8}
          required
          value={text}
          onChange={(event) => setText(event.target.value)}
          error={errors.field("text")}
        />
        <Counter text={text} />
      </div>
      <CohortChoice
        offer={offer}
        legend={t("enrolment:box.chooseCohort")}
        chosen={errors.typed("cohort") ?? sent?.cohortId ?? undefined}
        error={errors.field("cohort")}
      />
      <div>
        <Button disabled={busy}>{t(sent ? "form.change" : "form.submit")}</Button>
      </div>
    </Form>
  );
}

/** How much room is left; said aloud only once it is over. */
function Counter({ text }: { text: string }) {
  const { t } = useTranslation("scholarships");
  const written = tidyText(text).length;
  const over = written - TEXT_MOST;
  return (
    <div className="flex flex-wrap justify-between gap-x-4 text-ink-2 text-sm">
      <p>{t("form.kept")}</p>
      <p className="tabular-nums">{t("form.counter", { written, most: TEXT_MOST })}</p>
      <p role="status" className="w-full font-medium text-danger empty:hidden">
        {over > 0 ? t("form.over", { over }) : null}
      </p>
    </div>
  );
}
