import { expect } from 'chai';
import fc from 'fast-check';
import { Names } from '../../services/database/embedded/names.ts';
import {
  errorResponse,
  largestMessage,
  message,
  MessageReader,
  ProtocolError,
  query,
  readReply,
  readyForQuery,
  sync,
  textAt,
} from '../../services/database/embedded/protocol.ts';

/** A StartupMessage: it has no letter. */
function startup(...words: string[]): Buffer {
  const body = Buffer.concat([Buffer.from([0, 3, 0, 0]), Buffer.from([...words, '', ''].join('\0'))]);
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([length, body]);
}

function readAll(reader: MessageReader, chunks: Buffer[]): { type: string; bytes: Buffer }[] {
  const found: { type: string; bytes: Buffer }[] = [];
  for (const chunk of chunks)
    for (const each of reader.read(chunk)) {
      if (each.type === '') reader.opened();
      found.push(each);
    }
  return found;
}

describe('messages of the wire protocol', () => {
  it('are found whole however their bytes were split and joined', () => {
    const types = [...'QPBDECSHXdcfp'];
    const sent = fc.array(fc.record({ type: fc.constantFrom(...types), body: fc.uint8Array({ maxLength: 300 }) }));
    fc.assert(
      fc.property(sent, fc.array(fc.nat()), (messages, cuts) => {
        const written = messages.map(({ type, body }) => message(type, Buffer.from(body)));
        const bytes = Buffer.concat([startup('user', 'a'), ...written]);
        const places = [0, ...cuts.map((cut) => cut % bytes.length).sort((a, b) => a - b), bytes.length];
        const chunks = places.slice(1).map((end, index) => bytes.subarray(places[index], end));
        const found = readAll(new MessageReader(), chunks);
        expect(found.map(({ type }) => type)).to.deep.equal(['', ...messages.map(({ type }) => type)]);
        expect(Buffer.concat(found.map(({ bytes }) => bytes)).equals(bytes)).to.be.true;
      }),
    );
  });

  it('are found when every byte comes alone', () => {
    const bytes = Buffer.concat([startup('user', 'a'), query('select 1'), sync]);
    const found = readAll(
      new MessageReader(),
      [...bytes].map((byte) => Buffer.from([byte])),
    );
    expect(found.map(({ type }) => type)).to.deep.equal(['', 'Q', 'S']);
  });

  it('may be large: 64 MB in pieces of 64 kB', () => {
    const large = message('B', Buffer.alloc(64 * 1024 * 1024, 7));
    const chunks = Array.from({ length: Math.ceil(large.length / 65536) }, (_, index) =>
      large.subarray(index * 65536, (index + 1) * 65536),
    );
    const found = readAll(new MessageReader(), [startup('user', 'a'), ...chunks, sync]);
    expect(found.map(({ bytes }) => bytes.length)).to.deep.equal([startup('user', 'a').length, large.length, 5]);
  });

  const opened = (): MessageReader => {
    const reader = new MessageReader();
    readAll(reader, [startup('user', 'a')]);
    return reader;
  };

  it('that no client sends are refused: an unknown type would keep the database busy for ever', () => {
    expect(() => readAll(opened(), [message('z', Buffer.alloc(3))])).to.throw(ProtocolError, /type 122/);
  });

  it('with an impossible length are refused', () => {
    const bytes = (length: number) => {
      const header = message('Q');
      header.writeInt32BE(length, 1);
      return header;
    };
    expect(() => readAll(opened(), [bytes(3)])).to.throw(ProtocolError, /length 3/);
    expect(() => readAll(opened(), [bytes(-1)])).to.throw(ProtocolError, /length -1/);
    expect(() => readAll(opened(), [bytes(largestMessage + 1)])).to.throw(ProtocolError, /send it in parts/);
    expect(() => readAll(new MessageReader(), [Buffer.from('GET / HTTP/1.1\r\n')])).to.throw(ProtocolError);
  });

  it('of a reply are passed on without the signs of readiness, which are counted apart', () => {
    const row = message('D', Buffer.from([0, 1]));
    const failure = errorResponse('ERROR', '22012', 'division by zero');
    const reply = readReply(Buffer.concat([row, failure, readyForQuery('T'), row, readyForQuery('E')]));
    expect(Buffer.concat(reply.parts).equals(Buffer.concat([row, failure, row]))).to.be.true;
    expect(reply.status).to.equal('E');
    expect(reply.failed).to.be.true;
    expect(readReply(row)).to.deep.equal({ parts: [row], status: undefined, failed: false });
  });

  it('of a reply leave out the answers to what the gate has added', () => {
    const closed = message('3');
    const parsed = message('1');
    const reply = readReply(Buffer.concat([closed, parsed, closed, closed, parsed]), [true, false, true]);
    expect(Buffer.concat(reply.parts).equals(Buffer.concat([parsed, closed, parsed]))).to.be.true;
  });
});

describe('names of statements and portals', () => {
  const nameOf = (bytes: Buffer): string => textAt(bytes, 5).text;
  const parse = (name: string) => ({ type: 'P', bytes: message('P', name, 'select 1', Buffer.alloc(2)) });

  it('are kept apart between connections, and are the same within one', () => {
    const [one, other] = [new Names(), new Names()];
    const translated = nameOf(one.translate(parse('statement')));
    expect(nameOf(one.translate(parse('statement')))).to.equal(translated);
    expect(nameOf(other.translate(parse('statement')))).not.to.equal(translated);
    expect(nameOf(one.translate(parse('another')))).not.to.equal(translated);
  });

  it('that differ after the 63rd byte only are kept apart: PostgreSQL would not', () => {
    const names = new Names();
    const long = 'x'.repeat(80);
    expect(nameOf(names.translate(parse(`${long}1`)))).not.to.equal(nameOf(names.translate(parse(`${long}2`))));
  });

  it('are translated alike in every message, and what follows them stays as it was', () => {
    const names = new Names();
    const statement = nameOf(names.translate(parse('s')));
    const rest = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 65, 0, 0]);
    const bind = names.translate({ type: 'B', bytes: message('B', 'p', 's', rest) });
    const portal = textAt(bind, 5);
    const bound = textAt(bind, portal.end);
    expect(bound.text).to.equal(statement);
    expect(bind.subarray(bound.end).equals(rest)).to.be.true;
    expect(bind.readInt32BE(1)).to.equal(bind.length - 1);
    const execute = names.translate({ type: 'E', bytes: message('E', 'p', Buffer.alloc(4)) });
    expect(nameOf(execute)).to.equal(portal.text);
    for (const [kind, name] of [
      ['S', statement],
      ['P', portal.text],
    ] as const)
      for (const type of ['D', 'C']) {
        const sent = message(type, Buffer.from(kind), kind.toLowerCase());
        expect(textAt(names.translate({ type, bytes: sent }), 6).text).to.equal(name);
      }
    expect(names.statements).to.deep.equal([statement]);
  });

  it('that are empty: the statement gets a name of its own, the portal stays as it is', () => {
    const names = new Names();
    expect(names.hasUnnamed).to.be.false;
    const name = nameOf(names.translate(parse('')));
    expect(name).not.to.equal('');
    expect(names.hasUnnamed).to.be.true;
    expect(names.statements).to.deep.equal([name]);
    const bind = names.translate({ type: 'B', bytes: message('B', '', '', Buffer.alloc(6)) });
    expect(textAt(bind, 5).text).to.equal('');
    expect(textAt(bind, 6).text).to.equal(name);
    const execute = { type: 'E', bytes: message('E', '', Buffer.alloc(4)) };
    expect(names.translate(execute).equals(execute.bytes)).to.be.true;
  });
});
