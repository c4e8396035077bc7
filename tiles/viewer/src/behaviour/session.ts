import type { Map } from 'maplibre-gl';
import type { Address, FeatureRef } from '../address.ts';
import type { Collection, Municipality } from '../answers.ts';
import type { Service } from '../api.ts';
import type { Bounds } from '../bounds.ts';
import type { PlanCheck } from '../check/plan-check.ts';
import type { Figures } from '../figures.ts';
import type { Observable } from '../observable.ts';
import type { Page } from '../panel/page.ts';
import type { StationRanking } from '../stations/station-ranking.ts';
import type { Language, Texts } from '../texts/texts.ts';
import type { ChosenYears } from '../chosen-years.ts';

/** What one open page holds: what it knows, what it shows, and what the reader has chosen. */
export interface Session {
  language: Language;
  texts: Texts;
  figures: Figures;
  service: Service;
  layout: Page;
  collections: Collection[];
  municipalities: Municipality[];
  /** Where the link that was opened points. */
  address: Address;
  home: Bounds | null;
  /** Ids of the layers that are on. */
  on: Observable<ReadonlySet<string>>;
  years: Observable<ChosenYears>;
  zoom: Observable<number>;
  /** The feature whose facts are open. */
  chosen: Observable<FeatureRef | null>;
  check: PlanCheck;
  stations: StationRanking;
}

/** A session whose map has been made. */
export interface MapSession extends Session {
  map: Map;
}
