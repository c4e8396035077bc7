import type { Document } from '../../documents/document.ts';
import type { Material } from './material.ts';
import { barometerSection } from './sections/barometer.ts';
import { changeSection } from './sections/change.ts';
import { compareSection } from './sections/compare.ts';
import { conflictsSection } from './sections/conflicts.ts';
import { landSection } from './sections/land.ts';
import { lossSection } from './sections/loss.ts';
import { placeSection } from './sections/place.ts';
import { plansSection } from './sections/plans.ts';
import { sourcesSection } from './sections/sources.ts';
import { unknownSection } from './sections/unknown.ts';
import { factsOf, leadOf, newestIn } from './summary.ts';
import { Wording } from './wording.ts';

/** All that is known of a municipality, to read: pure, from what was read. */
export function makeDocument(material: Material): Document {
  const { language, name, accounts } = material;
  const words = new Wording(language, material.catalogue);
  const compared = compareSection(material, words);
  return {
    language,
    title: name,
    subtitle: words.say.subtitle,
    lead: leadOf(material, words),
    example: accounts.datasets.some(({ example }) => example) ? words.say.example : null,
    facts: factsOf(material, words),
    sections: [
      barometerSection(material, words),
      landSection(material, words),
      changeSection(material, words),
      plansSection(material, words),
      lossSection(material, words),
      conflictsSection(material, words),
      placeSection(material, words),
      ...(compared ? [compared] : []),
      unknownSection(material, words),
      sourcesSection(material, words),
    ],
    dataAsOf: newestIn(accounts.datasets),
    words: { contents: words.say.contents, page: words.say.page },
  };
}
