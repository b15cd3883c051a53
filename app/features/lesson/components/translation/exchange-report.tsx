import { Form } from "#app/platform/i18n/link.tsx";
import { directionOf, type Locale } from "#app/platform/i18n/locales.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { XliffReport } from "../../translation/xliff/exchange-translations.server.ts";
import type { UnitOutcome } from "../../translation/xliff/plan-xliff.ts";
import { SourceDifference } from "./source-difference.tsx";

const kinds = ["new", "changed", "confirmed", "refused", "untranslated", "unchanged"] as const;

/** What a file would do to the translations, before anything is written; and the press to take it. */
export function ExchangeReport({ report, xliff }: { report: XliffReport; xliff: string }) {
  const { t } = useTranslation("translation");
  const formats = useFormats();
  const all = report.lessons.flatMap(({ outcomes }) => outcomes);
  const count = (kind: UnitOutcome["what"]) => all.filter(({ what }) => what === kind).length;
  const takes = count("new") + count("changed") + count("confirmed");
  return (
    <section aria-labelledby="report" className="mb-10 grid gap-4">
      <h2 id="report" className="font-bold font-read text-2xl">
        {t("exchange.report")}
      </h2>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {kinds.map((kind) => (
          <li key={kind}>
            {t(`exchange.what.${kind}`)}: {formats.number(count(kind))}
          </li>
        ))}
      </ul>
      {report.lessons.map(({ slug, outcomes }) => (
        <Disclosure key={slug} summary={slug} open={outcomes.some(({ what }) => what === "refused")}>
          <ul className="grid gap-3">
            {outcomes
              .filter(({ what }) => what !== "unchanged" && what !== "untranslated")
              .map((outcome) => (
                <Outcome key={outcome.id} outcome={outcome} locale={report.target} />
              ))}
          </ul>
        </Disclosure>
      ))}
      {takes === 0 ? (
        <Notice kind="info">{t("exchange.nothing")}</Notice>
      ) : (
        <Form method="post" encType="multipart/form-data">
          <input type="hidden" name="xliff" value={xliff} />
          <Button name="intent" value="take">
            {t("exchange.take")}
          </Button>
        </Form>
      )}
    </section>
  );
}

function Outcome({ outcome, locale }: { outcome: UnitOutcome; locale: Locale }) {
  const { t } = useTranslation("translation");
  const { id, what, reason, sourceChanged, editedSince, before, after } = outcome;
  return (
    <li className="grid gap-1 border-line border-b pb-3">
      <span className="flex flex-wrap items-center gap-2">
        <Tag kind={what === "refused" ? "gold" : "plain"}>{t(`exchange.what.${what}`)}</Tag>
        <bdi className="text-ink-2 text-sm">{id}</bdi>
        {sourceChanged ? <Tag kind="gold">{t("exchange.sourceChanged")}</Tag> : null}
        {editedSince ? <Tag kind="gold">{t("exchange.editedSince")}</Tag> : null}
      </span>
      {reason ? <span>{t(`exchange.reason.${reason}`)}</span> : null}
      {what === "changed" ? (
        <SourceDifference before={before} after={after} locale={locale} />
      ) : (
        <span lang={locale} dir={directionOf(locale)} className="whitespace-pre-line font-read">
          {after}
        </span>
      )}
    </li>
  );
}
