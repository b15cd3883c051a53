import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";

/** From the page of a course to buying seats in it for others. */
export function SeatsLink({ course }: { course: string }) {
  const { t } = useTranslation("payment");
  return (
    <Link to={`/courses/${course}/seats`} className="inline-flex min-h-11 items-center">
      {t("seatsLink")}
    </Link>
  );
}

/** To where an access code is used. */
export function RedeemLink() {
  const { t } = useTranslation("payment");
  return (
    <Link to="/redeem" className="inline-flex min-h-11 items-center">
      {t("redeemLink")}
    </Link>
  );
}
