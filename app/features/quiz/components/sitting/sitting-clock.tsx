import { useEffect, useState } from "react";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";

/** Of the seconds left: when they are told to those who do not look at the clock. */
const TOLD_AT = [600, 300, 60];

type SittingClockProps = {
  deadlineAt: Date;
  /** When the page was made, by the server; ISO 8601. */
  serverNow: string;
  /** Milliseconds since 1970 by the server's clock. */
  now: () => number;
};

const secondsUntil = (deadlineAt: Date, now: number) => Math.max(0, Math.ceil((deadlineAt.getTime() - now) / 1_000));

/** The time left by the server's clock. It may be hidden; ten, five and one minutes before the end it is announced. */
export function SittingClock({ deadlineAt, serverNow, now }: SittingClockProps) {
  const { t } = useTranslation("sitting");
  const formats = useFormats();
  const [left, setLeft] = useState(secondsUntil(deadlineAt, Date.parse(serverNow)));
  const [told, setTold] = useState<number>();
  const [hidden, setHidden] = useState(false);
  useEffect(() => {
    let before = Number.POSITIVE_INFINITY;
    const tick = () => {
      const seconds = secondsUntil(deadlineAt, now());
      const passed = TOLD_AT.find((mark) => before > mark && seconds <= mark && before !== Number.POSITIVE_INFINITY);
      if (passed) setTold(passed / 60);
      before = seconds;
      setLeft(seconds);
    };
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [deadlineAt, now]);
  return (
    <div className="flex items-center gap-2">
      <Icon name="clock" className="size-5 flex-none text-ink-2" />
      {hidden ? null : (
        <span
          role="timer"
          aria-label={t("clock.left")}
          dir="ltr"
          className={`min-w-16 font-semibold text-lg tabular-nums ${left <= 60 ? "text-danger" : left <= 300 ? "text-gold-ink" : ""}`}
        >
          {formats.clock(left)}
        </span>
      )}
      <Button type="button" kind="plain" size="s" className="script-only" onClick={() => setHidden(!hidden)}>
        {t(hidden ? "clock.show" : "clock.hide")}
      </Button>
      <span role="status" className="sr-only">
        {told ? t("clock.soon", { count: told }) : null}
      </span>
    </div>
  );
}
