import { accountRows } from "./account-rows.ts";
import { answerFileRows, attemptRows } from "./attempt-rows.ts";
import { bankRows } from "./bank-rows.ts";
import { buyingRows } from "./buying-rows.ts";
import { certificateAdminRows } from "./certificate-admin-rows.ts";
import { courseMakingRows } from "./course-making-rows.ts";
import { documentRows } from "./document-rows.ts";
import { gradebookRows } from "./gradebook-rows.ts";
import { gradingRows, resultRows } from "./grading-rows.ts";
import { groupRows } from "./group-rows.ts";
import { learnerRows } from "./learner-rows.ts";
import { learnRows } from "./learning-rows.ts";
import { draftRows } from "./lecture-rows.ts";
import { lessonBlockRows } from "./lesson-block-rows.ts";
import { mediaRows } from "./media-rows.ts";
import { noticeRows } from "./notice-rows.ts";
import { orderAdminRows } from "./order-admin-rows.ts";
import { outlineRows } from "./outline-rows.ts";
import { oversightRows } from "./oversight-rows.ts";
import { peopleRows } from "./people-rows.ts";
import { priceRows } from "./price-rows.ts";
import { privacyRows } from "./privacy-rows.ts";
import { publicRows } from "./public-rows.ts";
import { exchangeRows, quizRows } from "./quiz-rows.ts";
import { reportRows } from "./report-rows.ts";
import { resourceRows } from "./resource-rows.ts";
import { rosterRows } from "./roster-rows.ts";
import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";
import { scholarshipRows } from "./scholarship-rows.ts";
import { settingsRows } from "./settings-rows.ts";
import { shieldRows } from "./shield-rows.ts";
import { staffRows } from "./staff-rows.ts";
import { templateRows } from "./template-rows.ts";
import { textRows } from "./text-rows.ts";
import { translationRows } from "./translation-rows.ts";
import { videoRows } from "./video-rows.ts";

/** Every route and act with who may do it, for the people of a scene. */
export function securityMatrix(scene: Scene): Row[] {
  return [
    ...publicRows(scene),
    ...accountRows(scene),
    ...staffRows(scene),
    ...buyingRows(scene),
    ...rosterRows(scene),
    ...learnerRows(scene),
    ...reportRows(scene),
    ...documentRows(),
    ...settingsRows(),
    ...templateRows(scene),
    ...certificateAdminRows(scene),
    ...orderAdminRows(scene),
    ...oversightRows(scene),
    ...priceRows(scene),
    ...peopleRows(scene),
    ...privacyRows(),
    ...groupRows(scene),
    ...noticeRows(scene),
    ...scholarshipRows(scene),
    ...resourceRows(),
    ...shieldRows(),
    ...videoRows(scene),
    ...exchangeRows(scene),
    ...draftRows(scene),
    ...outlineRows(scene),
    ...mediaRows(scene),
    ...gradebookRows(scene),
    ...lessonBlockRows(scene),
    ...textRows(scene),
    ...translationRows(scene),
    ...courseMakingRows(scene),
    ...bankRows(scene),
    ...quizRows(scene),
    ...answerFileRows(scene),
    ...gradingRows(scene),
    ...resultRows(scene),
    ...attemptRows(scene),
    ...learnRows(scene),
  ];
}

/** Routes that answer without looking at who asks, and are tested elsewhere. */
export const elsewhere = ["routes/resources/health.ts", "routes/resources/live.ts"];
