import type { SubmissionResult } from "@conform-to/react";
import type { FormEvent } from "react";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { QuizView } from "../../find-quiz.server.ts";

type BeginQuizProps = {
  quiz: QuizView;
  learner: NonNullable<QuizView["learner"]>;
  /** The quiz's own address. */
  path: string;
  /** What beginning was refused for. */
  result: SubmissionResult<string[]> | undefined;
  /** Begins without leaving the page first, where no password is asked for. */
  begin: (event: FormEvent<HTMLFormElement>) => void;
};

/** The way into a quiz: to the attempt that is open, to the next one, or why there is none. */
export function BeginQuiz({ quiz, learner, path, result, begin }: BeginQuizProps) {
  const { t } = useTranslation("attempt");
  const formats = useFormats();
  const errors = useFormErrors(result);
  const { open, obstacle, past } = learner;
  if (open) return <GoOn open={open} path={path} />;
  if (obstacle) {
    const when =
      obstacle === "notOpenYet" && quiz.opensAt ? t("begin.opensAt", { at: formats.moment(quiz.opensAt) }) : "";
    return (
      <Notice kind="info" title={t(`errors.${obstacle}`)}>
        {when}
      </Notice>
    );
  }
  if (quiz.questions === 0) return <Notice kind="info">{t("errors.noQuestions")}</Notice>;
  return (
    <Form method="post" onSubmit={quiz.hasPassword ? undefined : begin} className="grid justify-items-start gap-4">
      <FormErrors messages={errors.form} />
      <input type="hidden" name="intent" value="begin" />
      {quiz.hasPassword ? (
        <Field
          name="password"
          type="password"
          label={t("begin.password")}
          hint={t("begin.passwordHint")}
          error={errors.field("password")}
          autoComplete="off"
          dir="ltr"
          required
          maxLength={100}
          className="w-full max-w-sm"
        />
      ) : null}
      <Button>
        {past.length > 0 ? t("begin.again") : t("begin.begin")}
        <Icon name="next" />
      </Button>
      {quiz.minutes === null ? null : <p className="text-ink-2 text-sm">{t("begin.clockStarts")}</p>}
    </Form>
  );
}

type Open = NonNullable<NonNullable<QuizView["learner"]>["open"]>;

function GoOn({ open, path }: { open: Open; path: string }) {
  const { t } = useTranslation("attempt");
  const formats = useFormats();
  return (
    <div className="grid justify-items-start gap-3 rounded-sm bg-tile-tint p-4 sm:p-5">
      <p className="font-semibold text-tile-strong">{t("begin.isOpen")}</p>
      {open.deadlineAt ? <p>{t("begin.runsUntil", { at: formats.moment(open.deadlineAt) })}</p> : null}
      <Link to={`${path}/attempts/${open.id}`} className={buttonClass()}>
        {t("begin.goOn")}
        <Icon name="next" />
      </Link>
    </div>
  );
}
