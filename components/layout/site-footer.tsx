import { FooterRiver } from "@/components/illustrations/footer-river";
import { Mark } from "@/components/illustrations/mark";
import type { NavigationLink } from "./site-header";

export type SiteFooterProps = {
  about: string;
  contact: string;
  groups: { title: string; links: NavigationLink[] }[];
};

export function SiteFooter({ about, contact, groups }: SiteFooterProps) {
  return (
    <footer className="site-footer no-print">
      <FooterRiver />
      <div className="wrap site-footer-in">
        <div>
          <p className="logo">
            <Mark />
            Cowloting
          </p>
          <p className="small mt-3 max-w-[30ch]">{about}</p>
          <p className="small mt-3">
            <a href={`mailto:${contact}`}>{contact}</a>
          </p>
        </div>
        {groups.map((group) => (
          <nav key={group.title} aria-label={group.title}>
            <p className="mb-1 font-bold">{group.title}</p>
            {group.links.map((link) => (
              <a key={link.href} href={link.href}>
                {link.label}
              </a>
            ))}
          </nav>
        ))}
      </div>
    </footer>
  );
}
