import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { FieldError } from "#app/ui/field-parts.tsx";
import type { Coupon, CouponChoices } from "../../coupons/find-coupons.server.ts";
import type { FormFields } from "../prices/use-form-fields.ts";

type Choice = CouponChoices["courses"][number];

/** For which courses and programmes a coupon holds; for everything where none is ticked. */
export function CouponTargets({
  coupon,
  choices,
  fields,
}: {
  coupon: Coupon | undefined;
  choices: CouponChoices;
  fields: FormFields;
}) {
  const { t } = useTranslation("coupons");
  const { locale } = usePageContext().formats;
  const known = new Set([...choices.courses, ...choices.programmes].map(({ id }) => id));
  // What it holds for and is no longer offered stays ticked, or it would be taken from it unseen.
  const others = (coupon?.targets ?? [])
    .filter(({ id }) => !known.has(id))
    .map(({ id, titles }) => ({ id, title: pickTranslated(titles, locale) }));
  const saved = coupon?.targets.map(({ id }) => id) ?? [];
  const error = fields.error("courses") ?? fields.error("programmes");
  return (
    <fieldset className="grid gap-3" aria-describedby={error ? "targets-error" : undefined}>
      <legend className="font-semibold">{t("form.targets")}</legend>
      <p className="text-ink-2 text-sm">{t("form.targetsHint")}</p>
      <FieldError id="targets">{error}</FieldError>
      <div className="grid max-h-96 gap-3 overflow-y-auto rounded border border-line bg-surface px-4 py-3">
        <Boxes name="programmes" choices={choices.programmes} ticked={fields.ticked("programmes", saved)} />
        <Boxes name="courses" choices={[...others, ...choices.courses]} ticked={fields.ticked("courses", saved)} />
      </div>
    </fieldset>
  );
}

type BoxesProps = { name: "courses" | "programmes"; choices: readonly Choice[]; ticked: ReadonlySet<string> };

function Boxes({ name, choices, ticked }: BoxesProps) {
  const { t } = useTranslation("prices");
  if (choices.length === 0) return null;
  return (
    <div>
      <p className="font-semibold text-ink-2 text-sm">{t(`kinds.${name}`)}</p>
      <ul>
        {choices.map(({ id, title }) => (
          <li key={id}>
            <label className="flex min-h-11 cursor-pointer items-center gap-3">
              <input type="checkbox" name={name} value={id} defaultChecked={ticked.has(id)} className="choice mt-0" />
              <LocalText value={title} />
            </label>
          </li>
        ))}
      </ul>
    </div>
  );
}
