/** A vowel, « y » before a consonant, or an « h » that is not said. */
const elides =
  /^(?:[aeiouàâäéèêëîïôöùûüœæ]|y[^aeiouyàâäéèêëîïôöùûü]|h(?:[éèê]|e(?:l[eèé]|n[rn]|rv)|ip|o(?:n|r|da)|u(?:g|b|m)|y))/i;

/** « d’Aline », « de Maëlle »: French drops the vowel of « de » before another; a number keeps it. */
function of(name: string): string {
  return elides.test(name.normalize("NFC")) ? `d’${name}` : `de ${name}`;
}

/** A name for a sentence: as it is, and with its « de », which English sentences leave aside. */
export function named(name: string): { name: string; ofName: string } {
  return { name, ofName: of(name) };
}
