import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Tag } from "#app/ui/tag.tsx";

/** What a course costs; `amount` in minor units. */
export function PriceTag({ amount, currency }: { amount: number; currency: string }) {
  const { t } = useTranslation("course");
  const { money } = useFormats();
  if (amount === 0) return <Tag kind="gold">{t("price.free")}</Tag>;
  return (
    <Tag kind="plain">
      <bdi>{money(amount, currency)}</bdi>
    </Tag>
  );
}
