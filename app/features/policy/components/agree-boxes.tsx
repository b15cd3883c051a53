import type { SubmissionResult } from "@conform-to/react";
import { useId } from "react";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { FieldError, pointToTexts } from "#app/ui/field-parts.tsx";

type Asked = {
  slug: string;
  title: string;
  locale: Locale;
  versionId: string;
  summary?: { text: string; locale: Locale };
};

/** The boxes that were ticked in a form that was refused. */
function tickedIn(result: SubmissionResult<string[]> | undefined): string[] {
  const agreed: unknown = result?.initialValue?.agree;
  return [agreed].flat().map(String);
}

type AgreeBoxesProps = { demands: readonly Asked[]; error?: string; result?: SubmissionResult<string[]> };

/** A box for each policy that must be agreed to, with its text a press away in another tab. */
export function AgreeBoxes({ demands, error, result }: AgreeBoxesProps) {
  const { t } = useTranslation("policy");
  const key = useId();
  const ticked = tickedIn(result);
  if (demands.length === 0) return null;
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-semibold">{t("agree.legend")}</legend>
      {demands.map(({ slug, title, versionId, summary }) => (
        <div key={versionId} className="flex flex-wrap items-start gap-x-4">
          <label htmlFor={`${key}-${slug}`} className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
            <input
              type="checkbox"
              id={`${key}-${slug}`}
              name="agree"
              value={versionId}
              required
              className="choice"
              defaultChecked={ticked.includes(versionId)}
              {...pointToTexts(key, { error })}
            />
            <span dir="auto">{t("agree.box", { title })}</span>
          </label>
          <Link
            to={`/policies/${slug}`}
            target="_blank"
            aria-label={t("agree.readIt", { title })}
            className="inline-flex min-h-11 items-center text-sm"
          >
            {t("agree.read")}
          </Link>
          {summary ? (
            <p className="basis-full ps-8 pb-2 text-ink-2 text-sm">
              {t("agree.changed")} <LocalText value={summary} />
            </p>
          ) : null}
        </div>
      ))}
      <FieldError id={key}>{error}</FieldError>
    </fieldset>
  );
}
