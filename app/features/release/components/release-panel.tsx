import { Link } from "#app/platform/i18n/link.tsx";
import type { Translated } from "#app/platform/i18n/locales.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { ReleaseCheck } from "../check-release.server.ts";
import { FindingsList } from "./findings-list.tsx";
import { ReleaseForm } from "./release-form.tsx";

type ReleasePanelProps = {
  course: string;
  check: ReleaseCheck;
  /** Learners who have a place now. */
  learners: number;
  /** What the last try refused. */
  errors: string[];
};

/** Says, beside a lesson, what keeps the draft from being released; else releases it, having asked. */
export function ReleasePanel({ course, check, learners, errors }: ReleasePanelProps) {
  const { t } = useTranslation("release");
  const { clock } = useFormats();
  const problems = check.findings.filter(({ level }) => level === "error");
  const lessons = check.sections.flatMap((section) => section.lessons);
  const lessonTitles: Record<string, Translated> = Object.fromEntries(
    lessons.map(({ slug, titles }) => [slug, titles]),
  );
  const lessonKinds = Object.fromEntries(lessons.map(({ slug, kind }) => [slug, kind]));
  const changes = check.lengthChanges.map(({ lesson, before, after, learners: count }) =>
    t("lengthChange", { lesson, from: clock(before), to: clock(after), count }),
  );
  return (
    <section aria-labelledby="release" className="grid gap-4 rounded border border-line bg-surface p-4">
      <h2 id="release" className="font-bold font-read text-2xl">
        {t("title")}
      </h2>
      <FormErrors messages={errors} />
      {problems.length > 0 ? (
        <>
          <p className="font-semibold">{t("problems", { count: problems.length })}</p>
          <FindingsList course={course} findings={problems} lessonTitles={lessonTitles} lessonKinds={lessonKinds} />
        </>
      ) : (
        <>
          <p className="text-ink-2">{t("lead")}</p>
          {changes.length > 0 ? (
            <Notice kind="warning" title={t("lengthChanges")}>
              <ul className="grid gap-1">
                {changes.map((change) => (
                  <li key={change}>{change}</li>
                ))}
              </ul>
            </Notice>
          ) : null}
          <ReleaseForm locales={check.locales} learners={learners} warnings={changes} />
        </>
      )}
      <p>
        <Link to={`/teach/${course}/release`} className="inline-flex min-h-11 items-center">
          {t("toRoom")}
        </Link>
      </p>
    </section>
  );
}
