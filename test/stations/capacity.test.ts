import { expect } from 'chai';
import { answerQuestion } from '../../services/stations/network/answer-question.ts';
import type { NetworkQuestion } from '../../services/stations/network/question.ts';

const answer = (question: NetworkQuestion) =>
  answerQuestion(question, { seconds: 60 }, { onAnswer: () => {}, onProgress: () => {} });
const demand = [{ id: 'd', weight: 5 }, { id: 'e', weight: 3 }]; // prettier-ignore

describe('stations with capacities', () => {
  it('blame demand that no site reaches, and not the capacities', async () => {
    const candidates = [{ id: 'a', capacity: 100 }];
    const found = await answer({ model: 'set-cover', candidates, demand, distance: [[0, 9]], radius: 1 });
    expect(found.clash).to.deep.equal({ demands: [{ kind: 'demand', id: 'e' }], rules: [], smallest: true });
  });

  it('name the demand that is too much, and leave out what has no part in it', async () => {
    const candidates = [{ id: 'a', capacity: 4 }, { id: 'b', capacity: 4 }]; // prettier-ignore
    const asked = { candidates, demand, distance: [[0, 9], [9, 0]] }; // prettier-ignore
    const cover = await answer({ model: 'set-cover', ...asked, radius: 1 });
    expect(cover.clash).to.deep.equal({ demands: [{ kind: 'demand', id: 'd' }], rules: ['capacity'], smallest: true });
    const median = await answer({ model: 'p-median', ...asked, distance: [[0, null], [9, 0]], p: 1 }); // prettier-ignore
    expect(median.clash).to.deep.equal({ demands: [{ kind: 'demand', id: 'd' }], rules: ['p', 'capacity'], smallest: true }); // prettier-ignore
  });

  it('name a site that is forbidden where it alone would have room', async () => {
    const candidates = [{ id: 'a', capacity: 4 }, { id: 'b', capacity: 9 }]; // prettier-ignore
    const asked = { candidates, demand, distance: [[0, 0], [0, 0]], p: 1, forbidden: ['b'] }; // prettier-ignore
    const median = await answer({ model: 'p-median', ...asked });
    expect(median.clash).to.deep.equal({ demands: [{ kind: 'demand', id: 'd' }], rules: ['forbidden', 'capacity'], smallest: true }); // prettier-ignore
    const open = await answer({ model: 'p-median', ...asked, forbidden: ['a'] });
    expect(open).to.deep.include({ status: 'optimal', objective: 0, open: ['b'] });
  });

  it('serve nothing where the capacity is 0', async () => {
    const candidates = [{ id: 'a', capacity: 0 }, { id: 'b', capacity: 4 }]; // prettier-ignore
    const found = await answer({ model: 'covering', candidates, demand, distance: [[0, 0], [0, 0]], radius: 1, p: 2 }); // prettier-ignore
    expect(found).to.include({ status: 'optimal', objective: 4 });
    const none = await answer({ model: 'covering', candidates: [{ id: 'a', capacity: 0 }], demand, distance: [[0, 0]], radius: 1, p: 1 }); // prettier-ignore
    expect(none).to.include({ status: 'optimal', objective: 0 });
  });

  it('are not bound by demand of no weight', async () => {
    const candidates = [{ id: 'a', capacity: 9 }, { id: 'b', capacity: 9 }]; // prettier-ignore
    const distance = [[0, 1, null], [7, 8, 0]]; // prettier-ignore
    const found = await answer({ model: 'p-median', candidates, demand: [...demand, { id: 'f', weight: 0 }], distance, p: 1 }); // prettier-ignore
    expect(found).to.deep.include({ status: 'optimal', objective: 3, open: ['a'] });
  });
});
