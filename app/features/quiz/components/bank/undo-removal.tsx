import { Form } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { type BankFilters, bankHref } from "../../bank/bank-filters.ts";

type UndoRemovalProps = {
  course: string;
  filters: BankFilters;
  /** Ids, with commas between them. */
  undo: string;
  summary: { undoable: number };
};

/** The way back from a removal that has just been made. */
export function UndoRemoval({ course, filters, undo, summary }: UndoRemovalProps) {
  const { t } = useTranslation("question-bank");
  return (
    <Notice kind="info" className="mb-4">
      <Form method="post" action={bankHref(course, filters)} className="flex flex-wrap items-center gap-3">
        <input type="hidden" name="intent" value="bring-back" />
        {undo.split(",").map((id) => (
          <input key={id} type="hidden" name="question" value={id} />
        ))}
        <span>{t("undo.text", { count: summary.undoable })}</span>
        <Button kind="quiet" size="s">
          {t("undo.act")}
        </Button>
      </Form>
    </Notice>
  );
}
