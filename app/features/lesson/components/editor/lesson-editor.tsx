import { Suspense, useSyncExternalStore } from "react";
import { lazyPart, PartOnItsWay } from "#app/platform/browser/lazy-part.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { LessonEditorProps } from "./editor-props.ts";

const EditorRoom = lazyPart(() => import("./editor-room.tsx"));

const never = () => () => undefined;

/** The editor of a lesson's text. Its code is fetched when it is first shown, and runs in the browser alone. */
export function LessonEditor(props: LessonEditorProps) {
  const { t } = useTranslation("text-editor");
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!inBrowser) {
    return (
      <>
        <PartOnItsWay />
        <noscript>
          <Notice kind="warning">{t("noScript")}</Notice>
        </noscript>
      </>
    );
  }
  return (
    <Suspense fallback={<PartOnItsWay />}>
      <EditorRoom {...props} />
    </Suspense>
  );
}
