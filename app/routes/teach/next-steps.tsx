import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon, type IconName } from "#app/ui/icon.tsx";

type Steps = { toGrade: number; problems: number; released: boolean };

/** What waits for those who teach a course, each with the way to it. */
export function NextSteps({ course, steps }: { course: string; steps: Steps }) {
  const { t } = useTranslation("teach");
  const address = `/teach/${course}`;
  const { toGrade, problems, released } = steps;
  const all: { key: string; icon: IconName; to: string; text: string; when: boolean }[] = [
    {
      ...{ key: "problems", icon: "alert", to: `${address}/release` },
      ...{ text: t("next.problems", { count: problems }), when: problems > 0 },
    },
    { key: "never", icon: "info", to: `${address}/outline`, text: t("next.never"), when: !released },
    {
      ...{ key: "toGrade", icon: "edit", to: `${address}/grading` },
      ...{ text: t("next.toGrade", { count: toGrade }), when: toGrade > 0 },
    },
  ];
  const waiting = all.filter(({ when }) => when);
  return (
    <section aria-labelledby="next" className="mb-8 rounded border border-line bg-surface p-4">
      <h2 id="next" className="mb-1 font-bold font-read text-xl">
        {t("next.title")}
      </h2>
      {waiting.length === 0 ? <p className="text-ink-2">{t("next.nothing")}</p> : null}
      <ul>
        {waiting.map(({ key, icon, to, text }) => (
          <li key={key}>
            <Link to={to} className="inline-flex min-h-11 items-center gap-2">
              <Icon name={icon} className="size-5 flex-none text-ink-2" />
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
