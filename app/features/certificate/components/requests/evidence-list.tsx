import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import type { Evidence } from "../../register/find-evidence.server.ts";

/** What somebody did in the course that a request is for, or in each course of a programme. */
export function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  return (
    <ul className="grid gap-3">
      {evidence.map((one) => (
        <li key={one.slug}>
          <CourseEvidence evidence={one} named={evidence.length > 1} />
        </li>
      ))}
    </ul>
  );
}

function CourseEvidence({ evidence, named }: { evidence: Evidence; named: boolean }) {
  const { t } = useTranslation("certificate-admin");
  const { locale } = usePageContext().formats;
  const { enrolledAt, lessons, titles, slug } = evidence;
  return (
    <div className="grid gap-1">
      {named ? (
        <p className="font-semibold">
          <LocalText value={pickTranslated(titles, locale)} />
        </p>
      ) : null}
      {enrolledAt === null ? <p>{t("evidence.neverEnrolled")}</p> : <Facts evidence={evidence} />}
      {lessons.length > 0 ? (
        <Disclosure summary={t("evidence.lessons", { count: lessons.length })}>
          <ul className="divide-y divide-line border-line border-t text-sm">
            {lessons.map((lesson) => (
              <Lesson key={`${slug}-${lesson.id}`} lesson={lesson} />
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </div>
  );
}

function Facts({ evidence }: { evidence: Evidence }) {
  const { t } = useTranslation("certificate-admin");
  const formats = useFormats();
  const { locale } = usePageContext().formats;
  const { enrolledAt, completedAt, completedRequired, required, cohort, state, lessons } = evidence;
  const shares = lessons.flatMap(({ share }) => (share === null ? [] : [share]));
  const mean = shares.reduce((sum, share) => sum + share, 0) / (shares.length || 1);
  const facts = [
    { key: "enrolled", value: enrolledAt && formats.moment(enrolledAt) },
    { key: "finished", value: completedAt ? formats.moment(completedAt) : t("evidence.notFinished") },
    {
      key: "completed",
      value: t("evidence.ofRequired", {
        done: formats.number(completedRequired ?? 0),
        required: formats.number(required ?? 0),
      }),
    },
    { key: "quizzes", value: shares.length > 0 ? formats.percent(mean / 10_000) : null },
    { key: "cohort", value: cohort ? <LocalText value={pickTranslated(cohort, locale)} /> : null },
    { key: "state", value: state === "withdrawn" ? t("evidence.withdrawn") : null },
  ];
  return (
    <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-2 lg:grid-cols-3">
      {facts
        .filter(({ value }) => value !== null)
        .map(({ key, value }) => (
          <div key={key}>
            <dt className="text-ink-2 text-xs">{t(`evidence.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Lesson({ lesson: { titles, cause, completedAt, share, passed } }: { lesson: Evidence["lessons"][number] }) {
  const { t } = useTranslation("certificate-admin");
  const formats = useFormats();
  const { locale } = usePageContext().formats;
  return (
    <li className="flex flex-wrap justify-between gap-x-6 gap-y-0.5 py-2">
      <LocalText value={pickTranslated(titles, locale)} className="min-w-0 font-medium" />
      <span className="text-ink-2">
        {t(`evidence.causes.${cause}`)} · {formats.moment(completedAt)}
        {share === null ? null : (
          <span className="ms-2 font-semibold text-ink">
            {formats.percent(share / 10_000)} {passed ? t("evidence.passed") : t("evidence.notPassed")}
          </span>
        )}
      </span>
    </li>
  );
}
