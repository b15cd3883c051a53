import { Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { Money } from "../../money/choose-price.ts";
import type { OfferedScholarship } from "../../scholarships/find-my-scholarships.server.ts";
import { waivedOf } from "../../scholarships/waived.ts";

type ScholarshipNoteProps = {
  course: string;
  scholarship: OfferedScholarship | null;
  /** The price above, where there is only one. */
  price: Money | null | undefined;
};

/** In the box in which a course is bought: what a scholarship takes off the price, or how to ask for one. */
export function ScholarshipNote({ course, scholarship, price }: ScholarshipNoteProps) {
  const { t } = useTranslation("scholarships");
  const formats = useFormats();
  const address = `/courses/${course}/scholarship`;
  if (!scholarship)
    return (
      <p className="text-sm">
        {t("box.ask")} <Link to={address}>{t("box.askLink")}</Link>
      </p>
    );
  const { percent } = scholarship;
  if (percent === null)
    return (
      <p className="text-ink-2 text-sm">
        {t("box.waiting")} <Link to={address}>{t("box.see")}</Link>
      </p>
    );
  const left = price ? formats.money(price.amount - waivedOf(price, percent), price.currency) : null;
  return (
    <Notice kind="success" title={t("box.granted", { share: percent / 100 })}>
      {left === null ? null : <p>{t("box.left", { amount: `\u2068${left}\u2069` })}</p>}
    </Notice>
  );
}
