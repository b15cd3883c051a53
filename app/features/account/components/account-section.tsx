import type { ReactNode } from "react";
import { Card } from "#app/ui/card.tsx";

/** One matter of an account, with its heading. */
export function AccountSection({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <Card as="section">
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-bold font-read text-xl">{title}</h2>
        {aside}
      </div>
      <div className="grid gap-5">{children}</div>
    </Card>
  );
}
