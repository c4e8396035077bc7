import type { Extension } from '@electric-sql/pglite';

/** What a library of the WebAssembly module finds there, by its name in C. Addresses are numbers. */
interface Surroundings {
  memory: { buffer: ArrayBuffer };
  __indirect_function_table: { get(address: number): (...parameters: number[]) => number };
  __cxa_throw: (exception: number, type: number, destructor: number) => void;
  malloc: (size: number) => number;
  errstart: (level: number, domain: number) => number;
  errmsg_internal: (format: number, values: number) => number;
  errfinish: (file: number, line: number, from: number) => void;
}

/** Emscripten's settings, as PGlite hands them over. */
interface Settings {
  instantiateWasm: (imports: { env: Surroundings }, done: unknown) => unknown;
}

/** PostgreSQL's number for ERROR; without a code of its own such an error has XX000, as those of PostGIS have. */
const ERROR = 21;
const format = 'a geometry operation failed: %s';

/** Classes whose first virtual functions are those of std::exception: of C++ itself, of GEOS and of PROJ. */
const standard = /^(St|N4geos|N5osgeo4proj)/;
/** Where `what()` stands in the table of their virtual functions, in bytes: after two destructors. */
const whatAt = 8;

/**
 * Makes a C++ exception of GEOS or PROJ an error of PostgreSQL. Their code is built for the embedded database without
 * anything that catches: an exception would end the statement without rows and without an error, and leave a
 * transaction open that looks whole. Raised where it is thrown, the error goes the way of every other one: exception
 * blocks of PL/pgSQL catch it, the transaction fails.
 */
export const exceptionsAsErrors: Extension = {
  name: 'exceptions-as-errors',
  setup: (_, given: unknown) => {
    const settings = given as Settings;
    return Promise.resolve({
      emscriptenOpts: {
        ...settings,
        instantiateWasm(imports, done) {
          imports.env.__cxa_throw = (exception, type) => raise(imports.env, exception, type);
          return settings.instantiateWasm(imports, done);
        },
      } satisfies Settings,
    });
  },
};

/** Does not return: PostgreSQL jumps to where it handles errors. */
function raise(env: Surroundings, exception: number, type: number): void {
  const name = addressAt(env, type + 4);
  const said = standard.test(textAt(env, name)) ? what(env, exception) : name;
  env.errstart(ERROR, 0);
  env.errmsg_internal(...formatted(env, said));
  env.errfinish(0, 0, 0);
}

const addressAt = (env: Surroundings, at: number): number => new DataView(env.memory.buffer).getUint32(at, true);

function textAt(env: Surroundings, at: number): string {
  const bytes = Buffer.from(env.memory.buffer);
  return bytes.toString('latin1', at, bytes.indexOf(0, at));
}

/** The address of what an exception says. */
function what(env: Surroundings, exception: number): number {
  const functions = addressAt(env, exception);
  return env.__indirect_function_table.get(addressAt(env, functions + whatAt))(exception);
}

/** The addresses of the format and of the one value that belongs into it, in memory taken once. */
function formatted(env: Surroundings, value: number): [format: number, values: number] {
  const taken = (place ??= env.malloc(format.length + 1 + 8));
  const bytes = Buffer.from(env.memory.buffer);
  const values = (taken + format.length + 1 + 3) & ~3;
  bytes.write(`${format}\0`, taken, 'latin1');
  bytes.writeUInt32LE(value, values);
  return [taken, values];
}
let place: number | undefined;
