import type { RankedSite } from '../../../../services/stations/ranking/ranking.ts';
import type { Session } from '../behaviour/session.ts';
import { element } from '../element.ts';
import { describedFailure } from '../failure.ts';
import type { RankedNow } from '../stations/station-ranking.ts';
import { fill } from '../texts/texts.ts';
import { notice } from './notice.ts';
import { weightSliders } from './weight-sliders.ts';

/** Move the weights of energy stations' criteria and see the ranking follow. */
export function weightsPanel(session: Session): HTMLElement {
  const { stations, texts, layout } = session;
  const wait = element('p', { class: 'quiet' }, texts.loadingStations);
  const failed = element('div');
  const ranked = element('div', { class: 'ranked' });
  const sliders = element('div');
  // In sight while a slider is moved; screen readers are told of the leader when it is let go.
  const leaders = element('p', { class: 'leaders', 'aria-hidden': 'true' });
  const root = element('div', { class: 'weights' }, [
    element('p', {}, texts.weightsIntro),
    ...[wait, failed, element('div', {}, [sliders, leaders]), ranked],
  ]);
  let update: ((now: RankedNow) => void) | undefined;
  stations.now.observe((now) => {
    if (!now) return;
    wait.hidden = true;
    failed.replaceChildren();
    if (!update) {
      const made = weightSliders(session, now, () => layout.announce(leaderOf(session)));
      sliders.replaceChildren(made.root);
      update = made.update;
    }
    update(now);
    const three = now.ranking?.sites.slice(0, 3) ?? [];
    leaders.textContent = three.map(({ id, rank }) => `${rank} ${nameOf(now, id)}`).join(' · ');
    ranked.replaceChildren(...listOf(now, session));
  });
  stations.failure.observe((error) => {
    if (!error) return;
    const { title, detail } = describedFailure(error, texts);
    const action = { label: texts.retry, run: () => void stations.load() };
    failed.replaceChildren(notice({ kind: 'danger', title, details: [detail], action }));
    wait.hidden = true;
  });
  return root;
}

/** Said when a weight has been moved: who leads now. */
function leaderOf({ stations, texts, language }: Session): string {
  const now = stations.now.get();
  if (!now?.ranking) return now?.problem?.[language] ?? '';
  const [first] = now.ranking.sites;
  return first ? fill(texts.leaderNow, { site: nameOf(now, first.id) }) : texts.noneRanked;
}

const nameOf = ({ run }: RankedNow, id: string): string =>
  run.ranking.features.find(({ properties }) => properties.id === id)?.properties.name ?? id;

function listOf(now: RankedNow, { texts, figures, service, language }: Session): HTMLElement[] {
  const { ranking, problem, before } = now;
  if (!ranking) return [notice({ kind: 'warning', title: problem?.[language] ?? texts.noneRanked })];
  const { sites, apart } = ranking;
  const row = ({ id, rank, score }: RankedSite) =>
    element('li', { class: rank <= 5 ? 'ranked-first' : undefined }, [
      element('span', { class: 'rank' }, String(rank)),
      element('a', { class: 'ds-link', href: service.stationPage(id) }, nameOf(now, id)),
      element('span', { class: 'score' }, figures.number(score, 3)),
      movedBy(rank, before.get(id), texts),
    ]);
  const ties = sites.filter(({ rank }, at) => rank === sites[at - 1]?.rank).length;
  return [
    element('h2', {}, fill(texts.rankedSites, { count: sites.length })),
    element('ol', {}, sites.map(row)),
    ...(ties > 0 ? [element('p', { class: 'quiet' }, texts.tied)] : []),
    ...(apart.length > 0 ? [element('p', { class: 'quiet' }, fill(texts.rankedApart, { count: apart.length }))] : []),
    element('p', { class: 'quiet' }, texts.networkStays),
  ];
}

/** How many places a site has moved from where the run has it. */
function movedBy(rank: number, before: number | undefined, texts: Session['texts']): HTMLElement {
  const up = before === undefined ? null : before - rank;
  const [sign, said] =
    up === null
      ? ['+', texts.newlyRanked]
      : up === 0
        ? ['', '']
        : up > 0
          ? [`▲ ${up}`, fill(texts.movedUp, { count: up })]
          : [`▼ ${-up}`, fill(texts.movedDown, { count: -up })];
  return element('span', { class: 'moved' }, [
    element('span', { 'aria-hidden': 'true', title: said || undefined }, sign),
    element('span', { class: 'ds-sr-only' }, said),
  ]);
}
