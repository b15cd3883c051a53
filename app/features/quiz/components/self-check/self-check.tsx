import { useEffect, useRef, useState } from "react";
import { fetchWordsFor } from "#app/platform/i18n/load-words.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { ShownSelfCheck, TriedSelfCheck } from "../../self-check/self-check.server.ts";
import { QuestionText } from "../question-text.tsx";
import { QuestionView } from "../question-view.tsx";
import { askQuestion, type SelfCheckAddress, sendAnswer } from "./ask-self-check.ts";

type SelfCheckProps = { address: SelfCheckAddress; locale: Locale };

/** The question and the words of its kind; null while they are on their way, `away` where they cannot be had. */
function useQuestion({ course, lesson, question }: SelfCheckAddress) {
  const [state, setState] = useState<{ asked: ShownSelfCheck | "away" | null; turn: number }>({ asked: null, turn: 0 });
  const { turn } = state;
  useEffect(() => {
    let gone = false;
    const words = fetchWordsFor(`/learn/${course}/${lesson}/attempts/1?${turn}`).then(
      () => true,
      () => false,
    );
    void Promise.all([askQuestion({ course, lesson, question }), words]).then(([asked, worded]) => {
      if (!gone) setState({ asked: worded && asked ? asked : "away", turn });
    });
    return () => {
      gone = true;
    };
  }, [course, lesson, question, turn]);
  return { asked: state.asked, again: () => setState({ asked: null, turn: turn + 1 }) };
}

/** A question in the text of a lesson, answered as often as she likes; nothing of it is kept. */
export default function SelfCheck({ address, locale }: SelfCheckProps) {
  const { t } = useTranslation("learn");
  const { asked, again } = useQuestion(address);
  if (asked === null) return null;
  if (asked === "away") {
    return (
      <div className="self-check-own grid justify-items-start gap-3">
        <Notice kind="warning">{t("selfCheck.away")}</Notice>
        <Button type="button" kind="quiet" onClick={again}>
          {t("selfCheck.again")}
        </Button>
      </div>
    );
  }
  return <Answering address={address} locale={locale} asked={asked} />;
}

function Answering({ address, locale, asked }: SelfCheckProps & { asked: ShownSelfCheck }) {
  const { t } = useTranslation("learn");
  const [answer, setAnswer] = useState<unknown>(null);
  const [tried, setTried] = useState<TriedSelfCheck | "away" | null>(null);
  const outcome = useRef<HTMLDivElement>(null);
  const graded = tried !== null && tried !== "away" && tried.result === "graded" ? tried : null;
  const check = async () => {
    setTried((await sendAnswer(address, answer)) ?? "away");
    outcome.current?.focus();
  };
  return (
    <div className="self-check-own grid gap-4">
      <QuestionView
        id={`check-${address.question}`}
        type={asked.type}
        shown={asked.shown}
        value={answer}
        onChange={(value) => {
          setAnswer(value);
          setTried(null);
        }}
        disabled={graded !== null}
        locale={locale}
        {...(graded ? { review: { grade: graded.grade, key: graded.key } } : {})}
      />
      <div ref={outcome} tabIndex={-1} role="status" className="grid gap-3 focus:outline-none">
        {tried ? <Outcome tried={tried} locale={locale} /> : null}
      </div>
      <div className="flex flex-wrap items-center gap-3">
        {graded ? (
          <Button type="button" kind="quiet" onClick={() => setTried(null)}>
            {t("selfCheck.again")}
          </Button>
        ) : (
          <Button type="button" disabled={answer === null} onClick={() => void check()}>
            {t("selfCheck.check")}
          </Button>
        )}
        <span className="text-ink-2 text-sm">{t("selfCheck.notKept")}</span>
      </div>
    </div>
  );
}

function Outcome({ tried, locale }: { tried: TriedSelfCheck | "away"; locale: Locale }) {
  const { t } = useTranslation("learn");
  if (tried === "away") return <Notice kind="warning">{t("selfCheck.away")}</Notice>;
  if (tried.result === "unfit") return <Notice kind="warning">{t("selfCheck.unfit")}</Notice>;
  const { share } = tried.grade;
  const said = share === 1 ? "right" : share === 0 ? "wrong" : "partly";
  return (
    <>
      <Notice kind={share === 1 ? "success" : "info"}>{t(`selfCheck.${said}`)}</Notice>
      {tried.remarks.map((remark) => (
        <QuestionText key={JSON.stringify(remark)} html={remark} locale={locale} />
      ))}
    </>
  );
}
