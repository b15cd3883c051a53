import { Form, Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";

type Ruled = {
  slug: string;
  demanded: boolean;
  withdrawn: boolean;
  versions: readonly { number: number; publishedAt: Date; mustAgree: boolean; summaries: Translated }[];
};

/** Whether a policy must be agreed to, whether it holds, and what was published of it. */
export function PolicyRules({ policy }: { policy: Ruled }) {
  const { t } = useTranslation("policy-admin");
  const { demanded, withdrawn, versions } = policy;
  return (
    <>
      <Card as="section" aria-labelledby="rules">
        <h2 id="rules" className="mb-2 font-bold font-read text-xl">
          {t("rules.title")}
        </h2>
        <Form method="post" className="grid gap-3">
          <input type="hidden" name="intent" value="rules" />
          <Checkbox
            name="demanded"
            label={t("rules.demanded")}
            hint={t("rules.demandedHint")}
            defaultChecked={demanded}
          />
          {versions.length > 0 ? (
            <Checkbox
              name="withdrawn"
              label={t("rules.withdrawn")}
              hint={t("rules.withdrawnHint")}
              defaultChecked={withdrawn}
            />
          ) : null}
          <div>
            <Button kind="quiet">{t("admin:settings.save")}</Button>
          </div>
        </Form>
        {versions.length === 0 ? (
          <Form method="post" className="mt-4 border-line border-t pt-4">
            <input type="hidden" name="intent" value="remove" />
            <ConfirmSubmit
              label={t("remove.label")}
              title={t("remove.title")}
              text={t("remove.text")}
              confirmLabel={t("remove.label")}
              cancelLabel={t("settings:cancel")}
            />
          </Form>
        ) : null}
      </Card>
      {versions.length > 0 ? <Published policy={policy} /> : null}
    </>
  );
}

function Published({ policy: { slug, versions } }: { policy: Ruled }) {
  const { t } = useTranslation("policy-admin");
  const { date } = useFormats();
  const { locale } = usePageContext().formats;
  return (
    <Card as="section" aria-labelledby="published">
      <h2 id="published" className="mb-2 font-bold font-read text-xl">
        {t("policy:versions")}
      </h2>
      <ol className="grid gap-3">
        {versions.map(({ number, publishedAt, mustAgree, summaries }) => (
          <li key={number}>
            <Link to={`/policies/${slug}/versions/${number}`} className="inline-flex min-h-11 items-center">
              {t("policy:since", { number, date: date(publishedAt) })}
            </Link>
            <p className="text-ink-2">
              <LocalText value={pickTranslated(summaries, locale)} />
            </p>
            {mustAgree ? <p className="text-ink-2 text-sm">{t("askedAgain")}</p> : null}
          </li>
        ))}
      </ol>
    </Card>
  );
}
