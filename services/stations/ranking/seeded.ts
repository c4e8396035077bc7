/**
 * Random numbers from a seed, the same on every machine: sfc32 (Chris Doty-Humphrey, PractRand; public domain).
 * @returns numbers from 0 up to 1
 */
export function seeded(seed: number): () => number {
  let [a, b, c, count] = [seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0, 0x9e3779b9, 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  // Seeds that differ by little begin alike.
  for (let round = 0; round < 16; round++) next();
  return next;
}
