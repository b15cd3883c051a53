import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon } from "#app/ui/icon.tsx";
import type { Sitting } from "./use-sitting.ts";

/** What stands between her answers and the academy: a dead line, a session that is over, a browser that keeps nothing. */
export function LineNotice({ answers: { line, unsaved, signIn, gone, kept } }: { answers: Sitting["answers"] }) {
  const { t } = useTranslation("sitting");
  const isDown = line === "down";
  const lose = !kept && unsaved > 0;
  return (
    <div role="status">
      {signIn || gone || isDown || lose ? (
        <div className="flex items-start gap-3 border-gold border-t bg-gold-tint px-4 py-2.5">
          <Icon name="alert" className="mt-1 size-5 flex-none text-gold-ink" />
          <div className="min-w-0 text-sm">
            {signIn ? <SignedOut /> : null}
            {gone ? <p>{t("line.gone")}</p> : null}
            {isDown && !signIn ? (
              <p>
                <strong className="text-gold-ink">{t("line.down")}</strong>{" "}
                {unsaved > 0 ? t("line.kept", { count: unsaved }) : t("line.allSaved")}
              </p>
            ) : null}
            {lose ? <p className="font-semibold">{t("line.notKept")}</p> : null}
          </div>
        </div>
      ) : null}
    </div>
  );
}

function SignedOut() {
  const { t } = useTranslation("sitting");
  return (
    <p>
      {t("line.signIn")} <Link to="/sign-in">{t("ui:nav.signIn")}</Link>
    </p>
  );
}
