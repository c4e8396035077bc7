/**
 * A name as it is compared: without case, diacritics and separators, so that `KPAREALFORMÅL`, `kp_arealformal` and
 * `KpArealformål` are one. Norwegian letters fold as exports write them: å → a, ø → o, æ → ae.
 */
export function fold(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
}
