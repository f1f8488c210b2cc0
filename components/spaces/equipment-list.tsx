import {
  Accessibility,
  Armchair,
  Bike,
  CalendarDays,
  CircleParking,
  CookingPot,
  LockKeyhole,
  type LucideIcon,
  Monitor,
  Phone,
  Printer,
  Sun,
  Users,
  Wifi,
} from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { EquipmentCode } from "@/lib/spaces/schema";

const icons: Record<EquipmentCode, LucideIcon> = {
  fibre: Wifi,
  screens: Monitor,
  printer: Printer,
  meeting_room: Users,
  call_booth: Phone,
  kitchen: CookingPot,
  lockers: LockKeyhole,
  parking: CircleParking,
  bikes: Bike,
  relaxation: Armchair,
  step_free: Accessibility,
  terrace: Sun,
  events: CalendarDays,
};

export async function EquipmentList({ codes }: { codes: EquipmentCode[] }) {
  const t = await getTranslations("spaces.equipment");
  return (
    <ul className="facts">
      {codes.map((code) => {
        const Icon = icons[code];
        return (
          <li key={code}>
            <Icon size={20} strokeWidth={1.75} aria-hidden />
            <b>{t(code)}</b>
          </li>
        );
      })}
    </ul>
  );
}
