import { Download } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { fileFormats } from "@/lib/reports/files/schema";
import type { DayRange } from "@/lib/reports/rules";

/** Each format with what it is good for, and its link. */
export async function FileLinks({ address }: { address: (format: string) => string }) {
  const t = await getTranslations("reportFiles");
  return (
    <ul className="file-list">
      {fileFormats.map((format) => (
        <li key={format}>
          <a className="btn btn-secondary" href={address(format)} download>
            <Download size={18} strokeWidth={1.75} aria-hidden />
            {t(`formats.${format}.name`)}
          </a>
          <p className="muted">{t(`formats.${format}.words`)}</p>
        </li>
      ))}
    </ul>
  );
}

/** Where the file of a period is, made as it is asked for. */
export function addressOfFile({ first, last }: DayRange) {
  return (format: string) =>
    `/pilotage/rapport/export/${format}?periode=dates&du=${first}&au=${last}`;
}
