import { AccountSection } from "#app/features/account/components/account-section.tsx";
import { useQuietRefresh } from "#app/platform/browser/use-quiet-refresh.ts";
import { Form, useHref } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";

type MadeExport = {
  id: string;
  state: "waiting" | "ready" | "failed" | "expired";
  done: number;
  parts: number;
  bytes: number;
  readyAt: Date | null;
  expiresAt: Date | null;
};

/** Where a person has all that is kept of her put together, and takes it away. */
export function ExportSection({ made, errors }: { made: MadeExport | null; errors: string[] }) {
  const { t } = useTranslation("privacy");
  const waiting = made?.state === "waiting";
  const { late } = useQuietRefresh(waiting);
  return (
    <AccountSection title={t("export.title")}>
      <p>{t("export.text")}</p>
      <FormErrors messages={errors} />
      {made ? <State made={made} late={late} /> : null}
      {waiting ? null : (
        <Form method="post">
          <Button kind={made?.state === "ready" ? "quiet" : "primary"} name="intent" value="export">
            {t(made ? "export.again" : "export.ask")}
          </Button>
        </Form>
      )}
    </AccountSection>
  );
}

function State({ made, late }: { made: MadeExport; late: boolean }) {
  const { t } = useTranslation("privacy");
  const formats = useFormats();
  const href = useHref();
  if (made.state === "ready" && made.expiresAt) {
    return (
      <div className="grid justify-items-start gap-2" role="status">
        <a href={href(`/account/data/${made.id}/archive.zip`)} className={buttonClass()} download>
          {t("export.fetch", { size: formats.bytes(made.bytes) })}
        </a>
        <p className="text-ink-2 text-sm">{t("export.until", { moment: formats.moment(made.expiresAt) })}</p>
      </div>
    );
  }
  if (made.state === "waiting") {
    return (
      <div className="grid gap-2" role="status">
        <ProgressBar label={t("export.progress")} value={made.done / Math.max(1, made.parts)} />
        <p>{t(late ? "export.mailed" : "export.waiting")}</p>
      </div>
    );
  }
  return <Notice kind={made.state === "failed" ? "error" : "info"}>{t(`export.${made.state}`)}</Notice>;
}
