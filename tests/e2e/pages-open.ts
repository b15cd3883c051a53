import { as, nothingToSee, type VisitedPage } from "./visited-page.ts";

/** What everybody meets, and what those who learn do. */
export const openPages: Record<string, VisitedPage[]> = {
  "/": [...as("guest", "/"), ...as("learner", "/")],
  "/courses": as("guest", "/courses", "/courses?q=jerusalem&level=beginner", "/courses?q=nothing-has-this-name"),
  "/courses/:course": [
    ...as("guest", "/courses/reading-the-old-city"),
    ...as("learner", "/courses/jerusalem-through-the-ages", "/courses/sources-and-documents"),
  ],
  // No sample course has a price: the journey of a scholarship looks at it.
  "/courses/:course/scholarship": nothingToSee,
  // Looked at with the journey of who buys one.
  "/courses/:course/certificate": nothingToSee,
  // The same of seats for others: the journey of a group looks at it.
  "/courses/:course/seats": nothingToSee,
  "/redeem": as("guest", "/redeem", "/redeem?code=AAAA-BBBB-CCCC"),
  "/programmes/:programme": as("guest", "/programmes/jerusalem-studies-diploma"),
  "/instructors/:handle": as("guest", "/instructors/layla-mansour"),
  // Those of the sample student are looked at with the journey of who checks them.
  "/certificates/:serial": [{ path: "/certificates/nowhere", by: "guest", status: 404 }],
  "/certificates/:serial.pdf": nothingToSee,
  "/verify": as("guest", "/verify"),
  "/sign-up": as("guest", "/sign-up"),
  "/invitations/:token": as("guest", "/invitations/spent"),
  "/sign-in": as("guest", "/sign-in"),
  // Only a sign-in that waits for its code shows this page: the journey of the second factor looks at it.
  "/sign-in/code": nothingToSee,
  "/sign-out": nothingToSee,
  "/viewing": nothingToSee,
  "/verify-email": as("guest", "/verify-email", "/verify-email?token=spent"),
  "/confirm-email": as("guest", "/confirm-email?token=spent"),
  "/forgotten-password": as("guest", "/forgotten-password"),
  "/reset-password": as("guest", "/reset-password?token=spent"),
  // Its address is in a mail.
  "/unsubscribe/:token": nothingToSee,
  "/learn": [...as("learner", "/learn"), ...as("newcomer", "/learn")],
  "/learn/:course": as("learner", "/learn/jerusalem-through-the-ages"),
  "/learn/:course/:lesson": [
    ...as("guest", "/learn/sources-and-documents/questioning-a-source"),
    ...as(
      "learner",
      "/learn/jerusalem-through-the-ages/site-and-water",
      "/learn/jerusalem-through-the-ages/trial-spring-to-dome",
    ),
  ],
  // Only its learner has it: the journeys of a quiz look at it.
  "/learn/:course/:lesson/attempts/:attempt": nothingToSee,
  "/policies": as("guest", "/policies"),
  "/policies/:policy": [{ path: "/policies/nowhere", by: "guest", status: 404 }],
  "/policies/:policy/versions/:version": nothingToSee,
  "/dev/mailbox": as("guest", "/dev/mailbox"),
  // Its address is known once somebody was written to: looked at with what opens on pages.
  "/dev/mailbox/:message": nothingToSee,
  "/*": [{ path: "/nowhere", by: "guest", status: 404 }],
};
