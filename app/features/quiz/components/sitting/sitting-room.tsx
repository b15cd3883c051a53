import { Form } from "#app/platform/i18n/link.tsx";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import type { AttemptView } from "../../find-attempt.server.ts";
import { QuestionView } from "../question-view.tsx";

export type OpenAttempt = Extract<AttemptView, { state: "open" }>;

type SittingRoomProps = { attempt: OpenAttempt; personId: string; serverNow: string };

const ignore = () => undefined;

/** An attempt that is being sat. Loaded where there is one. */
export default function SittingRoom({ attempt }: SittingRoomProps) {
  const { t } = useTranslation("sitting");
  const { locale } = usePageContext().formats;
  const answers = new Map(attempt.answers.map(({ slot, value }) => [slot, value]));
  return (
    <div className="grid gap-6">
      {attempt.slots.map(({ slot, type, shown }) => (
        <Card key={slot} as="section">
          <h2 className="mb-3 font-semibold">{t("sit.question", { number: slot })}</h2>
          <QuestionView
            type={type}
            shown={shown}
            value={answers.get(slot) ?? null}
            onChange={ignore}
            disabled
            locale={locale}
            id={`q${slot}`}
          />
        </Card>
      ))}
      <Form method="post">
        <input type="hidden" name="intent" value="submit" />
        <Button>{t("submit.button")}</Button>
      </Form>
    </div>
  );
}
