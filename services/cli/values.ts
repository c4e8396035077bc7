import { InvalidArgumentError } from 'commander';
import { WrongUse } from './failure.ts';

/** `name=value`, collected over several uses of an option. */
export function pair(text: string, before: Record<string, string> = {}): Record<string, string> {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('It must be written NAME=VALUE.');
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) };
}

/** An EPSG number, with or without `EPSG:`. */
export function epsg(text: string): number {
  const number = Number(text.replace(/^EPSG:/i, ''));
  if (!Number.isSafeInteger(number) || number <= 0)
    throw new InvalidArgumentError('It must be an EPSG number, such as 25832.');
  return number;
}

/** A finite number above 0. */
export function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value < Infinity)) throw new InvalidArgumentError('It must be a number above 0.');
  return value;
}

export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new InvalidArgumentError('It must be a whole number.');
  return value;
}

/** A number of a parameter; nothing is not 0. */
export function number(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value))
    throw new WrongUse({
      nb: `${name} må være et tall, ikke «${text}».`,
      en: `${name} must be a number, not '${text}'.`,
    });
  return value;
}

/**
 * A number where it is one, else the text: values of `--set` reach number and text fields alike. What begins with a zero
 * is a number of a register, such as 0301, and stays as it is.
 */
export function numberOrText(text: string): number | string {
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value) && !/^0\d/.test(text) ? value : text;
}
