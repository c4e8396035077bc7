/** A value of a field before it is stored. */
export type FieldValue = string | number | boolean | null;

/** What a derivation may look at: the feature's fields as mapped so far, and the source behind them. */
export interface Derivable {
  /** The fields of the layer, mapped to our codes and units; null where the source gave nothing. */
  values: Readonly<Record<string, FieldValue>>;
  /** What the source calls the feature: its object type or the name of its table; null when it has none. */
  objectType: string | null;
  /** A property of the source by any of the given names (compared folded); null where there is none. */
  source: (...names: string[]) => FieldValue;
  /** The folded source name that filled a field (`pop2019`); null when nothing did. */
  nameOf: (field: string) => string | null;
}

/**
 * Works a field out of the others: a group from object type and code, a plan id from its two parts, a year from a
 * column's name. Called for every feature after mapping, in the order declared; what it returns is the field's value.
 */
export type Derivation = (feature: Derivable) => FieldValue;
