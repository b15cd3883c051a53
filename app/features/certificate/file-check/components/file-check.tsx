import { useEffect, useRef, useState } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Card } from "#app/ui/card.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { FileResult } from "../file-findings.ts";
import { FileDrop } from "./file-drop.tsx";
import { FindingsSheet } from "./findings-sheet.tsx";
import { OfflineNote } from "./offline-note.tsx";

/** Larger than any certificate, in bytes. */
const LARGEST = 16 * 1024 * 1024;

const loadCheck = () => import("../check-file.ts");

type State = { now: "nothing" } | { now: "checking"; name: string } | ({ now: "done" } & FileResult);

type FileCheckProps = {
  /** The academy's own name as who issues. */
  did: string;
  /** How many lists of what was revoked it publishes. */
  statusLists: number;
};

/** Where a file is given to be checked by the browser itself, and what came of it. */
export function FileCheck({ did, statusLists }: FileCheckProps) {
  const { t } = useTranslation("verify");
  const { state, check } = useFileCheck(did);
  const result = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.now === "done") result.current?.scrollIntoView({ block: "nearest" });
  }, [state]);
  return (
    <>
      <Card as="section" aria-labelledby="by-file" className="grid gap-4">
        <h2 id="by-file" className="font-bold font-read text-2xl">
          {t("file.title")}
        </h2>
        <p>{t("file.lead")}</p>
        <FileDrop onFile={check} busy={state.now === "checking"} />
        <noscript>
          <p className="rounded-sm bg-surface-2 px-4 py-3">{t("file.noScript")}</p>
        </noscript>
        <OfflineNote statusLists={statusLists} />
      </Card>
      <section ref={result} aria-label={t("file.result")} aria-live="polite" className="min-w-0 lg:col-span-2">
        {state.now === "checking" ? <p>{t("file.checking", { name: `\u2068${state.name}\u2069` })}</p> : null}
        {state.now === "done" && "refusal" in state ? (
          <Notice kind="warning">{t(`file.refused.${state.refusal}`)}</Notice>
        ) : null}
        {state.now === "done" && "findings" in state ? <FindingsSheet findings={state.findings} /> : null}
      </section>
    </>
  );
}

/** What checks files is fetched with the page's first visit, so that it is there when the line is not. */
function useFileCheck(did: string) {
  const [state, setState] = useState<State>({ now: "nothing" });
  const latest = useRef(0);
  useEffect(() => {
    loadCheck().catch(() => undefined);
  }, []);
  const check = async (file: File) => {
    latest.current += 1;
    const turn = latest.current;
    setState({ now: "checking", name: file.name });
    const result = await examine(file, did);
    if (turn === latest.current) setState({ now: "done", ...result });
  };
  return { state, check };
}

async function examine(file: File, did: string): Promise<FileResult> {
  if (file.size > LARGEST) return { refusal: "large" };
  try {
    const { checkFile } = await loadCheck();
    return await checkFile({ bytes: new Uint8Array(await file.arrayBuffer()), did, now: new Date() });
  } catch {
    return { refusal: "failed" };
  }
}
