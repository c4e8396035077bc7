import type { Bilingual } from '../../../layers/declaration/bilingual.ts';
import type { Measured, Measuring, Relation } from '../measurement/measure.ts';
import type { Parameter } from './parameter.ts';
import type { SecuringRule } from './securing-rule.ts';
import type { Subject } from './subject.ts';
import type { JudgedZone } from '../plan/zone.ts';

/** What the words are in the plan: only a guideline (regional planretningslinje) can give `conflict`. */
export type Basis = 'guideline' | 'strategy' | 'text';

/** A rule's own view of a zone, before coverage and the standing of the plan are weighed. */
export interface Opinion {
  verdict: 'conflict' | 'review' | 'clear' | 'not-relevant';
  /** Code of one of the rule's reasons. */
  because: string;
}

export const conflict = (because: string): Opinion => ({ verdict: 'conflict', because });
export const review = (because: string): Opinion => ({ verdict: 'review', because });
export const clear = (because: string): Opinion => ({ verdict: 'clear', because });
/** The zone is beyond the reach of the rule's words: too small, too far. */
export const notRelevant = (because: string): Opinion => ({ verdict: 'not-relevant', because });

/** What the file of a rule about zones says. */
interface Declaration<Facts extends Measured, Name extends string> {
  id: string;
  title: Bilingual;
  basis: Basis;
  /** The plan's words, in Norwegian as written. */
  guideline: { section: string; text: string };
  judges: Subject;
  /** Roles of the constraint layers. */
  against: readonly string[];
  parameters: Record<Name, Parameter>;
  /** Further layers that make the answer better where they are there; without them it is only less certain. */
  helpedBy?: readonly string[];
  /** How zones are measured against the layers. */
  relation: Relation<Facts, NoInfer<Name>>;
  /** Pure: the facts about a zone in, an opinion out. */
  verdict: (facts: Facts & { zone: JudgedZone }, parameters: Record<Name, number>) => Opinion;
  /** Why, in words; `{area:daa}` and the like are filled in from the finding. */
  reasons: Record<string, Bilingual>;
  /** What would solve a hit. */
  remedy: Bilingual;
  /** What would solve a hit for one reason, by its code, where that is another thing. */
  remedyFor?: Record<string, Bilingual>;
}

/** What every rule says of itself. */
export interface RuleWords extends Omit<Declaration<Measured, string>, 'relation' | 'verdict' | 'judges'> {
  judges: { title: Bilingual };
  /** Words for every code that the rule or its relation says. */
  texts: Record<string, Bilingual>;
}

/** A rule that asks about zones, as the check uses it; the facts it measures are its own business. */
export interface ZoneRule extends RuleWords {
  judges: Subject;
  /** Measure and judge zones; one entry per zone, by its index. */
  judge: (given: Measuring) => Promise<Map<number, Judgement>>;
}

/** A rule about zones, or about resources that a plan has to secure. */
export type Rule = ZoneRule | SecuringRule;

export interface Judgement {
  opinion: Opinion;
  measured: Measured;
}

/**
 * Declare a rule.
 * @returns the rule, with its verdict function, which can be asked without a database
 * @throws Error naming the rule when its declaration contradicts itself
 */
export function rule<Facts extends Measured, Name extends string>(
  declaration: Declaration<Facts, Name>,
): ZoneRule & Pick<Declaration<Facts, Name>, 'verdict'> {
  const { relation, verdict, ...words } = declaration;
  if (!/^[a-z]+(-[a-z]+)*$/.test(words.id))
    throw new Error(`Rule '${words.id}': the id must be words joined by hyphens`);
  for (const reason of Object.keys(words.remedyFor ?? {}))
    if (!(reason in words.reasons)) throw new Error(`Rule '${words.id}': a remedy for '${reason}', which is no reason`);
  return {
    ...words,
    texts: { ...relation.texts, ...words.reasons },
    verdict,
    async judge(given) {
      const facts = await relation.measure(given);
      return new Map(
        given.zones.map((zone) => {
          const measured = facts.get(zone.index);
          if (!measured) throw new Error(`Rule '${words.id}' did not measure zone ${zone.index}`);
          const opinion = verdict({ ...measured, zone }, given.parameters);
          if (!(opinion.because in words.reasons))
            throw new Error(`Rule '${words.id}': no reason '${opinion.because}'`);
          return [zone.index, { opinion, measured }];
        }),
      );
    },
  };
}
