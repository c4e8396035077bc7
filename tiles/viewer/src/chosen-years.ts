/** The year chosen for each layer that comes by year; the latest where none is named. */
export type ChosenYears = ReadonlyMap<string, number>;
