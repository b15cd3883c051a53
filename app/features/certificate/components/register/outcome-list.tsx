import { useEffect, useRef } from "react";
import { Link } from "#app/platform/i18n/link.tsx";
import { translateMessage } from "#app/platform/i18n/message-key.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon } from "#app/ui/icon.tsx";
import type { Outcome } from "../../register/outcome.ts";
import { writeSerial } from "../../serial.ts";
import { RecipientNames } from "./recipient-names.tsx";

type OutcomeListProps = { outcomes: readonly Outcome[] };

/** What an act upon many did with each of them. It takes the focus, as what was acted upon may be gone from the list. */
export function OutcomeList({ outcomes }: OutcomeListProps) {
  const { t } = useTranslation("certificate-admin");
  const box = useRef<HTMLElement>(null);
  // Whoever acts again is told again.
  useEffect(() => {
    if (outcomes.length > 0) box.current?.focus();
  }, [outcomes]);
  const done = outcomes.filter(({ refused }) => refused === null).length;
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-labelledby="outcomes"
      className="mb-6 grid gap-2 rounded border border-line-strong bg-surface p-4"
    >
      <h2 id="outcomes" className="font-semibold">
        {t("outcomes.done", { count: done })}{" "}
        {done < outcomes.length ? t("outcomes.refused", { count: outcomes.length - done }) : null}
      </h2>
      <ul className="grid max-h-80 gap-2 overflow-y-auto text-sm">
        {outcomes.map((outcome) => (
          <OutcomeItem key={outcome.key} outcome={outcome} />
        ))}
      </ul>
    </section>
  );
}

function OutcomeItem({ outcome: { arabic, latin, did, refused, serial } }: { outcome: Outcome }) {
  const { t } = useTranslation("certificate-admin");
  return (
    <li className="flex items-start gap-2">
      <Icon
        name={refused ? "alert" : "check"}
        className={`mt-1 size-4 flex-none ${refused ? "text-danger" : "text-ok"}`}
      />
      <div className="min-w-0">
        <RecipientNames arabic={arabic} latin={latin} className="font-medium" />
        <p className="text-ink-2">
          {refused ? translateMessage(t, refused) : t(`outcomes.${did}`)}
          {serial ? (
            <>
              {" "}
              <Link to={`/admin/certificates/record/${writeSerial(serial)}`} dir="ltr" className="font-mono text-xs">
                {writeSerial(serial)}
              </Link>
            </>
          ) : null}
        </p>
      </div>
    </li>
  );
}
