"use server";

import { getTranslations } from "next-intl/server";
import { attendanceListRefusalKeys } from "@/components/reports/attendance/refusals";
import { openEventList, openSpaceList } from "@/lib/reports/attendance-lists/commands";
import {
  type AttendanceListRefusal,
  eventListInput,
  spaceListInput,
} from "@/lib/reports/attendance-lists/schema";
import { formAction } from "@/lib/web/form-action";

const page = "/pilotage/rapport/emargement";

async function refused({ refusal }: { refusal: AttendanceListRefusal }) {
  return {
    message: (await getTranslations("attendanceList"))(attendanceListRefusalKeys[refusal]),
  };
}

export const openEventListAction = formAction({
  name: "attendance-event",
  input: eventListInput,
  run: openEventList,
  done: ({ id }) => ({ redirect: `${page}/${id}` }),
  refused,
  returnTo: () => page,
  timesAMinute: 20,
});

export const openSpaceListAction = formAction({
  name: "attendance-space",
  input: spaceListInput,
  run: openSpaceList,
  done: ({ id }) => ({ redirect: `${page}/${id}` }),
  refused,
  returnTo: () => page,
  timesAMinute: 20,
});
