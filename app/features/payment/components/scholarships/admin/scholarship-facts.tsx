import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { FactList, SectionCard } from "#app/ui/section-card.tsx";
import type { ScholarshipToDecide } from "../../../scholarships/find-scholarship.server.ts";
import { StatusTag } from "./status-tag.tsx";

type PartProps = { scholarship: ScholarshipToDecide };

/** Why she asks, and for what. */
export function Asked({ scholarship: { text, course, cohort, createdAt } }: PartProps) {
  const { t } = useTranslation("scholarship-admin");
  const formats = useFormats();
  const { locale } = usePageContext().formats;
  return (
    <SectionCard title={t("one.text")}>
      <p dir="auto" className="wrap-anywhere mb-5 whitespace-pre-line border-line-strong border-s-4 ps-4">
        {text}
      </p>
      <FactList
        facts={[
          {
            label: t("list.course"),
            value: (
              <Link to={`/courses/${course.slug}`}>
                <LocalText value={pickTranslated(course.titles, locale)} />
              </Link>
            ),
          },
          {
            label: t("one.cohort"),
            value: cohort ? <LocalText value={pickTranslated(cohort, locale)} /> : t("one.open"),
          },
          { label: t("one.asked"), value: formats.moment(createdAt) },
        ]}
      />
    </SectionCard>
  );
}

/** Who asks. */
export function Learner({ scholarship: { learner } }: PartProps) {
  const { t } = useTranslation("scholarship-admin");
  const formats = useFormats();
  const { locale } = usePageContext().formats;
  const country = learner.country && new Intl.DisplayNames([locale], { type: "region" }).of(learner.country);
  return (
    <SectionCard title={t("one.learner")}>
      <FactList
        facts={[
          { label: t("one.name"), value: <bdi>{learner.name}</bdi> },
          { label: t("one.email"), value: <bdi dir="ltr">{learner.email}</bdi> },
          { label: t("one.country"), value: country || t("one.noCountry") },
          { label: t("one.since"), value: formats.date(learner.since) },
          { label: t("one.courses"), value: formats.number(learner.courses) },
          { label: t("one.finished"), value: formats.number(learner.finished) },
        ]}
      />
    </SectionCard>
  );
}

/** What she asked for besides. */
export function Others({ scholarship: { others } }: PartProps) {
  const { t } = useTranslation("scholarship-admin");
  const formats = useFormats();
  const { locale } = usePageContext().formats;
  return (
    <SectionCard title={t("one.others")}>
      {others.length === 0 ? <p className="text-ink-2">{t("one.noOthers")}</p> : null}
      <ul className="grid gap-3 empty:hidden">
        {others.map(({ id, titles, status, percent, createdAt }) => (
          <li key={id} className="grid gap-1">
            <Link to={`/admin/scholarships/${id}`} className="inline-flex min-h-11 items-center sm:min-h-0">
              <LocalText value={pickTranslated(titles, locale)} />
            </Link>
            <p className="flex flex-wrap items-center gap-2 text-ink-2 text-sm">
              <StatusTag status={status} />
              {percent === null ? null : <span>{formats.percent(percent / 100)}</span>}
              <span>{formats.date(createdAt)}</span>
            </p>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}

const KNOWN = ["scholarship.grant", "scholarship.refuse", "scholarship.takeBack"];

/** Who did what, and why, the newest first. */
export function History({ scholarship: { history } }: PartProps) {
  const { t } = useTranslation("scholarship-admin");
  const formats = useFormats();
  if (history.length === 0) return null;
  return (
    <SectionCard title={t("one.history")}>
      <ol className="grid gap-3">
        {history.map(({ id, action, by, at, reason }) => (
          <li key={id} className="border-line border-s-4 ps-3">
            <p className="font-semibold">
              {KNOWN.includes(action) ? t(`one.acts.${action.replace("scholarship.", "")}`) : <bdi>{action}</bdi>}
            </p>
            <p className="text-ink-2 text-sm">
              {by ? <bdi>{by}</bdi> : t("one.nobody")} · {formats.moment(at)}
            </p>
            {reason ? (
              <p dir="auto" className="wrap-anywhere whitespace-pre-line">
                {reason}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </SectionCard>
  );
}
