import type { FormEvent } from "react";
import { Form } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { AskDialog } from "./ask-dialog.tsx";
import type { MapEntry } from "./question-map.tsx";
import type { SendingAct } from "./use-sending-act.ts";

type SubmitSectionProps = {
  entries: readonly MapEntry[];
  /** Questions that she has not come to, where there is no going back. */
  ahead: number;
  unsaved: number;
  /** There is another question to go on to. */
  goesOn: boolean;
  act: SendingAct;
};

/** The end of a paper: handing it in, after a question that counts what is missing. Without JavaScript it just submits. */
export function SubmitSection({ entries, ahead, unsaved, goesOn, act }: SubmitSectionProps) {
  const { t } = useTranslation("sitting");
  const ask = (event: FormEvent) => {
    event.preventDefault();
    act.ask();
  };
  const done = entries.filter(({ answered }) => answered).length;
  return (
    <Card as="section" aria-labelledby="submit" className="grid justify-items-start gap-3">
      <h2 id="submit" className="sitting-anchor font-bold font-read text-xl">
        {t("submit.title")}
      </h2>
      {ahead > 0 ? null : <p>{t("sit.done", { done, all: entries.length })}</p>}
      <p className="text-ink-2">{t("submit.final")}</p>
      <Form method="post" onSubmit={ask}>
        <input type="hidden" name="intent" value="submit" />
        <Button kind={goesOn ? "quiet" : "primary"}>{t("submit.button")}</Button>
      </Form>
      {act.stage === "closed" ? null : (
        <AskDialog
          title={t("submit.ask")}
          confirmLabel={t("submit.confirm")}
          cancelLabel={t("submit.cancel")}
          failedText={t("submit.failed")}
          act={act}
        >
          <Missing entries={entries} ahead={ahead} unsaved={unsaved} />
          <p className="text-ink-2">{t("submit.final")}</p>
        </AskDialog>
      )}
    </Card>
  );
}

function Missing({ entries, ahead, unsaved }: Omit<SubmitSectionProps, "act" | "goesOn">) {
  const { t } = useTranslation("sitting");
  const unanswered = entries.filter(({ answered }) => !answered).length + ahead;
  const flagged = entries.filter((entry) => entry.flagged).length;
  return (
    <ul className="grid gap-1">
      <li className={unanswered > 0 ? "font-semibold" : undefined}>
        {unanswered > 0 ? t("submit.unanswered", { count: unanswered }) : t("submit.allAnswered")}
      </li>
      {flagged > 0 ? <li>{t("submit.flagged", { count: flagged })}</li> : null}
      {unsaved > 0 ? <li>{t("submit.unsent", { count: unsaved })}</li> : null}
    </ul>
  );
}
