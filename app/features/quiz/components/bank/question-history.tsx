import { Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { BankQuestion } from "../../bank/find-question.server.ts";

/** All versions of a question, the newest first, with who wrote each and how many have sat it. */
export function QuestionHistory({ course, question }: { course: string; question: BankQuestion }) {
  const { t } = useTranslation("question-bank");
  const formats = useFormats();
  return (
    <section aria-labelledby="versions" className="mt-12 grid grid-cols-[minmax(0,1fr)] gap-3">
      <h2 id="versions" className="font-bold font-read text-2xl">
        {t("versions.title")}
      </h2>
      <p className="max-w-prose text-ink-2">{t("versions.lead")}</p>
      <DataTable
        caption={t("versions.table", { name: question.name })}
        captionHidden
        head={[
          t("versions.version"),
          t("versions.when"),
          t("versions.who"),
          { key: "attempts", label: t("versions.attempts"), numeric: true },
        ]}
        rows={question.versions.map(({ number, at, by, attempts }) => ({
          key: String(number),
          cells: [
            <span key="version" className="flex flex-wrap items-center gap-2">
              <Link
                to={`/teach/${course}/questions/${question.id}/versions/${number}`}
                className="inline-flex min-h-11 items-center sm:min-h-0"
              >
                {t("versions.number", { number })}
              </Link>
              {number === question.current ? <Tag>{t("versions.isCurrent")}</Tag> : null}
            </span>,
            formats.moment(at),
            by === null ? t("versions.imported") : <bdi key="by">{by}</bdi>,
            formats.number(attempts),
          ],
        }))}
      />
    </section>
  );
}
