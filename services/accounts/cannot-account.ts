import { Explained } from '../../layers/declaration/explained.ts';

/** There is nothing to account for: what is missing, and what to do. */
export class CannotAccount extends Explained {}

export const noMunicipalities = (): CannotAccount =>
  new CannotAccount({
    nb: 'Det finnes ingen kommuner. Importer dem først: grunnriss import FIL --layer municipality.',
    en: 'There are no municipalities. Import them first: grunnriss import FILE --layer municipality.',
  });

/** @param nearest numbers and names like it, of those that there are */
export const unknownMunicipality = (number: string, nearest: readonly string[]): CannotAccount =>
  new CannotAccount({
    nb: `Kommune ${number} finnes ikke i kartlaget municipality. Nærmest: ${nearest.join(', ')}. Alle står i /municipalities.`,
    en: `There is no municipality ${number} in the layer municipality. Nearest: ${nearest.join(', ')}. All of them: /municipalities.`,
  });

/** @param successors where its land lies now */
export const endedMunicipality = (
  number: string,
  ended: string | null,
  successors: readonly string[],
): CannotAccount => {
  const there = successors.length > 0 ? successors.join(', ') : null;
  return new CannotAccount({
    nb: `Kommune ${number} opphørte${ended ? ` ${ended}` : ''}. ${there ? `Arealet ligger nå i ${there}: spør etter den.` : 'Ingen kommune i dataene har overtatt arealet.'}`,
    en: `Municipality ${number} ended${ended ? ` on ${ended}` : ''}. ${there ? `Its land is in ${there} now: ask for that.` : 'No municipality in the data has taken its land over.'}`,
  });
};

/** @param loaded day that the municipalities were loaded, by which land is parted */
export const futureMunicipality = (number: string, from: string | null, loaded: string): CannotAccount =>
  new CannotAccount({
    nb: `Kommune ${number} gjelder fra ${from ?? 'en senere dag'}, og kommunene ble lastet inn ${loaded}. Importer dem på nytt når den gjelder: grunnriss import FIL --layer municipality.`,
    en: `Municipality ${number} holds from ${from ?? 'a later day'}, and the municipalities were loaded on ${loaded}. Import them again when it holds: grunnriss import FILE --layer municipality.`,
  });

/** @param years that the layer has */
export const noSuchYear = (layer: string, year: number, years: readonly (number | null)[]): CannotAccount =>
  new CannotAccount({
    nb: `Kartlaget «${layer}» har ikke år ${year}. År: ${years.map((known) => known ?? 'uten år').join(', ')}.`,
    en: `Layer '${layer}' has no year ${year}. Years: ${years.map((known) => known ?? 'no year').join(', ')}.`,
  });

export const noSuchVersion = (layer: string, what: string): CannotAccount =>
  new CannotAccount({
    nb: `Kartlaget «${layer}» har ingen ${what}. Se grunnriss layers.`,
    en: `Layer '${layer}' has no ${what}. See grunnriss layers.`,
  });

export const noSuchDraft = (href: string): CannotAccount =>
  new CannotAccount({
    nb: `Planforslaget ${href} finnes ikke (lenger). Last det opp på nytt med POST /plans.`,
    en: `There is no draft ${href} (any more). Upload it again by POST /plans.`,
  });
