import type { SubmissionResult } from "@conform-to/react";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { directionOf, type Locale, localeNames, locales } from "#app/platform/i18n/locales.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Card } from "#app/ui/card.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { PolicyText } from "./policy-text.tsx";

export type Draft = {
  slug: string;
  revision: number;
  language: Locale;
  said: { title: string; text: string };
  html: string;
  written: readonly Locale[];
  changed: readonly Locale[];
};

type DraftFormProps = { draft: Draft; result?: SubmissionResult<string[]> };

/** One language of what is being written, and the way to the others. */
export function DraftForm({ draft, result }: DraftFormProps) {
  const { t } = useTranslation("policy-admin");
  const { slug, revision, language, said, html, changed } = draft;
  const errors = useFormErrors(result);
  const direction = directionOf(language);
  return (
    <Card>
      <Languages draft={draft} />
      <Form method="post" className="grid gap-4">
        <FormErrors messages={errors.form} />
        <input type="hidden" name="intent" value="draft" />
        <input type="hidden" name="language" value={language} />
        <input type="hidden" name="revision" value={revision} />
        <Field
          label={t("name")}
          name="title"
          lang={language}
          dir={direction}
          maxLength={120}
          error={errors.field("title")}
          defaultValue={errors.typed("title") ?? said.title}
        />
        <TextArea
          label={t("draft.text")}
          hint={t("draft.textHint")}
          name="text"
          lang={language}
          dir={direction}
          rows={18}
          error={errors.field("text")}
          defaultValue={errors.typed("text") ?? said.text}
        />
        <div className="flex flex-wrap gap-3">
          <Button>{t("draft.save")}</Button>
          {changed.length > 0 ? (
            <Link to={`/admin/policies/${slug}/publish`} className={buttonClass({ kind: "quiet" })}>
              {t("publish.go")}
            </Link>
          ) : null}
        </div>
      </Form>
      {html ? (
        <Disclosure summary={t("draft.preview")}>
          <PolicyText html={html} locale={language} />
        </Disclosure>
      ) : null}
    </Card>
  );
}

function Languages({ draft: { slug, language, written, changed } }: { draft: Draft }) {
  const { t } = useTranslation("policy-admin");
  return (
    <nav aria-label={t("draft.languages")} className="mb-5">
      <ul className="flex flex-wrap gap-2">
        {locales.map((one) => (
          <li key={one}>
            <Link
              to={`/admin/policies/${slug}?language=${one}`}
              aria-current={one === language ? "page" : undefined}
              className={classNames(
                "inline-flex min-h-11 items-center gap-1 rounded-sm border px-3 no-underline",
                one === language ? "border-tile bg-tile-tint font-semibold text-tile-strong" : "border-line",
              )}
            >
              <span lang={one}>{localeNames[one]}</span>
              {written.includes(one) ? null : <span className="text-ink-2 text-sm">({t("draft.unwritten")})</span>}
              {changed.includes(one) ? <span className="text-ink-2 text-sm">({t("draft.changed")})</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
