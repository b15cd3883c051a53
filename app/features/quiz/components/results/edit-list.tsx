import type { Locale } from "#app/platform/i18n/locales.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { AttemptRecord } from "../../results/find-attempt-record.server.ts";
import { PickText } from "./pick-text.tsx";

type Slot = AttemptRecord["slots"][number];

/** Every edit of an answer that ever arrived, and what became of it. */
export function EditList({ slot, nameless, locale }: { slot: Slot; nameless: boolean; locale: Locale }) {
  const { t } = useTranslation("quiz-results");
  const formats = useFormats();
  if (slot.edits.length === 0) return null;
  const fates = { counts: t("edits.counts"), replaced: t("edits.replaced"), late: t("edits.late") };
  const moment = nameless ? formats.date : formats.moment;
  const rows = slot.edits.map((edit) => ({
    key: `${edit.device}/${edit.sequence}`,
    cells: [
      edit.picks.length > 0 ? (
        <ul key="said" className="grid max-h-40 min-w-40 gap-1 overflow-y-auto">
          {edit.picks.map((pick) => (
            <li key={`${pick.part}/${pick.given}`}>
              <PickText pick={pick} names={slot.names} locale={locale} />
            </li>
          ))}
        </ul>
      ) : (
        <span key="said" className="text-ink-2">
          {t("answer.none")}
        </span>
      ),
      <Tag key="fate" kind={edit.fate === "counts" ? "tile" : "plain"}>
        {fates[edit.fate]}
      </Tag>,
      moment(edit.madeAt),
      moment(edit.receivedAt),
      formats.number(edit.device),
    ],
  }));
  return (
    <Disclosure summary={t("edits.title", { count: slot.edits.length })}>
      <DataTable
        caption={t("edits.caption")}
        captionHidden
        head={[
          t("edits.said"),
          t("edits.fate"),
          t("edits.made"),
          t("edits.received"),
          { key: "device", label: t("edits.device"), numeric: true },
        ]}
        rows={rows}
      />
    </Disclosure>
  );
}
