import type { ReactNode } from "react";

type NamesLineProps = {
  arabic: string | null;
  latin: string | null;
  /** What stands behind them. */
  children?: ReactNode;
};

/** Names of a certificate beside one another, each in its own direction. */
export function NamesLine({ arabic, latin, children }: NamesLineProps) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1 font-read text-xl">
      {arabic ? (
        <bdi lang="ar" dir="rtl" className="min-w-0 break-words">
          {arabic}
        </bdi>
      ) : null}
      {latin ? (
        <bdi lang="en" dir="ltr" className="min-w-0 break-words">
          {latin}
        </bdi>
      ) : null}
      {children}
    </div>
  );
}
