import { Download } from "lucide-react";
import { packFormats } from "@/lib/reports/packs/schema";
import type { FileWording } from "./report-findings";

type PackFilesProps = { address: string; query: string; t: FileWording["t"] };

/** The same lines as files. */
export function PackFiles({ address, query, t }: PackFilesProps) {
  return (
    <ul className="prepared-files no-print mt-6" aria-label={t("packs.files")}>
      {packFormats.map((format) => (
        <li key={format}>
          <a className="btn btn-secondary" href={`${address}/export/${format}?${query}`} download>
            <Download size={18} strokeWidth={1.75} aria-hidden />
            {t(`formats.${format}.name`)}
          </a>
        </li>
      ))}
    </ul>
  );
}
