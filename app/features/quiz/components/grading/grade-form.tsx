import type { SubmissionResult } from "@conform-to/react";
import { type KeyboardEvent, useState } from "react";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { GivenRubric } from "../../grading/grading-schema.ts";
import type { Rubric } from "../../question-types/rubric.ts";
import { inPoints } from "./points-text.tsx";
import { RubricFields, type TypedRubric } from "./rubric-fields.tsx";
import { useCommentDraft } from "./use-comment-draft.ts";

type GradeFormProps = {
  /** Unique among answers. */
  name: string;
  rubric: Rubric;
  maxPoints: number;
  grade: { points: number | null; given: GivenRubric | null; comment: string | null };
  seen: string;
  skip: string;
  locale: Locale;
  result: SubmissionResult<string[]> | undefined;
};

function saveByKeys(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit(event.currentTarget.querySelector<HTMLButtonElement>("[value=save-next]"));
}

/** Gives an answer its grade. */
export function GradeForm({ name, rubric, maxPoints, grade, seen, skip, locale, result }: GradeFormProps) {
  const { t } = useTranslation("quiz-results");
  const errors = useFormErrors(result);
  const comment = useCommentDraft({
    name,
    saved: grade.comment ?? "",
    sent: result && (errors.typed("comment") ?? ""),
  });
  return (
    <Form method="post" onKeyDown={saveByKeys} onSubmit={comment.send} className="grid gap-6">
      <FormErrors messages={errors.form} />
      <input type="hidden" name="seen" value={seen} />
      {rubric.length > 0 ? (
        <Criteria
          rubric={rubric}
          given={grade.given}
          typed={typedRubric(result)}
          maxPoints={maxPoints}
          locale={locale}
        />
      ) : (
        <Field
          name="points"
          label={t("answer.points")}
          hint={t("answer.outOf", { most: inPoints(maxPoints) })}
          error={errors.field("points")}
          inputMode="decimal"
          dir="ltr"
          required
          defaultValue={errors.typed("points") ?? (grade.points === null ? undefined : inPoints(grade.points))}
        />
      )}
      <TextArea
        name="comment"
        label={t("answer.comment")}
        hint={comment.restored ? t("answer.restored") : t("answer.commentHint")}
        rows={5}
        maxLength={10_000}
        value={comment.text}
        onChange={(event) => comment.write(event.target.value)}
      />
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="save-next">
          {t("answer.saveNext")}
        </Button>
        <Button name="intent" value="save" kind="quiet">
          {t("answer.save")}
        </Button>
        <Link to={skip} className={buttonClass({ kind: "plain" })}>
          {t("answer.skip")}
        </Link>
      </div>
      <p className="text-ink-2 text-sm">{t("answer.keys")}</p>
    </Form>
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** What was sent and not taken, to fill the form with again. */
function typedRubric(result: GradeFormProps["result"]): TypedRubric {
  const texts = (value: unknown) =>
    isRecord(value)
      ? Object.fromEntries(Object.entries(value).flatMap(([id, one]) => (typeof one === "string" ? [[id, one]] : [])))
      : {};
  return { levels: texts(result?.initialValue?.levels), given: texts(result?.initialValue?.given) };
}

function pointsBefore(rubric: Rubric, given: GivenRubric | null): Record<string, number | null> {
  const pointsOf = ({ id, levels }: Rubric[number]) => {
    const one = given?.[id];
    return typeof one === "number" ? one : (levels?.find((level) => level.id === one)?.points ?? null);
  };
  return Object.fromEntries(rubric.map((criterion) => [criterion.id, pointsOf(criterion)]));
}

type CriteriaProps = Pick<GradeFormProps, "rubric" | "maxPoints" | "locale"> & {
  given: GivenRubric | null;
  typed: TypedRubric;
};

function Criteria({ rubric, given, typed, maxPoints, locale }: CriteriaProps) {
  const { t } = useTranslation("quiz-results");
  const formats = useFormats();
  const [points, setPoints] = useState<Record<string, number | null>>(() => pointsBefore(rubric, given));
  const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);
  const all = sum(rubric.map((criterion) => criterion.points));
  const total = inPoints((Math.min(all, sum(Object.values(points).map((one) => one ?? 0))) / all) * maxPoints);
  return (
    <>
      <RubricFields
        rubric={rubric}
        given={given}
        typed={typed}
        locale={locale}
        onGive={(id, one) => setPoints((before) => ({ ...before, [id]: one }))}
      />
      <p className="flex items-baseline justify-between border-line border-t pt-3">
        <span className="font-semibold">{t("answer.total")}</span>
        <output className="font-bold text-xl tabular-nums">
          <bdi>
            {formats.number(total)}
            <span className="font-normal text-base text-ink-2">{` / ${formats.number(inPoints(maxPoints))}`}</span>
          </bdi>
        </output>
      </p>
    </>
  );
}

/** Leaves the answer waiting again. */
export function TakeBack({ seen }: { seen: string }) {
  const { t } = useTranslation("quiz-results");
  return (
    <Form method="post">
      <input type="hidden" name="seen" value={seen} />
      <ConfirmSubmit
        name="intent"
        value="take-back"
        size="s"
        label={t("answer.takeBack")}
        title={t("answer.takeBackTitle")}
        text={t("answer.takeBackText")}
        confirmLabel={t("answer.takeBack")}
        cancelLabel={t("ui:cancel")}
      />
    </Form>
  );
}
