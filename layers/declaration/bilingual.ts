/** A text in the two languages of the service: Bokmål first, English beside it. */
export interface Bilingual {
  nb: string;
  en: string;
}

export type Language = keyof Bilingual;
