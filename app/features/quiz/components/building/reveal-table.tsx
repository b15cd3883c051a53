import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { reveals } from "../../quiz-rules-choices.ts";
import type { RevealMoment, RulesFields } from "./use-rules-fields.ts";

const moments: readonly RevealMoment[] = ["revealAfterSubmitting", "revealAfterClosing"];

/** What a learner is shown afterwards, and when: a box for each. */
export function RevealTable({ fields }: { fields: RulesFields }) {
  const { t } = useTranslation("quiz-editor");
  return (
    <div className="grid gap-2">
      <h3 id="reveal" className="font-bold text-lg">
        {t("rules.reveal")}
      </h3>
      <p className="text-ink-2 text-sm">{t("rules.revealHint")}</p>
      <table aria-labelledby="reveal" className="w-full border-collapse">
        <thead>
          <tr className="border-line border-b align-bottom text-sm">
            <td />
            {moments.map((moment) => (
              <th key={moment} scope="col" className="w-28 px-1 py-2 text-center font-semibold sm:w-40">
                {t(`rules.${moment}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reveals.map((what) => (
            <tr key={what} className="border-line border-b last:border-b-0">
              <th scope="row" className="py-1 text-start font-normal">
                {t(`rules.reveals.${what}`)}
              </th>
              {moments.map((moment) => (
                <td key={moment} className="text-center">
                  <label className="inline-grid size-11 cursor-pointer place-items-center">
                    <span className="sr-only">{`${t(`rules.reveals.${what}`)} — ${t(`rules.${moment}`)}`}</span>
                    <input
                      type="checkbox"
                      className="choice"
                      name={moment}
                      value={what}
                      defaultChecked={fields.shows(moment, what)}
                    />
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
