import { useEffect, useState } from "react";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import type { CertificateInRegister } from "../../register/find-register.server.ts";
import { isNarrowed, type RegisterFilters, registerHref } from "../../register/register-filters.ts";
import { ChosenActs } from "./chosen-acts.tsx";
import { RegisterTable } from "./register-table.tsx";
import { WayToActs } from "./way-to-acts.tsx";

type RegisterListProps = {
  certificates: readonly CertificateInRegister[];
  filters: RegisterFilters;
  cursor: string | undefined;
  reason: { typed: string | undefined; error: string | undefined };
};

/** The certificates that were found, and what may be done with those chosen among them. */
export function RegisterList({ certificates, filters, cursor, reason }: RegisterListProps) {
  const { t } = useTranslation("certificate-admin");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // Choosing all at once needs the page's script.
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const serials = certificates.map(({ serial }) => serial);
  const present = serials.filter((serial) => chosen.has(serial));
  const choose = (serial: string, isChosen: boolean) =>
    setChosen(new Set(isChosen ? [...present, serial] : present.filter((one) => one !== serial)));
  if (certificates.length === 0) return <NothingFound narrowed={isNarrowed(filters)} />;
  return (
    <Form method="post" action={registerHref(filters, cursor ? { cursor } : {})} aria-label={t("rooms.register")}>
      {ready ? (
        <Checkbox
          name="all"
          label={t("register.chooseAll")}
          checked={present.length === serials.length}
          onChange={(event) => setChosen(new Set(event.target.checked ? serials : []))}
        />
      ) : null}
      <RegisterTable certificates={certificates} chosen={new Set(present)} onChoose={choose} />
      <WayToActs>{present.length > 0 ? t("acts.chosen", { count: present.length }) : null}</WayToActs>
      <ChosenActs count={present.length} reason={reason} />
    </Form>
  );
}

function NothingFound({ narrowed }: { narrowed: boolean }) {
  const { t } = useTranslation("certificate-admin");
  return narrowed ? (
    <EmptyState
      title={t("register.nothing.title")}
      text={t("register.nothing.text")}
      action={
        <Link to={registerHref()} className={buttonClass({ kind: "quiet" })}>
          {t("register.clear")}
        </Link>
      }
    />
  ) : (
    <EmptyState
      title={t("register.empty.title")}
      text={t("register.empty.text")}
      action={
        <Link to="/admin/certificates/issue" className={buttonClass()}>
          {t("rooms.issue")}
        </Link>
      }
    />
  );
}
