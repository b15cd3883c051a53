-- A coupon for one course does not come to hold for everything when that course goes.
ALTER TABLE "Coupon" ADD COLUMN "limited" BOOLEAN NOT NULL DEFAULT false;

UPDATE "Coupon" c SET "limited" = true
WHERE EXISTS (SELECT 1 FROM "CouponCourse" t WHERE t."couponId" = c."id")
  OR EXISTS (SELECT 1 FROM "CouponProgramme" t WHERE t."couponId" = c."id");

CREATE FUNCTION limit_coupon() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Coupon" SET "limited" = true WHERE "id" = NEW."couponId" AND NOT "limited";
  RETURN NULL;
END $$;
CREATE TRIGGER "CouponCourse_limits" AFTER INSERT ON "CouponCourse" FOR EACH ROW EXECUTE FUNCTION limit_coupon();
CREATE TRIGGER "CouponProgramme_limits" AFTER INSERT ON "CouponProgramme" FOR EACH ROW EXECUTE FUNCTION limit_coupon();
