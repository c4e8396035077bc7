import type { Language } from '../../layers/declaration/bilingual.ts';

/** Before this much is done, what is left cannot be told. */
const leastShare = 0.02;
const leastMs = 3000;

/** How long work will go on, by how far it came since it began. A share that falls is a new piece of work. */
export class RestTime {
  #began: { at: number; share: number } | null = null;
  #last = 0;

  /** @param share 0–1 @param now in milliseconds @returns seconds, or null while nobody can tell */
  after(share: number, now: number = performance.now()): number | null {
    if (!this.#began || share < this.#last) this.#began = { at: now, share };
    this.#last = share;
    const [done, ms] = [share - this.#began.share, now - this.#began.at];
    return done < leastShare || ms < leastMs ? null : ((ms / done) * (1 - share)) / 1000;
  }
}

/** Seconds as people say them, rounded as such a guess deserves. */
export function duration(seconds: number, language: Language): string {
  if (seconds < 60) return `${Math.max(5, Math.ceil(seconds / 5) * 5)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} ${language === 'nb' ? 't' : 'h'} ${minutes % 60} min`;
}

/** `, about 40 s left`, or nothing while nobody can tell. */
export function restInWords(seconds: number | null, language: Language): string {
  if (seconds === null) return '';
  const text = duration(seconds, language);
  return language === 'nb' ? `, omtrent ${text} igjen` : `, about ${text} left`;
}
