#!/usr/bin/env node
// The `grunnriss` command: installs what is missing, then runs the TypeScript as it is.
import { install } from './install.mjs';

install();
const { register } = await import('tsx/esm/api');
register();
const { main } = await import('./main.ts');
await main(process.argv.slice(2));
