import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import type { Steps } from "./use-steps.ts";

/** From one question to those beside it. */
export function StepWays({ steps: { previous, next, go } }: { steps: Steps }) {
  const { t } = useTranslation("sitting");
  return (
    <div className="flex flex-wrap justify-between gap-3">
      {previous === undefined ? (
        <span />
      ) : (
        <Button type="button" kind="quiet" className="script-only" onClick={() => go(previous)}>
          <Icon name="previous" />
          {t("step.previous")}
        </Button>
      )}
      {next === undefined ? null : (
        <Button type="button" className="script-only" onClick={() => go(next)}>
          {t("step.next")}
          <Icon name="next" />
        </Button>
      )}
    </div>
  );
}
