import { describe, expect, test } from "vitest";
import { originOf, withPartner } from "@/lib/surveys/campaigns/partners/rules";

describe("the site of a partner", () => {
  test.each([
    ["https://luzech.fr", "https://luzech.fr"],
    [" https://www.Luzech.fr/ ", "https://www.luzech.fr"],
    ["https://mairie.luzech.fr:8443", "https://mairie.luzech.fr:8443"],
    ["https://luzech.fr:443", "https://luzech.fr"],
    ["https://bücher.example", "https://xn--bcher-kva.example"],
  ])("%s is an origin", (written, origin) => {
    expect(originOf(written)).toBe(origin);
  });

  test.each([
    "http://luzech.fr",
    "https://luzech.fr/enquete",
    "https://luzech.fr/?a=1",
    "https://luzech.fr/#a",
    "https://anne@luzech.fr",
    "https://*.luzech.fr",
    "https://luzech.fr;script-src",
    "https://luzech.fr 'self'",
    "https://localhost",
    "https://127.0.0.1",
    "https://[::1]",
    "luzech.fr",
    "javascript:alert(1)",
    "",
  ])("%s is none", (written) => {
    expect(originOf(written)).toBeNull();
  });
});

describe("one more partner", () => {
  const luzech = { code: "luzech", name: "Mairie de Luzech", origin: "https://luzech.fr" };
  const other = { code: "albas", name: "Mairie d’Albas", origin: "https://albas.fr" };

  test("joins the others, its origin as browsers write it", () => {
    const added = withPartner([luzech], { ...other, origin: "https://Albas.fr/" });
    expect(added).toEqual({ ok: true, value: [luzech, other] });
  });

  test.each([
    ["not_an_origin", { origin: "https://albas.fr/accueil" }],
    ["not_a_code", { code: "Mairie d’Albas" }],
    ["own_source", { code: "papier" }],
    ["same_code", { code: "luzech" }],
    ["same_origin", { origin: "https://luzech.fr" }],
  ])("is refused: %s", (refusal, overrides) => {
    const added = withPartner([luzech], { ...other, ...overrides });
    expect(added).toEqual({ ok: false, refusal });
  });

  test("the list has an end", () => {
    const many = Array.from({ length: 200 }, (_, index) => ({
      ...luzech,
      code: `p${index}`,
      origin: `https://p${index}.fr`,
    }));
    expect(withPartner(many, other)).toEqual({ ok: false, refusal: "too_many_partners" });
  });
});
