import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Card } from "#app/ui/card.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { FileResult } from "../file-findings.ts";
import { FileDrop } from "./file-drop.tsx";
import { FindingsSheet } from "./findings-sheet.tsx";
import { OfflineNote } from "./offline-note.tsx";
import { useScannedCode } from "./use-scanned-code.ts";

/** Larger than any certificate, in bytes. */
const LARGEST = 16 * 1024 * 1024;

const loadCheck = () => import("../check-file.ts");
const loadCodeCheck = () => import("../check-code.ts");

/** `name` is a file's; a scanned code has none. */
type State = { now: "nothing" } | { now: "checking"; name: string | null } | ({ now: "done" } & FileResult);

type FileCheckProps = {
  /** The academy's own name as who issues. */
  did: string;
  /** How many lists of what was revoked it publishes. */
  statusLists: number;
};

/** Where a file is given, or a scanned code leads, to be checked by the browser itself, and what came of it. */
export function FileCheck({ did, statusLists }: FileCheckProps) {
  const { t } = useTranslation("verify");
  const { state, checkFile, checkCode } = useChecks(did);
  useScannedCode(checkCode);
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
        <FileDrop onFile={checkFile} busy={state.now === "checking"} />
        <noscript>
          <p className="rounded-sm bg-surface-2 px-4 py-3">{t("file.noScript")}</p>
        </noscript>
        <OfflineNote statusLists={statusLists} />
      </Card>
      <section ref={result} aria-label={t("file.result")} aria-live="polite" className="min-w-0 lg:col-span-2">
        {state.now === "checking" ? (
          <p>
            {state.name === null ? t("file.checkingCode") : t("file.checking", { name: `\u2068${state.name}\u2069` })}
          </p>
        ) : null}
        {state.now === "done" && "refusal" in state ? (
          <Notice kind="warning">{t(`file.refused.${state.refusal}`)}</Notice>
        ) : null}
        {state.now === "done" && "findings" in state ? <FindingsSheet findings={state.findings} /> : null}
      </section>
    </>
  );
}

/** What checks is fetched with the page's first visit, so that it is there when the line is not. */
function useChecks(did: string) {
  const [state, setState] = useState<State>({ now: "nothing" });
  const latest = useRef(0);
  useEffect(() => {
    loadCheck().catch(() => undefined);
    loadCodeCheck().catch(() => undefined);
  }, []);
  const show = useCallback(async (name: string | null, examine: () => Promise<FileResult>) => {
    latest.current += 1;
    const turn = latest.current;
    setState({ now: "checking", name });
    const result = await examine().catch((): FileResult => ({ refusal: "failed" }));
    if (turn === latest.current) setState({ now: "done", ...result });
  }, []);
  const checkFile = useCallback((file: File) => show(file.name, () => examineFile(file, did)), [show, did]);
  const checkCode = useCallback((digits: string) => show(null, () => examineCode(digits, did)), [show, did]);
  return { state, checkFile, checkCode };
}

async function examineFile(file: File, did: string): Promise<FileResult> {
  if (file.size > LARGEST) return { refusal: "large" };
  const { checkFile } = await loadCheck();
  return checkFile({ bytes: new Uint8Array(await file.arrayBuffer()), did, now: new Date() });
}

async function examineCode(digits: string, did: string): Promise<FileResult> {
  const { checkCode } = await loadCodeCheck();
  return checkCode({ digits, did, now: new Date() });
}
