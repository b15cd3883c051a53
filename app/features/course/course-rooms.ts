/** What somebody may do in a course that she teaches; every room asks for one of them. */
export type RoomRights = { teaches: boolean; edits: boolean; manages: boolean };

type Room = { name: string; path: string; needs: keyof RoomRights };

/**
 * The rooms of a course as its instructors go through them: making it, then those who learn in it. The words are
 * `teach:rooms.<name>`.
 */
export const courseRooms: readonly Room[] = [
  { name: "overview", path: "", needs: "teaches" },
  { name: "outline", path: "/outline", needs: "edits" },
  { name: "translations", path: "/translations", needs: "edits" },
  { name: "media", path: "/media", needs: "edits" },
  { name: "references", path: "/references", needs: "edits" },
  { name: "questions", path: "/questions", needs: "edits" },
  { name: "look", path: "/look", needs: "edits" },
  { name: "release", path: "/release", needs: "edits" },
  { name: "learners", path: "/learners", needs: "teaches" },
  { name: "grades", path: "/grades", needs: "teaches" },
  { name: "grading", path: "/grading", needs: "teaches" },
  { name: "messages", path: "/messages", needs: "teaches" },
  { name: "reports", path: "/reports", needs: "teaches" },
  { name: "settings", path: "/settings", needs: "edits" },
  { name: "instructors", path: "/instructors", needs: "manages" },
];
