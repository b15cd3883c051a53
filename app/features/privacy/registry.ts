import { accountData } from "#app/features/account/personal-data.ts";
import { certificateData } from "#app/features/certificate/personal-data.ts";
import { courseData } from "#app/features/course/personal-data.ts";
import { enrolmentData } from "#app/features/enrolment/personal-data.ts";
import { lectureData } from "#app/features/lecture/personal-data.ts";
import { lessonData } from "#app/features/lesson/personal-data.ts";
import { notificationData } from "#app/features/notification/personal-data.ts";
import { paymentData } from "#app/features/payment/personal-data.ts";
import { peopleData } from "#app/features/people/personal-data.ts";
import { policyData } from "#app/features/policy/personal-data.ts";
import { progressData } from "#app/features/progress/personal-data.ts";
import { quizData } from "#app/features/quiz/personal-data.ts";
import { rosterData } from "#app/features/roster/personal-data.ts";
import type { PersonalData } from "#app/platform/personal-data/personal-table.ts";
import { platformData } from "#app/platform/personal-data/platform-data.ts";
import { privacyData } from "./personal-data.ts";

/** The parts of the academy that keep something about people, in the order in which a person reads of them. */
export const personalData = {
  account: joined(accountData, policyData, peopleData),
  learning: joined(enrolmentData, progressData, rosterData),
  lectures: lectureData,
  quizzes: quizData,
  certificates: certificateData,
  payments: paymentData,
  teaching: joined(courseData, lessonData),
  notices: notificationData,
  privacy: privacyData,
  machinery: platformData,
} satisfies Record<string, PersonalData>;

/** Several features that a person takes for one. */
function joined(...parts: PersonalData[]): PersonalData {
  return {
    tables: parts.flatMap(({ tables }) => tables),
    authors: parts.flatMap(({ authors = [] }) => authors),
    impersonal: parts.flatMap(({ impersonal }) => impersonal),
    files: async (db, whose) => (await Promise.all(parts.map(({ files }) => files?.(db, whose) ?? []))).flat(),
    erase: async (tx, erasing) => {
      for (const { erase } of parts) await erase?.(tx, erasing);
    },
  };
}

/** The same as a list. */
export const personalParts: readonly { part: string; data: PersonalData }[] = Object.entries(personalData).map(
  ([part, data]) => ({ part, data }),
);
