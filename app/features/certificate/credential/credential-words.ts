import type { Locale } from "#app/platform/i18n/locales.ts";

/**
 * What a credential says in words beside what the snapshot holds. It is signed, so that it belongs to no screen, and
 * never changes: readers' browsers compare what was signed long ago with these words.
 */
export type CredentialWords = {
  /** What was needed; `courses` are the titles of a programme's courses. */
  earnedCourse: string;
  earnedProgramme: (courses: string) => string;
  /** In place of that where nobody asked whether the requirements were met. */
  byHand: string;
  taughtBy: (names: string) => string;
  grade: string;
  minutes: string;
};

/** In every language of the academy. */
export const credentialWords: Record<Locale, CredentialWords> = {
  ar: {
    earnedCourse: "استيفاء جميع متطلبات الدورة.",
    earnedProgramme: (courses) => `استيفاء جميع متطلبات دورات البرنامج: ${courses}.`,
    byHand: "مُنحت بقرار من الأكاديمية.",
    taughtBy: (names) => `تدريس: ${names}.`,
    grade: "الدرجة بالمئة",
    minutes: "مدة الدراسة بالدقائق",
  },
  en: {
    earnedCourse: "Fulfilling all the requirements of the course.",
    earnedProgramme: (courses) => `Fulfilling all the requirements of the programme’s courses: ${courses}.`,
    byHand: "Awarded by decision of the academy.",
    taughtBy: (names) => `Taught by: ${names}.`,
    grade: "Grade in per cent",
    minutes: "Length of study in minutes",
  },
  fr: {
    earnedCourse: "Satisfaire à toutes les exigences du cours.",
    earnedProgramme: (courses) => `Satisfaire à toutes les exigences des cours du programme : ${courses}.`,
    byHand: "Décerné par décision de l’académie.",
    taughtBy: (names) => `Enseignement : ${names}.`,
    grade: "Note en pourcentage",
    minutes: "Durée d’étude en minutes",
  },
  es: {
    earnedCourse: "Cumplir todos los requisitos del curso.",
    earnedProgramme: (courses) => `Cumplir todos los requisitos de los cursos del programa: ${courses}.`,
    byHand: "Otorgado por decisión de la academia.",
    taughtBy: (names) => `Docencia: ${names}.`,
    grade: "Calificación en porcentaje",
    minutes: "Duración del estudio en minutos",
  },
  tr: {
    earnedCourse: "Dersin bütün gereklerini yerine getirmek.",
    earnedProgramme: (courses) => `Programdaki derslerin bütün gereklerini yerine getirmek: ${courses}.`,
    byHand: "Akademinin kararıyla verilmiştir.",
    taughtBy: (names) => `Dersi verenler: ${names}.`,
    grade: "Yüzde olarak not",
    minutes: "Dakika olarak öğrenim süresi",
  },
  ur: {
    earnedCourse: "کورس کے تمام تقاضے پورے کرنا۔",
    earnedProgramme: (courses) => `پروگرام کے کورسوں کے تمام تقاضے پورے کرنا: ${courses}۔`,
    byHand: "اکادمی کے فیصلے سے دی گئی۔",
    taughtBy: (names) => `تدریس: ${names}۔`,
    grade: "نمبر فی صد میں",
    minutes: "مطالعے کا دورانیہ منٹوں میں",
  },
  ms: {
    earnedCourse: "Memenuhi semua syarat kursus.",
    earnedProgramme: (courses) => `Memenuhi semua syarat kursus dalam program: ${courses}.`,
    byHand: "Dianugerahkan dengan keputusan akademi.",
    taughtBy: (names) => `Diajar oleh: ${names}.`,
    grade: "Gred dalam peratus",
    minutes: "Tempoh pembelajaran dalam minit",
  },
};
