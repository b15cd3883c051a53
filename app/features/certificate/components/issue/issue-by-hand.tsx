import { Form } from "#app/platform/i18n/link.tsx";
import type { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { IssuePage } from "../../register/find-issue-page.server.ts";

type IssueByHandProps = { achievements: IssuePage["achievements"]; errors: ReturnType<typeof useFormErrors> };

/** Gives one learner a certificate, with a reason. */
export function IssueByHand({ achievements, errors }: IssueByHandProps) {
  const { t } = useTranslation("certificate-admin");
  const { field, form, typed } = errors;
  const named = ["namesArabic", "namesLatin"].some((name) => field(name) ?? typed(name));
  return (
    <Card as="section" aria-labelledby="by-hand">
      <h2 id="by-hand" className="mb-1 font-bold font-read text-2xl">
        {t("issue.byHand.title")}
      </h2>
      <p className="mb-4 text-ink-2">{t("issue.byHand.lead")}</p>
      <FormErrors messages={form} />
      <Form method="post" className="grid gap-4">
        <Field
          name="learner"
          type="email"
          label={t("issue.learner")}
          hint={t("issue.learnerHint")}
          dir="ltr"
          autoComplete="off"
          required
          maxLength={254}
          defaultValue={typed("learner")}
          error={field("learner")}
        />
        <Select
          name="for"
          label={t("achievement.label")}
          required
          options={[
            { value: "", label: t("issue.choose") },
            ...achievements.map(({ kind, id, title }) => ({
              value: `${kind}:${id}`,
              label: t(`achievement.named.${kind}`, { title }),
            })),
          ]}
          defaultValue={typed("for")}
          error={field("for")}
        />
        <TextArea
          name="reason"
          label={t("acts.reason")}
          hint={t("acts.reasonHint")}
          rows={2}
          minLength={3}
          maxLength={500}
          required
          defaultValue={typed("reason")}
          error={field("reason")}
        />
        <Disclosure summary={t("issue.names")} open={named}>
          <p className="mb-3 text-ink-2 text-sm">{t("issue.namesHint")}</p>
          <div className="grid gap-4">
            <Field
              name="namesArabic"
              label={t("names.arabic")}
              lang="ar"
              dir="rtl"
              defaultValue={typed("namesArabic")}
              error={field("namesArabic")}
            />
            <Field
              name="namesLatin"
              label={t("names.latin")}
              dir="ltr"
              defaultValue={typed("namesLatin")}
              error={field("namesLatin")}
            />
          </div>
        </Disclosure>
        <div>
          <Button name="intent" value="byHand">
            {t("issue.byHand.submit")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
