import { useState } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import type { BankChoices } from "../../building/find-bank-choices.server.ts";
import { type Pool, readCount } from "./edited-plan.ts";
import { PoolFields } from "./pool-fields.tsx";
import type { PlanAddress } from "./use-plan.ts";

type PoolFormProps = {
  address: PlanAddress;
  choices: BankChoices;
  add: (pool: Pool, count: string) => void;
  close: () => void;
};

/** Adds a pool of which each paper draws some questions. */
export function PoolForm({ address, choices, add, close }: PoolFormProps) {
  const { t } = useTranslation("quiz-editor");
  const [pool, setPool] = useState<Pool>({ categoryId: null, tags: [] });
  const [count, setCount] = useState("1");
  const isCount = readCount(count) !== null;
  return (
    <section aria-label={t("plan.addPool")} className="grid gap-4 rounded-sm border border-line-strong bg-paper p-4">
      <h3 className="font-semibold">{t("plan.addPool")}</h3>
      <PoolFields id="new" {...{ address, choices, pool }} onChange={setPool} />
      <Field
        className="w-40"
        name="pool-count"
        label={t("plan.count")}
        inputMode="numeric"
        dir="ltr"
        value={count}
        error={isCount ? undefined : t("plan.badCount")}
        onChange={(event) => setCount(event.target.value)}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="button" disabled={!isCount} onClick={() => add(pool, count)}>
          {t("plan.addPool")}
        </Button>
        <Button type="button" kind="quiet" onClick={close}>
          {t("picker.close")}
        </Button>
      </div>
    </section>
  );
}
