import type { Language } from '../../../layers/declaration/bilingual.ts';
import type { FindingProperties } from '../answer/result.ts';
import type { Answer } from './answer.ts';
import type { Picture } from '../../documents/picture/picture.ts';

/**
 * A check as a document for a case: what stands in it and in which order, in the reader's words. The same for every
 * printed form, so that none says more or less than another.
 */
export interface Report {
  language: Language;
  title: string;
  answer: Answer;
  /** The plan, the guidelines and their standing, the date of the data, the run: label and text. */
  facts: readonly (readonly [string, string])[];
  /** At least one dataset is made up. */
  example: boolean;
  overview: Picture | null;
  summary: readonly SummaryRow[];
  comparison: ComparedVersions | null;
  chapters: readonly Chapter[];
  /** That not every finding has a map; null where each has. */
  pictureLimit: string | null;
  /** Where zones with findings could lie instead; null where nobody asked. */
  instead: InsteadPlaces | null;
  /** Zones of the plan in force that the draft takes out. */
  takenOut: readonly (readonly string[])[];
  checklist: readonly ChecklistRow[];
  /** Words for each part of the appendix; a row is a line of a table. */
  parameters: readonly (readonly string[])[];
  /** Many datasets of one layer are one line. */
  sources: readonly (readonly string[])[];
  everySource: readonly (readonly string[])[];
  notAssessed: readonly NotAssessed[];
  coverage: readonly (readonly string[])[];
  runKey: string;
  /** When the newest data were loaded: the date of the document, for the clock must not be in it. ISO; null: no data. */
  dataAsOf: string | null;
}

interface SummaryRow {
  rule: string;
  title: string;
  answer: Answer;
  zones: string;
  area: string;
  /** Answers and how many zones got each. */
  spread: Spread;
}

export type Spread = readonly (readonly [Answer, number])[];

/** A guideline and what was found under it. */
export interface Chapter {
  rule: string;
  title: string;
  answer: Answer;
  quote: string;
  /** Section, kind of words, and standing. */
  quoteSource: string;
  spread: Spread;
  /** What the rule had to go by. */
  data: readonly string[];
  /** What is noted of every finding. */
  notes: readonly string[];
  /** Findings in full, the worst first. */
  cards: readonly Card[];
  /** Further findings; those that differ in nothing but the zone in one line. */
  lines: readonly Line[];
  /** So many further findings, those left out too. */
  linesCount: number;
  linesLeftOut: number;
  /** Zones without an answer, by answer and reason. */
  unanswered: readonly Unanswered[];
}

/** Other places for zones with findings. */
export interface InsteadPlaces {
  zones: readonly {
    /** The zone and the room that it needs. */
    title: string;
    /** A place a row: what it is, where, size, distance, what is known of it. */
    places: readonly (readonly string[])[];
  }[];
  /** Zones for which no place was found, and why; those with the same reason together. */
  without: readonly (readonly string[])[];
  /** That not every zone was looked at; null where each was. */
  leftOut: string | null;
}

export interface Card {
  answer: 'conflict' | 'review';
  zone: string;
  reason: string;
  notes: readonly string[];
  remedy: string | null;
  facts: readonly (readonly [string, string])[];
  picture: Picture | null;
}

export interface Line extends Pick<Card, 'answer' | 'zone' | 'reason' | 'remedy'> {
  /** Daa; null: the finding is not one of land. */
  area: string | null;
}

export interface Unanswered {
  answer: Answer;
  reason: string;
  zones: string;
}

export interface NotAssessed extends Unanswered {
  title: string;
}

interface ChecklistRow {
  theme: string;
  title: string;
  figure: string;
  source: string;
}

export interface ComparedVersions {
  title: string;
  counts: string;
  note: string | null;
  /** Those that are printed, and all of them. */
  rows: readonly (readonly string[])[];
  everyRow: readonly (readonly string[])[];
}

/** A finding with its place in the check's list. */
export interface Placed {
  number: number;
  answer: Answer;
  properties: FindingProperties;
}
