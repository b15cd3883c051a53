import { z } from "zod";
import { CorrectionForm } from "#app/features/quiz/components/correcting/correction-form.tsx";
import { ResultsFrame, resultsAddress } from "#app/features/quiz/components/results/results-frame.tsx";
import { findCorrectable } from "#app/features/quiz/correcting/find-correctable.server.ts";
import { itemAddressSchema } from "#app/features/quiz/results/results-schema.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Form } from "#app/platform/i18n/link.tsx";
import { isLocale } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Select } from "#app/ui/select.tsx";
import type { Route } from "./+types/correct-question";
import { correctActions } from "./correct-actions.server.ts";

const search = z.object({
  from: z.preprocess((value) => (value === "" ? undefined : value), z.uuid().optional()),
});

export const loader = declareLoader({
  access: "teaching",
  params: itemAddressSchema,
  search,
  load: async ({ personCtx, params, search: { from } }) => findCorrectable(personCtx(), { ...params, from }),
});

export const action = declareAction({
  access: "teaching",
  params: itemAddressSchema,
  search,
  intents: ["preview", "apply"],
  act: (input) => correctActions(input),
});

export default function CorrectQuestion({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("quiz-results");
  const { quiz, name, type, number, body, from, later, versionId } = loaderData;
  const preview = actionData?.preview ?? null;
  return (
    <ResultsFrame
      quiz={quiz}
      tab="questions"
      inner={{
        title: t("correction.title"),
        text: t("correction.title"),
        eyebrow: (
          <>
            <bdi>{name}</bdi> · {t("items.version", { number })}
          </>
        ),
      }}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
        <Notice kind="info">{t("correction.lead")}</Notice>
        {later.length > 0 ? (
          <Later address={`${resultsAddress(quiz)}/questions/${versionId}/correct`} later={later} from={from} />
        ) : null}
        <CorrectionForm
          key={from ?? "sat"}
          type={type}
          body={body}
          locales={quiz.course.locales.filter(isLocale)}
          problems={actionData?.problems ?? []}
          result={actionData?.result}
          preview={preview}
        />
      </div>
    </ResultsFrame>
  );
}

type LaterProps = { address: string; later: { id: string; number: number }[]; from: string | null };

/** Where the bank has gone on since, a correction may begin with what it says now. */
function Later({ address, later, from }: LaterProps) {
  const { t } = useTranslation("quiz-results");
  const options = later.map(({ id, number }) => ({ value: id, label: t("items.version", { number }) }));
  return (
    <Form action={address} className="flex flex-wrap items-end gap-4">
      <Select
        className="w-full sm:w-72"
        name="from"
        label={t("correction.from")}
        options={[{ value: "", label: t("correction.fromSat") }, ...options]}
        defaultValue={from ?? ""}
      />
      <Button kind="quiet">{t("grading.show")}</Button>
    </Form>
  );
}
