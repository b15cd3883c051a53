import { Form } from "#app/platform/i18n/link.tsx";
import type { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { IssuePage } from "../../register/find-issue-page.server.ts";
import type { BatchPreview } from "../../register/preview-batch.server.ts";

type IssueToManyProps = {
  achievements: IssuePage["achievements"];
  /** What was chosen, and what it would bring. */
  to: string | undefined;
  preview: BatchPreview | undefined;
  errors: ReturnType<typeof useFormErrors>;
};

/** Gives all who finished a course, a cohort of it or a programme their certificates, once it is seen who they are. */
export function IssueToMany({ achievements, to, preview, errors }: IssueToManyProps) {
  const { t } = useTranslation("certificate-admin");
  const options = achievements.flatMap(({ kind, id, title, cohorts }) => [
    { value: `${kind}:${id}`, label: t(`achievement.named.${kind}`, { title }) },
    ...cohorts.map((cohort) => ({
      value: `${kind}:${id}:${cohort.id}`,
      label: t("issue.cohortOf", { title, cohort: cohort.name }),
    })),
  ]);
  return (
    <Card as="section" aria-labelledby="to-many">
      <h2 id="to-many" className="mb-1 font-bold font-read text-2xl">
        {t("issue.toMany.title")}
      </h2>
      <p className="mb-4 text-ink-2">{t("issue.toMany.lead")}</p>
      <Form key={to} className="flex flex-wrap items-end gap-3" action="/admin/certificates/issue">
        <Select
          className="min-w-0 flex-1 basis-60"
          name="to"
          label={t("issue.toMany.who")}
          required
          options={[{ value: "", label: t("issue.choose") }, ...options]}
          defaultValue={to}
        />
        <Button kind="quiet">{t("issue.toMany.look")}</Button>
      </Form>
      {to && preview ? <Preview to={to} preview={preview} errors={errors} /> : null}
    </Card>
  );
}

type PreviewProps = { to: string; preview: BatchPreview; errors: ReturnType<typeof useFormErrors> };

function Preview({ to, preview, errors: { field, form, typed } }: PreviewProps) {
  const { t } = useTranslation("certificate-admin");
  const [kind, id, cohortId] = to.split(":");
  return (
    <div className="mt-6 grid gap-4 border-line border-t pt-5">
      <p role="status" className="font-semibold text-lg">
        {t("issue.toMany.given", { count: preview.given })}
      </p>
      <LeftOut leftOut={preview.leftOut} />
      <FormErrors messages={form} />
      {preview.given > 0 ? (
        <Form method="post" className="grid gap-4">
          <input type="hidden" name="for" value={`${kind}:${id}`} />
          {cohortId ? <input type="hidden" name="cohortId" value={cohortId} /> : null}
          <TextArea
            name="reason"
            label={t("acts.reason")}
            hint={t("issue.toMany.reasonHint")}
            rows={2}
            minLength={3}
            maxLength={500}
            required
            defaultValue={typed("reason")}
            error={field("reason")}
          />
          <div>
            <Button name="intent" value="toMany">
              {t("issue.toMany.submit", { count: preview.given })}
            </Button>
          </div>
        </Form>
      ) : (
        <Notice kind="info">{t("issue.toMany.nobody")}</Notice>
      )}
    </div>
  );
}

function LeftOut({ leftOut }: Pick<BatchPreview, "leftOut">) {
  const { t } = useTranslation("certificate-admin");
  if (leftOut.length === 0) return null;
  return (
    <div>
      <h3 className="font-semibold">{t("issue.toMany.leftOut")}</h3>
      <ul>
        {leftOut.map(({ why, count, people }) => (
          <li key={why}>
            <Disclosure summary={t(`skipped.${why}`, { count })}>
              <ul className="flex flex-wrap gap-x-4 gap-y-1 ps-7 text-ink-2 text-sm">
                {people.map(({ id, name }) => (
                  <li key={id}>
                    <bdi>{name}</bdi>
                  </li>
                ))}
                {count > people.length ? <li>{t("issue.toMany.andMore", { count: count - people.length })}</li> : null}
              </ul>
            </Disclosure>
          </li>
        ))}
      </ul>
    </div>
  );
}
