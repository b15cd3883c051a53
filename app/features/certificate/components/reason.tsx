import { useTranslation } from "#app/platform/i18n/use-translation.ts";

/** Why something was decided, in the words of whoever decided it. */
export function Reason({ children }: { children: string }) {
  const { t } = useTranslation("certificate");
  return (
    <p>
      <span className="font-semibold">{t("reason")}</span>{" "}
      <bdi className="inline-block max-w-full whitespace-pre-line align-top">{children}</bdi>
    </p>
  );
}
