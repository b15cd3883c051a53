import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { localeNames, pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { BankChoices } from "../../building/find-bank-choices.server.ts";
import type { BankQuestion, SlotStanding } from "../../building/plan-pieces.server.ts";
import { type EditedSlot, type Pool, readCount, readPoints } from "./edited-plan.ts";
import { MoveButtons } from "./move-buttons.tsx";
import { PoolFields } from "./pool-fields.tsx";
import type { PlanAddress, PlanInHand } from "./use-plan.ts";

type PlanSlotProps = {
  slot: EditedSlot;
  /** Of its first question on the paper. */
  number: number;
  ends: { first: boolean; last: boolean };
  question: BankQuestion | undefined;
  /** As the plan was saved last; a slot that is new has none yet. */
  standing: SlotStanding | undefined;
  address: PlanAddress;
  choices: BankChoices;
  plan: PlanInHand;
  remove: () => void;
};

/** A question of a quiz, or a pool of which each paper draws some. */
export function PlanSlot({ slot, number, ends, question, standing, address, choices, plan, remove }: PlanSlotProps) {
  const { t } = useTranslation("quiz-editor");
  const formats = useFormats();
  const count = readCount(slot.count) ?? 1;
  const numbers =
    count === 1 ? formats.number(number) : `${formats.number(number)}–${formats.number(number + count - 1)}`;
  const pool = "pool" in slot.from ? slot.from.pool : null;
  const name = pool ? t("plan.poolName", { count }) : (question?.name ?? t("plan.unknown"));
  return (
    <li className="grid grid-cols-1 gap-3 rounded-sm border border-line bg-paper p-3">
      <div className="flex items-start gap-3">
        <span className="min-w-8 pt-0.5 font-semibold text-ink-2 tabular-nums">{numbers}</span>
        <div className="grid min-w-0 flex-1 gap-1">
          <span>
            <bdi className="break-words font-semibold">{name}</bdi>
          </span>
          {pool ? <PoolWords pool={pool} choices={choices} /> : question ? <QuestionWords question={question} /> : null}
          <Standing standing={standing} removed={question?.removed ?? false} isPool={pool !== null} />
        </div>
      </div>
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <SlotNumbers slot={slot} isPool={pool !== null} plan={plan} />
        <div className="flex">
          <MoveButtons
            name={`${numbers}. ${name}`}
            {...ends}
            move={(by) => plan.moveSlot(slot.id, by)}
            remove={remove}
          />
        </div>
      </div>
      {pool ? (
        <Disclosure summary={t("plan.changePool")}>
          <PoolFields
            id={slot.id}
            {...{ address, choices, pool }}
            onChange={(changed) => plan.setSlot(slot.id, { from: { pool: changed } })}
          />
        </Disclosure>
      ) : null}
    </li>
  );
}

function SlotNumbers({ slot, isPool, plan }: { slot: EditedSlot; isPool: boolean; plan: PlanInHand }) {
  const { t } = useTranslation("quiz-editor");
  const field = (name: "points" | "count", error: string | undefined) => (
    <Field
      className="w-28"
      id={`${name}-${slot.id}`}
      name={`${name}-${slot.id}`}
      label={name === "count" ? t("plan.count") : t(isPool ? "plan.pointsEach" : "plan.points")}
      inputMode={name === "count" ? "numeric" : "decimal"}
      dir="ltr"
      value={slot[name]}
      error={error}
      onChange={(event) => plan.setSlot(slot.id, { [name]: event.target.value })}
    />
  );
  return (
    <div className="flex flex-wrap gap-3">
      {isPool ? field("count", readCount(slot.count) === null ? t("plan.badCount") : undefined) : null}
      {field("points", readPoints(slot.points) === null ? t("plan.badPoints") : undefined)}
    </div>
  );
}

function QuestionWords({ question }: { question: BankQuestion }) {
  const { t } = useTranslation("quiz-editor");
  const { locale } = usePageContext().formats;
  return (
    <>
      <LocalText
        value={pickTranslated(question.stem, locale)}
        className="line-clamp-2 break-words text-ink-2 text-sm"
      />
      <div className="flex flex-wrap gap-1.5">
        <Tag kind="plain">{t(`quiz:types.${question.type}`)}</Tag>
        {question.tags.map((tag) => (
          <Tag key={tag} kind="tile">
            <bdi>{tag}</bdi>
          </Tag>
        ))}
      </div>
    </>
  );
}

function PoolWords({ pool, choices }: { pool: Pool; choices: BankChoices }) {
  const { t } = useTranslation("quiz-editor");
  const category = choices.categories.find(({ id }) => id === pool.categoryId)?.path;
  return (
    <div className="flex flex-wrap items-center gap-1.5 text-ink-2 text-sm">
      <bdi>{category ?? t(pool.categoryId ? "plan.goneCategory" : "plan.anyCategory")}</bdi>
      {pool.tags.map((tag) => (
        <Tag key={tag} kind="tile">
          <bdi>{tag}</bdi>
        </Tag>
      ))}
    </div>
  );
}

type StandingProps = { standing: SlotStanding | undefined; removed: boolean; isPool: boolean };

function Standing({ standing, removed, isPool }: StandingProps) {
  const { t } = useTranslation("quiz-editor");
  if (!standing) return null;
  const { found, shortage, missing } = standing;
  const warning = "font-medium text-danger text-sm";
  const languages = missing.map((locale) => localeNames[locale]).join(" · ");
  return (
    <>
      {isPool ? <p className="text-ink-2 text-sm">{t("plan.inPool", { count: found })}</p> : null}
      {shortage === "missing" && !isPool ? (
        <p className={warning}>{t(removed ? "plan.removedFromBank" : "plan.shortage.missing")}</p>
      ) : null}
      {shortage && isPool ? (
        <p className={warning}>
          {t(shortage === "mayRunShort" ? "plan.shortage.mayRunShort" : "plan.shortage.tooFew")}
        </p>
      ) : null}
      {missing.length > 0 ? <p className="text-gold-ink text-sm">{t("plan.missingIn", { languages })}</p> : null}
    </>
  );
}
