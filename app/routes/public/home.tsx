import { useTranslation } from "react-i18next";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";

export const loader = declareLoader({ access: "anyone", sameForGuests: true, load: () => null });

export default function Home() {
  const { t } = useTranslation("ui");
  return <h1>{t("name")}</h1>;
}
