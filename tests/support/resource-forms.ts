import { delayOf } from "@/lib/spaces/resources/rules";
import type { ResourceSetup } from "@/lib/spaces/resources/schema";

/** A setup as the form sends it, empty fields left out as the form action does. */
export function asTyped(setup: ResourceSetup): Record<string, string | string[]> {
  const notice = delayOf(setup.noticeMinutes);
  const cancel = delayOf(setup.cancelNoticeMinutes ?? 0);
  const { features, modes, partIds } = setup;
  const typed = {
    name: setup.name,
    ...(features.length > 0 ? { features } : {}),
    ...(partIds.length > 0 ? { partIds } : {}),
    modes,
    capacity: String(setup.capacity),
    mostPeople: setup.mostPeople === null ? "" : String(setup.mostPeople),
    inServiceFrom: setup.inServiceFrom,
    inServiceUntil: setup.inServiceUntil ?? "",
    stepMinutes: String(setup.stepMinutes),
    minMinutes: String(setup.minMinutes),
    maxMinutes: String(setup.maxMinutes),
    bufferBeforeMinutes: String(setup.bufferBeforeMinutes),
    bufferAfterMinutes: String(setup.bufferAfterMinutes),
    notice: String(notice.count),
    noticeUnit: notice.unit,
    horizonDays: setup.horizonDays === null ? "" : String(setup.horizonDays),
    cancelNotice: setup.cancelNoticeMinutes === null ? "" : String(cancel.count),
    cancelNoticeUnit: cancel.unit,
    quotaCount: setup.quotaCount === null ? "" : String(setup.quotaCount),
    quotaPeriod: setup.quotaPeriod,
    needsApproval: setup.needsApproval ? "yes" : "",
  };
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ""));
}
